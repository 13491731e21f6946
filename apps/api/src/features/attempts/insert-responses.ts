import type { InstitutionDatabase } from '@puente/database';
import type { AttemptFacts } from './admit-response.ts';
import { clockToleranceMs } from './answered-at.ts';

// One statement, so that a response is never without its place in the queue, and one round trip suffices. Nothing goes
// into an attempt that has changed hands or ended since it was looked at, nothing under an id that was set aside, and
// nothing whose clock ran backwards against what is recorded: the caller looks again at whatever does not come back.
// The limits keep the planner from reading a whole institution to find one row.
const statement = {
  name: 'insert-responses',
  text: `with recorded as (
      insert into responses (institution_id, learner_key, id, attempt_id, item_id, content_hash, payload_hash, language,
        option_order, position, exposure, answer, confidence_level, confidence, device_sequence, wall_time, elapsed_ms,
        clock_offset_ms, shown_ms, lease, origin, app_version, schema_version, received_at)
      select $1, r."learnerKey", r.id, r."attemptId", r."itemId", r."contentHash", r."payloadHash", r.language,
        r."optionOrder", r.position, r.exposure, r.answer, r."confidenceLevel", r.confidence, r."deviceSequence", r."wallTime", r."elapsedMs",
        r."clockOffsetMs", r."shownMs", r.lease, r.origin, r."appVersion", r."schemaVersion", r."receivedAt"
      from jsonb_to_recordset($2::jsonb) as r(id uuid, "learnerKey" uuid, "attemptId" uuid, "itemId" text, "contentHash" text,
        "payloadHash" text, language text, "optionOrder" text[], position smallint, exposure smallint, answer jsonb,
        "confidenceLevel" smallint, confidence double precision, "deviceSequence" integer, "wallTime" timestamptz,
        "elapsedMs" bigint, "clockOffsetMs" bigint, "shownMs" bigint, lease smallint, origin text, "appVersion" text,
        "schemaVersion" smallint, "receivedAt" timestamptz, "heldLease" integer, "closesAt" timestamptz,
        "finishedAt" timestamptz, accepted boolean)
      cross join lateral (
        select id, started_at, closes_at from attempts
        where institution_id = $1 and id = r."attemptId" and learner_key = r."learnerKey" and lease = r."heldLease"
          and date_trunc('milliseconds', closes_at) is not distinct from r."closesAt"
          and date_trunc('milliseconds', finished_at) is not distinct from r."finishedAt"
        limit 1) a
      where r.accepted or ((
          select true from set_aside_responses
          where institution_id = $1 and learner_key = r."learnerKey" and id = r.id limit 1) is null
        and (a.closes_at is null or not exists (
          select from (
            select p.device_sequence > r."deviceSequence" as later,
              extract(epoch from least(p.received_at, case when p.elapsed_ms is null
                then p.wall_time + make_interval(secs => p.clock_offset_ms / 1000.0)
                else a.started_at + make_interval(secs => p.elapsed_ms / 1000.0) end)
              - least(r."receivedAt", case when r."elapsedMs" is null
                then r."wallTime" + make_interval(secs => r."clockOffsetMs" / 1000.0)
                else a.started_at + make_interval(secs => r."elapsedMs" / 1000.0) end)) * 1000 as ahead
            from responses p
            where p.institution_id = $1 and p.attempt_id = a.id and p.lease = r.lease
              and p.device_sequence <> r."deviceSequence" and not exists (
                select from time_decisions d
                where d.institution_id = $1 and d.learner_key = p.learner_key and d.response_id = p.id)
          ) other
          where case when later then -ahead else ahead end > ${clockToleranceMs})))
      on conflict do nothing
      returning id, learner_key, attempt_id, item_id),
    queued as (
      insert into unfolded_responses (institution_id, learner_key, response_id, attempt_id, item_id)
      select $1, learner_key, id, attempt_id, item_id from recorded)
    select id, learner_key as "learnerKey" from recorded`,
};

/** A response that may be recorded, and what its attempt looked like when that was decided. */
export interface Admitted {
  id: string;
  learnerKey: string;
  /** Canonical JSON. */
  payload: string;
  payloadHash: string;
  receivedAt: Date;
  attempt: Pick<AttemptFacts, 'lease' | 'closesAt' | 'finishedAt'>;
  /** It was set aside before, and counts now after all. */
  accepted?: boolean;
}

/** Writes responses with their places in the queue of the fold; says which were new. */
export const insertResponses = async (
  db: InstitutionDatabase,
  admitted: readonly Admitted[],
): Promise<{ id: string; learnerKey: string }[]> => {
  if (admitted.length === 0) return [];
  // The payload is JSON already: what stands beside it is put in before its closing brace.
  // In the order of their ids: two statements over the same answers wait for each other and never cross.
  const inOrder = admitted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = inOrder.map(({ learnerKey, payload, payloadHash, receivedAt, attempt, accepted = false }) => {
    const { lease: heldLease, closesAt, finishedAt } = attempt;
    const beside = { learnerKey, payloadHash, receivedAt, heldLease, closesAt, finishedAt, accepted };
    return `${payload.slice(0, -1)},${JSON.stringify(beside).slice(1)}`;
  });
  const { rows: written } = await db.$client.query<{ id: string; learnerKey: string }>({
    ...statement,
    values: [db.institutionId, `[${rows.join(',')}]`],
  });
  return written;
};
