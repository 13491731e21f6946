import type { Attempt } from '@puente/schemas';
import { newId } from '../state/new-id.ts';
import { AttemptClock, readClocks, type Reading } from './attempt-clock.ts';
import { makeResponse, type Given } from './make-response.ts';
import type { KeptAnswer } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import type { UnsentWhy } from './send.ts';

export type SettledReason = NonNullable<KeptAnswer['reason']>;

export interface RecordedAnswer {
  response: KeptAnswer['response'];
  /** `saving` is in this page only, `waiting` on this device only; `refused` stays there, to be seen. */
  state: 'saving' | 'sending' | KeptAnswer['state'];
  reason?: SettledReason;
  receivedAt?: string;
}

interface Options {
  /** The instant at which this device got the attempt from the server; undefined: the phone kept the page. */
  heard: Reading | undefined;
  appVersion: string;
  /** Only a browser has one. */
  outbox: Outbox | undefined;
  onanswer?: () => void;
}

/** One attempt as this page sees it: what was answered here, and what became of it. */
export class Recorder {
  answers = $state.raw<RecordedAnswer[]>([]);
  /** Why the last sending brought no receipts; undefined when it did. */
  why = $state<UnsentWhy>();
  /** Whether all that waits would survive a reload. */
  kept = $state(true);

  readonly clock: AttemptClock;
  /** What this device had kept of the attempt has been read. */
  readonly loaded: Promise<void>;
  #attempt: Attempt;
  #options: Options;
  #loaded = $state(false);
  #saving: RecordedAnswer[] = [];
  #newest: Promise<void> | undefined;
  #forget: (() => void) | undefined;

  constructor(attempt: Attempt, options: Options) {
    this.#attempt = attempt;
    this.#options = options;
    this.clock = new AttemptClock(attempt, options.heard ?? readClocks());
    this.#forget = options.outbox?.onchange(({ heard }) => {
      if (heard) this.hear(heard.serverNow, heard.sent, heard.received);
      void this.#read();
    });
    this.loaded = this.#load();
  }

  async #load() {
    const { heard, outbox } = this.#options;
    if (!outbox) return;
    if (!heard) {
      this.clock.resume(null);
      const offsetMs = (await outbox.clockOffset()) ?? null;
      // A receipt may have come meanwhile, and knows better.
      if (!this.clock.running) this.clock.resume(offsetMs);
    }
    await this.#read();
    this.#loaded = true;
  }

  /** Looks at what the device keeps; done once the newest look is, whoever began it. */
  #read(): Promise<void> {
    const { outbox } = this.#options;
    if (!outbox) return Promise.resolve();
    const looked = outbox.list(this.#attempt.id).then((found): void | Promise<void> => {
      // An older look must not overwrite a newer one.
      if (this.#newest !== looked) return this.#newest;
      this.#show(outbox, found);
    });
    return (this.#newest = looked);
  }

  #show(outbox: Outbox, found: readonly KeptAnswer[]) {
    const known = new Set(found.map(({ id }) => id));
    this.#saving = this.#saving.filter(({ response: { id } }) => !known.has(id));
    this.answers = [
      ...found.map(({ response, state, reason, receivedAt }) => ({
        response,
        state: state === 'waiting' && outbox.sending.has(response.id) ? ('sending' as const) : state,
        ...(reason && { reason }),
        ...(receivedAt && { receivedAt }),
      })),
      ...this.#saving,
    ];
    this.why = outbox.why;
    this.kept = outbox.kept;
  }

  get outbox(): Outbox | undefined {
    return this.#options.outbox;
  }

  get waiting(): RecordedAnswer[] {
    return this.answers.filter(
      ({ state }) => state === 'saving' || state === 'waiting' || state === 'sending',
    );
  }

  /** The server has all that was answered here. */
  get received(): boolean {
    return this.#loaded && this.waiting.length === 0;
  }

  get refused(): RecordedAnswer[] {
    return this.answers.filter(({ state }) => state === 'refused');
  }

  get setAside(): RecordedAnswer[] {
    return this.answers.filter(({ state }) => state === 'set_aside');
  }

  /** The answer stands here from now on: first on the device, then sent as soon as that is possible. */
  record(given: Omit<Given, 'id'> & { id?: string }, shown: Reading): void {
    const { outbox, appVersion } = this.#options;
    if (!outbox) return;
    const now = readClocks();
    const moment = {
      wallTime: new Date(now.wallMs),
      elapsedMs: this.clock.elapsedMs(now),
      clockOffsetMs: this.clock.offsetMs(now),
      shownMs: now.monotonicMs - shown.monotonicMs,
      origin: navigator.onLine ? ('online' as const) : ('offline' as const),
      appVersion,
    };
    const id = given.id ?? newId(now.wallMs);
    const make = (deviceSequence: number) =>
      makeResponse(this.#attempt, { ...given, id }, { ...moment, deviceSequence });
    const last = this.answers.at(-1)?.response.deviceSequence ?? 0;
    const lastDeviceSequence = Math.max(this.#attempt.lastDeviceSequence, last);
    const saving: RecordedAnswer = { response: make(lastDeviceSequence + 1), state: 'saving' };
    this.#saving.push(saving);
    this.answers = [...this.answers, saving];
    this.#options.onanswer?.();
    void outbox.record({ id: this.#attempt.id, lastDeviceSequence: this.#attempt.lastDeviceSequence }, make);
  }

  hear(serverNow: string, sent: Reading, received: Reading) {
    this.clock.hear(serverNow, sent, received);
    void this.#options.outbox?.measured(this.clock.offsetMs(received)!);
  }

  /** Sends what waits. A person may press too. */
  flush = async (): Promise<void> => {
    await this.#options.outbox?.flush();
    await this.#read();
  };

  /** The end of the attempt, told to the server once all answers are there; whether it has heard. */
  finish = async (): Promise<boolean> => {
    const { outbox } = this.#options;
    if (!outbox) return false;
    await outbox.finish(this.#attempt.id);
    await this.#read();
    return !(await this.isFinishing());
  };

  async isFinishing(): Promise<boolean> {
    return (await this.#options.outbox?.isFinishing(this.#attempt.id)) ?? false;
  }

  stop() {
    this.#forget?.();
  }
}
