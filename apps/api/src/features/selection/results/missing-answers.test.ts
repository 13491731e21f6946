import { expect, test } from 'vitest';
import { missingAnswers } from './missing-answers.ts';

test.each([
  ['who reached the cut lacks nothing', 60, 60, [{ gain: 2, left: 5 }], 0],
  ['who is a floating-point dust below it neither', 59.9999999999, 60, [{ gain: 2, left: 5 }], 0],
  ['one answer of 2 covers 1.5', 58.5, 60, [{ gain: 2, left: 5 }], 1],
  ['two of 2 cover 3', 57, 60, [{ gain: 2, left: 5 }], 2],
  [
    'first where each counts most',
    55,
    60,
    [
      { gain: 1, left: 20 },
      { gain: 2, left: 20 },
    ],
    3,
  ],
  [
    'and where that is used up, in the next',
    55,
    60,
    [
      { gain: 1, left: 20 },
      { gain: 2, left: 1 },
    ],
    4,
  ],
])('%s', (_, score, cut, components, missing) => {
  expect(missingAnswers(score, cut, components)).toBe(missing);
});
