/** When the answers of a device may be believed no longer: two of its readings this far apart. */
export const clockToleranceMs = 60_000;

interface Clocks {
  elapsedMs: number | null;
  wallTime: Date;
  clockOffsetMs: number | null;
}

interface Received extends Clocks {
  receivedAt: Date;
}

/** Start plus the device's monotonic clock; null after a reload, when the device cannot tell. */
export const byElapsed = ({ elapsedMs }: Clocks, attempt: { startedAt: Date }): number | null =>
  elapsedMs === null ? null : attempt.startedAt.getTime() + elapsedMs;

/** The device's wall clock plus the offset last measured; null where none was. */
export const byWallClock = ({ wallTime, clockOffsetMs }: Clocks): number | null =>
  clockOffsetMs === null ? null : wallTime.getTime() + clockOffsetMs;

/**
 * The server's time of an answer: start plus the device's monotonic clock; after a reload, the device's wall clock
 * plus the offset last measured; without either, when it arrived. Never later than that.
 */
export const answeredAtOf = (answer: Received, attempt: { startedAt: Date }): Date => {
  const received = answer.receivedAt.getTime();
  return new Date(Math.min(byElapsed(answer, attempt) ?? byWallClock(answer) ?? received, received));
};

/** Whether a device's clocks contradict each other, the start, or the arrival; or were never compared. */
export const isTimeDisputed = (answer: Received, attempt: { startedAt: Date }): boolean => {
  const wall = byWallClock(answer);
  if (wall === null) return true;
  const elapsed = byElapsed(answer, attempt);
  const claims = elapsed === null ? [wall] : [elapsed, wall];
  return (
    Math.max(...claims) - Math.min(...claims) > clockToleranceMs ||
    Math.max(...claims) > answer.receivedAt.getTime() + clockToleranceMs ||
    Math.min(...claims) < attempt.startedAt.getTime() - clockToleranceMs
  );
};

export interface Reading {
  lease: number;
  deviceSequence: number;
  answeredAt: Date;
}

/** Whether a device's clock ran backwards between this answer and another of the same lease. */
export const runsBackwards = (answer: Reading, others: readonly Reading[]): boolean =>
  others.some(
    (other) =>
      other.lease === answer.lease &&
      Math.sign(other.deviceSequence - answer.deviceSequence) *
        (answer.answeredAt.getTime() - other.answeredAt.getTime()) >
        clockToleranceMs,
  );
