import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cbmLevel, cbmMark, type CbmLevel } from './certainty-based-marking.ts';

const levels: CbmLevel[] = [1, 2, 3];

test.each([
  [1, [1, 2, 3]],
  [0, [0, -2, -6]],
  [0.5, [0.5, 1, 1.5]],
  [-0.25, [0, -2, -6]],
])('fraction %f earns %o at levels 1, 2, 3', (fraction, marks) => {
  // Gardner-Medwin's published vectors
  expect(levels.map((level) => cbmMark(fraction, level))).toEqual(marks);
});

test('the confidence bins have levels 1, 1, 2, 3, 3', () => {
  expect([0.25, 0.5, 0.7, 0.85, 0.97].map(cbmLevel)).toEqual([1, 1, 2, 3, 3]);
  expect(cbmLevel(0.8)).toBe(2);
});

test('the expected mark is greatest at the honest level, for every p', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      const expected = (level: CbmLevel): number => p * cbmMark(1, level) + (1 - p) * cbmMark(0, level);
      const best = Math.max(...levels.map(expected));
      expect(expected(cbmLevel(p))).toBeGreaterThanOrEqual(best - 1e-12);
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test('the expected marks are p, 4p − 2 and 9p − 6', () => {
  const p = 0.75;
  const expected = levels.map((level) => p * cbmMark(1, level) + (1 - p) * cbmMark(0, level));
  expect(expected).toEqual([0.75, 1, 0.75]);
});

test('refuses what is no probability, fraction or level', () => {
  expect(() => cbmLevel(1.1)).toThrow(RangeError);
  expect(() => cbmLevel(NaN)).toThrow(RangeError);
  expect(() => cbmMark(2, 1)).toThrow(RangeError);
  expect(() => cbmMark(NaN, 1)).toThrow(RangeError);
  expect(() => cbmMark(1, 4 as CbmLevel)).toThrow(RangeError);
});
