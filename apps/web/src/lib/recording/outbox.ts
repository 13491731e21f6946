import type { ResponseInput } from '@puente/schemas';
import {
  countInterruptions,
  forgetReceived,
  keepAnswer,
  keepClockOffset,
  keepFinishing,
  listAnswers,
  listFinishing,
  listWaiting,
  openOutboxDatabase,
  readClockOffset,
  restoreAnswer,
  settleAnswers,
  type KeptAnswer,
  type OutboxDatabase,
} from './outbox-store.ts';
import { pauseAfter } from './pause.ts';
import { sendFinish, sendResponses, type Heard, type Sent, type UnsentWhy } from './send.ts';
import type { sendInterruptions } from './tell-interruptions.ts';

const parcel = 50;
const lockPatienceMs = 60_000;

/** What the outbox needs of the world around it; a proof gives it a worse one. */
export interface Surroundings {
  /** The device's database, and the name under which its tabs find each other. */
  name: string;
  send: (account: string, responses: readonly ResponseInput[]) => Promise<Sent>;
  finish: (account: string, attemptId: string) => Promise<boolean>;
  interrupted?: typeof sendInterruptions;
  locks: Pick<LockManager, 'request' | 'query'> | undefined;
  channel: () => Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined;
  later: (work: () => void, ms: number) => () => void;
  now: () => number;
  random: () => number;
  older: Storage | undefined;
}

const attempted = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const aroundHere = (): Surroundings => ({
  name: 'puente',
  send: sendResponses,
  finish: sendFinish,
  locks: globalThis.navigator?.locks,
  channel: () => attempted(() => new BroadcastChannel('puente')),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: Date.now,
  random: Math.random,
  // Closed by some browsers, and absent in a worker.
  older: attempted(() => globalThis.localStorage),
});

/** Something changed on this device; `heard` where the server was heard just now. */
interface OutboxEvent {
  heard?: Heard;
}

/**
 * The answers of one account on this device: kept before they are sent, sent by one tab at a time,
 * and taken out of the queue by their receipts and by nothing else.
 */
export class Outbox {
  readonly account: string;
  /** Why the last sending brought no receipts; undefined when it did. */
  why: UnsentWhy | undefined;
  /** Ids on their way at this moment, sent by this tab. */
  sending: ReadonlySet<string> = new Set();
  #around: Surroundings;
  #channel: ReturnType<Surroundings['channel']>;
  #database: Promise<OutboxDatabase> | undefined;
  /** Given in this page and without a receipt so far: the browser may empty its storage under us. */
  #mine = new Map<string, KeptAnswer>();
  /** Could not be written to the device, and live in this page alone. */
  #unkept = new Set<string>();
  #last = new Map<string, number>();
  #listeners = new Set<(event: OutboxEvent) => void>();
  #flushing: Promise<void> | undefined;
  #asked = false;
  #failures = 0;
  #cancel: () => void = () => undefined;

  constructor(account: string, around: Partial<Surroundings> = {}) {
    this.account = account;
    this.#around = { ...aroundHere(), ...around };
    this.#channel = this.#around.channel();
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === account) this.#tell();
    });
  }

  /** Whether all that waits would survive a reload. */
  get kept(): boolean {
    return this.#unkept.size === 0;
  }

  onchange(listener: (event: OutboxEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: OutboxEvent = {}) {
    for (const listener of this.#listeners) listener(event);
  }

  /** Here and in the other tabs. */
  #changed(event?: OutboxEvent) {
    this.#tell(event);
    attempted(() => this.#channel?.postMessage(this.account));
  }

  #open(): Promise<OutboxDatabase> {
    this.#database ??= this.#prepare().catch((reason: unknown) => {
      this.#database = undefined;
      throw reason;
    });
    return this.#database;
  }

  async #prepare(): Promise<OutboxDatabase> {
    const { name, older, now } = this.#around;
    const db = await openOutboxDatabase(name, () => {
      this.#database = undefined;
      // The browser may be emptying its storage: what this page gave goes back at once.
      if (this.#mine.size > 0) void this.waiting();
    });
    // Seldom a phone comes from an older build: most never fetch this.
    if (older?.length) {
      await import('./adopt-older.ts')
        .then(({ adoptOlder }) => adoptOlder(db, this.account, older, now()))
        .catch(() => undefined);
    }
    await forgetReceived(db, this.account, now()).catch(() => undefined);
    return db;
  }

  /** Reads or writes the device; undefined where it keeps nothing: storage full, or closed by the browser. */
  async onDevice<T>(work: (db: OutboxDatabase) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(await this.#open());
    } catch {
      // The browser closes databases as it likes: once more with a new one.
      this.#database = undefined;
      return await this.#open()
        .then(work)
        .catch(() => undefined);
    }
  }

  /** Gives the answer its number and keeps it; resolves once it is safe on the device, then sends it. */
  async record(
    attempt: { id: string; lastDeviceSequence: number },
    make: (sequence: number) => ResponseInput,
  ): Promise<KeptAnswer> {
    const { account } = this;
    const last = Math.max(attempt.lastDeviceSequence, this.#last.get(attempt.id) ?? 0);
    const now = this.#around.now();
    // Two taps in one instant must not meet at one number where the device keeps nothing.
    this.#last.set(attempt.id, last + 1);
    let answer = await this.onDevice((db) =>
      keepAnswer(db, { account, attemptId: attempt.id, last }, make, now),
    );
    if (!answer) {
      const response = make(last + 1);
      const waits = { state: 'waiting', response, keptAt: now, waitingSince: now } as const;
      answer = { account, id: response.id, attemptId: attempt.id, ...waits };
      this.#unkept.add(answer.id);
    }
    this.#count(answer);
    this.#mine.set(answer.id, answer);
    this.#changed();
    void this.flush();
    return answer;
  }

  /** Each page knows the last number by itself too: the browser may throw away where it is written. */
  #count({ attemptId, response: { deviceSequence } }: KeptAnswer) {
    this.#last.set(attemptId, Math.max(this.#last.get(attemptId) ?? 0, deviceSequence));
  }

  /** All of an attempt, or of the account, that is on this device, received or not. */
  async list(attemptId?: string): Promise<KeptAnswer[]> {
    const found = (await this.onDevice((db) => listAnswers(db, this.account, attemptId))) ?? [];
    for (const answer of found) this.#count(answer);
    const known = new Set(found.map(({ id }) => id));
    const alone = [...this.#mine.values()].filter(
      (mine) => !known.has(mine.id) && (attemptId ?? mine.attemptId) === mine.attemptId,
    );
    return [...found, ...alone].sort((a, b) => a.response.deviceSequence - b.response.deviceSequence);
  }

  /** The queue, longest waiting first. */
  async waiting(): Promise<KeptAnswer[]> {
    const queue = await this.onDevice((db) => this.#queue(db));
    return queue ?? [...this.#mine.values()].filter(({ state }) => state === 'waiting');
  }

  async #queue(db: OutboxDatabase): Promise<KeptAnswer[]> {
    const queue = await listWaiting(db, this.account);
    const known = new Set(queue.map(({ id }) => id));
    for (const mine of this.#mine.values()) {
      if (known.has(mine.id)) continue;
      const there = await restoreAnswer(db, mine).catch(() => undefined);
      if (there) this.#unkept.delete(mine.id);
      if (there && there.state !== 'waiting') this.#mine.delete(mine.id);
      else if (mine.state === 'waiting') queue.push(mine);
    }
    return queue;
  }

  /** The person said that an attempt, or a lesson, is at its end: told to the server once all answers are there. */
  async finish(ended: string): Promise<void> {
    await this.onDevice((db) => keepFinishing(db, this.account, ended, true));
    await this.flush();
  }

  /** Whether the end of an attempt was said here and has not arrived yet. */
  async isFinishing(attemptId: string): Promise<boolean> {
    return (await this.onDevice((db) => listFinishing(db, this.account)))?.includes(attemptId) ?? false;
  }

  /** Sends what waits. Called by itself after each answer and now and then; a person may press too. */
  flush = (): Promise<void> => {
    this.#asked = true;
    this.#flushing ??= this.#run().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  };

  async #run(): Promise<void> {
    while (this.#asked) {
      this.#asked = false;
      await this.#inTurn().catch(() => this.#failed('busy'));
      if (this.why) break;
    }
    this.sending = new Set();
    this.#changed();
  }

  /** One sender among this browser's tabs: who comes second finds nothing left to do. */
  async #inTurn(): Promise<void> {
    this.#cancel();
    const { locks } = this.#around;
    const drain = () => this.#drain();
    if (!locks) return drain();
    const signal = AbortSignal.timeout(lockPatienceMs);
    await locks.request(`puente-outbox-${this.account}`, { signal }, drain);
  }

  async #drain(): Promise<void> {
    const tried = new Set<string>();
    const apart: KeptAnswer[] = [];
    let most = parcel;
    for (;;) {
      const queue = (await this.waiting()).filter(({ id }) => !tried.has(id));
      const batch = queue.slice(0, most);
      if (batch.length === 0) break;
      this.sending = new Set(batch.map(({ id }) => id));
      this.#tell();
      const sent = await this.#around.send(
        this.account,
        batch.map(({ response }) => response),
      );
      if (sent.ok) {
        for (const { id } of batch) tried.add(id);
        await this.#settle(batch, sent);
        this.why = undefined;
        this.#failures = 0;
      } else if (sent.why !== 'unreadable') {
        return this.#failed(sent.why, sent.waitMs);
      } else if (batch.length > 1) {
        // One that spoils the parcel must not hold up the others.
        most = Math.ceil(batch.length / 2);
      } else {
        tried.add(batch[0]!.id);
        apart.push(batch[0]!);
      }
    }
    if (apart.length > 0) return this.#failed('busy');
    this.why = undefined;
    await this.#tellFinished();
    if (!this.why) await this.#tellInterruptions();
  }

  async #settle(batch: readonly KeptAnswer[], { receipts, heard }: Extract<Sent, { ok: true }>) {
    const settled = batch.map(({ waitingSince: _, ...answer }, index): KeptAnswer => {
      const { status, reason, receivedAt } = receipts[index]!;
      return {
        ...answer,
        state: status === 'already_recorded' ? 'recorded' : status,
        receivedAt,
        ...(reason && { reason }),
      };
    });
    const written = await this.onDevice((db) => settleAnswers(db, settled).then(() => true));
    for (const answer of settled) {
      this.#mine.delete(answer.id);
      this.#unkept.delete(answer.id);
      // Where the device keeps nothing, what was refused stays in this page.
      if (!written && answer.state === 'refused') this.#mine.set(answer.id, answer);
    }
    this.#changed({ heard });
  }

  async #tellFinished(): Promise<void> {
    const over = (await this.onDevice((db) => listFinishing(db, this.account))) ?? [];
    for (const attemptId of over) {
      if (!(await this.#around.finish(this.account, attemptId))) return this.#failed('no-signal');
      await this.onDevice((db) => keepFinishing(db, this.account, attemptId, false));
    }
  }

  async #tellInterruptions(): Promise<void> {
    if (!(await this.onDevice((db) => countInterruptions(db, this.account)))) return;
    // Only a proctored sitting has any: most phones never fetch this.
    const { tellInterruptions } = await import('./tell-interruptions.ts');
    const told = await this.onDevice((db) => tellInterruptions(db, this.account, this.#around));
    if (!told) this.#failed('no-signal');
  }

  #failed(why: UnsentWhy, waitMs?: number) {
    this.why = why;
    this.#failures += 1;
    const { later, random } = this.#around;
    this.#cancel = later(() => void this.flush(), pauseAfter(this.#failures, random(), waitMs));
  }

  /** Server time minus the time that the device shows, as last measured on this device. */
  clockOffset(): Promise<number | undefined> {
    return this.onDevice(readClockOffset);
  }

  async measured(offsetMs: number): Promise<void> {
    await this.onDevice((db) => keepClockOffset(db, offsetMs));
  }

  /** The page goes: no timer of its own may go on. */
  stop() {
    this.#cancel();
  }
}
