import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { enrolments, type InstitutionDatabase } from '@puente/database';
import { markCohortDue } from '../insights/mark-due.ts';

/** Enrols learners, or back those who had left. An enrolment once confirmed stays so. */
export const enrol = async (
  db: InstitutionDatabase,
  cohortId: string,
  learners: { learnerKey: string; confirmed: boolean }[],
  now: Date,
): Promise<void> => {
  if (learners.length === 0) return;
  await db.execute(sql`
    insert into enrolments as e (institution_id, cohort_id, learner_key, confirmed, enrolled_at)
    select ${db.institutionId}::uuid, ${cohortId}::uuid, r."learnerKey", r.confirmed, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(learners)}::jsonb) as r("learnerKey" uuid, confirmed boolean)
    on conflict (institution_id, cohort_id, learner_key) do update set
      confirmed = e.confirmed or excluded.confirmed,
      enrolled_at = case when e.left_at is null then e.enrolled_at else excluded.enrolled_at end,
      left_at = null`);
  await markCohortDue(db, cohortId);
};

/** A roster that names no cohort confirms those who joined by code wherever they did. */
export const confirmEnrolments = async (db: InstitutionDatabase, learnerKeys: string[]): Promise<void> => {
  if (learnerKeys.length === 0) return;
  await db
    .update(enrolments)
    .set({ confirmed: true })
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        inArray(enrolments.learnerKey, learnerKeys),
        eq(enrolments.confirmed, false),
        isNull(enrolments.leftAt),
      ),
    );
};
