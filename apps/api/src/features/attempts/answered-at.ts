interface Clocks {
  elapsedMs: number | null;
  wallTime: Date;
  clockOffsetMs: number | null;
  receivedAt: Date;
}

/**
 * The server's time of an answer: start plus the device's monotonic clock; after a reload, the device's wall clock
 * plus the offset last measured; without either, when it arrived. Never later than that.
 */
export const answeredAtOf = (answer: Clocks, attempt: { startedAt: Date }): Date => {
  const claimed =
    answer.elapsedMs !== null
      ? attempt.startedAt.getTime() + answer.elapsedMs
      : answer.clockOffsetMs !== null
        ? answer.wallTime.getTime() + answer.clockOffsetMs
        : answer.receivedAt.getTime();
  return new Date(Math.min(claimed, answer.receivedAt.getTime()));
};
