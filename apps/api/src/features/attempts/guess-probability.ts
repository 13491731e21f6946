import type { Answerable } from '@puente/content/server';

/** The probability of full credit by chance alone: what confidence level 0 means for this item. */
export const guessProbabilityOf = (item: Answerable): number => {
  switch (item.kind) {
    case 'single-best-answer':
    case 'pick-on-a-figure':
      return 1 / item.options.length;
    case 'case-decision':
      return item.challenge ? 0 : 1 / item.options.length;
    case 'multiple-response':
      return 1 / (2 ** item.options.length - 1);
    case 'ordering':
      return item.options.reduce((product, _, index) => product / (index + 1), 1);
    case 'numeric':
    case 'challenge':
      return 0;
  }
};
