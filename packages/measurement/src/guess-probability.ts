import { requireWhole } from './requirements.ts';

export interface GuessableItem {
  kind:
    | 'single-best-answer'
    | 'multiple-response'
    | 'ordering'
    | 'matching'
    | 'pick-on-a-figure'
    | 'numeric'
    | 'challenge';
  /** the options, or how many there are; not read for numeric and challenge */
  options?: number | readonly unknown[];
}

/**
 * The probability that a blind guess gets the whole answer right: what the confidence "guess" means.
 *
 * Formula: 1/options for single best answer and for a pick on a figure; 1/(2^k − 1) for multiple
 * response with k options, an empty answer being none; 1/n! for ordering and matching; 0 for
 * numeric and for a challenge.
 * Range: [0, 1]. Errors: RangeError for an unknown kind, or fewer than two options where they count.
 * Source: our choice; counting.
 * Shapes: one item. Units: probability.
 */
export function guessProbability(item: GuessableItem): number {
  const optionCount = (): number => {
    const count = Array.isArray(item.options) ? item.options.length : item.options;
    requireWhole(count as number, 2, 'options');
    return count as number;
  };
  switch (item.kind) {
    case 'single-best-answer':
    case 'pick-on-a-figure':
      return 1 / optionCount();
    case 'multiple-response': {
      let answers = 1;
      for (let i = optionCount(); i > 0; i--) answers *= 2;
      return 1 / (answers - 1);
    }
    case 'ordering':
    case 'matching': {
      let orders = 1;
      for (let i = optionCount(); i > 1; i--) orders *= i;
      return 1 / orders;
    }
    case 'numeric':
    case 'challenge':
      return 0;
    default:
      throw new RangeError(`unknown kind of item: ${String(item.kind)}`);
  }
}
