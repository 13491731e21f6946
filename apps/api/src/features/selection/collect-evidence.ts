import type { InstitutionDatabase } from '@puente/database';
import type { RoundSitting } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { Conflict } from '../../errors.ts';
import type { RoundRow } from './get-selection-round.ts';
import type { SnapshotFile } from './rules/selection-v0.ts';

interface AttemptRow {
  id: string;
  learnerKey: string;
  form: string;
  items: string[];
}

interface CountedRow {
  attemptId: string;
  itemId: string;
  scoringHash: string;
  fraction: number;
}

/**
 * The evidence of a round as a file: everybody who sat every form, in the order of their learner keys, without
 * names. Refuses what would make the file say something else tomorrow.
 */
export const collectEvidence = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  round: RoundRow,
  sittings: readonly RoundSitting[],
): Promise<SnapshotFile> => {
  const sittingIds = sittings.map((sitting) => sitting.id).sort();
  const forms = formsOf(catalogue, sittings);
  // Of two attempts at one form the first: a form is seen once.
  const { rows: attempts } = await db.$client.query<AttemptRow>(
    `select distinct on (a.learner_key, a.content_id) a.id, a.learner_key as "learnerKey", a.content_id as form, a.items
     from attempts a
     join learner_links l on l.institution_id = a.institution_id and l.learner_key = a.learner_key
     where a.institution_id = $1 and a.sitting_id = any($2::uuid[])
     order by a.learner_key, a.content_id, a.started_at, a.id`,
    [db.institutionId, sittingIds],
  );
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
  const { rows: counted } = await db.$client.query<CountedRow>(
    `select attempt_id as "attemptId", item_id as "itemId", scoring_hash as "scoringHash", fraction
     from counted_responses where institution_id = $1 and attempt_id = any($2::uuid[])`,
    [db.institutionId, attempts.map((attempt) => attempt.id)],
  );

  const itemOf = new Map(forms.flatMap((form) => form.items.map((item) => [item.id, item])));
  for (const { itemId, scoringHash } of counted) {
    if (itemOf.get(itemId)?.scoringHash !== scoringHash) {
      throw new Conflict(
        'key_changed',
        `Item ${itemId} was answered under another key than today's. Restore it, or retire it under a new id.`,
        [{ field: itemId, message: 'answered under another key' }],
      );
    }
  }
  for (const attempt of attempts) {
    const form = forms.find((candidate) => candidate.id === attempt.form);
    if (
      !form ||
      form.items
        .map((item) => item.id)
        .sort()
        .join() !== attempt.items.toSorted().join()
    ) {
      throw new Conflict(
        'form_changed',
        `Form ${attempt.form} is not the one that was sat. Restore it from the courses' history.`,
        [{ field: attempt.form, message: 'not the one that was sat' }],
      );
    }
  }

  const fractionOf = new Map(counted.map((row) => [`${row.attemptId}/${row.itemId}`, row.fraction]));
  const candidates: SnapshotFile['candidates'] = [];
  const leftOut: SnapshotFile['leftOut'] = [];
  // PostgreSQL orders a uuid by its bytes, which is the order of its text.
  for (const [learnerKey, own] of Map.groupBy(attempts, (attempt) => attempt.learnerKey)) {
    const missingForms = forms
      .filter((form) => !own.some((attempt) => attempt.form === form.id))
      .map((form) => form.id);
    if (missingForms.length > 0) {
      leftOut.push({ learnerKey, missingForms });
      continue;
    }
    const fractions = forms.flatMap((form) => {
      const attempt = own.find((candidate) => candidate.form === form.id)!;
      return form.items.map((item) => fractionOf.get(`${attempt.id}/${item.id}`) ?? null);
    });
    candidates.push({
      learnerKey,
      fractions,
      score: fractions.reduce<number>((sum, fraction) => sum + (fraction ?? 0), 0),
    });
  }
  return {
    format: 'selection/v0',
    round: { id: round.id },
    policy: {
      rule: round.policy.rule,
      seats: round.seats,
      reserves: round.reserves,
      draws: round.policy.draws,
      seed: round.policy.seed,
    },
    sittings: sittings
      .map(({ id, courseId, forms: formIds, proctored, recordGaps, demonstration }) => ({
        id,
        courseId,
        forms: formIds,
        // A record that lacks something does not say who answered.
        proctored: proctored && recordGaps.length === 0,
        demonstration,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    forms,
    candidates,
    leftOut,
  };
};

const formsOf = (catalogue: Catalogue, sittings: readonly RoundSitting[]): SnapshotFile['forms'] =>
  [...new Set(sittings.flatMap((sitting) => sitting.forms))].sort().map((id) => {
    const form = catalogue.forms.get(id);
    const items = form?.items.map((itemId) => catalogue.items.get(itemId));
    if (!form || !items || items.includes(undefined)) {
      throw new Conflict(
        'form_changed',
        `The courses no longer hold form ${id} whole. Restore it, or load its bank with PUENTE_BANK.`,
        [{ field: id, message: 'no longer whole' }],
      );
    }
    return {
      id,
      courseId: form.course,
      items: items.map((item) => ({
        id: item!.id,
        contentHash: item!.contentHash,
        scoringHash: item!.scoringHash,
      })),
    };
  });
