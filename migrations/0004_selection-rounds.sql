CREATE TABLE "consents" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"learner_key" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"by" text NOT NULL,
	"given" boolean NOT NULL,
	"text_version" text NOT NULL,
	"guardian" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a guardian who consents is named" CHECK (("consents"."by" = 'guardian') = ("consents"."guardian" is not null))
);
--> statement-breakpoint
CREATE TABLE "dossier_readings" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"scores" jsonb,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "a reader scores a dossier once" PRIMARY KEY("institution_id","round_id","learner_key","reader_id"),
	CONSTRAINT "a conflict of interest says why" CHECK ("dossier_readings"."scores" is not null or "dossier_readings"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "fairness_facts" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"sex" text,
	"first_language" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fairness_facts_institution_id_learner_key_pk" PRIMARY KEY("institution_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "guardian_requests" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "guardian_requests_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a guardian link opens one request" UNIQUE("institution_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "rank_chances" (
	"institution_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"rank_low" integer NOT NULL,
	"rank_high" integer NOT NULL,
	"probability" double precision NOT NULL,
	"zone" text NOT NULL,
	CONSTRAINT "rank_chances_institution_id_snapshot_id_learner_key_pk" PRIMARY KEY("institution_id","snapshot_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "ranked_candidates" (
	"institution_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"code" text NOT NULL,
	"campus_id" uuid,
	"rank" integer NOT NULL,
	"score" double precision NOT NULL,
	"estimate" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"rights" double precision[] NOT NULL,
	"percents" double precision[] NOT NULL,
	"make_up" boolean NOT NULL,
	CONSTRAINT "ranked_candidates_institution_id_snapshot_id_learner_key_pk" PRIMARY KEY("institution_id","snapshot_id","learner_key"),
	CONSTRAINT "a code names one candidate of a snapshot" UNIQUE("institution_id","snapshot_id","code")
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"institution_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"draws" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"evidence" jsonb,
	"ranked_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	"claimed_at" timestamp with time zone,
	"sha256" text,
	CONSTRAINT "rankings_institution_id_snapshot_id_pk" PRIMARY KEY("institution_id","snapshot_id")
);
--> statement-breakpoint
CREATE TABLE "round_applications" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"can_travel" boolean NOT NULL,
	"dates_fit" boolean NOT NULL,
	"under_18" boolean NOT NULL,
	"english" text,
	"dossier_answers" text[] NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "round_applications_institution_id_round_id_learner_key_pk" PRIMARY KEY("institution_id","round_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "round_claims" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"upheld" boolean,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "round_claims_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "an answered claim has its answer" CHECK (num_nulls("round_claims"."upheld", "round_claims"."answer", "round_claims"."answered_by", "round_claims"."answered_at") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "round_outcomes" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"outcome" text NOT NULL,
	"place" integer,
	"decided_by" text NOT NULL,
	CONSTRAINT "round_outcomes_institution_id_snapshot_id_learner_key_pk" PRIMARY KEY("institution_id","snapshot_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "round_overrides" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"to" text NOT NULL,
	"why" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved" boolean,
	"decision_why" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "round_overrides_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "who proposes an override does not decide it" CHECK ("round_overrides"."decided_by" <> "round_overrides"."proposed_by"),
	CONSTRAINT "a decided override says by whom and why" CHECK (num_nulls("round_overrides"."approved", "round_overrides"."decision_why", "round_overrides"."decided_by", "round_overrides"."decided_at") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "round_sittings" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"make_up" boolean NOT NULL,
	CONSTRAINT "round_sittings_institution_id_round_id_sitting_id_pk" PRIMARY KEY("institution_id","round_id","sitting_id")
);
--> statement-breakpoint
CREATE TABLE "round_snapshots" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"sha256" text NOT NULL,
	"file" text NOT NULL,
	"commit" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" uuid NOT NULL,
	CONSTRAINT "round_snapshots_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a round of selection/v1 is frozen once" UNIQUE("institution_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"stage" text DEFAULT 'policy' NOT NULL,
	"demonstration" boolean NOT NULL,
	"applications_open_at" timestamp with time zone NOT NULL,
	"applications_close_at" timestamp with time zone NOT NULL,
	"travel_from" date NOT NULL,
	"travel_to" date NOT NULL,
	"policy" jsonb,
	"rehearsal" jsonb,
	"policy_proposed_by" uuid,
	"policy_published_at" timestamp with time zone,
	"draw_numbers" text,
	"draw_entered_at" timestamp with time zone,
	"outcome_proposed_by" uuid,
	"approved_at" timestamp with time zone,
	"results_at" timestamp with time zone,
	"claims_until" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rounds_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "applications open before they close" CHECK ("rounds"."applications_open_at" < "rounds"."applications_close_at"),
	CONSTRAINT "a group leaves before it returns" CHECK ("rounds"."travel_from" <= "rounds"."travel_to"),
	CONSTRAINT "past its policy a round has one" CHECK ("rounds"."stage" = 'policy' or "rounds"."policy" is not null),
	CONSTRAINT "results have an hour and a deadline" CHECK (("rounds"."results_at" is null) = ("rounds"."claims_until" is null)),
	CONSTRAINT "a draw is entered with its time" CHECK (("rounds"."draw_numbers" is null) = ("rounds"."draw_entered_at" is null))
);--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_readings" ADD CONSTRAINT "dossier_readings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_readings" ADD CONSTRAINT "a dossier is of an application of the same institution" FOREIGN KEY ("institution_id","round_id","learner_key") REFERENCES "public"."round_applications"("institution_id","round_id","learner_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_facts" ADD CONSTRAINT "fairness_facts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "guardian_requests_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_requests" ADD CONSTRAINT "a guardian is asked about an application of the same institution" FOREIGN KEY ("institution_id","round_id","learner_key") REFERENCES "public"."round_applications"("institution_id","round_id","learner_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_chances" ADD CONSTRAINT "rank_chances_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_chances" ADD CONSTRAINT "a chance is of a ranked candidate of the same institution" FOREIGN KEY ("institution_id","snapshot_id","learner_key") REFERENCES "public"."ranked_candidates"("institution_id","snapshot_id","learner_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranked_candidates" ADD CONSTRAINT "ranked_candidates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranked_candidates" ADD CONSTRAINT "candidates are ranked from a snapshot of the same institution" FOREIGN KEY ("institution_id","snapshot_id") REFERENCES "public"."round_snapshots"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "a ranking is of a snapshot of the same institution" FOREIGN KEY ("institution_id","snapshot_id") REFERENCES "public"."round_snapshots"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_applications" ADD CONSTRAINT "round_applications_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_applications" ADD CONSTRAINT "an application is to a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_claims" ADD CONSTRAINT "round_claims_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_claims" ADD CONSTRAINT "a claim is about a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_outcomes" ADD CONSTRAINT "round_outcomes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_outcomes" ADD CONSTRAINT "an outcome is of a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_outcomes" ADD CONSTRAINT "an outcome is of a ranked candidate of the same institution" FOREIGN KEY ("institution_id","snapshot_id","learner_key") REFERENCES "public"."ranked_candidates"("institution_id","snapshot_id","learner_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_overrides" ADD CONSTRAINT "round_overrides_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_overrides" ADD CONSTRAINT "an override is of a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sittings" ADD CONSTRAINT "round_sittings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sittings" ADD CONSTRAINT "a policy names sittings for a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sittings" ADD CONSTRAINT "a policy names sittings of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_snapshots" ADD CONSTRAINT "round_snapshots_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_snapshots" ADD CONSTRAINT "evidence is of a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents of a learner" ON "consents" USING btree ("institution_id","learner_key","round_id","purpose","at");--> statement-breakpoint
CREATE INDEX "guardian links of an application" ON "guardian_requests" USING btree ("institution_id","round_id","learner_key");--> statement-breakpoint
CREATE INDEX "candidates in order" ON "ranked_candidates" USING btree ("institution_id","snapshot_id","rank");--> statement-breakpoint
CREATE INDEX "rankings that name a learner" ON "ranked_candidates" USING btree ("institution_id","learner_key");--> statement-breakpoint
CREATE INDEX "applications of a learner" ON "round_applications" USING btree ("institution_id","learner_key");--> statement-breakpoint
CREATE INDEX "claims of a round" ON "round_claims" USING btree ("institution_id","round_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "a candidate has one open claim" ON "round_claims" USING btree ("institution_id","round_id","learner_key") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "outcomes of a round" ON "round_outcomes" USING btree ("institution_id","round_id");--> statement-breakpoint
CREATE INDEX "overrides of a round" ON "round_overrides" USING btree ("institution_id","round_id","proposed_at");--> statement-breakpoint
CREATE INDEX "policies that name a sitting" ON "round_sittings" USING btree ("institution_id","sitting_id");--> statement-breakpoint
CREATE INDEX "rounds by time" ON "rounds" USING btree ("institution_id","created_at");--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rounds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "rounds"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_sittings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_sittings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_sittings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_applications" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_applications"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "consents"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "guardian_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "guardian_requests" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "guardian_requests"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "fairness_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "fairness_facts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "fairness_facts"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_snapshots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_snapshots"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "rankings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rankings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "rankings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "ranked_candidates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ranked_candidates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "ranked_candidates"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "rank_chances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rank_chances" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "rank_chances"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "dossier_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dossier_readings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "dossier_readings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_overrides" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_overrides"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_outcomes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_outcomes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_outcomes"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "round_claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round_claims" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "round_claims"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
