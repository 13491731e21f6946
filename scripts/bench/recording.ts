import { createHash, randomUUID } from 'node:crypto';
import { loadContent, readDirectory } from '../../packages/content/src/server.ts';
import { attempts, cohorts, institutions, newId, type Database } from '../../packages/database/src/index.ts';
import type { ResponseInput } from '../../packages/schemas/src/index.ts';
import { ceilingStatement } from './ceiling.ts';
import { openClient } from './http-client.ts';
import { contentFolder, type ApiProcess } from './start-api.ts';
import { median, medianTiming, paceClients, runClients, type Timing } from './timings.ts';

export interface RecordingOptions {
  clients: readonly number[];
  batches: readonly number[];
  /** Each measurement lasts so long … */
  seconds: number;
  /** … and comes so often, API and ceiling in turn. */
  rounds: number;
}

export interface RecordingResult {
  clients: number;
  batch: number;
  api: Timing;
  ceiling: Timing;
  /** The median of each round's own ratio. */
  ratio: number;
}

interface Learner {
  learnerKey: string;
  attemptId: string;
  token: string;
}

interface Item {
  id: string;
  contentHash: string;
  options: string[];
}

const learners = 240;

/**
 * Responses recorded per second through the API, beside the same rows into the same tables by the same prepared
 * statement over as many connections, each as the API's role under row-level security and in autocommit.
 */
export const measureRecording = async (
  database: Database,
  api: ApiProcess,
  analyze: () => Promise<void>,
  options: RecordingOptions,
  say: (line: string) => void,
): Promise<RecordingResult[]> => {
  const { institutionId, classroom, items } = await prepare(database, api);
  await analyze();
  const results: RecordingResult[] = [];
  for (const clients of options.clients) {
    for (const batch of options.batches) {
      const rounds: { api: Timing; ceiling: Timing }[] = [];
      const measureApi = () => throughApi(api, classroom, items, clients, batch, options.seconds);
      const measureCeiling = () =>
        straight(database, institutionId, classroom, items, clients, batch, options.seconds);
      for (let round = 0; round < options.rounds; round++) {
        // In turn, and each first every other time: what else the machine does weighs on both alike.
        const first = round % 2 === 0 ? await measureApi() : await measureCeiling();
        const second = round % 2 === 0 ? await measureCeiling() : await measureApi();
        rounds.push(round % 2 === 0 ? { api: first, ceiling: second } : { api: second, ceiling: first });
      }
      const result: RecordingResult = {
        clients,
        batch,
        api: medianTiming(rounds.map((round) => round.api)),
        ceiling: medianTiming(rounds.map((round) => round.ceiling)),
        ratio: median(rounds.map((round) => round.api.perSecond / round.ceiling.perSecond)),
      };
      say(lineOf(result));
      results.push(result);
    }
  }
  return results;
};

/** Answers at a steady pace, as a hall of people gives them: `perSecond` over `clients` connections, one an answer. */
export const openRecording = async (database: Database, api: ApiProcess) => {
  const { classroom, items } = await prepare(database, api);
  return (clients: number, perSecond: number, until: () => boolean): Promise<Timing> => {
    const connections = Array.from({ length: clients }, () => openClient(api.port));
    return paceClients(
      connections.map(({ send }, index) => sender(send, inTurn(classroom, index, clients), items, 1)),
      perSecond / clients,
      until,
    ).finally(() => connections.forEach(({ close }) => close()));
  };
};

export const recordingHeading =
  'clients  batch │   API/s    p50    p95    p99 │ ceiling/s    p50    p95    p99 │ ratio   aim  floor';

interface Share {
  aim: number;
  /** What was reached (.45, .66, .40), less what a machine's noise takes: under it, something costs that need not. */
  floor: number;
}
const inBatches: Share = { aim: 0.5, floor: 0.37 };
const shares: Readonly<Record<number, { singly: Share; inBatches: Share }>> = {
  8: { singly: { aim: 0.5, floor: 0.42 }, inBatches },
  32: { singly: { aim: 0.7, floor: 0.61 }, inBatches },
};
const shareOf = ({ clients, batch }: RecordingResult): Share | undefined =>
  shares[clients]?.[batch > 1 ? 'inBatches' : 'singly'];

export const isBelowFloor = (result: RecordingResult): boolean =>
  result.ratio < (shareOf(result)?.floor ?? 0);

const lineOf = (result: RecordingResult): string => {
  const { clients, batch, api, ceiling, ratio } = result;
  const share = shareOf(result);
  const figure = (value: number | undefined, width: number) => (value?.toFixed(2) ?? '–').padStart(width);
  const timing = (t: Timing, width: number) =>
    t.perSecond.toFixed(0).padStart(width) +
    [t.p50, t.p95, t.p99].map((ms) => ms.toFixed(1).padStart(7)).join('');
  return `${String(clients).padStart(7)}${String(batch).padStart(7)} │${timing(api, 8)} │${timing(ceiling, 10)} │${figure(ratio, 6)}${figure(share?.aim, 6)}${figure(share?.floor, 7)}${isBelowFloor(result) ? '  BELOW' : ''}`;
};

const prepare = async (database: Database, api: ApiProcess) => {
  const institutionId = await database.asGlobal(async (db) => {
    const [row] = await db
      .insert(institutions)
      .values({ code: 'bench', name: 'Bench' })
      .returning({ id: institutions.id });
    return row!.id;
  });
  const course = loadContent(readDirectory(contentFolder)).courses.find(({ id }) => id === 'physiology')!;
  const module = course.modules.find((candidate) => candidate.status === 'open')!;
  const items = module.practice.flatMap((item) =>
    item.kind === 'single-best-answer'
      ? [{ id: item.id, contentHash: item.contentHash, options: item.options.map(({ id }) => id) }]
      : [],
  );
  const rows = await database.asInstitution(institutionId, async (db) => {
    const [cohort] = await db
      .insert(cohorts)
      .values({ institutionId, name: 'Bench', term: 'bench', startsOn: '2026-01-01', endsOn: '2026-12-31' })
      .returning({ id: cohorts.id });
    return db
      .insert(attempts)
      .values(
        Array.from({ length: learners }, () => {
          const id = newId();
          return {
            institutionId,
            id,
            learnerKey: randomUUID(),
            kind: 'practice' as const,
            courseId: course.id,
            contentId: module.id,
            cohortId: cohort!.id,
            language: 'es' as const,
            items: items.map((item) => item.id),
            seed: id,
            startedAt: new Date(Date.now() - 3_600_000),
          };
        }),
      )
      .returning({ attemptId: attempts.id, learnerKey: attempts.learnerKey });
  });
  const tokens = await api.signTokens(
    rows.map(({ learnerKey }) => ({
      institutionId,
      membershipId: randomUUID(),
      role: 'student',
      learnerKey,
    })),
  );
  return {
    institutionId,
    items,
    classroom: rows.map((row, index): Learner => ({ ...row, token: tokens[index]! })),
  };
};

let sequence = 0;
const responseOf = ({ attemptId }: Learner, { id: itemId, contentHash, options }: Item): ResponseInput => ({
  schemaVersion: 1,
  id: newId(),
  attemptId,
  itemId,
  contentHash,
  language: 'es',
  optionOrder: options,
  position: 1 + (sequence % 12),
  exposure: 1,
  answer: options[sequence % options.length]!,
  confidenceLevel: 2,
  confidence: 0.7,
  deviceSequence: 1 + (++sequence % 1_000_000),
  wallTime: new Date().toISOString(),
  elapsedMs: 600_000,
  clockOffsetMs: 12,
  shownMs: 31_500,
  lease: 1,
  origin: 'online',
  appVersion: '0.1.0',
});

const batchOf = (learner: Learner, items: readonly Item[], size: number): ResponseInput[] =>
  Array.from({ length: size }, () => responseOf(learner, items[sequence % items.length]!));

/** Every client answers for learners of its own, one after the other. */
const inTurn = (classroom: readonly Learner[], client: number, clients: number) => {
  let turn = client;
  return (): Learner => {
    const learner = classroom[turn % classroom.length]!;
    turn += clients;
    return learner;
  };
};

const sender =
  (send: ReturnType<typeof openClient>['send'], next: () => Learner, items: readonly Item[], batch: number) =>
  async (): Promise<number> => {
    const learner = next();
    const reply = await send(
      'POST',
      '/api/responses',
      learner.token,
      JSON.stringify({ responses: batchOf(learner, items, batch) }),
    );
    const recorded = reply.body.split('"status":"recorded"').length - 1;
    if (recorded !== batch)
      throw new Error(
        `The API recorded ${recorded} of ${batch}: ${reply.status} ${reply.body.slice(0, 300)}`,
      );
    return recorded;
  };

const throughApi = async (
  api: ApiProcess,
  classroom: readonly Learner[],
  items: readonly Item[],
  clients: number,
  batch: number,
  seconds: number,
): Promise<Timing> => {
  const connections = Array.from({ length: clients }, () => openClient(api.port));
  const senders = connections.map(({ send }, index) =>
    sender(send, inTurn(classroom, index, clients), items, batch),
  );
  for (const send of senders) await send();
  const timing = await runClients(senders, seconds);
  for (const { close } of connections) close();
  return timing;
};

const straight = async (
  database: Database,
  institutionId: string,
  classroom: readonly Learner[],
  items: readonly Item[],
  clients: number,
  batch: number,
  seconds: number,
): Promise<Timing> => {
  const payloadHash = createHash('sha256').update('bench').digest('hex');
  const connections = await Promise.all(Array.from({ length: clients }, () => database.pool.connect()));
  try {
    const senders = connections.map((connection, index) => {
      const next = inTurn(classroom, index, clients);
      return async () => {
        const learner = next();
        const rows = batchOf(learner, items, batch).map((response) => ({ ...response, payloadHash }));
        const { rowCount } = await connection.query({
          ...ceilingStatement,
          values: [institutionId, learner.learnerKey, new Date(), JSON.stringify(rows)],
        });
        if (rowCount !== batch) throw new Error(`PostgreSQL inserted ${rowCount} of ${batch}`);
        return batch;
      };
    });
    for (const connection of connections) {
      await connection.query("select set_config('puente.institution', $1, false)", [institutionId]);
    }
    for (const send of senders) await send();
    return await runClients(senders, seconds);
  } finally {
    // Bound to an institution outside the pool's own book-keeping: not to be used again.
    for (const connection of connections) connection.release(true);
  }
};
