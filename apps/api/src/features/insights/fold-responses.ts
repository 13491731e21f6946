import type { InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import { markDue } from './mark-due.ts';
import { recount, recountTotals, type Pair } from './recount.ts';

export const batchSize = 2000;
/** Folds share it, a rebuild holds it alone: one of them would count what the other has cleared. */
export const foldLock = `hashtextextended('fold:' || $1::text, 0)`;

/**
 * Takes up to `limit` recorded responses of one institution out of the queue and into the counts. Says how many it
 * took; none while a rebuild is under way.
 */
export const foldResponses = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  limit = batchSize,
): Promise<number> => {
  const { rows: locks } = await db.$client.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock_shared(${foldLock}) as free`,
    [db.institutionId],
  );
  if (!locks[0]!.free) return 0;
  const { rows: queued } = await db.$client.query<Pair & { learnerKey: string; responseId: string }>(
    `select learner_key as "learnerKey", response_id as "responseId", attempt_id as "attemptId", item_id as "itemId"
     from unfolded_responses where institution_id = $1
     order by learner_key, response_id limit $2 for update skip locked`,
    [db.institutionId, limit],
  );
  if (queued.length === 0) return 0;

  const pairs = [
    ...new Map(
      queued.map(({ attemptId, itemId }) => [`${attemptId}/${itemId}`, { attemptId, itemId }]),
    ).values(),
  ];
  const { changed, deltas } = await recount(db, catalogue, pairs);
  if (deltas.length > 0) {
    const keys = [
      deltas.map((delta) => delta.cohortId),
      deltas.map((delta) => delta.scope),
      deltas.map((delta) => delta.itemId),
      deltas.map((delta) => delta.scoringHash),
      deltas.map((delta) => delta.choice),
      deltas.map((delta) => delta.confidenceLevel),
    ];
    // In key order, as `recount` gives them: two folds over the same popular items wait for each other and never cross.
    await db.$client.query(
      `insert into response_counts (institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, responses)
       select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::int[])
       on conflict (institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level)
       do update set responses = response_counts.responses + excluded.responses`,
      [db.institutionId, ...keys, deltas.map((delta) => delta.change)],
    );
    await db.$client.query(
      `delete from response_counts c
       using unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[])
         as key (cohort_id, scope, item_id, scoring_hash, choice, confidence_level)
       where c.institution_id = $1 and c.responses = 0 and c.cohort_id = key.cohort_id and c.scope = key.scope
         and c.item_id = key.item_id and c.scoring_hash = key.scoring_hash and c.choice = key.choice
         and c.confidence_level = key.confidence_level`,
      [db.institutionId, ...keys],
    );
  }
  const attemptIds = [...new Set(pairs.map((pair) => pair.attemptId))];
  await recountTotals(db, attemptIds);
  if (changed > 0) await markDue(db, attemptIds);
  await db.$client.query(
    `delete from unfolded_responses q using unnest($2::uuid[], $3::uuid[]) as done (learner_key, response_id)
     where q.institution_id = $1 and q.learner_key = done.learner_key and q.response_id = done.response_id`,
    [db.institutionId, queued.map((row) => row.learnerKey), queued.map((row) => row.responseId)],
  );
  return queued.length;
};
