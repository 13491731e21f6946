import type { Database, InstitutionDatabase } from '@puente/database';
import type { AttemptFacts } from './admit-response.ts';
import type { Reading } from './answered-at.ts';

const statement = {
  name: 'attempt-facts',
  text: `select a.id, a.items, a.lease, a.started_at as "startedAt", a.closes_at as "closesAt",
      a.finished_at as "finishedAt", coalesce(s.late_hours, 0) as "lateHours",
      case when a.lease = 1 then '{}' else array(
        select (extract(epoch from l.taken_at) * 1000)::float8 from attempt_leases l
        where l.institution_id = a.institution_id and l.attempt_id = a.id and l.lease > 1 order by l.lease) end as "takenOverAt"
    from attempts a left join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
    where a.institution_id = $1 and a.id = any($2::uuid[]) and a.learner_key = $3`,
};

// Not those whose time was disputed and accepted: their clocks are no measure for others.
const readingsStatement = {
  name: 'attempt-readings',
  text: `select r.attempt_id as "attemptId", r.lease, r.device_sequence as "deviceSequence", least(r.received_at, case
        when r.elapsed_ms is null then r.wall_time + make_interval(secs => r.clock_offset_ms / 1000.0)
        else a.started_at + make_interval(secs => r.elapsed_ms / 1000.0) end) as "answeredAt"
    from attempts a
    join responses r on r.institution_id = a.institution_id and r.attempt_id = a.id
    where a.institution_id = $1 and a.id = any($2::uuid[]) and a.closes_at is not null and not exists (
      select from time_decisions d
      where d.institution_id = r.institution_id and d.learner_key = r.learner_key and d.response_id = r.id)`,
};

const remembered = 10_000;
const memories = new WeakMap<Database, Map<string, AttemptFacts>>();

const memoryOf = (database: Database): Map<string, AttemptFacts> => {
  let memory = memories.get(database);
  if (!memory) memories.set(database, (memory = new Map()));
  return memory;
};
const keyOf = (institutionId: string, learnerKey: string, id: string) =>
  `${institutionId}/${learnerKey}/${id}`;

/** Facts of a learner's attempts as they stand now. */
export const readAttemptFacts = async (
  db: InstitutionDatabase,
  learnerKey: string,
  attemptIds: readonly string[],
): Promise<Map<string, AttemptFacts>> => {
  const { rows } = await db.$client.query<AttemptFacts>({
    ...statement,
    values: [db.institutionId, attemptIds, learnerKey],
  });
  return new Map(rows.map((facts) => [facts.id, facts]));
};

/** What the clocks of the answers of timed attempts said, by attempt. */
export const readReadings = async (
  db: InstitutionDatabase,
  attempts: ReadonlyMap<string, AttemptFacts>,
): Promise<Map<string, Reading[]>> => {
  const timed = [...attempts.values()].filter(({ closesAt }) => closesAt).map(({ id }) => id);
  if (timed.length === 0) return new Map();
  const { rows } = await db.$client.query<Reading & { attemptId: string }>({
    ...readingsStatement,
    values: [db.institutionId, timed],
  });
  return Map.groupBy(rows, ({ attemptId }) => attemptId);
};

/** Keeps facts for the answers to come. Lease and ends change: whoever goes by a memory lets the database compare. */
export const rememberFacts = (
  database: Database,
  institutionId: string,
  learnerKey: string,
  facts: Iterable<AttemptFacts>,
): void => {
  const memory = memoryOf(database);
  for (const attempt of facts) {
    const key = keyOf(institutionId, learnerKey, attempt.id);
    memory.delete(key);
    memory.set(key, attempt);
  }
  // A map keeps the order of insertion: the oldest go first.
  for (const key of memory.keys()) {
    if (memory.size <= remembered) break;
    memory.delete(key);
  }
};

/** Facts that an earlier answer read, and which may have changed since. */
export const recallFacts = (
  database: Database,
  institutionId: string,
  learnerKey: string,
  attemptId: string,
): AttemptFacts | undefined => memoryOf(database).get(keyOf(institutionId, learnerKey, attemptId));
