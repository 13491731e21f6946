import type { InstitutionDatabase } from '@puente/database';

/**
 * Of the sittings that a round selects by: whether every round that names them has its results out. A sitting that is
 * missing here is in no round. A policy that was never published names nothing.
 */
export const listResultHours = async (
  db: InstitutionDatabase,
  sittingIds: readonly string[],
  now: Date,
): Promise<Map<string, 'waiting' | 'out'>> => {
  const { rows } = await db.$client.query<{ sittingId: string; out: boolean }>(
    `select named.sitting_id as "sittingId", bool_and(coalesce(named.hour <= $3, false)) as out
     from (
       select s.sitting_id, r.results_at as hour
       from round_sittings s
       join rounds r on r.institution_id = s.institution_id and r.id = s.round_id and r.policy_published_at is not null
       where s.institution_id = $1 and s.sitting_id = any($2::uuid[])
       union all
       select s.sitting_id, r.results_published_at
       from selection_round_sittings s
       join selection_rounds r on r.institution_id = s.institution_id and r.id = s.round_id
       where s.institution_id = $1 and s.sitting_id = any($2::uuid[])) named
     group by named.sitting_id`,
    [db.institutionId, sittingIds, now],
  );
  return new Map(rows.map(({ sittingId, out }) => [sittingId, out ? 'out' : 'waiting']));
};
