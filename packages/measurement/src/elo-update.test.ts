import { expect, test } from 'vitest';
import { logistic } from './deterministic-math.ts';
import { eloUpdate, type EloState } from './elo-update.ts';
import { seededRandom } from './seeded-random.ts';

const start: EloState = { ability: 0, difficulty: 0, abilityAnswers: 0, difficultyAnswers: 0 };

test('a first right answer at even chances moves both by half', () => {
  expect(eloUpdate(start, 1)).toEqual({
    ability: 0.5,
    difficulty: -0.5,
    abilityAnswers: 1,
    difficultyAnswers: 1,
  });
});

test('the step shrinks as 1/(1 + .05n), for each by its own answers', () => {
  const next = eloUpdate({ ...start, abilityAnswers: 20, difficultyAnswers: 60 }, 0);
  expect(next.ability).toBeCloseTo(-0.25, 14);
  expect(next.difficulty).toBeCloseTo(0.125, 14);
});

test('a right answer surprises less where it can be guessed', () => {
  expect(eloUpdate(start, 1, { guessing: 0.25 }).ability).toBeCloseTo(1 - 0.625, 14);
});

test('finds the difficulty of an item that many answer', () => {
  const random = seededRandom(1);
  let difficulty = 0;
  for (let n = 0; n < 4000; n++) {
    const ability = random.normal();
    const y = random.next() < logistic(ability - 1) ? 1 : 0;
    ({ difficulty } = eloUpdate({ ability, difficulty, abilityAnswers: 1000, difficultyAnswers: n }, y));
  }
  expect(Math.abs(difficulty - 1)).toBeLessThan(0.25);
});

test('refuses what is no answer', () => {
  expect(() => eloUpdate(start, 1.5)).toThrow(RangeError);
  expect(() => eloUpdate(start, NaN)).toThrow(RangeError);
  expect(() => eloUpdate({ ...start, ability: NaN }, 1)).toThrow(RangeError);
  expect(() => eloUpdate({ ...start, abilityAnswers: -1 }, 1)).toThrow(RangeError);
  expect(() => eloUpdate(start, 1, { alpha: 0 })).toThrow(RangeError);
  expect(() => eloUpdate(start, 1, { guessing: 1 })).toThrow(RangeError);
});
