import { expect, test } from 'vitest';
import { missingAnswers } from './get-standing.ts';

test.each([
  [12, 15, 3],
  [15, 15, 0],
  [16, 15, 0],
  [14.5, 15, 1],
  [0.1 + 0.2, 0.3, 0],
  [0.3, 0.1 + 0.2, 0],
])('%d of a cut of %d lacks %d right answers', (score, cut, missing) => {
  expect(missingAnswers(score, cut)).toBe(missing);
});
