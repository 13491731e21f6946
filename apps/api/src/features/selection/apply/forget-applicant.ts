import type { InstitutionDatabase } from '@puente/database';
import { Conflict } from '../../../errors.ts';

/**
 * Takes a person's own words, and those of a guardian, out of the rounds they applied to. What was frozen holds codes
 * and stays; an application that nothing was decided on yet is withdrawn.
 */
export const forgetApplicant = async (
  db: InstitutionDatabase,
  learnerKey: string,
  now: Date,
): Promise<void> => {
  const { rows } = await db.$client.query<{ name: string }>(
    `select r.name from round_applications a
     join rounds r on r.institution_id = a.institution_id and r.id = a.round_id
     where a.institution_id = $1 and a.learner_key = $2 and a.withdrawn_at is null
       and r.stage in ('snapshot', 'review', 'approval', 'approved', 'results')
     order by r.created_at limit 1`,
    [db.institutionId, learnerKey],
  );
  if (rows[0]) {
    throw new Conflict(
      'round_under_way',
      `They are a candidate in "${rows[0].name}", whose evidence is frozen and whose result is still open. Close the round first, or let them withdraw.`,
    );
  }
  const own = [db.institutionId, learnerKey];
  // A dossier that was read stays one that was written; only its words go.
  await db.$client.query(
    `update round_applications a set changed_at = $3::timestamptz,
       dossier_answers = array(select case when trim(w.words) = '' then '' else '–' end
         from unnest(a.dossier_answers) with ordinality w(words, place) order by w.place),
       withdrawn_at = coalesce(a.withdrawn_at, case when r.stage = 'closed' then null else $3::timestamptz end)
     from rounds r
     where a.institution_id = $1 and a.learner_key = $2 and r.institution_id = a.institution_id and r.id = a.round_id`,
    [...own, now],
  );
  await db.$client.query(
    `update round_claims set text = '–', answer = case when answer is null then null else '–' end
     where institution_id = $1 and learner_key = $2`,
    own,
  );
  await db.$client.query(
    `update consents set guardian = '{"fullName": "", "relationship": "", "documentNumber": ""}'
     where institution_id = $1 and learner_key = $2 and guardian is not null`,
    own,
  );
  await db.$client.query(
    `update guardian_requests set ended_at = $3::timestamptz where institution_id = $1 and learner_key = $2 and ended_at is null`,
    [...own, now],
  );
};
