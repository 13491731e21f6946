const shortestMs = 2_000;
const longestMs = 5 * 60_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, and never the same for
 * two phones, since a whole room loses its signal at one moment.
 */
export const pauseAfter = (failures: number, random: number, askedMs = 0): number => {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 20));
  return Math.max(askedMs, ceiling * (0.5 + random / 2));
};
