import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import type { Receipt, ResponseInput } from '@puente/schemas';

/** An answer as this device keeps it. */
export interface KeptAnswer {
  /** Whose it is: two people may share a phone. */
  account: string;
  id: string;
  attemptId: string;
  /** `waiting` has no receipt; all others have one. */
  state: 'waiting' | Exclude<Receipt['status'], 'already_recorded'>;
  response: ResponseInput;
  keptAt: number;
  /** Only while it waits: the index over it is the queue. */
  waitingSince?: number;
  reason?: NonNullable<Receipt['reason']>;
  receivedAt?: string;
}

interface KeptAttempt {
  account: string;
  attemptId: string;
  /** The last number that this device gave to an answer, in whichever of its tabs. */
  sequence: number;
  /** The person said that this is the end, and the server has not heard it yet. */
  finishing?: boolean;
}

/** When a proctored sitting was left, or without signal, by the server's time. */
export interface KeptInterruption {
  account: string;
  attemptId: string;
  id: string;
  kind: 'offline' | 'focus_lost';
  from: number;
  /** Missing while it goes on. */
  to?: number;
}

interface Tables extends DBSchema {
  answers: {
    key: [account: string, id: string];
    value: KeptAnswer;
    indexes: {
      attempt: [account: string, attemptId: string];
      waiting: [account: string, since: number];
    };
  };
  attempts: { key: [account: string, attemptId: string]; value: KeptAttempt };
  interruptions: { key: [account: string, attemptId: string, id: string]; value: KeptInterruption };
  /** What is true of the device, whoever uses it. */
  device: { key: 'clockOffsetMs'; value: number };
}

export type OutboxDatabase = IDBPDatabase<Tables>;

// On the disk before "saved" is said: a phone whose battery dies has it still.
export const strict = { durability: 'strict' } as const;
const dayMs = 86_400_000;
/** For how long an answer with its receipt may still be looked at here. */
const shownForMs = 30 * dayMs;

export const ofAccount = (account: string) => IDBKeyRange.bound([account], [account, []]);

export const openOutboxDatabase = async (name: string, closed: () => void): Promise<OutboxDatabase> => {
  const callbacks: OpenDBCallbacks<Tables> = {
    upgrade(db) {
      const answers = db.createObjectStore('answers', { keyPath: ['account', 'id'] });
      answers.createIndex('attempt', ['account', 'attemptId']);
      answers.createIndex('waiting', ['account', 'waitingSince']);
      db.createObjectStore('attempts', { keyPath: ['account', 'attemptId'] });
      db.createObjectStore('interruptions', { keyPath: ['account', 'attemptId', 'id'] });
      db.createObjectStore('device');
    },
    // Another tab empties the storage, or a newer build changes the tables: it must not wait for this one.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  };
  return openDB<Tables>(name, 1, callbacks).catch((reason: unknown) => {
    // A newer build was here: it only adds, and an attempt under way goes on in the older one.
    if ((reason as Error).name === 'VersionError') return openDB<Tables>(name, undefined, callbacks);
    throw reason;
  });
};

/** Gives the answer its number and keeps it, both or neither. */
export const keepAnswer = async (
  db: OutboxDatabase,
  { account, attemptId, last }: { account: string; attemptId: string; last: number },
  make: (sequence: number) => ResponseInput,
  now: number,
): Promise<KeptAnswer> => {
  const work = db.transaction(['answers', 'attempts'], 'readwrite', strict);
  const attempt = await work.objectStore('attempts').get([account, attemptId]);
  const sequence = Math.max(last, attempt?.sequence ?? 0) + 1;
  const response = make(sequence);
  const kept: KeptAnswer = {
    account,
    id: response.id,
    attemptId,
    state: 'waiting',
    response,
    keptAt: now,
    waitingSince: now,
  };
  await Promise.all([
    work.objectStore('answers').add(kept),
    work.objectStore('attempts').put({ ...attempt, account, attemptId, sequence }),
    work.done,
  ]);
  return kept;
};

export const listAnswers = (
  db: OutboxDatabase,
  account: string,
  attemptId?: string,
): Promise<KeptAnswer[]> =>
  attemptId === undefined
    ? db.getAll('answers', ofAccount(account))
    : db.getAllFromIndex('answers', 'attempt', [account, attemptId]);

/** The queue, longest waiting first. */
export const listWaiting = (db: OutboxDatabase, account: string): Promise<KeptAnswer[]> =>
  db.getAllFromIndex('answers', 'waiting', ofAccount(account));

/** Puts back what the browser threw away, and leaves alone what is there: its receipt may have come. */
export const restoreAnswer = async (db: OutboxDatabase, answer: KeptAnswer): Promise<KeptAnswer> => {
  const { account, id, attemptId, response } = answer;
  const work = db.transaction(['answers', 'attempts'], 'readwrite', strict);
  const [answers, attempts] = [work.objectStore('answers'), work.objectStore('attempts')];
  const found = await answers.get([account, id]);
  if (!found) {
    void answers.put(answer);
    const attempt = await attempts.get([account, attemptId]);
    const sequence = Math.max(attempt?.sequence ?? 0, response.deviceSequence);
    void attempts.put({ ...attempt, account, attemptId, sequence });
  }
  await work.done;
  return found ?? answer;
};

/** Takes answers out of the queue by their receipts. */
export const settleAnswers = async (db: OutboxDatabase, settled: readonly KeptAnswer[]): Promise<void> => {
  const work = db.transaction('answers', 'readwrite', strict);
  await Promise.all([...settled.map((answer) => work.store.put(answer)), work.done]);
};

export const keepFinishing = async (
  db: OutboxDatabase,
  account: string,
  attemptId: string,
  finishing: boolean,
): Promise<void> => {
  const work = db.transaction('attempts', 'readwrite', strict);
  const attempt = await work.store.get([account, attemptId]);
  await Promise.all([work.store.put({ account, attemptId, sequence: 0, ...attempt, finishing }), work.done]);
};

export const listFinishing = async (db: OutboxDatabase, account: string): Promise<string[]> =>
  (await db.getAll('attempts', ofAccount(account)))
    .filter(({ finishing }) => finishing)
    .map(({ attemptId }) => attemptId);

export const countInterruptions = (db: OutboxDatabase, account: string): Promise<number> =>
  db.count('interruptions', ofAccount(account));

/** Server time minus the time that the device shows, as last measured. */
export const readClockOffset = (db: OutboxDatabase): Promise<number | undefined> =>
  db.get('device', 'clockOffsetMs');

export const keepClockOffset = (db: OutboxDatabase, offsetMs: number): Promise<unknown> =>
  db.put('device', offsetMs, 'clockOffsetMs');

/** Forgets what arrived long ago. What waits, or was refused, stays whatever its age. */
export const forgetReceived = async (db: OutboxDatabase, account: string, now: number): Promise<void> => {
  const work = db.transaction('answers', 'readwrite');
  for (const { id, state, keptAt } of await work.store.getAll(ofAccount(account))) {
    if ((state === 'recorded' || state === 'set_aside') && keptAt < now - shownForMs) {
      void work.store.delete([account, id]);
    }
  }
  await work.done;
};
