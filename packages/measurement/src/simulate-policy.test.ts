import { expect, test, vi } from 'vitest';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { policyVerdict, simulatePolicy, simulatePolicySteps } from './simulate-policy.ts';
import { standardErrorOfMeasurement } from './standard-error-of-measurement.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const items = (count: number, aim = 0): { difficulty: number; discrimination: number }[] =>
  Array.from({ length: count }, (_, j) => ({
    difficulty: aim + normalQuantile((j + 0.5) / count),
    discrimination: 1.1,
  }));

test.each([
  // measurement plan, section 1: of 240 and 3,000 candidates for 20 seats, 20 and 100 items
  [240, 20, 0.62, 11, 60],
  [240, 100, 0.82, 3, 60],
  [3000, 20, 0.33, 31, 12],
  [3000, 100, 0.65, 7, 12],
])(
  'of %i candidates, %i items find %f of the true top twenty and leave %i tied',
  (candidates, count, share, tied, rounds) => {
    const components = [{ weight: 1, items: items(count) }];
    const result = simulatePolicy({
      candidates,
      seats: 20,
      components,
      rounds,
      draws: 20,
      seed: 1,
    });
    expect(Math.abs(result.topKFound - share)).toBeLessThan(0.04);
    expect(Math.abs(result.tiedAtCut - tied)).toBeLessThan(0.2 * tied + 0.5);
  },
);

test('±1.96·√2·SEM would put 71 to 119 of 240 candidates under review', () => {
  // measurement plan, section 7: reliability .90 and .75, cut at 20 of 240
  const underReview = (reliability: number): number => {
    const cut = normalQuantile(1 - 20 / 240);
    const reach = 1.96 * Math.SQRT2 * standardErrorOfMeasurement(1, reliability);
    return 240 * (normalCdf(cut + reach) - normalCdf(cut - reach));
  };
  expect(Math.round(underReview(0.9))).toBe(71);
  expect(Math.abs(underReview(0.75) - 119)).toBeLessThan(1.5);
});

test('says how reliable a policy is, and refuses a short one', () => {
  const policy = { candidates: 240, seats: 20, rounds: 20, draws: 200, seed: 2 };
  const short = simulatePolicy({ ...policy, components: [{ weight: 1, items: items(20, 1.4) }] });
  const long = simulatePolicy({ ...policy, components: [{ weight: 1, items: items(100, 1) }] });
  expect(short.verdict).toBe('refused');
  expect(long.verdict).toBe('accepted');
  expect(long.reliability).toBeGreaterThan(short.reliability);
  expect(long.reviewZone).toBeLessThan(40);
  expect(long.reviewZone).toBeLessThan(short.reviewZone);
  // 1/√Σa²P(1 − P) at the cut
  const cut = normalQuantile(1 - 20 / 240);
  const information = items(100, 1).reduce((sum, { difficulty }) => {
    const p = 1 / (1 + Math.exp(-1.1 * (cut - difficulty)));
    return sum + 1.1 ** 2 * p * (1 - p);
  }, 0);
  expect(long.semAtCut).toBeCloseTo(1 / Math.sqrt(information), 10);
});

test('five courses of twenty items, weighted, with abilities that differ', () => {
  const components = [3, 2, 2, 2, 1].map((weight) => ({ weight, items: items(20, 1) }));
  const policy = { candidates: 240, seats: 20, components, rounds: 15, draws: 100, seed: 3 };
  const alike = simulatePolicy(policy);
  const differing = simulatePolicy({ ...policy, correlation: 0.6 });
  expect(alike.reliability).toBeGreaterThan(0.85);
  expect(differing.reliability).toBeLessThan(alike.reliability);
  expect(differing.semAtCut).toBeGreaterThan(alike.semAtCut);
});

test('the same seed gives the same figures, in steps or at once', () => {
  const policy = {
    candidates: 60,
    seats: 5,
    components: [{ weight: 1, items: items(30) }],
    rounds: 5,
    draws: 50,
    seed: 'x',
  };
  const told: number[] = [];
  const result = simulatePolicy({ ...policy, onProgress: ({ done }) => told.push(done) });
  expect(told).toEqual([1, 2, 3, 4, 5]);
  const steps = simulatePolicySteps(policy);
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value).toEqual(result);
});

test('verdicts: .90 accepted, .85 with a reason, below refused', () => {
  expect([0.95, 0.9, 0.899, 0.85, 0.849].map(policyVerdict)).toEqual([
    'accepted',
    'accepted',
    'reason-needed',
    'reason-needed',
    'refused',
  ]);
  expect(() => policyVerdict(NaN)).toThrow(RangeError);
});

test('refuses what is no policy', () => {
  const policy = {
    candidates: 60,
    seats: 5,
    components: [{ weight: 1, items: items(30) }],
    rounds: 1,
    seed: 1,
  };
  expect(() => simulatePolicy({ ...policy, seats: 60 })).toThrow(RangeError);
  expect(() => simulatePolicy({ ...policy, candidates: 2, seats: 1 })).toThrow(RangeError);
  expect(() => simulatePolicy({ ...policy, components: [] })).toThrow(RangeError);
  expect(() => simulatePolicy({ ...policy, components: [{ weight: 0, items: items(30) }] })).toThrow(
    RangeError,
  );
  expect(() => simulatePolicy({ ...policy, components: [{ weight: 1, items: [] }] })).toThrow(RangeError);
  expect(() => simulatePolicy({ ...policy, correlation: NaN })).toThrow(RangeError);
  const hopeless = Array.from({ length: 5 }, () => ({ difficulty: 60, discrimination: 2 }));
  expect(() => simulatePolicy({ ...policy, components: [{ weight: 1, items: hopeless }] })).toThrow(
    RangeError,
  );
});
