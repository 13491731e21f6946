const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds until the last moment for an answer, never under 0; null where there is none. */
export const timeLeft = (closesAt: string | null, serverMs: number): number | null =>
  closesAt === null ? null : Math.max(0, Date.parse(closesAt) - serverMs);

/** `12:34` in the last hour, `3 h 05 min` in the last day, nothing before: a week is no countdown. */
export const countdown = (leftMs: number | null): string | undefined => {
  if (leftMs === null || leftMs >= 24 * hour) return undefined;
  const pad = (amount: number) => String(amount).padStart(2, '0');
  if (leftMs >= hour) {
    const minutes = Math.floor(leftMs / minute);
    return `${Math.floor(minutes / 60)}\u00a0h\u00a0${pad(minutes % 60)}\u00a0min`;
  }
  const seconds = Math.ceil(leftMs / second);
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
};

export type TimeNotice = 'five' | 'one' | 'over';

/** What is said aloud about the time, and nothing more often. */
export const timeNotice = (leftMs: number | null): TimeNotice | undefined => {
  if (leftMs === null || leftMs > 5 * minute) return undefined;
  return leftMs > minute ? 'five' : leftMs > 0 ? 'one' : 'over';
};
