CREATE TABLE "cohort_analyses" (
	"institution_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"analysed_revision" integer,
	"version" text,
	"computed_at" timestamp with time zone,
	"took_ms" integer DEFAULT 0 NOT NULL,
	"document" jsonb,
	CONSTRAINT "cohort_analyses_institution_id_cohort_id_course_id_pk" PRIMARY KEY("institution_id","cohort_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "shortlist_rankings" (
	"institution_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"draws_done" integer NOT NULL,
	"draws" integer NOT NULL,
	"seen_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "shortlist_rankings_institution_id_snapshot_id_pk" PRIMARY KEY("institution_id","snapshot_id")
);
--> statement-breakpoint
CREATE TABLE "self_efficacy_ratings" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"objective_id" text NOT NULL,
	"moment" text NOT NULL,
	"rating" smallint NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "an objective is rated once for each moment of a sitting" PRIMARY KEY("institution_id","sitting_id","learner_key","objective_id","moment"),
	CONSTRAINT "a rating goes from 1 to 5" CHECK ("self_efficacy_ratings"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "sitting_analyses" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"analysed_revision" integer,
	"version" text,
	"computed_at" timestamp with time zone,
	"took_ms" integer DEFAULT 0 NOT NULL,
	"document" jsonb,
	"rapid_learner_keys" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "sitting_analyses_institution_id_sitting_id_pk" PRIMARY KEY("institution_id","sitting_id")
);
--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "comparison_for" uuid;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "lottery_seed" text;--> statement-breakpoint
ALTER TABLE "cohort_analyses" ADD CONSTRAINT "an analysis is of a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_rankings" ADD CONSTRAINT "a ranking is of a snapshot of the same institution" FOREIGN KEY ("institution_id","snapshot_id") REFERENCES "public"."snapshots"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_efficacy_ratings" ADD CONSTRAINT "self_efficacy_ratings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_efficacy_ratings" ADD CONSTRAINT "a rating is given at a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_analyses" ADD CONSTRAINT "an analysis is of a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "a comparison is for a cohort of the same institution" FOREIGN KEY ("institution_id","comparison_for") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comparisons of a cohort" ON "cohorts" USING btree ("institution_id","comparison_for");--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "a comparison was drawn by a lot" CHECK (("cohorts"."comparison_for" is null) = ("cohorts"."lottery_seed" is null));--> statement-breakpoint
ALTER TABLE "cohort_analyses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cohort_analyses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "cohort_analyses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "shortlist_rankings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shortlist_rankings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "shortlist_rankings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "self_efficacy_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "self_efficacy_ratings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "self_efficacy_ratings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "sitting_analyses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sitting_analyses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "sitting_analyses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
