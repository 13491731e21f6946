import { expect, test, vi } from 'vitest';
import { logistic } from './deterministic-math.ts';
import { dropDriftedAnchors, type AnchorEstimate } from './drop-drifted-anchors.ts';
import { fitRasch } from './fit-rasch.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const form = (difficulties: number[], se: number): AnchorEstimate[] =>
  difficulties.map((difficulty) => ({ difficulty, discrimination: 1, se }));
const sound = [-1.2, -0.6, 0, 0.3, 0.8, 1.4];

test('an anchor that moved leaves, the others stay', () => {
  const moved = sound.with(2, 1.2);
  expect(dropDriftedAnchors(form(sound, 0.08), form(moved, 0.08))).toEqual({
    kept: [0, 1, 3, 4, 5],
    dropped: [2],
    enough: true,
  });
});

test('a large shift within its error stays', () => {
  const moved = sound.with(2, 0.7);
  expect(dropDriftedAnchors(form(sound, 0.3), form(moved, 0.3)).dropped).toEqual([]);
});

test('a sure but small shift stays', () => {
  const moved = sound.with(2, 0.3);
  expect(dropDriftedAnchors(form(sound, 0.01), form(moved, 0.01)).dropped).toEqual([]);
});

test('a shift of the whole form is no drift', () => {
  const moved = sound.map((b) => b + 0.9);
  expect(dropDriftedAnchors(form(sound, 0.05), form(moved, 0.05)).kept).toHaveLength(6);
});

test('fewer than four left are not enough', () => {
  const moved = [-1.2, -0.6, 0, 2.3, -1.8, 3.4];
  const result = dropDriftedAnchors(form(sound, 0.05), form(moved, 0.05));
  expect(result.enough).toBe(false);
  expect(result.kept.length).toBeLessThan(4);
  expect(dropDriftedAnchors(form([0, 1, 2], 0.1), form([0, 1, 2], 0.1)).enough).toBe(false);
});

test('with 120 people a form, .3 alone would throw out 1.6 of 6 sound anchors', () => {
  // measurement plan, section 5; forms of 20 items, the first six common
  const random = seededRandom('anchors');
  const anchors = [-1.25, -0.75, -0.25, 0.25, 0.75, 1.25];
  let byShiftAlone = 0;
  let byRule = 0;
  const rounds = 60;
  for (let r = 0; r < rounds; r++) {
    const [x, y] = [simulatedAnchors(random, anchors), simulatedAnchors(random, anchors)];
    byRule += dropDriftedAnchors(x, y).dropped.length / rounds;
    const { A, B } = { A: x[0]!.discrimination / y[0]!.discrimination, B: 0 };
    const shifts = y.map((item, j) => item.difficulty - A * x[j]!.difficulty - B);
    const centre = shifts.reduce((sum, shift) => sum + shift / 6, 0);
    byShiftAlone += shifts.filter((shift) => Math.abs(shift - centre) > 0.3).length / rounds;
  }
  expect(Math.abs(byShiftAlone - 1.6)).toBeLessThan(0.4);
  expect(byRule).toBeLessThan(0.15);
});

function simulatedAnchors(random: SeededRandom, anchors: number[]): AnchorEstimate[] {
  const difficulties = [...anchors, ...Array.from({ length: 14 }, (_, j) => -1.5 + (3 * j) / 13)];
  const people = Array.from({ length: 120 }, () => {
    const theta = random.normal();
    return difficulties.map((b) => (random.next() < logistic(1.1 * (theta - b)) ? 1 : 0));
  });
  return fitRasch(people).items.slice(0, 6);
}

test('refuses what has no anchors', () => {
  expect(() => dropDriftedAnchors([], [])).toThrow(RangeError);
  expect(() => dropDriftedAnchors(form(sound, 0.1), form(sound.slice(1), 0.1))).toThrow(RangeError);
  expect(() => dropDriftedAnchors(form(sound, 0), form(sound, 0.1))).toThrow(RangeError);
  expect(() => dropDriftedAnchors(form(sound, NaN), form(sound, 0.1))).toThrow(RangeError);
});
