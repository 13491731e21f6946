import fc from 'fast-check';
import { expect, test } from 'vitest';
import { competitionRanks } from './competition-ranks.ts';
import { seededRandom } from './seeded-random.ts';

test('ranks the largest first and lets equal scores share the better rank', () => {
  expect(competitionRanks([90, 80, 80, 70])).toEqual([1, 2, 2, 4]);
  // measurement plan, section 7
  expect(competitionRanks([1, 3, 4, 4, 4, 7, 7, 10])).toEqual([8, 7, 4, 4, 4, 2, 2, 1]);
});

test('scores equal to six decimals are tied', () => {
  expect(competitionRanks([0.1 + 0.2, 0.3, 0.300001])).toEqual([2, 2, 1]);
});

test('follows each score wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 }),
      fc.nat(1e6),
      (scores, seed) => {
        const ranks = competitionRanks(scores);
        scores.forEach((score, i) =>
          expect(ranks[i]).toBe(1 + scores.filter((other) => other > score).length),
        );
        const places = seededRandom(seed).shuffle(scores.map((_, i) => i));
        expect(competitionRanks(places.map((i) => scores[i]!))).toEqual(places.map((i) => ranks[i]));
      },
    ),
    { seed: 1 },
  );
});

test('refuses nothing and what is not finite', () => {
  expect(() => competitionRanks([])).toThrow(RangeError);
  expect(() => competitionRanks([1, NaN])).toThrow(RangeError);
  expect(() => competitionRanks([1e300])).toThrow(RangeError);
});
