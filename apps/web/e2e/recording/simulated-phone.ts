import 'fake-indexeddb/auto';
import type { Attempt, ConfidenceLevel, ResponseInput } from '@puente/schemas';
import { AttemptClock, type Reading } from '../../src/lib/recording/attempt-clock.ts';
import { makeResponse } from '../../src/lib/recording/make-response.ts';
import { Outbox, type Surroundings } from '../../src/lib/recording/outbox.ts';
import { storageAnswer } from '../../src/lib/recording/storage-answer.ts';
import { sendFinish, sendResponses } from '../../src/lib/recording/send.ts';
import { newId } from '../../src/lib/state/new-id.ts';
import type { Line } from './simulated-line.ts';

/** Time as it truly is. */
export interface World {
  now: number;
}

/** An answer as a person gave it, and when they truly did. */
export interface Given {
  response: ResponseInput;
  trueMs: number;
  account: string;
}

type Turn = { tab: Tab; start: () => void };

/** Web Locks of one browser: a tab that is killed loses its turn. */
class Locks {
  #turns: Turn[] = [];

  request(tab: Tab) {
    return (async (_name: string, _options: unknown, work: () => Promise<unknown>) => {
      await new Promise<void>((start) => {
        this.#turns.push({ tab, start });
        if (this.#turns.length === 1) start();
      });
      try {
        return await work();
      } finally {
        this.release(tab);
      }
    }) as LockManager['request'];
  }

  release(tab: Tab) {
    const first = this.#turns[0];
    const place = this.#turns.findIndex((turn) => turn.tab === tab);
    if (place < 0) return;
    this.#turns.splice(place, 1);
    if (first !== this.#turns[0]) this.#turns[0]?.start();
  }

  drop(tab: Tab) {
    while (this.#turns.some((turn) => turn.tab === tab)) this.release(tab);
  }
}

/** One phone or one browser: its two clocks, its storage, its tabs, and who is signed in. */
export class Phone {
  readonly name: string;
  readonly world: World;
  readonly line: Line;
  readonly locks = new Locks();
  readonly tabs: Tab[] = [];
  /** What the service worker kept of the sitting: the attempt as its page had it. */
  keptPage: Attempt | undefined;
  skewMs: number;
  sleptMs = 0;
  /** What its browser answered when it was asked to keep what is here. */
  readonly storage: { persisted: () => Promise<boolean> };
  /** Answers of which a page has said that they wait here and may be thrown away. */
  readonly warnedOf = new Set<string>();

  constructor(name: string, world: World, line: Line, skewMs: number, persisted: boolean) {
    this.storage = { persisted: async () => persisted };
    this.name = name;
    this.world = world;
    this.line = line;
    this.skewMs = skewMs;
  }

  readonly clocks = (): Reading => ({
    wallMs: this.world.now + this.skewMs,
    monotonicMs: this.world.now - this.sleptMs,
  });

  get open(): Tab[] {
    return this.tabs.filter(({ alive }) => alive);
  }

  /** The browser empties its storage while pages stand open. */
  async evict(): Promise<void> {
    await new Promise((done, fail) => {
      const asked = indexedDB.deleteDatabase(this.name);
      asked.onsuccess = done;
      asked.onerror = fail;
    });
    this.keptPage = undefined;
  }
}

/** One page with the outbox as it is; `attempt` is missing where the page shows none. */
export class Tab {
  readonly phone: Phone;
  readonly account: string;
  readonly outbox: Outbox;
  readonly attempt: Attempt | undefined;
  readonly clock: AttemptClock | undefined;
  readonly given: Given[] = [];
  alive = true;
  /** What this page has begun and not yet ended. */
  readonly busy = new Set<Promise<unknown>>();
  readonly timers = new Map<() => void, number>();
  #listeners: ((event: MessageEvent) => void)[] = [];
  #stale = false;
  #showing: Promise<void> | undefined;

  constructor(phone: Phone, account: string, attempt?: Attempt, cameNow = true) {
    this.phone = phone;
    this.account = account;
    this.attempt = attempt;
    phone.tabs.push(this);
    this.outbox = new Outbox(account, this.#around());
    if (!attempt) return;
    this.clock = new AttemptClock(attempt, phone.clocks());
    if (cameNow) this.track(this.outbox.measured(this.clock.offsetMs(phone.clocks())!));
    else this.track(this.#resume(this.clock));
    this.outbox.onchange(({ heard }) => {
      this.#stale = true;
      this.#showing ??= this.#show().finally(() => (this.#showing = undefined));
      this.track(this.#showing);
      if (!heard) return;
      this.clock!.hear(heard.serverNow, heard.sent, heard.received);
      this.track(this.outbox.measured(this.clock!.offsetMs(heard.received)!));
    });
  }

  /** As the recorder of a page does, and the line under its receipts; of many changes at once it shows the last. */
  async #show() {
    while (this.#stale) {
      this.#stale = false;
      const [answers, said] = await Promise.all([
        this.outbox.list(this.attempt!.id),
        storageAnswer(this.phone.storage),
      ]);
      if (!this.alive || said !== 'fleeting') continue;
      for (const { id, state } of answers) if (state === 'waiting') this.phone.warnedOf.add(id);
    }
  }

  async #resume(clock: AttemptClock) {
    clock.resume(null, this.phone.clocks());
    const offsetMs = await this.outbox.clockOffset();
    if (!clock.running) clock.resume(offsetMs ?? null, this.phone.clocks());
  }

  #around(): Surroundings {
    const { phone } = this;
    const around = { fetch: phone.line.fetchOf(this), now: phone.clocks };
    return {
      name: phone.name,
      send: (account, responses) => sendResponses(account, responses, around),
      finish: (account, attemptId) => sendFinish(account, attemptId, around),
      interrupted: async () => true,
      locks: { request: phone.locks.request(this), query: async () => ({}) },
      channel: () => ({
        postMessage: (message: unknown) => {
          for (const tab of phone.open) if (tab !== this) tab.hearMessage(message);
        },
        addEventListener: ((_type: string, listener: (event: MessageEvent) => void) =>
          this.#listeners.push(listener)) as BroadcastChannel['addEventListener'],
      }),
      later: (work, ms) => {
        const timed = () => {
          this.timers.delete(timed);
          work();
          this.track(this.outbox.flush());
        };
        this.timers.set(timed, phone.world.now + ms);
        return () => this.timers.delete(timed);
      },
      now: () => phone.clocks().wallMs,
      random: () => phone.line.random(),
      older: undefined,
    };
  }

  hearMessage(message: unknown) {
    for (const listener of this.#listeners) listener({ data: message } as MessageEvent);
  }

  track(work: Promise<unknown>) {
    const ended = work.catch(() => undefined).finally(() => this.busy.delete(ended));
    this.busy.add(ended);
  }

  answer(place: number, option: number, confidenceLevel: ConfidenceLevel) {
    const { attempt, clock, phone } = this;
    const item = attempt?.items[place % (attempt.items.length || 1)];
    // A challenge is answered by a figure's settings, which this phone has not.
    if (!attempt || !clock || !item || item.options.length === 0) return;
    const now = phone.clocks();
    const id = newId(phone.world.now);
    const trueMs = phone.world.now;
    const moment = {
      wallTime: new Date(now.wallMs),
      elapsedMs: clock.elapsedMs(now),
      clockOffsetMs: clock.offsetMs(now),
      shownMs: 1000,
      origin: 'online' as const,
      appVersion: 'proof',
    };
    const answer = item.options[option % item.options.length]!.id;
    const make = (deviceSequence: number) =>
      makeResponse(attempt, { id, itemId: item.id, answer, confidenceLevel }, { ...moment, deviceSequence });
    const recorded = this.outbox.record(attempt, make).then(({ response }) => {
      // Only what the page may have called "saved" is owed.
      if (this.alive) this.given.push({ response, trueMs, account: this.account });
    });
    this.track(recorded);
    this.track(recorded.then(() => this.outbox.flush()));
  }

  /** The browser or the person closes the page, in the middle of whatever it does. */
  kill() {
    this.alive = false;
    this.timers.clear();
    this.busy.clear();
    this.phone.locks.drop(this);
  }
}
