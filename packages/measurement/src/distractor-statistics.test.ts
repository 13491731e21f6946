import { expect, test } from 'vitest';
import { distractorStatistics } from './distractor-statistics.ts';

const choices = [...'aaaaaaaaaabbbbbccccd'].map((option) => option);
const restScores = [9, 8, 9, 7, 8, 6, 9, 7, 5, 8, 4, 5, 3, 6, 4, 7, 9, 8, 8, 2];
const input = { options: ['a', 'b', 'c', 'd', 'e'], key: 'a', choices, restScores };

test('a distractor works when 5 % choose it and they are the weaker ones', () => {
  const [a, b, c, d, e] = distractorStatistics(input);
  expect(a).toMatchObject({ isKey: true, count: 10, share: 0.5 });
  expect(a).not.toHaveProperty('works');
  // R: cor(choices == "a", rest); cor(choices == "b", rest); cor(choices == "c", rest)
  expect(a!.correlation).toBeCloseTo(0.480015360737319, 12);
  expect(b!.correlation).toBeCloseTo(-0.609701395021063, 12);
  expect(c!.correlation).toBeCloseTo(0.336010752516123, 12);
  expect([b, c, d].map((option) => option!.works)).toEqual([true, false, true]);
  expect(e).toMatchObject({ count: 0, works: false });
  expect(e).not.toHaveProperty('correlation');
});

test('says how surely each was chosen', () => {
  const confidences = choices.map((choice) => (choice === 'b' ? 0.97 : choice === 'd' ? null : 0.5));
  const [a, b, , d] = distractorStatistics({ ...input, confidences });
  expect(a!.meanConfidence).toBeCloseTo(0.5, 14);
  expect(b!.meanConfidence).toBeCloseTo(0.97, 14);
  expect(d).not.toHaveProperty('meanConfidence');
});

test('no answer counts nowhere', () => {
  const more = { ...input, choices: [...choices, null], restScores: [...restScores, 9] };
  expect(distractorStatistics(more)).toEqual(distractorStatistics(input));
});

test('refuses what is no set of answers', () => {
  expect(() => distractorStatistics({ ...input, key: 'z' })).toThrow(RangeError);
  expect(() => distractorStatistics({ ...input, choices: choices.with(0, 'z') })).toThrow(RangeError);
  expect(() => distractorStatistics({ ...input, choices: [] })).toThrow(RangeError);
  expect(() => distractorStatistics({ ...input, options: ['a'] })).toThrow(RangeError);
  expect(() => distractorStatistics({ ...input, restScores: restScores.map(() => 1) })).toThrow(RangeError);
  expect(() => distractorStatistics({ ...input, restScores: restScores.with(3, NaN) })).toThrow(RangeError);
});
