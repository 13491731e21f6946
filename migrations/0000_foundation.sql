CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text,
	"password_hash" text,
	"issuer" text,
	"subject" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "activation_codes" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"membership_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activation_codes_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempt_totals" (
	"institution_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"scope" text NOT NULL,
	"counted" integer NOT NULL,
	"fraction_sum" double precision NOT NULL,
	"right_count" integer NOT NULL,
	"confidence_sum" double precision NOT NULL,
	"brier_sum" double precision NOT NULL,
	CONSTRAINT "attempt_totals_institution_id_attempt_id_pk" PRIMARY KEY("institution_id","attempt_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"institution_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"kind" text NOT NULL,
	"course_id" text NOT NULL,
	"content_id" text NOT NULL,
	"cohort_id" uuid NOT NULL,
	"sitting_id" uuid,
	"wave" text,
	"language" text NOT NULL,
	"items" text[] NOT NULL,
	"seed" text NOT NULL,
	"lease" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attempts_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a learner attempts a sitting once" UNIQUE("institution_id","sitting_id","learner_key"),
	CONSTRAINT "an attempt at a sitting names it and its wave" CHECK (("attempts"."kind" = 'sitting') = ("attempts"."sitting_id" is not null and "attempts"."wave" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_membership_id" uuid,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"why" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_log_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
CREATE TABLE "campuses" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'America/Lima' NOT NULL,
	CONSTRAINT "campuses_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a campus name is used once in an institution" UNIQUE("institution_id","name")
);
--> statement-breakpoint
CREATE TABLE "cohort_codes" (
	"institution_id" uuid NOT NULL,
	"code" text NOT NULL,
	"cohort_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "cohort_codes_institution_id_code_pk" PRIMARY KEY("institution_id","code"),
	CONSTRAINT "a cohort code opens one cohort" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "cohort_courses" (
	"institution_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	CONSTRAINT "cohort_courses_institution_id_cohort_id_course_id_pk" PRIMARY KEY("institution_id","cohort_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "cohort_faculty" (
	"institution_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	CONSTRAINT "cohort_faculty_institution_id_cohort_id_membership_id_pk" PRIMARY KEY("institution_id","cohort_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"term" text NOT NULL,
	"campus_id" uuid,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohorts_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a cohort name is used once in a term" UNIQUE("institution_id","term","name")
);
--> statement-breakpoint
CREATE TABLE "content_versions" (
	"content_hash" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"scoring_hash" text NOT NULL,
	"kind" text NOT NULL,
	"document" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counted_responses" (
	"institution_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"response_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"scope" text NOT NULL,
	"scoring_hash" text NOT NULL,
	"choice" text NOT NULL,
	"confidence_level" smallint NOT NULL,
	"confidence" double precision NOT NULL,
	"fraction" double precision NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counted_responses_institution_id_attempt_id_item_id_pk" PRIMARY KEY("institution_id","attempt_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"institution_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"confirmed" boolean DEFAULT true NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "enrolments_institution_id_cohort_id_learner_key_pk" PRIMARY KEY("institution_id","cohort_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "form_assignments" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"form_id" text NOT NULL,
	"place" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_assignments_institution_id_sitting_id_learner_key_pk" PRIMARY KEY("institution_id","sitting_id","learner_key"),
	CONSTRAINT "a place in the blocks is given once" UNIQUE("institution_id","sitting_id","place")
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'America/Lima' NOT NULL,
	"pass_mark" double precision DEFAULT 12 NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "an institution has one code of its own" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "learner_links" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid DEFAULT gen_random_uuid() NOT NULL,
	"membership_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learner_links_institution_id_learner_key_pk" PRIMARY KEY("institution_id","learner_key"),
	CONSTRAINT "a membership has one learner key" UNIQUE("institution_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"place" text,
	"finished_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a learner has one place in a lesson" PRIMARY KEY("institution_id","learner_key","course_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a person holds a role once" UNIQUE("institution_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"given_names" text NOT NULL,
	"first_surname" text NOT NULL,
	"second_surname" text,
	"student_code" text,
	"document_kind" text,
	"document_number" text,
	"email" text,
	"campus_id" uuid,
	"confirmed" boolean DEFAULT true NOT NULL,
	"synthetic" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "people_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
CREATE TABLE "response_counts" (
	"institution_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"item_id" text NOT NULL,
	"scoring_hash" text NOT NULL,
	"choice" text NOT NULL,
	"confidence_level" smallint NOT NULL,
	"responses" integer NOT NULL,
	CONSTRAINT "a count stands once" PRIMARY KEY("institution_id","cohort_id","scope","item_id","scoring_hash","choice","confidence_level")
);
--> statement-breakpoint
CREATE TABLE "response_scores" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"scoring_hash" text NOT NULL,
	"fraction" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "a response is scored once by a key" PRIMARY KEY("institution_id","learner_key","response_id","scoring_hash")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"payload_hash" text NOT NULL,
	"language" text NOT NULL,
	"option_order" text[] NOT NULL,
	"position" smallint NOT NULL,
	"exposure" smallint NOT NULL,
	"answer" jsonb NOT NULL,
	"confidence_level" smallint NOT NULL,
	"confidence" double precision NOT NULL,
	"device_sequence" integer NOT NULL,
	"wall_time" timestamp with time zone NOT NULL,
	"elapsed_ms" bigint,
	"clock_offset_ms" bigint,
	"shown_ms" bigint NOT NULL,
	"lease" smallint NOT NULL,
	"origin" text NOT NULL,
	"app_version" text NOT NULL,
	"schema_version" smallint NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "responses_institution_id_learner_key_id_pk" PRIMARY KEY("institution_id","learner_key","id"),
	CONSTRAINT "confidence is a level from 0 to 4" CHECK ("responses"."confidence_level" between 0 and 4),
	CONSTRAINT "confidence is a probability" CHECK ("responses"."confidence" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "selection_round_sittings" (
	"institution_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	CONSTRAINT "selection_round_sittings_institution_id_round_id_sitting_id_pk" PRIMARY KEY("institution_id","round_id","sitting_id")
);
--> statement-breakpoint
CREATE TABLE "selection_rounds" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"seats" integer NOT NULL,
	"reserves" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"results_published_at" timestamp with time zone,
	CONSTRAINT "selection_rounds_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a round has seats" CHECK ("selection_rounds"."seats" > 0),
	CONSTRAINT "reserves are not negative" CHECK ("selection_rounds"."reserves" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"membership_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"rotated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
CREATE TABLE "shortlist_entries" (
	"institution_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"code" text NOT NULL,
	"score" double precision NOT NULL,
	"estimate" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"rank" integer NOT NULL,
	"rank_low" integer NOT NULL,
	"rank_high" integer NOT NULL,
	"probability" double precision NOT NULL,
	"zone" text NOT NULL,
	CONSTRAINT "shortlist_entries_institution_id_snapshot_id_learner_key_pk" PRIMARY KEY("institution_id","snapshot_id","learner_key")
);
--> statement-breakpoint
CREATE TABLE "sign_in_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"wave" text NOT NULL,
	"forms" text[] NOT NULL,
	"demonstration" boolean NOT NULL,
	"proctored" boolean DEFAULT false NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer,
	"late_hours" integer DEFAULT 24 NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"assignment_seed" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sittings_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a sitting opens before it closes" CHECK ("sittings"."opens_at" < "sittings"."closes_at"),
	CONSTRAINT "results are released after the close" CHECK ("sittings"."released_at" is null or "sittings"."closed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"sha256" text NOT NULL,
	"file" text NOT NULL,
	"commit" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" uuid NOT NULL,
	CONSTRAINT "snapshots_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "a round is frozen once" UNIQUE("institution_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "unfolded_responses" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	CONSTRAINT "unfolded_responses_institution_id_learner_key_response_id_pk" PRIMARY KEY("institution_id","learner_key","response_id")
);
--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "an activation code's membership is of the same institution" FOREIGN KEY ("institution_id","membership_id") REFERENCES "public"."memberships"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_totals" ADD CONSTRAINT "totals are of an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "an attempt is made through a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "an attempt is at a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campuses" ADD CONSTRAINT "campuses_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_codes" ADD CONSTRAINT "cohort_codes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_codes" ADD CONSTRAINT "a code's cohort is of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_courses" ADD CONSTRAINT "cohort_courses_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_courses" ADD CONSTRAINT "a course is taken by a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_faculty" ADD CONSTRAINT "cohort_faculty_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_faculty" ADD CONSTRAINT "faculty teach a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_faculty" ADD CONSTRAINT "a cohort is taught by faculty of the same institution" FOREIGN KEY ("institution_id","membership_id") REFERENCES "public"."memberships"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "a cohort's campus is of the same institution" FOREIGN KEY ("institution_id","campus_id") REFERENCES "public"."campuses"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_responses" ADD CONSTRAINT "a counted response is of an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "an enrolment is in a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_assignments" ADD CONSTRAINT "form_assignments_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_assignments" ADD CONSTRAINT "a form is assigned in a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_links" ADD CONSTRAINT "learner_links_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_links" ADD CONSTRAINT "a learner key belongs to a membership of the same institution" FOREIGN KEY ("institution_id","membership_id") REFERENCES "public"."memberships"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "a membership's person is of the same institution" FOREIGN KEY ("institution_id","person_id") REFERENCES "public"."people"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "a person's campus is of the same institution" FOREIGN KEY ("institution_id","campus_id") REFERENCES "public"."campuses"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_scores" ADD CONSTRAINT "a score is of a response of the same institution" FOREIGN KEY ("institution_id","learner_key","response_id") REFERENCES "public"."responses"("institution_id","learner_key","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "a response belongs to an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_round_sittings" ADD CONSTRAINT "selection_round_sittings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_round_sittings" ADD CONSTRAINT "a round's sittings belong to a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."selection_rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_round_sittings" ADD CONSTRAINT "a round uses sittings of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_rounds" ADD CONSTRAINT "selection_rounds_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "a session's membership is of the same institution" FOREIGN KEY ("institution_id","membership_id") REFERENCES "public"."memberships"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "shortlist_entries_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlist_entries" ADD CONSTRAINT "a shortlist is of a snapshot of the same institution" FOREIGN KEY ("institution_id","snapshot_id") REFERENCES "public"."snapshots"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "a sitting is for a cohort of the same institution" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "public"."cohorts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "a snapshot is of a round of the same institution" FOREIGN KEY ("institution_id","round_id") REFERENCES "public"."selection_rounds"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "an e-mail signs in to one account" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "an external identity signs in to one account" ON "accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "activation codes of a membership" ON "activation_codes" USING btree ("institution_id","membership_id");--> statement-breakpoint
CREATE INDEX "totals of a learner" ON "attempt_totals" USING btree ("institution_id","learner_key","course_id","scope");--> statement-breakpoint
CREATE INDEX "totals of a cohort" ON "attempt_totals" USING btree ("institution_id","cohort_id","course_id","scope");--> statement-breakpoint
CREATE INDEX "attempts of a learner" ON "attempts" USING btree ("institution_id","learner_key","started_at");--> statement-breakpoint
CREATE INDEX "attempts of a cohort" ON "attempts" USING btree ("institution_id","cohort_id");--> statement-breakpoint
CREATE INDEX "the audit log by time" ON "audit_log" USING btree ("institution_id","at");--> statement-breakpoint
CREATE INDEX "the audit log by subject" ON "audit_log" USING btree ("institution_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "codes of a cohort" ON "cohort_codes" USING btree ("institution_id","cohort_id");--> statement-breakpoint
CREATE INDEX "cohorts that a person teaches" ON "cohort_faculty" USING btree ("institution_id","membership_id");--> statement-breakpoint
CREATE INDEX "cohorts of a campus" ON "cohorts" USING btree ("institution_id","campus_id");--> statement-breakpoint
CREATE INDEX "counted responses of a learner" ON "counted_responses" USING btree ("institution_id","learner_key","course_id");--> statement-breakpoint
CREATE INDEX "counted responses of a cohort" ON "counted_responses" USING btree ("institution_id","cohort_id","course_id","scope");--> statement-breakpoint
CREATE INDEX "cohorts of a learner" ON "enrolments" USING btree ("institution_id","learner_key");--> statement-breakpoint
CREATE INDEX "memberships of an account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "a student code names one person" ON "people" USING btree ("institution_id",upper("student_code"));--> statement-breakpoint
CREATE UNIQUE INDEX "a document names one person" ON "people" USING btree ("institution_id","document_kind","document_number");--> statement-breakpoint
CREATE INDEX "people by surname" ON "people" USING btree ("institution_id","first_surname","second_surname","given_names");--> statement-breakpoint
CREATE INDEX "people of a campus" ON "people" USING btree ("institution_id","campus_id");--> statement-breakpoint
CREATE INDEX "responses of an attempt" ON "responses" USING btree ("institution_id","attempt_id","item_id");--> statement-breakpoint
CREATE INDEX "rounds that use a sitting" ON "selection_round_sittings" USING btree ("institution_id","sitting_id");--> statement-breakpoint
CREATE INDEX "selection rounds by time" ON "selection_rounds" USING btree ("institution_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions of a membership" ON "sessions" USING btree ("institution_id","membership_id");--> statement-breakpoint
CREATE INDEX "sessions of an account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "a shortlist in order" ON "shortlist_entries" USING btree ("institution_id","snapshot_id","rank");--> statement-breakpoint
CREATE INDEX "shortlists that name a learner" ON "shortlist_entries" USING btree ("institution_id","learner_key");--> statement-breakpoint
CREATE INDEX "sittings of a cohort" ON "sittings" USING btree ("institution_id","cohort_id");