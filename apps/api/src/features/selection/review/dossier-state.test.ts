import { expect, test } from 'vitest';
import { agreementOf, dossierState, weightedKappa, type Scores } from './dossier-state.ts';

const scores = (motivation: number, reasoning: number, decisions: number, back: number): Scores => ({
  motivation,
  reasoning,
  decisions,
  return: back,
});

test('two readings are needed, and their mean counts', () => {
  expect(dossierState([], false)).toEqual({ readings: 0, needed: 2, discrepant: false, score: null });
  expect(dossierState([scores(3, 3, 3, 3)], false).score).toBeNull();
  expect(dossierState([scores(3, 3, 3, 3), scores(3, 2, 3, 3)], false)).toEqual({
    readings: 2,
    needed: 2,
    discrepant: false,
    score: 11.5,
  });
});

test('one criterion two levels apart asks for a third reader', () => {
  const apart = [scores(4, 3, 3, 3), scores(2, 3, 3, 3)];
  expect(dossierState(apart, false)).toEqual({ readings: 2, needed: 3, discrepant: true, score: null });
  expect(dossierState([...apart, scores(3, 3, 3, 3)], false).score).toBe((13 + 11 + 12) / 3);
});

test('a dossier without answers counts 0 and waits for nobody', () => {
  expect(dossierState([], true)).toEqual({ readings: 0, needed: 0, discrepant: false, score: 0 });
});

test('agreement: exact, adjacent, and kappa by hand', () => {
  // Eight criteria: six alike, one a level apart, one two apart.
  const agreement = agreementOf([
    [scores(0, 1, 2, 3), scores(0, 1, 2, 4)],
    [scores(4, 4, 0, 2), scores(4, 4, 0, 0)],
    [scores(1, 1, 1, 1)],
  ])!;
  expect(agreement.pairs).toBe(2);
  expect(agreement.exact).toBe(6 / 8);
  expect(agreement.adjacent).toBe(7 / 8);
  // Wilson, 6 of 8: (.75 + 1.92073/8 ± 1.95996·√(.1875/8 + .96036/64))/(1 + 3.84146/8)
  expect(agreement.exactInterval[0]).toBeCloseTo(0.40928, 4);
  expect(agreement.exactInterval[1]).toBeCloseTo(0.92852, 4);
  expect(agreementOf([[scores(1, 1, 1, 1)]])).toBeNull();
});

test('quadratic kappa: 1 where all agree, 0 by chance, below it where they oppose each other', () => {
  expect(
    weightedKappa([
      [0, 0],
      [4, 4],
    ]),
  ).toBe(1);
  expect(
    weightedKappa([
      [0, 4],
      [4, 0],
    ]),
  ).toBe(-1);
  expect(
    weightedKappa([
      [0, 0],
      [0, 4],
      [4, 0],
      [4, 4],
    ]),
  ).toBe(0);
  expect(
    weightedKappa([
      [2, 2],
      [2, 2],
    ]),
  ).toBeNull();
});
