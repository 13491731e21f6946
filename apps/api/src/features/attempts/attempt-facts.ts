import type { Database, InstitutionDatabase } from '@puente/database';
import type { AttemptFacts } from './admit-response.ts';

const statement = {
  name: 'attempt-facts',
  text: `select a.id, a.items, a.lease, a.started_at as "startedAt", a.closes_at as "closesAt",
      a.finished_at as "finishedAt", coalesce(s.late_hours, 0) as "lateHours"
    from attempts a left join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
    where a.institution_id = $1 and a.id = any($2::uuid[]) and a.learner_key = $3`,
};

const remembered = 10_000;
const memories = new WeakMap<Database, Map<string, AttemptFacts>>();

const memoryOf = (database: Database): Map<string, AttemptFacts> => {
  let memory = memories.get(database);
  if (!memory) memories.set(database, (memory = new Map()));
  return memory;
};

export interface KnownFacts {
  attempts: Map<string, AttemptFacts>;
  /** True where nothing was read: an earlier answer's facts, which may have changed since. */
  guessed: boolean;
}

/**
 * Facts of a learner's attempts, from memory where `guess` allows it. Lease and ends change: whoever goes by a guess
 * lets the database compare before anything is written, and refuses nobody on its word.
 */
export const readAttemptFacts = async (
  database: Database,
  db: InstitutionDatabase,
  learnerKey: string,
  attemptIds: readonly string[],
  { guess }: { guess: boolean },
): Promise<KnownFacts> => {
  const memory = memoryOf(database);
  const keyOf = (id: string) => `${db.institutionId}/${learnerKey}/${id}`;
  if (guess) {
    const found = attemptIds.flatMap((id) => memory.get(keyOf(id)) ?? []);
    if (found.length === attemptIds.length) return { attempts: byId(found), guessed: true };
  }
  const { rows } = await db.$client.query<AttemptFacts>({
    ...statement,
    values: [db.institutionId, attemptIds, learnerKey],
  });
  for (const facts of rows) {
    memory.delete(keyOf(facts.id));
    memory.set(keyOf(facts.id), facts);
  }
  // A map keeps the order of insertion: the oldest go first.
  for (const key of memory.keys()) {
    if (memory.size <= remembered) break;
    memory.delete(key);
  }
  return { attempts: byId(rows), guessed: false };
};

const byId = (facts: readonly AttemptFacts[]) => new Map(facts.map((attempt) => [attempt.id, attempt]));
