import { chiSquareUpperTail } from '@puente/models';
import type { Problem } from '../problem.ts';
import { choiceSets } from './choices.ts';
import type { Rule } from './scope.ts';
import { warn } from './warn.ts';

/**
 * Options are shuffled for each attempt from the order of their ids, and ids can be read in a page: a key whose id
 * tends to come first, or last, could be guessed. Sets too small for a chi-square (fewer than five expected) pass.
 */
export const keyIds: Rule = (scope) =>
  choiceSets(scope).flatMap(({ place, name, choices }) =>
    [3, 4, 5].flatMap((size): Problem[] => {
      const asked = choices.filter(({ options }) => options.length === size);
      const expected = asked.length / size;
      if (expected < 5) return [];
      const counts = Array<number>(size).fill(0);
      for (const { options, isKey } of asked) {
        const ids = options.map(({ id }) => id).sort();
        counts[ids.findIndex(isKey)]! += 1;
      }
      const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      const p = chiSquareUpperTail(statistic, size - 1);
      if (p >= 0.01) return [];
      return [
        warn(
          scope,
          place,
          ['id'],
          'key-ids-uneven',
          `In the ${name} the key stands at places ${counts.join(', ')} times in the alphabetical order of the options' ids (p = ${p.toPrecision(1)})`,
          'give options of new items random ids, keys too',
        ),
      ];
    }),
  );
