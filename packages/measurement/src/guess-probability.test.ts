import { expect, test } from 'vitest';
import { guessProbability } from './guess-probability.ts';

test.each([
  [{ kind: 'single-best-answer', options: 4 }, 0.25],
  [{ kind: 'single-best-answer', options: ['a', 'b', 'c'] }, 1 / 3],
  [{ kind: 'multiple-response', options: 5 }, 1 / 31],
  [{ kind: 'ordering', options: 4 }, 1 / 24],
  [{ kind: 'matching', options: 3 }, 1 / 6],
  [{ kind: 'pick-on-a-figure', options: 8 }, 1 / 8],
  [{ kind: 'numeric' }, 0],
  [{ kind: 'challenge' }, 0],
] as const)('%o is guessed with probability %f', (item, probability) => {
  expect(guessProbability(item)).toBeCloseTo(probability, 15);
});

test('refuses an unknown kind and too few options', () => {
  expect(() => guessProbability({ kind: 'essay' as 'numeric' })).toThrow(RangeError);
  expect(() => guessProbability({ kind: 'single-best-answer' })).toThrow(RangeError);
  expect(() => guessProbability({ kind: 'ordering', options: 1 })).toThrow(RangeError);
  expect(() => guessProbability({ kind: 'matching', options: NaN })).toThrow(RangeError);
});
