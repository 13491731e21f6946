import type { Attempt } from '@puente/schemas';

const longestElapsedMs = 10_000_000_000;
const sleptMs = 5_000;

/** The device's two clocks at one instant: the one people set, and the one that only runs forward. */
export interface Reading {
  wallMs: number;
  monotonicMs: number;
}

export const readClocks = (): Reading => ({ wallMs: Date.now(), monotonicMs: performance.now() });

/**
 * When the server's answer that this page was made from reached the device. Scripts may arrive
 * seconds later on a slow line, and those seconds are not the clock's error.
 */
export const pageReading = (): Reading => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const monotonicMs = entry?.responseStart ?? 0;
  return { wallMs: performance.timeOrigin + monotonicMs, monotonicMs };
};

/** Times an attempt on this device, from an answer of the server and the instant at which it came. */
export class AttemptClock {
  #startedAt: number;
  #serverMs: number;
  #heard: Reading;

  constructor({ startedAt, serverNow }: Pick<Attempt, 'startedAt' | 'serverNow'>, heard: Reading) {
    this.#startedAt = Date.parse(startedAt);
    this.#serverMs = Date.parse(serverNow);
    this.#heard = heard;
  }

  /** The clock that only runs forward stands still in many phones while they sleep. */
  #slept({ wallMs, monotonicMs }: Reading): boolean {
    return wallMs - this.#heard.wallMs - (monotonicMs - this.#heard.monotonicMs) > sleptMs;
  }

  /** Milliseconds since the attempt started, by the clock that only runs forward; null if it stood still. */
  elapsedMs(now: Reading = readClocks()): number | null {
    if (this.#slept(now)) return null;
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

  /** Server time minus the time that the device shows. */
  get offsetMs(): number {
    return Math.round(this.#serverMs - this.#heard.wallMs);
  }

  /** A later answer of the server measures anew; the middle of the trip is the best guess. */
  hear(serverNow: string, sent: Reading, received: Reading) {
    this.#serverMs = Date.parse(serverNow);
    this.#heard = {
      wallMs: (sent.wallMs + received.wallMs) / 2,
      monotonicMs: (sent.monotonicMs + received.monotonicMs) / 2,
    };
  }
}
