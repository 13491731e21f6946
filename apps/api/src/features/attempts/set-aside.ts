import type { InstitutionDatabase } from '@puente/database';
import type { SetAsideReason } from '@puente/schemas';

const insertStatement = {
  name: 'set-aside',
  text: `insert into set_aside_responses (institution_id, learner_key, id, attempt_id, payload, payload_hash, reason, received_at)
    select $1, $2, r.id, r."attemptId", r.payload, r."payloadHash", r.reason, $3
    from jsonb_to_recordset($4::jsonb) as r(id uuid, "attemptId" uuid, payload text, "payloadHash" text, reason text)
    where not exists (select from responses o where o.institution_id = $1 and o.learner_key = $2 and o.id = r.id)
    on conflict do nothing
    returning id`,
};

const storedStatement = {
  name: 'stored-responses',
  text: `select id, payload_hash as "payloadHash", received_at as "receivedAt", null as reason
    from responses where institution_id = $1 and learner_key = $2 and id = any($3::uuid[])
    union all
    select id, payload_hash, received_at, reason
    from set_aside_responses s where institution_id = $1 and learner_key = $2 and id = any($3::uuid[]) and not exists (
      select from responses r where r.institution_id = $1 and r.learner_key = $2 and r.id = s.id)`,
};

export interface SetAside {
  id: string;
  attemptId: string;
  payload: string;
  payloadHash: string;
  reason: SetAsideReason;
}

/** Keeps responses that cannot count; says which were new. Not those that are recorded or set aside already. */
export const setAside = async (
  db: InstitutionDatabase,
  learnerKey: string,
  entries: readonly SetAside[],
  receivedAt: Date,
): Promise<Set<string>> => {
  if (entries.length === 0) return new Set();
  const { rows } = await db.$client.query<{ id: string }>({
    ...insertStatement,
    values: [
      db.institutionId,
      learnerKey,
      receivedAt,
      JSON.stringify(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    ],
  });
  return new Set(rows.map(({ id }) => id));
};

export interface Stored {
  id: string;
  payloadHash: string;
  receivedAt: Date;
  /** Null: recorded. */
  reason: SetAsideReason | null;
}

/** What is held under these ids of a learner, recorded or set aside. */
export const readStored = async (
  db: InstitutionDatabase,
  learnerKey: string,
  ids: readonly string[],
): Promise<Map<string, Stored>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await db.$client.query<Stored>({
    ...storedStatement,
    values: [db.institutionId, learnerKey, ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
};
