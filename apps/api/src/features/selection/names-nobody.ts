import type { InstitutionDatabase } from '@puente/database';
import type { RoundAct } from '@puente/schemas';
import { Refused } from '../../errors.ts';

/** The acts whose reason stands in the acta, which anybody may read. */
const inActa: ReadonlySet<RoundAct> = new Set([
  'propose_policy',
  'publish_policy',
  'freeze',
  'enter_draw',
  'propose_override',
  'decide_override',
  'propose_outcome',
  'approve_outcome',
  'publish_results',
  'close',
]);

/** Refuses a reason that would carry an applicant's surname or student code into the acta. */
export const requireNobodyNamed = async (
  db: InstitutionDatabase,
  roundId: string,
  act: RoundAct,
  why: string,
): Promise<void> => {
  if (!inActa.has(act)) return;
  const spaced = ` ${why.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  // As written or in capitals alone: in small letters many surnames are words of the language.
  const { rowCount } = await db.$client.query(
    `select from round_applications a
     join learner_links l on l.institution_id = a.institution_id and l.learner_key = a.learner_key
     join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     join people p on p.institution_id = m.institution_id and p.id = m.person_id
     cross join lateral unnest(array[p.first_surname, p.second_surname, p.student_code]) as w(said)
     cross join lateral (select ' ' || regexp_replace(w.said, '[-[:space:].''’]+', ' ', 'g') || ' ' as word) s
     where a.institution_id = $1 and a.round_id = $2 and length(w.said) > 2
       and (strpos($3, s.word) > 0 or strpos($3, upper(s.word)) > 0)
     limit 1`,
    [db.institutionId, roundId, spaced],
  );
  if (rowCount === 0) return;
  const message =
    'This reason stands in the public acta, and it holds the surname or the student code of an applicant. Write it by code (C-…).';
  throw new Refused('names_somebody', message, [{ field: 'why', message }]);
};
