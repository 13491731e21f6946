import type { Attempt, Receipt, ResponseInput } from '@puente/schemas';
import { newId } from '../state/new-id.ts';
import { AttemptClock, readClocks, type Reading } from './attempt-clock.ts';
import { makeResponse, type Given } from './make-response.ts';
import { sendResponses, type UnsentWhy } from './send.ts';
import type { UnsentStore } from './unsent.ts';

export type RefusalReason = NonNullable<Receipt['reason']>;

export interface RecordedAnswer {
  response: ResponseInput;
  /** `waiting` is on this device only; `refused` stays here, for the person to see. */
  state: 'sending' | 'waiting' | 'recorded' | 'refused';
  refusal?: RefusalReason;
}

interface Options {
  /** The instant at which this device got the attempt from the server. */
  heard: Reading;
  appVersion: string;
  /** Where a reload finds what has no receipt yet. */
  store?: UnsentStore | undefined;
  send?: typeof sendResponses;
}

const shortestPauseMs = 5_000;
const longestPauseMs = 60_000;

/** Keeps every answer of one attempt on this device and sends it until there is a receipt. */
export class Recorder {
  answers = $state<RecordedAnswer[]>([]);
  /** Why the last sending brought no receipts; undefined when it did. */
  why = $state<UnsentWhy>();
  /** Whether all that waits would survive a reload. */
  kept = $state(true);

  readonly clock: AttemptClock;
  #attempt: Attempt;
  #options: Options;
  #sequence: number;
  #flushing: Promise<void> | undefined;
  #pauseMs = shortestPauseMs;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(attempt: Attempt, options: Options) {
    this.#attempt = attempt;
    this.#options = options;
    this.#sequence = attempt.lastDeviceSequence;
    this.clock = new AttemptClock(attempt, options.heard);
    this.kept = options.store !== undefined;
    for (const { response, refusal } of options.store?.list() ?? []) {
      this.answers.push({ response, state: refusal ? 'refused' : 'waiting', ...(refusal && { refusal }) });
      this.#sequence = Math.max(this.#sequence, response.deviceSequence);
    }
  }

  get waiting(): RecordedAnswer[] {
    return this.answers.filter(({ state }) => state === 'waiting' || state === 'sending');
  }

  get refused(): RecordedAnswer[] {
    return this.answers.filter(({ state }) => state === 'refused');
  }

  /** The answer stands here from now on; it is sent as soon as that is possible. */
  record(given: Omit<Given, 'id'> & { id?: string }, shown: Reading): ResponseInput {
    const now = readClocks();
    const { store } = this.#options;
    this.#sequence = store ? store.nextSequence(this.#sequence) : this.#sequence + 1;
    const response = makeResponse(
      this.#attempt,
      { id: newId(now.wallMs), ...given },
      {
        deviceSequence: this.#sequence,
        wallTime: new Date(now.wallMs),
        elapsedMs: this.clock.elapsedMs(now),
        clockOffsetMs: this.clock.offsetMs,
        shownMs: now.monotonicMs - shown.monotonicMs,
        origin: navigator.onLine ? 'online' : 'offline',
        appVersion: this.#options.appVersion,
      },
    );
    if (!store?.keep({ response })) this.kept = false;
    this.answers.push({ response, state: 'waiting' });
    void this.flush();
    return response;
  }

  /** Sends what waits. Called by itself after each answer and now and then; a person may press too. */
  flush = (): Promise<void> => {
    this.#flushing ??= this.#drain().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  };

  async #drain(): Promise<void> {
    clearTimeout(this.#timer);
    const send = this.#options.send ?? sendResponses;
    for (;;) {
      const batch = this.answers.filter(({ state }) => state === 'waiting');
      if (batch.length === 0) return;
      for (const answer of batch) answer.state = 'sending';
      const outcome = await send(batch.map(({ response }) => response));
      if (!outcome.ok) {
        for (const answer of batch) answer.state = 'waiting';
        this.why = outcome.why;
        this.#timer = setTimeout(this.flush, this.#pauseMs);
        this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
        return;
      }
      this.why = undefined;
      this.#pauseMs = shortestPauseMs;
      this.clock.hear(outcome.serverNow, outcome.sent, outcome.received);
      outcome.receipts.forEach((receipt, index) => this.#settle(batch[index]!, receipt));
      if (this.waiting.length === 0) this.kept = this.#options.store !== undefined;
    }
  }

  #settle(answer: RecordedAnswer, { status, reason }: Receipt) {
    const { store } = this.#options;
    if (status === 'refused') {
      answer.state = 'refused';
      if (reason) answer.refusal = reason;
      store?.keep({ response: answer.response, ...(reason && { refusal: reason }) });
    } else {
      answer.state = 'recorded';
      store?.drop(answer.response.id);
    }
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
