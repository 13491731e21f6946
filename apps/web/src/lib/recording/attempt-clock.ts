import type { Attempt } from '@puente/schemas';

const longestElapsedMs = 10_000_000_000;
const sleptMs = 5_000;

/** The device's two clocks at one instant: the one people set, and the one that only runs forward. */
export interface Reading {
  wallMs: number;
  monotonicMs: number;
}

export const readClocks = (): Reading => ({ wallMs: Date.now(), monotonicMs: performance.now() });

/** Times an attempt on this device, from an answer of the server and the instant at which it came. */
export class AttemptClock {
  #startedAt: number;
  #serverMs: number;
  #heard: Reading;
  #offsetMs: number | null;
  /** This page has heard the server itself, so that its own clock runs from that. */
  #running = true;

  get running(): boolean {
    return this.#running;
  }

  constructor({ startedAt, serverNow }: Pick<Attempt, 'startedAt' | 'serverNow'>, heard: Reading) {
    this.#startedAt = Date.parse(startedAt);
    this.#serverMs = Date.parse(serverNow);
    this.#heard = heard;
    this.#offsetMs = Math.round(this.#serverMs - heard.wallMs);
  }

  /** The clock that only runs forward stands still in many phones while they sleep. */
  #slept({ wallMs, monotonicMs }: Reading): boolean {
    return wallMs - this.#heard.wallMs - (monotonicMs - this.#heard.monotonicMs) > sleptMs;
  }

  /** Milliseconds since the attempt started, by the clock that only runs forward; null if it stood still. */
  elapsedMs(now: Reading = readClocks()): number | null {
    if (!this.#running || this.#slept(now)) return null;
    const elapsed = this.serverMs(now) - this.#startedAt;
    return elapsed >= 0 && elapsed <= longestElapsedMs ? elapsed : null;
  }

  /** The server's time, as far as this device can tell. */
  serverMs(now: Reading = readClocks()): number {
    const since = this.#slept(now)
      ? now.wallMs - this.#heard.wallMs
      : now.monotonicMs - this.#heard.monotonicMs;
    return Math.round(this.#serverMs + since);
  }

  /**
   * Server time minus the time that the device shows; null where it was never measured. A clock that
   * somebody set back is seen by the one that only runs forward; one set forward looks like a sleep.
   */
  offsetMs(now: Reading = readClocks()): number | null {
    return this.#running && !this.#slept(now) ? Math.round(this.serverMs(now) - now.wallMs) : this.#offsetMs;
  }

  /** A page that the phone kept was made long ago: the clock that people set stands in, as last measured. */
  resume(offsetMs: number | null, now: Reading = readClocks()) {
    this.#running = false;
    this.#offsetMs = offsetMs;
    this.#serverMs = now.wallMs + (offsetMs ?? 0);
    this.#heard = now;
  }

  /** A later answer of the server measures anew; the middle of the trip is the best guess. */
  hear(serverNow: string, sent: Reading, received: Reading) {
    this.#running = true;
    this.#serverMs = Date.parse(serverNow);
    this.#heard = {
      wallMs: (sent.wallMs + received.wallMs) / 2,
      monotonicMs: (sent.monotonicMs + received.monotonicMs) / 2,
    };
    this.#offsetMs = Math.round(this.#serverMs - this.#heard.wallMs);
  }
}
