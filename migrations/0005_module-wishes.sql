CREATE TABLE "module_wishes" (
	"institution_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"module_id" text NOT NULL,
	"learner_key" uuid NOT NULL,
	"wished_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a learner wishes for a module once" PRIMARY KEY("institution_id","course_id","module_id","learner_key")
);
--> statement-breakpoint
ALTER TABLE "module_wishes" ADD CONSTRAINT "module_wishes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_wishes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "module_wishes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "module_wishes"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
