import { wilsonInterval, type Interval } from './intervals.ts';
import { correlation, mean } from './moments.ts';
import {
  requireBetween,
  requireCount,
  requireDistinct,
  requireFinite,
  requireSameLength,
} from './requirements.ts';

export interface DistractorStatistics {
  option: string;
  isKey: boolean;
  count: number;
  share: number;
  interval: Interval;
  /** r of choosing it with the rest score; absent when nobody or everybody chose it */
  correlation?: number;
  /** a distractor chosen by 5 % or more, with a correlation below 0; absent for the key */
  works?: boolean;
  /** mean confidence of those who chose it; absent without confidences or choosers */
  meanConfidence?: number;
}

const WORKING_SHARE = 0.05;

/**
 * How each option of an item did its work.
 *
 * Formula: share of people who chose it with Wilson's interval; correlation of choosing it with the
 * rest score (total minus this item); a distractor works if chosen by 5 % or more with r below 0;
 * mean confidence of those who chose it.
 * Shapes: one chosen option, rest score and, if known, confidence per person; `null` for no answer,
 * which counts in neither share nor correlation. Results in the order of `options`.
 * Range: share in [0, 1], correlation in [−1, 1].
 * Units: share of the people who answered; correlation none; confidence as a probability.
 * Errors: RangeError under three people who answered, rest scores not finite or all alike, a choice
 * or key that is no option, lists of unequal length.
 * Source: Haladyna & Downing (1993); confidence is our addition.
 */
export function distractorStatistics(input: {
  options: readonly string[];
  key: string;
  choices: readonly (string | null)[];
  restScores: readonly number[];
  confidences?: readonly (number | null)[];
}): DistractorStatistics[] {
  const { options, key, choices, restScores, confidences } = input;
  requireCount(options.length, 2, 'options');
  requireDistinct(options, 'options');
  requireSameLength(choices, restScores, 'choices and rest scores');
  if (confidences) requireSameLength(choices, confidences, 'choices and confidences');
  if (!options.includes(key)) throw new RangeError(`the key ${key} is no option`);
  const answered: { choice: string; rest: number; confidence: number | null }[] = [];
  choices.forEach((choice, i) => {
    if (choice === null) return;
    if (!options.includes(choice)) throw new RangeError(`the choice ${choice} is no option`);
    const confidence = confidences?.[i] ?? null;
    if (confidence !== null) requireBetween(confidence, 0, 1, 'confidence');
    answered.push({ choice, rest: restScores[i]!, confidence });
  });
  requireCount(answered.length, 3, 'people who answered');
  const rests = answered.map(({ rest }) => rest);
  requireFinite(rests, 'restScores');
  if (rests.every((rest) => rest === rests[0])) throw new RangeError('every rest score is alike');

  return options.map((option) => {
    const chosen = answered.map(({ choice }) => (choice === option ? 1 : 0));
    const count = chosen.reduce((sum: number, one) => sum + one, 0);
    const share = count / answered.length;
    const isKey = option === key;
    const statistics: DistractorStatistics = {
      option,
      isKey,
      count,
      share,
      interval: wilsonInterval(count, answered.length),
    };
    if (count > 0 && count < answered.length) statistics.correlation = correlation(chosen, rests);
    if (!isKey) {
      statistics.works = share >= WORKING_SHARE && (statistics.correlation ?? 0) < 0;
    }
    const sureness = answered
      .filter(({ choice, confidence }) => choice === option && confidence !== null)
      .map(({ confidence }) => confidence!);
    if (sureness.length > 0) statistics.meanConfidence = mean(sureness);
    return statistics;
  });
}
