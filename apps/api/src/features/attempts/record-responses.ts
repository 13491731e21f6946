import { $ZodObjectJIT, safeParse } from 'zod/v4/core';
import type { Database, InstitutionDatabase } from '@puente/database';
import { ResponseInput, type Receipt } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { findRefusal, type AttemptFacts } from './admit-response.ts';
import { readAttemptFacts } from './attempt-facts.ts';
import { payloadOf } from './response-payload.ts';

// One statement, so that a response is never without its place in the queue, and one round trip suffices. Nothing goes
// into an attempt that has changed hands or ended since it was looked at.
const insertStatement = {
  name: 'insert-responses',
  text: `with recorded as (
      insert into responses (institution_id, learner_key, id, attempt_id, item_id, content_hash, payload_hash, language,
        option_order, position, exposure, answer, confidence_level, confidence, device_sequence, wall_time, elapsed_ms,
        clock_offset_ms, shown_ms, lease, origin, app_version, schema_version, received_at)
      select $1, $2, r.id, r."attemptId", r."itemId", r."contentHash", r."payloadHash", r.language,
        r."optionOrder", r.position, r.exposure, r.answer, r."confidenceLevel", r.confidence, r."deviceSequence", r."wallTime", r."elapsedMs",
        r."clockOffsetMs", r."shownMs", r.lease, r.origin, r."appVersion", r."schemaVersion", $3
      from jsonb_to_recordset($4::jsonb) as r(id uuid, "attemptId" uuid, "itemId" text, "contentHash" text, "payloadHash" text,
        language text, "optionOrder" text[], position smallint, exposure smallint, answer jsonb, "confidenceLevel" smallint,
        confidence double precision, "deviceSequence" integer, "wallTime" timestamptz, "elapsedMs" bigint, "clockOffsetMs" bigint,
        "shownMs" bigint, lease smallint, origin text, "appVersion" text, "schemaVersion" smallint, "closesAt" timestamptz,
        "finishedAt" timestamptz)
      join attempts a on a.institution_id = $1 and a.id = r."attemptId" and a.learner_key = $2 and a.lease = r.lease
        and date_trunc('milliseconds', a.closes_at) is not distinct from r."closesAt"
        and date_trunc('milliseconds', a.finished_at) is not distinct from r."finishedAt"
      on conflict do nothing
      returning id, attempt_id, item_id),
    queued as (
      insert into unfolded_responses (institution_id, learner_key, response_id, attempt_id, item_id)
      select $1, $2, id, attempt_id, item_id from recorded)
    select id from recorded`,
};

const payloadsStatement = {
  name: 'payload-hashes',
  text: 'select id, payload_hash as "payloadHash" from responses where institution_id = $1 and learner_key = $2 and id = any($3::uuid[])',
};

const versionsStatement = {
  name: 'content-versions',
  text: 'select content_hash as "contentHash", item_id as "itemId" from content_versions where content_hash = any($1::text[])',
};

// The same schema, compiled: the build that phones carry interprets it, and here every answer passes through it.
const compiledInput = new $ZodObjectJIT(ResponseInput._zod.def) as unknown as typeof ResponseInput;

interface Readable {
  index: number;
  response: ResponseInput;
  payload: string;
  payloadHash: string;
}

/** Records each response once and answers each with a receipt, in order; one bad response never costs the others. */
export const recordResponses = async (
  database: Database,
  actor: Actor,
  inputs: readonly unknown[],
  { catalogue, now }: Context,
): Promise<Receipt[]> => {
  const learnerKey = learnerKeyOf(actor);
  const receivedAt = now.toISOString();
  const receipts: Receipt[] = [];
  const readable: Readable[] = [];
  inputs.forEach((input, index) => {
    const parsed = safeParse(compiledInput, input);
    if (parsed.success) {
      readable.push({ index, response: parsed.data, ...payloadOf(parsed.data) });
    } else {
      receipts[index] = {
        id: idOf(input),
        status: 'refused',
        reason: 'malformed',
        field: parsed.error.issues[0]?.path.join('.') ?? '',
        receivedAt,
      };
    }
  });
  if (readable.length === 0) return receipts;

  await database.onInstitution(actor.institutionId, async (db) => {
    const attemptIds = [...new Set(readable.map(({ response }) => response.attemptId))];
    const isKnown = await knownContent(db, readable, catalogue);
    const fresh = new Set<string>();
    // The first round may go by what an earlier answer read; each later one reads again.
    for (let round = 0; round < rounds; round++) {
      const { attempts, guessed } = await readAttemptFacts(database, db, learnerKey, attemptIds, {
        guess: round === 0,
      });
      const { admitted, refused } = admit(readable, (response) =>
        findRefusal(
          response,
          attempts.get(response.attemptId),
          catalogue.items.get(response.itemId),
          isKnown,
          now,
        ),
      );
      if (guessed && refused.length > 0) continue;

      const unique = new Map(admitted.map((entry) => [entry.response.id, entry]));
      const missing = [...unique.values()].filter(({ response }) => !fresh.has(response.id));
      for (const { id } of await insert(db, learnerKey, missing, attempts, now)) fresh.add(id);
      // A refusal must not hide that the same answer was recorded before: a late repeat is still "already recorded".
      const doubtful = [...new Set([...admitted, ...refused].map(({ response }) => response.id))].filter(
        (id) => !fresh.has(id),
      );
      const stored = doubtful.length
        ? await query<{ id: string; payloadHash: string }>(db, payloadsStatement, [
            actor.institutionId,
            learnerKey,
            doubtful,
          ])
        : [];
      const storedHashes = new Map(stored.map(({ id, payloadHash }) => [id, payloadHash]));
      // Neither written now nor before: the attempt changed in between.
      if (missing.some(({ response }) => !fresh.has(response.id) && !storedHashes.has(response.id))) continue;

      for (const { index, response, payloadHash } of admitted) {
        const { id } = response;
        const recordedHash = storedHashes.get(id) ?? unique.get(id)!.payloadHash;
        if (fresh.delete(id)) receipts[index] = { id, status: 'recorded', receivedAt };
        else if (recordedHash === payloadHash)
          receipts[index] = { id, status: 'already_recorded', receivedAt };
        else receipts[index] = { id, status: 'refused', reason: 'id_reused', field: 'id', receivedAt };
      }
      for (const { index, response, payloadHash, refusal } of refused) {
        const { id } = response;
        receipts[index] =
          storedHashes.get(id) === payloadHash
            ? { id, status: 'already_recorded', receivedAt }
            : { id, status: 'refused', ...refusal, receivedAt };
      }
      return;
    }
    throw new Error('An attempt kept changing while its answers were being recorded');
  });
  return receipts;
};

const rounds = 5;

type Refusal = NonNullable<ReturnType<typeof findRefusal>>;

/** Which responses may be recorded; of one id with two payloads in a batch, the first. */
const admit = (
  readable: readonly Readable[],
  refusalOf: (response: ResponseInput) => Refusal | undefined,
) => {
  const admitted: Readable[] = [];
  const refused: (Readable & { refusal: Refusal })[] = [];
  const hashes = new Map<string, string>();
  for (const entry of readable) {
    const { id } = entry.response;
    const sameId = hashes.get(id);
    const refusal: Refusal | undefined =
      refusalOf(entry.response) ??
      (sameId !== undefined && sameId !== entry.payloadHash
        ? { reason: 'id_reused', field: 'id' }
        : undefined);
    if (refusal) refused.push({ ...entry, refusal });
    else {
      admitted.push(entry);
      hashes.set(id, entry.payloadHash);
    }
  }
  return { admitted, refused };
};

/** Whether an item was ever shown in that form: as it is today, or in an older version that the database keeps. */
const knownContent = async (
  db: InstitutionDatabase,
  readable: readonly Readable[],
  catalogue: Context['catalogue'],
) => {
  const isToday = (hash: string, itemId: string) => catalogue.items.get(itemId)?.contentHash === hash;
  const older = readable
    .filter(({ response }) => !isToday(response.contentHash, response.itemId))
    .map(({ response }) => response.contentHash);
  const versions = older.length
    ? await query<{ contentHash: string; itemId: string }>(db, versionsStatement, [older])
    : [];
  const known = new Set(versions.map((version) => `${version.contentHash}/${version.itemId}`));
  return (hash: string, itemId: string) => isToday(hash, itemId) || known.has(`${hash}/${itemId}`);
};

const insert = async (
  db: InstitutionDatabase,
  learnerKey: string,
  entries: readonly Readable[],
  attempts: Map<string, AttemptFacts>,
  now: Date,
): Promise<{ id: string }[]> => {
  if (entries.length === 0) return [];
  // The payload is JSON already: what stands beside it is put in before its closing brace.
  const rows = entries.map(({ response, payload, payloadHash }) => {
    const { closesAt, finishedAt } = attempts.get(response.attemptId)!;
    return `${payload.slice(0, -1)},${JSON.stringify({ payloadHash, closesAt, finishedAt }).slice(1)}`;
  });
  return query<{ id: string }>(db, insertStatement, [
    db.institutionId,
    learnerKey,
    now,
    `[${rows.join(',')}]`,
  ]);
};

const query = async <Row>(
  db: InstitutionDatabase,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<Row[]> => (await db.$client.query({ ...statement, values })).rows as Row[];

const idOf = (input: unknown): string | null => {
  const id = (input as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id.length <= 100 ? id : null;
};
