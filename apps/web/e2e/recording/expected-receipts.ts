import type { Receipt, ResponseInput } from '@puente/schemas';

/** The rules of the protocol once more, written from its description and from nothing of the server's. */

const minuteMs = 60_000;
const graceMs = 30_000;
const hourMs = 3_600_000;

export interface ExpectedAttempt {
  account: string;
  kind: 'sitting' | 'practice';
  startedMs: number;
  closesMs: number | null;
  finishedMs: number | null;
  lateHours: number;
  lease: number;
  /** When the leases after the first were taken, in turn. */
  takenOverMs: number[];
}

interface Kept {
  response: ResponseInput;
  receivedMs: number;
  /** Undefined: recorded. */
  reason: Receipt['reason'];
  givenMs: number;
}

export class ExpectedServer {
  readonly attempts = new Map<string, ExpectedAttempt>();
  readonly kept = new Map<string, Kept>();

  /** What each response of a parcel must be answered. */
  receive(
    account: string,
    responses: readonly ResponseInput[],
    nowMs: number,
  ): Map<string, Omit<Receipt, 'receivedAt'>> {
    const receipts = new Map<string, Omit<Receipt, 'receivedAt'>>();
    for (const response of [...responses].sort((a, b) => a.deviceSequence - b.deviceSequence)) {
      receipts.set(response.id, { id: response.id, ...this.#judge(account, response, nowMs) });
    }
    return receipts;
  }

  #judge(account: string, response: ResponseInput, nowMs: number): Pick<Receipt, 'status' | 'reason'> {
    const before = this.kept.get(response.id);
    if (before) {
      return before.reason ? { status: 'set_aside', reason: before.reason } : { status: 'already_recorded' };
    }
    const attempt = this.attempts.get(response.attemptId);
    if (attempt?.account !== account) return { status: 'refused', reason: 'attempt_unknown' };
    const { reason, givenMs } = this.#time(attempt, response, nowMs);
    this.kept.set(response.id, { response, receivedMs: nowMs, reason, givenMs });
    return reason ? { status: 'set_aside', reason } : { status: 'recorded' };
  }

  #time(attempt: ExpectedAttempt, response: ResponseInput, nowMs: number): Pick<Kept, 'reason' | 'givenMs'> {
    const byElapsed = response.elapsedMs === null ? null : attempt.startedMs + response.elapsedMs;
    const byWall =
      response.clockOffsetMs === null ? null : Date.parse(response.wallTime) + response.clockOffsetMs;
    const givenMs = Math.min(byElapsed ?? byWall ?? nowMs, nowMs);
    const is = (reason: Receipt['reason']) => ({ reason, givenMs });
    if (attempt.closesMs !== null) {
      if (nowMs > attempt.closesMs + graceMs + attempt.lateHours * hourMs) return is('late');
      const claims = [byElapsed, byWall].filter((claim) => claim !== null);
      const apart = Math.max(...claims) - Math.min(...claims) > minuteMs;
      const early = Math.min(...claims) < attempt.startedMs - minuteMs;
      const future = Math.max(...claims) > nowMs + minuteMs;
      if (byWall === null || apart || early || future || this.#runsBack(response, givenMs)) {
        return is('time_disputed');
      }
    }
    if (response.lease < attempt.lease && givenMs > attempt.takenOverMs[response.lease - 1]!) {
      return is('lease_lost');
    }
    if (attempt.closesMs !== null && givenMs > attempt.closesMs + graceMs) return is('late');
    if (attempt.finishedMs !== null && givenMs > attempt.finishedMs + graceMs) return is('attempt_finished');
    return is(undefined);
  }

  /** On one lease an answer with a higher number may not be more than a minute earlier than one with a lower. */
  #runsBack(response: ResponseInput, givenMs: number): boolean {
    return [...this.kept.values()].some((other) => {
      if (other.reason || other.response.attemptId !== response.attemptId) return false;
      if (other.response.lease !== response.lease) return false;
      const step = other.response.deviceSequence - response.deviceSequence;
      return step > 0 ? givenMs - other.givenMs > minuteMs : step < 0 && other.givenMs - givenMs > minuteMs;
    });
  }

  /** Which answers count: in a sitting the last by lease and number, in practice the first. */
  counted(attemptId: string): Set<string> {
    const kind = this.attempts.get(attemptId)!.kind;
    const perItem = new Map<string, Kept>();
    const order = (a: Kept, b: Kept) =>
      (kind === 'sitting' ? a.response.lease - b.response.lease : 0) ||
      a.response.deviceSequence - b.response.deviceSequence ||
      a.receivedMs - b.receivedMs ||
      (a.response.id < b.response.id ? -1 : 1);
    for (const kept of this.kept.values()) {
      if (kept.response.attemptId !== attemptId || kept.reason) continue;
      const best = perItem.get(kept.response.itemId);
      const better = !best || (kind === 'sitting' ? order(kept, best) > 0 : order(kept, best) < 0);
      if (better) perItem.set(kept.response.itemId, kept);
    }
    return new Set([...perItem.values()].map(({ response }) => response.id));
  }
}
