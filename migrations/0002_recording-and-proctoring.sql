CREATE TABLE "attempt_extensions" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"attempt_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"why" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_extensions_institution_id_id_pk" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "an extension adds minutes" CHECK ("attempt_extensions"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "attempt_leases" (
	"institution_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"lease" integer NOT NULL,
	"session_id" uuid NOT NULL,
	"device" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_leases_institution_id_attempt_id_lease_pk" PRIMARY KEY("institution_id","attempt_id","lease")
);
--> statement-breakpoint
CREATE TABLE "interruptions" (
	"institution_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interruptions_institution_id_attempt_id_id_pk" PRIMARY KEY("institution_id","attempt_id","id"),
	CONSTRAINT "an interruption ends after it begins" CHECK ("interruptions"."from_at" <= "interruptions"."to_at")
);
--> statement-breakpoint
CREATE TABLE "proctor_notes" (
	"institution_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"sitting_id" uuid NOT NULL,
	"learner_key" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proctor_notes_institution_id_id_pk" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
CREATE TABLE "proctor_records" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"room" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"attestation" text,
	"attested_by" uuid,
	"attested_at" timestamp with time zone,
	CONSTRAINT "proctor_records_institution_id_sitting_id_pk" PRIMARY KEY("institution_id","sitting_id"),
	CONSTRAINT "a room ends after it begins" CHECK ("proctor_records"."ended_at" is null or ("proctor_records"."started_at" is not null and "proctor_records"."started_at" <= "proctor_records"."ended_at")),
	CONSTRAINT "a record is signed whole, by somebody, after the end" CHECK (("proctor_records"."attestation" is null) = ("proctor_records"."attested_at" is null) and ("proctor_records"."attestation" is null) = ("proctor_records"."attested_by" is null)
        and ("proctor_records"."attestation" is null or "proctor_records"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "set_aside_responses" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"payload" text NOT NULL,
	"payload_hash" text NOT NULL,
	"reason" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "set_aside_responses_institution_id_learner_key_id_pk" PRIMARY KEY("institution_id","learner_key","id")
);
--> statement-breakpoint
CREATE TABLE "sitting_candidates" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"seat" text,
	"identity_proof" text,
	"identity_checked_by" uuid,
	"identity_checked_at" timestamp with time zone,
	CONSTRAINT "sitting_candidates_institution_id_sitting_id_learner_key_pk" PRIMARY KEY("institution_id","sitting_id","learner_key"),
	CONSTRAINT "an identity is checked by somebody at some time" CHECK (("sitting_candidates"."identity_proof" is null) = ("sitting_candidates"."identity_checked_by" is null) and ("sitting_candidates"."identity_proof" is null) = ("sitting_candidates"."identity_checked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "sitting_proctors" (
	"institution_id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	CONSTRAINT "sitting_proctors_institution_id_sitting_id_membership_id_pk" PRIMARY KEY("institution_id","sitting_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "time_decisions" (
	"institution_id" uuid NOT NULL,
	"learner_key" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"why" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a disputed time is decided once" PRIMARY KEY("institution_id","learner_key","response_id")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "held_by" uuid;--> statement-breakpoint
ALTER TABLE "sittings" ADD COLUMN "room_secret" text;--> statement-breakpoint
ALTER TABLE "attempt_extensions" ADD CONSTRAINT "attempt_extensions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_extensions" ADD CONSTRAINT "an extension is of an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_leases" ADD CONSTRAINT "attempt_leases_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_leases" ADD CONSTRAINT "a lease is of an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interruptions" ADD CONSTRAINT "interruptions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interruptions" ADD CONSTRAINT "an interruption is of an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proctor_notes" ADD CONSTRAINT "proctor_notes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proctor_notes" ADD CONSTRAINT "a note is of a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proctor_records" ADD CONSTRAINT "proctor_records_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proctor_records" ADD CONSTRAINT "a record is of a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_aside_responses" ADD CONSTRAINT "what is set aside belongs to an attempt of the same institution" FOREIGN KEY ("institution_id","attempt_id") REFERENCES "public"."attempts"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_candidates" ADD CONSTRAINT "sitting_candidates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_candidates" ADD CONSTRAINT "a candidate sits in a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_proctors" ADD CONSTRAINT "sitting_proctors_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_proctors" ADD CONSTRAINT "a proctor is of a sitting of the same institution" FOREIGN KEY ("institution_id","sitting_id") REFERENCES "public"."sittings"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_proctors" ADD CONSTRAINT "a proctor is a member of the same institution" FOREIGN KEY ("institution_id","membership_id") REFERENCES "public"."memberships"("institution_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_decisions" ADD CONSTRAINT "time_decisions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_decisions" ADD CONSTRAINT "a decision is on an answer of the same institution" FOREIGN KEY ("institution_id","learner_key","response_id") REFERENCES "public"."set_aside_responses"("institution_id","learner_key","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extensions of an attempt" ON "attempt_extensions" USING btree ("institution_id","attempt_id");--> statement-breakpoint
CREATE INDEX "notes of a sitting" ON "proctor_notes" USING btree ("institution_id","sitting_id");--> statement-breakpoint
CREATE INDEX "what was set aside of an attempt" ON "set_aside_responses" USING btree ("institution_id","attempt_id");--> statement-breakpoint
CREATE INDEX "sittings that somebody proctors" ON "sitting_proctors" USING btree ("institution_id","membership_id");--> statement-breakpoint
ALTER TABLE "attempt_extensions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempt_extensions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "attempt_extensions"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "attempt_leases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempt_leases" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "attempt_leases"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "interruptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "interruptions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "interruptions"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "proctor_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proctor_notes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "proctor_notes"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "proctor_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proctor_records" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "proctor_records"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "set_aside_responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "set_aside_responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "set_aside_responses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "sitting_candidates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sitting_candidates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "sitting_candidates"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "sitting_proctors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sitting_proctors" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "sitting_proctors"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "time_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "time_decisions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "time_decisions"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));
