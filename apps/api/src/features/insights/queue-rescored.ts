import type { InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';

/** Queues again what was counted by another key than today's, so that a corrected key reaches the counts. */
export const queueRescored = async (db: InstitutionDatabase, catalogue: Catalogue): Promise<number> => {
  const items = [...catalogue.items.values()];
  const { rowCount } = await db.$client.query(
    `insert into unfolded_responses (institution_id, learner_key, response_id, attempt_id, item_id)
     select c.institution_id, c.learner_key, c.response_id, c.attempt_id, c.item_id
     from counted_responses c
     join unnest($2::text[], $3::text[]) as item (id, scoring_hash) on item.id = c.item_id
     where c.institution_id = $1 and c.scoring_hash <> item.scoring_hash
     on conflict do nothing`,
    [db.institutionId, items.map((item) => item.id), items.map((item) => item.scoringHash)],
  );
  return rowCount ?? 0;
};
