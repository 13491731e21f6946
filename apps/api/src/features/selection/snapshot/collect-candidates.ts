import type { InstitutionDatabase } from '@puente/database';
import type { Policy, RoundSitting } from '@puente/schemas';
import type { Catalogue } from '../../../catalogue.ts';
import type { Context } from '../../../context.ts';
import { Conflict } from '../../../errors.ts';
import { missingOf } from '../apply/eligibility.ts';
import { isEligible, listApplicants } from '../apply/list-applicants.ts';
import type { RoundRow } from '../round-row.ts';
import type { SnapshotV1 } from '../rules/selection-v1.ts';

interface SatRow {
  learnerKey: string;
  formId: string;
  credits: string;
  changed: boolean;
  rescored: boolean;
}

/**
 * The evidence of a round as a file: every applicant who meets each condition, in the order of the learner keys,
 * without names, and why the others are left out. Refuses what would make the file say something else tomorrow.
 */
export const collectCandidates = async (
  db: InstitutionDatabase,
  round: RoundRow,
  policy: Policy,
  sittings: readonly RoundSitting[],
  context: Context,
): Promise<SnapshotV1> => {
  const forms = formsOf(context.catalogue, policy);
  const applicants = (await listApplicants(db, round, policy, context)).filter(
    (applicant) => !applicant.withdrawnAt,
  );
  const sat = await creditsOf(db, policy, forms);
  const candidates: SnapshotV1['candidates'] = [];
  const leftOut: SnapshotV1['leftOut'] = [];
  for (const applicant of applicants) {
    const { learnerKey, campusId } = applicant;
    const missing = missingOf(applicant.items);
    if (policy.campusSeats && !policy.campusSeats.some((campus) => campus.campusId === campusId))
      missing.push('campus_with_seats');
    if (!isEligible(applicant) || missing.length > 0) {
      leftOut.push({ learnerKey, missing });
      continue;
    }
    candidates.push({
      learnerKey,
      campusId,
      sat: policy.components.map(({ courseId }) => {
        const own = sat.get(`${learnerKey} ${courseId}`)!;
        return { formId: own.formId, credits: own.credits };
      }),
    });
  }
  return {
    format: 'selection/v1',
    round: { id: round.id },
    demonstration: round.demonstration,
    policy,
    forms,
    sittings: policy.sittings
      .map(({ sittingId, formId, makeUp }) => {
        const { proctored, demonstration } = sittings.find(({ id }) => id === sittingId)!;
        return { id: sittingId, formId, makeUp, proctored, demonstration };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    candidates,
    leftOut,
  };
};

const ofForm = ({ formId }: { formId: string }, code: string, message: string) =>
  new Conflict(code, `Form ${formId}: ${message}`, [{ field: formId, message }]);

/** What each learner was credited on the form of each course: of a main form and a make-up, the main one. */
const creditsOf = async (
  db: InstitutionDatabase,
  policy: Policy,
  forms: SnapshotV1['forms'],
): Promise<Map<string, SatRow>> => {
  const sittingIds = policy.sittings.map(({ sittingId }) => sittingId);
  const { rows: waiting } = await db.$client.query<{ count: number }>(
    `select count(*)::int as count from unfolded_responses q
     join attempts a on a.institution_id = q.institution_id and a.id = q.attempt_id
     where q.institution_id = $1 and a.sitting_id = any($2::uuid[])`,
    [db.institutionId, sittingIds],
  );
  if (waiting[0]!.count > 0) {
    throw new Conflict(
      'answers_not_counted',
      `${waiting[0]!.count} answers are still being counted. Try again in a few seconds.`,
    );
  }
  // Of two attempts at one form the first: a form is seen once.
  const { rows } = await db.$client.query<SatRow>(
    `with forms as (
       select form_id, (array_agg(item_id order by item_id)) as sorted
       from jsonb_to_recordset($3::jsonb) as f(form_id text, item_id text, scoring_hash text, place int)
       group by form_id),
     first as (
       select distinct on (a.learner_key, a.content_id) a.id, a.learner_key, a.content_id, a.items
       from attempts a
       where a.institution_id = $1 and a.sitting_id = any($2::uuid[])
       order by a.learner_key, a.content_id, a.started_at, a.id)
     select a.learner_key as "learnerKey", a.content_id as "formId",
       string_agg(case c.fraction when 1 then '1' when 0 then '0' else case when c.fraction is null then '-' else '?' end end,
         '' order by f.place) as credits,
       bool_or(c.scoring_hash is not null and c.scoring_hash <> f.scoring_hash) as rescored,
       (select array_agg(i order by i collate "C") from unnest(a.items) i)
         is distinct from (select array_agg(i order by i collate "C") from unnest(s.sorted) i) as changed
     from first a
     left join forms s on s.form_id = a.content_id
     left join jsonb_to_recordset($3::jsonb) as f(form_id text, item_id text, scoring_hash text, place int)
       on f.form_id = a.content_id
     left join counted_responses c on c.institution_id = $1 and c.attempt_id = a.id and c.item_id = f.item_id
     group by a.id, a.learner_key, a.content_id, a.items, s.sorted`,
    [
      db.institutionId,
      sittingIds,
      JSON.stringify(
        forms.flatMap((form) =>
          form.items.map(({ id, scoringHash }, place) => ({
            form_id: form.id,
            item_id: id,
            scoring_hash: scoringHash,
            place,
          })),
        ),
      ),
    ],
  );
  const sat = new Map<string, SatRow>();
  for (const row of rows) {
    const form = forms.find((candidate) => candidate.id === row.formId);
    if (!form || row.changed) {
      throw ofForm(
        row,
        'form_changed',
        "it is not the one that was sat. Restore it from the courses' history.",
      );
    }
    if (row.rescored) {
      throw ofForm(
        row,
        'key_changed',
        "an item was answered under another key than today's. Restore it, or retire it under a new id.",
      );
    }
    if (row.credits.includes('?')) {
      throw ofForm(
        row,
        'partial_credit',
        'an item has partial credit. A sealed form has single best answers alone.',
      );
    }
    const key = `${row.learnerKey} ${form.courseId}`;
    if (!sat.has(key) || !form.makeUp) sat.set(key, row);
  }
  return sat;
};

const formsOf = (catalogue: Catalogue, policy: Policy): SnapshotV1['forms'] =>
  [...new Map(policy.sittings.map((sitting) => [sitting.formId, sitting])).values()]
    .sort((a, b) => (a.formId < b.formId ? -1 : 1))
    .map(({ formId, courseId, makeUp }) => {
      const items = catalogue.forms.get(formId)?.items.map((itemId) => catalogue.items.get(itemId));
      if (!items || items.includes(undefined)) {
        throw ofForm(
          { formId },
          'form_changed',
          'the courses no longer hold it whole. Restore it, or load its bank with PUENTE_BANK.',
        );
      }
      return {
        id: formId,
        courseId,
        makeUp,
        items: items.map((item) => ({
          id: item!.id,
          contentHash: item!.contentHash,
          scoringHash: item!.scoringHash,
        })),
      };
    });
