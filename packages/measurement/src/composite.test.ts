import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composite } from './composite.ts';
import { mean, standardDeviation } from './moments.ts';
import { seededRandom } from './seeded-random.ts';

const random = seededRandom('composite');
const reference = Array.from({ length: 60 }, () => {
  const ability = random.normal();
  return [60 + 12 * (ability + random.normal()), 14 + 3 * (ability + 0.5 * random.normal())];
});
const candidates = reference.map((values, i) => ({ id: `c${i}`, values, sds: [4, 1] }));
const weights = [0.7, 0.3];

test('the reference group has T scores of mean 50 and sd 10', () => {
  const { scores, reference: frozen } = composite({ weights, reference, candidates });
  const t = scores.map((score) => score.t);
  expect(mean(t)).toBeCloseTo(50, 10);
  expect(standardDeviation(t)).toBeCloseTo(10, 10);
  expect(frozen.means[0]).toBeCloseTo(mean(reference.map((row) => row[0]!)), 12);
});

test('the error of a composite adds the weighted errors', () => {
  const { scores, reference: frozen } = composite({ weights, reference, candidates });
  const expected = Math.sqrt(((0.7 * 4) / frozen.sds[0]!) ** 2 + ((0.3 * 1) / frozen.sds[1]!) ** 2);
  expect(scores[0]!.sd).toBeCloseTo(expected, 14);
  expect(scores[0]!.tSd).toBeCloseTo((10 * expected) / frozen.compositeSd, 13);
});

test('effective weights sum to 1 and favour what goes with the rest', () => {
  const { effectiveWeights } = composite({ weights, reference, candidates });
  expect(effectiveWeights[0]! + effectiveWeights[1]!).toBeCloseTo(1, 12);
  const equal = composite({ weights: [1, 1], reference, candidates }).effectiveWeights;
  expect(equal[0]).toBeCloseTo(0.5, 12);
});

test('one candidate more moves nobody', () => {
  const all = composite({ weights, reference, candidates });
  const few = composite({ weights, reference, candidates: candidates.slice(0, 3) });
  expect(few.scores).toEqual(all.scores.slice(0, 3));
});

test('ignores the order of reference and candidates, to the last bit', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const shuffle = seededRandom(seed);
      const mixed = composite({
        weights,
        reference: shuffle.shuffle(reference),
        candidates: shuffle.shuffle(candidates),
      });
      const plain = composite({ weights, reference, candidates });
      const byId = new Map(mixed.scores.map((score) => [score.id, score]));
      for (const score of plain.scores) expect(byId.get(score.id)).toEqual(score);
      expect(mixed.effectiveWeights).toEqual(plain.effectiveWeights);
    }),
    { seed: 1, numRuns: 30 },
  );
});

test('refuses what has no composite', () => {
  const input = { weights, reference, candidates };
  expect(() => composite({ ...input, weights: [] })).toThrow(RangeError);
  expect(() => composite({ ...input, weights: [0.5, 0] })).toThrow(RangeError);
  expect(() => composite({ ...input, weights: [0.5, NaN] })).toThrow(RangeError);
  expect(() => composite({ ...input, weights: [1] })).toThrow(RangeError);
  expect(() => composite({ ...input, reference: reference.slice(0, 1) })).toThrow(RangeError);
  expect(() => composite({ ...input, reference: reference.map((row) => [row[0]!, 3]) })).toThrow(
    /component 1 is constant/,
  );
  expect(() => composite({ ...input, candidates: [] })).toThrow(RangeError);
  expect(() => composite({ ...input, candidates: [candidates[0]!, candidates[0]!] })).toThrow(RangeError);
  const wrong = { id: 'x', values: [1, NaN], sds: [1, 1] };
  expect(() => composite({ ...input, candidates: [wrong] })).toThrow(RangeError);
  expect(() => composite({ ...input, candidates: [{ ...wrong, values: [1, 1], sds: [1, -1] }] })).toThrow(
    RangeError,
  );
});
