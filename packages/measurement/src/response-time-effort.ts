import { requireCount, requireNotNegative, requirePositive } from './requirements.ts';

const SHARE_OF_MEAN = 0.1;
const LONGEST_THRESHOLD_SECONDS = 10;
const RAPID_SHARE_LIMIT = 0.1;

/**
 * The time under which an answer to an item is a rapid guess.
 *
 * Formula: a tenth of the item's mean time, at most 10 s (NT10).
 * Units: seconds. Errors: RangeError for a mean that is not positive and finite.
 * Source: Wise & Ma (2012).
 * Shapes: one mean time. Range: (0, 10].
 */
export function rapidGuessThreshold(meanSeconds: number): number {
  requirePositive(meanSeconds, 'a mean time');
  return Math.min(LONGEST_THRESHOLD_SECONDS, SHARE_OF_MEAN * meanSeconds);
}

export interface PersonEffort {
  answered: number;
  rapid: number;
  rapidShare: number;
  /** share of answers that took long enough to be an attempt: 1 − rapidShare */
  effort: number;
  /** rapid share above 10 %: the gain is repeated without this sitting. A flag, never proof */
  flagged: boolean;
}

export interface ResponseTimeEffort {
  /** rapid-guess threshold of each item, in seconds */
  thresholdSeconds: number[];
  /** in the order of the rows; absent for a person who answered nothing */
  people: (PersonEffort | undefined)[];
}

/**
 * Response-time effort of each person in a sitting.
 *
 * Formula: a response is rapid if its time lies below `rapidGuessThreshold` of the item's mean time
 * in this sitting; effort = 1 − rapid/answered.
 * Shapes: person × item matrix of seconds, `null` for an item not answered. Range: effort in [0, 1].
 * Units: seconds; shares of the answers.
 * Errors: RangeError if empty, with rows of unequal length, a time below 0 or not finite, an item
 * that nobody answered.
 * Source: Wise & Kong (2005), Applied Measurement in Education 18; Wise & Ma (2012).
 */
export function responseTimeEffort(seconds: readonly (readonly (number | null)[])[]): ResponseTimeEffort {
  requireCount(seconds.length, 1, 'people');
  const items = seconds[0]!.length;
  requireCount(items, 1, 'items');
  const sums = new Float64Array(items);
  const counts = new Int32Array(items);
  seconds.forEach((row, i) => {
    if (row.length !== items) {
      throw new RangeError(`row ${i} has ${row.length} items, the first row ${items}`);
    }
    row.forEach((time, j) => {
      if (time === null) return;
      requireNotNegative(time, `the time of row ${i}, item ${j}`);
      sums[j]! += time;
      counts[j]! += 1;
    });
  });
  const thresholdSeconds = Array.from(sums, (sum, j) => {
    requireCount(counts[j]!, 1, `answers to item ${j}`);
    return rapidGuessThreshold(sum / counts[j]!);
  });
  const people = seconds.map((row): PersonEffort | undefined => {
    let answered = 0;
    let rapid = 0;
    row.forEach((time, j) => {
      if (time === null) return;
      answered += 1;
      if (time < thresholdSeconds[j]!) rapid += 1;
    });
    if (answered === 0) return undefined;
    return {
      answered,
      rapid,
      rapidShare: rapid / answered,
      effort: 1 - rapid / answered,
      flagged: rapid > RAPID_SHARE_LIMIT * answered,
    };
  });
  return { thresholdSeconds, people };
}
