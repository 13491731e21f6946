CREATE TABLE "round_actas" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"file" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_actas_institution_id_round_id_pk" PRIMARY KEY("institution_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "outcome_sha256" text;--> statement-breakpoint
ALTER TABLE "round_actas" ADD CONSTRAINT "round_actas_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_actas" ADD CONSTRAINT "an acta is of a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_actas" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_actas" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_actas"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
