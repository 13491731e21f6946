-- The second wall: every tenant table shows only the rows of the institution that the connection is bound to.
-- Forced, so that the owner is bound too. No setting, no rows.

ALTER TABLE "activation_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activation_codes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "activation_codes"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "attempt_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempt_totals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "attempt_totals"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "attempts"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_log" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "audit_log"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "campuses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "campuses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "campuses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "cohort_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cohort_codes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "cohort_codes"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "cohort_courses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cohort_courses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "cohort_courses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "cohort_faculty" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cohort_faculty" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "cohort_faculty"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "cohorts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cohorts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "cohorts"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "counted_responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "counted_responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "counted_responses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "enrolments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enrolments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "enrolments"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "form_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "form_assignments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "form_assignments"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "learner_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "learner_links" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "learner_links"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "lesson_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lesson_progress" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "lesson_progress"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "memberships"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "people"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "response_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "response_counts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "response_counts"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "response_scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "response_scores" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "response_scores"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "responses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "selection_round_sittings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "selection_round_sittings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "selection_round_sittings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "selection_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "selection_rounds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "selection_rounds"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "sessions"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "shortlist_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shortlist_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "shortlist_entries"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "sittings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sittings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "sittings"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "snapshots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "snapshots"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
ALTER TABLE "unfolded_responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unfolded_responses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rows of the bound institution" ON "unfolded_responses"
  USING (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid))
  WITH CHECK (institution_id = (SELECT nullif(current_setting('puente.institution', true), '')::uuid));--> statement-breakpoint
-- At sign-in the institution is not known yet: an account sees its own memberships, wherever they are.
CREATE POLICY "an account sees its own memberships" ON "memberships" FOR SELECT
  USING (account_id = (SELECT nullif(current_setting('puente.account', true), '')::uuid));--> statement-breakpoint
-- Who types a cohort's code sees the code's row, and nothing else.
CREATE POLICY "who types a code sees it" ON "cohort_codes" FOR SELECT
  USING (code = (SELECT nullif(current_setting('puente.cohort_code', true), '')));
