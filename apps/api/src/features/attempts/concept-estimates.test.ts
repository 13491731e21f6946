import { expect, test } from 'vitest';
import type { Answerable } from '@puente/content/server';
import { chanceOf, estimateConcepts, misfitOf } from './concept-estimates.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const item = (id: string, level: string) =>
  [id, { id, kind: 'single-best-answer', level, concepts: ['k'], options } as unknown as Answerable] as const;
const items = new Map([item('easy', 'recall'), item('middle', 'apply'), item('hard', 'analyse')]);
const answered = (itemId: string, fraction: number) => ({ itemId, concepts: ['k'], fraction });

test('the estimate follows Elo: a first right answer to a middling question with four options', () => {
  // By hand: P = .25 + .75·½ = .625; θ = 0 + 1·(1 − .625).
  expect(estimateConcepts([answered('middle', 1)], { items }).get('k')).toEqual({
    ability: 0.375,
    answers: 1,
  });
});

test('right on a hard question says more than right on an easy one, wrong on an easy one more than on a hard one', () => {
  const after = (id: string, fraction: number) =>
    estimateConcepts([answered(id, fraction)], { items }).get('k')!.ability;
  expect(after('hard', 1)).toBeGreaterThan(after('easy', 1));
  expect(after('easy', 0)).toBeLessThan(after('hard', 0));
});

test('an item that the courses no longer have says nothing', () => {
  expect(estimateConcepts([answered('gone', 1)], { items }).size).toBe(0);
});

test.each([
  ['has missed', 0, ['easy', 'middle', 'hard']],
  ['has known', 1, ['hard', 'middle', 'easy']],
])('who %s every question is given questions in this order', (_, fraction, order) => {
  const history = Array.from({ length: 6 }, () => answered('middle', fraction));
  const estimates = estimateConcepts(history, { items });
  const ranked = [...items.values()].toSorted((a, b) => misfitOf(a, estimates) - misfitOf(b, estimates));
  expect(ranked.map(({ id }) => id)).toEqual(order);
});

test('a guess is never worse than chance', () => {
  expect(chanceOf(-20, 0.25)).toBeCloseTo(0.25, 6);
  expect(chanceOf(0, 0.25)).toBe(0.625);
});
