import { $ZodObjectJIT, safeParse } from 'zod/v4/core';
import type { Database, InstitutionDatabase } from '@puente/database';
import { ResponseInput, type Receipt } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { findFault, type AttemptFacts, type Fault } from './admit-response.ts';
import { answeredAtOf, type Reading } from './answered-at.ts';
import { readAttemptFacts, readReadings, recallFacts, rememberFacts } from './attempt-facts.ts';
import { insertResponses, type Admitted } from './insert-responses.ts';
import { payloadOf } from './response-payload.ts';
import { readStored, setAside } from './set-aside.ts';
import { insertShared } from './insert-shared.ts';

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
  context: Context,
): Promise<Receipt[]> => {
  const learnerKey = learnerKeyOf(actor);
  const { institutionId } = actor;
  const { readable, receipts } = readInputs(inputs, context.now);
  const left = await recordTogether(database, institutionId, learnerKey, readable, receipts, context);
  if (left.length > 0) {
    const facts = await database.onInstitution(institutionId, (db) =>
      recordCarefully(db, learnerKey, left, receipts, context),
    );
    rememberFacts(database, institutionId, learnerKey, facts);
  }
  return receipts;
};

/** The same within a transaction of the caller's, for answers that somebody else hands in. */
export const recordResponsesOf = async (
  db: InstitutionDatabase,
  learnerKey: string,
  inputs: readonly unknown[],
  context: Context,
): Promise<Receipt[]> => {
  const { readable, receipts } = readInputs(inputs, context.now);
  if (readable.length > 0) await recordCarefully(db, learnerKey, readable, receipts, context);
  return receipts;
};

const readInputs = (inputs: readonly unknown[], now: Date) => {
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
        receivedAt: now.toISOString(),
      };
    }
  });
  return { readable, receipts };
};

/**
 * The usual case: facts known from an earlier answer, nothing amiss. Goes by memory, so it refuses nobody and lets
 * the database compare; returns what has no receipt yet.
 */
const recordTogether = async (
  database: Database,
  institutionId: string,
  learnerKey: string,
  readable: readonly Readable[],
  receipts: Receipt[],
  { catalogue, now }: Context,
): Promise<readonly Readable[]> => {
  const attempts = new Map<string, AttemptFacts>();
  for (const { response } of readable) {
    const facts = recallFacts(database, institutionId, learnerKey, response.attemptId);
    if (!facts) return readable;
    attempts.set(response.attemptId, facts);
  }
  const isToday = (hash: string, itemId: string) => catalogue.items.get(itemId)?.contentHash === hash;
  const { admitted, faulty } = judge(readable, attempts, catalogue, isToday, now, new Map());
  if (faulty.length > 0 || admitted.length === 0) return readable;
  const unique = [...new Map(admitted.map((entry) => [entry.response.id, entry])).values()];
  if (unique.length < admitted.length) return readable;
  const written = await insertShared(
    database,
    institutionId,
    admitted.map((entry) => admittedOf(entry, learnerKey, attempts, now)),
  );
  const receivedAt = now.toISOString();
  for (const { index, response } of admitted)
    if (written.has(response.id)) receipts[index] = { id: response.id, status: 'recorded', receivedAt };
  return readable.filter(({ response }) => !written.has(response.id));
};

const rounds = 5;

/** Reads everything anew, says of each response what it is, and keeps what cannot count. */
const recordCarefully = async (
  db: InstitutionDatabase,
  learnerKey: string,
  readable: readonly Readable[],
  receipts: Receipt[],
  { catalogue, now }: Context,
): Promise<Iterable<AttemptFacts>> => {
  const attemptIds = [...new Set(readable.map(({ response }) => response.attemptId))];
  const isKnown = await knownContent(db, readable, catalogue);
  const give = ({ index, response }: Readable, receipt: Omit<Receipt, 'id' | 'receivedAt'>, at = now) =>
    (receipts[index] = { id: response.id, ...receipt, receivedAt: at.toISOString() });

  // Of one id the first of the batch; the others are repeats of it, or misuse its id.
  const firsts = new Map<string, Readable>();
  for (const entry of readable) if (!firsts.has(entry.response.id)) firsts.set(entry.response.id, entry);

  const fresh = new Map<string, Omit<Receipt, 'id' | 'receivedAt'>>();
  for (let round = 0; round < rounds; round++) {
    const attempts = await readAttemptFacts(db, learnerKey, attemptIds);
    const readings = await readReadings(db, attempts);
    const stored = await readStored(db, learnerKey, [...firsts.keys()]);
    const open = [...firsts.values()].filter(({ response }) => !stored.has(response.id));
    const known = open.filter(({ response }) => attempts.has(response.attemptId));
    const { admitted, faulty } = judge(known, attempts, catalogue, isKnown, now, readings);
    const written = await insertResponses(
      db,
      admitted.map((entry) => admittedOf(entry, learnerKey, attempts, now)),
    );
    for (const { id } of written) fresh.set(id, { status: 'recorded' });
    const kept = await setAside(
      db,
      learnerKey,
      faulty.map(({ response, payload, payloadHash, fault }) => ({
        id: response.id,
        attemptId: response.attemptId,
        payload,
        payloadHash,
        reason: fault.reason,
      })),
      now,
    );
    for (const { response, fault } of faulty)
      if (kept.has(response.id)) fresh.set(response.id, { status: 'set_aside', ...fault });
    // Neither written now nor before: something changed in between.
    if (known.some(({ response }) => !fresh.has(response.id))) continue;

    for (const entry of readable) {
      const { id } = entry.response;
      const first = firsts.get(id)!;
      const held = stored.get(id);
      const isRepeat = entry.payloadHash === (held ?? first).payloadHash;
      if (!held && !fresh.has(id))
        give(entry, { status: 'refused', reason: 'attempt_unknown', field: 'attemptId' });
      else if (!isRepeat) give(entry, { status: 'refused', reason: 'id_reused', field: 'id' });
      else {
        const outcome = fresh.get(id);
        if (entry === first && outcome) give(entry, outcome);
        else if (outcome?.status === 'set_aside') give(entry, outcome);
        else if (held?.reason) give(entry, { status: 'set_aside', reason: held.reason }, held.receivedAt);
        else give(entry, { status: 'already_recorded' }, held?.receivedAt);
      }
    }
    return attempts.values();
  }
  throw new Error('An attempt kept changing while its answers were being recorded');
};

/** Which responses may be recorded. In the order of the device's count, so that clocks are compared along it. */
const judge = (
  entries: readonly Readable[],
  attempts: ReadonlyMap<string, AttemptFacts>,
  catalogue: Context['catalogue'],
  isKnown: (hash: string, itemId: string) => boolean,
  now: Date,
  readings: ReadonlyMap<string, readonly Reading[]>,
) => {
  const admitted: Readable[] = [];
  const faulty: (Readable & { fault: Fault })[] = [];
  const met = new Map<string, Reading[]>();
  for (const entry of entries.toSorted((a, b) => a.response.deviceSequence - b.response.deviceSequence)) {
    const { response } = entry;
    const attempt = attempts.get(response.attemptId)!;
    let others = met.get(attempt.id);
    if (!others) met.set(attempt.id, (others = [...(readings.get(attempt.id) ?? [])]));
    const item = catalogue.items.get(response.itemId);
    const fault = findFault(response, attempt, item, isKnown, now, others);
    if (fault) faulty.push({ ...entry, fault });
    else {
      admitted.push(entry);
      const { lease, deviceSequence, wallTime } = response;
      const answer = { ...response, wallTime: new Date(wallTime), receivedAt: now };
      others.push({ lease, deviceSequence, answeredAt: answeredAtOf(answer, attempt) });
    }
  }
  return { admitted, faulty };
};

const admittedOf = (
  { response, payload, payloadHash }: Readable,
  learnerKey: string,
  attempts: ReadonlyMap<string, AttemptFacts>,
  receivedAt: Date,
): Admitted => ({
  id: response.id,
  learnerKey,
  payload,
  payloadHash,
  receivedAt,
  attempt: attempts.get(response.attemptId)!,
});

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
  const { rows } = older.length
    ? await db.$client.query<{ contentHash: string; itemId: string }>({
        ...versionsStatement,
        values: [older],
      })
    : { rows: [] };
  const known = new Set(rows.map((version) => `${version.contentHash}/${version.itemId}`));
  return (hash: string, itemId: string) => isToday(hash, itemId) || known.has(`${hash}/${itemId}`);
};

const idOf = (input: unknown): string | null => {
  const id = (input as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id.length <= 100 ? id : null;
};
