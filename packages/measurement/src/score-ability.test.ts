import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { testInformation } from './item-parameters.ts';
import { logistic } from './deterministic-math.ts';
import { scoreEap, scoreMap, scoreWle } from './score-ability.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

// published 2PL estimates of LSAT-6
const difficulty = [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236];
const discrimination = [0.8254, 0.7229, 0.8905, 0.6886, 0.6575];
const lsat6Items = difficulty.map((b, j) => ({
  difficulty: b,
  discrimination: discrimination[j]!,
}));

test('11111 on LSAT-6: MAP .606 (.855), EAP .646 (.859)', () => {
  const right = [1, 1, 1, 1, 1];
  // MAP published; EAP by R: integrate(theta * L * dnorm) / integrate(L * dnorm)
  const map = scoreMap(right, lsat6Items);
  expect(map.theta).toBeCloseTo(0.606, 3);
  expect(map.sd).toBeCloseTo(0.855, 3);
  const eap = scoreEap(right, lsat6Items);
  expect(eap.theta).toBeCloseTo(0.645597006843, 8);
  expect(eap.sd).toBeCloseTo(0.859010429333, 8);
});

test.each([
  // R: optimize(ll - theta^2 / 2) and 1 / sqrt(I + 1); optimize(ll + .5 * log(I)) and 1 / sqrt(I)
  [[1, 1, 1, 1, 1], 0.645597006843, 0.606305583155, 0.854619622548, 1.649836714686, 2.166037991752],
  [[0, 0, 0, 0, 0], -1.896944502582, -1.895438619889, 0.795477513705, -5.702923203161, 2.303970703386],
  [[1, 0, 1, 1, 0], -0.327583220356, -0.352029836617, 0.815372270751, -1.089628711268, 1.331374605223],
  [[0, 1, 1, 0, 1], -0.417764974251, -0.44056562071, 0.812781554262, -1.298030021223, 1.321115966013],
])('%o agrees with R', (responses, eap, map, mapSe, wle, wleSe) => {
  expect(scoreEap(responses, lsat6Items).theta).toBeCloseTo(eap, 8);
  expect(scoreMap(responses, lsat6Items).theta).toBeCloseTo(map, 6);
  expect(scoreMap(responses, lsat6Items).sd).toBeCloseTo(mapSe, 6);
  expect(scoreWle(responses, lsat6Items).theta).toBeCloseTo(wle, 5);
  expect(scoreWle(responses, lsat6Items).sd).toBeCloseTo(wleSe, 5);
});

test('what was not met counts nowhere', () => {
  const few = lsat6Items.slice(1, 4);
  for (const score of [scoreEap, scoreMap, scoreWle]) {
    const all = score([null, 1, 0, 1, null], lsat6Items);
    expect(all.theta).toBeCloseTo(score([1, 0, 1], few).theta, 9);
    expect(all.sd).toBeCloseTo(score([1, 0, 1], few).sd, 9);
  }
});

test('without guessing WLE solves the score equation that Warm gives', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 5, maxLength: 5 }), (responses) => {
      const { theta } = scoreWle(responses, lsat6Items);
      let score = 0;
      let bias = 0;
      lsat6Items.forEach(({ difficulty: b, discrimination: a }, j) => {
        const p = logistic(a * (theta - b));
        score += a * (responses[j]! - p);
        bias += a ** 3 * p * (1 - p) * (1 - 2 * p);
      });
      // Σ a(x − P) + J/(2I) = 0, J = Σ a³PQ(1 − 2P)
      expect(score + bias / (2 * testInformation(theta, lsat6Items))).toBeCloseTo(0, 8);
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('EAP shrinks towards the prior, WLE hardly errs', () => {
  const random = seededRandom(1);
  const items = Array.from({ length: 30 }, (_, j) => ({
    difficulty: -2 + (4 * j) / 29,
    discrimination: 1.1,
    guessing: j % 2 === 0 ? 0.2 : 0,
  }));
  const theta = 1.2;
  let eap = 0;
  let wle = 0;
  const rounds = 600;
  for (let r = 0; r < rounds; r++) {
    const responses = items.map(({ difficulty: b, discrimination: a, guessing: c }) =>
      random.next() < c + (1 - c) * logistic(a * (theta - b)) ? 1 : 0,
    );
    eap += scoreEap(responses, items).theta / rounds;
    wle += scoreWle(responses, items).theta / rounds;
  }
  expect(eap).toBeLessThan(1.1);
  expect(Math.abs(wle - theta)).toBeLessThan(0.06);
});

test('a prior moves EAP and MAP with it', () => {
  const shifted = lsat6Items.map((item) => ({ ...item, difficulty: item.difficulty + 2 }));
  for (const score of [scoreEap, scoreMap]) {
    const here = score([1, 0, 1, 1, 0], lsat6Items);
    const there = score([1, 0, 1, 1, 0], shifted, { mean: 2 });
    expect(there.theta).toBeCloseTo(here.theta + 2, 8);
    expect(there.sd).toBeCloseTo(here.sd, 8);
  }
});

test('refuses what has no score', () => {
  for (const score of [scoreEap, scoreMap, scoreWle]) {
    expect(() => score([], [])).toThrow(RangeError);
    expect(() => score([1], lsat6Items)).toThrow(RangeError);
    expect(() => score([null, null, null, null, null], lsat6Items)).toThrow(/answers/);
    expect(() => score([1, 1, 2, 1, 1], lsat6Items)).toThrow(RangeError);
    expect(() => score([1, 1, NaN, 1, 1], lsat6Items)).toThrow(RangeError);
    expect(() => score([1], [{ difficulty: NaN, discrimination: 1 }])).toThrow(RangeError);
    expect(() => score([1], [{ difficulty: 0, discrimination: 0 }])).toThrow(RangeError);
    expect(() => score([1], [{ difficulty: 0, discrimination: 1, guessing: 1 }])).toThrow(RangeError);
  }
  expect(() => scoreEap([1], [{ difficulty: 0, discrimination: 1 }], { sd: 0 })).toThrow(RangeError);
});
