import { describe, expect, test, vi } from 'vitest';
import { fitRasch } from './fit-rasch.ts';
import { lsat6, lsat7 } from './lsat.ts';
import { largestError, recovery, type RecoveryCase } from './model-recovery.ts';
import { mean } from './moments.ts';
import { raschdat1 } from './raschdat1.ts';
import type { ResponseMatrix } from './response-matrix.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

test('LSAT-6 agrees with two independent computations', () => {
  const model = fitRasch(lsat6);
  expect(
    largestError(model.items, {
      difficulty: [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802],
      discrimination: new Array<number>(5).fill(0.7551),
    }),
  ).toBeLessThan(1e-4);
  expect(model.logLikelihood).toBeCloseTo(-2466.938, 3);
});

describe('against direct maximisation in R', () => {
  // R: th <- seq(-6, 6, length = 41); w <- dnorm(th) / sum(dnorm(th)); nll <- minus the log of
  // prod(P^x (1 - P)^(1 - x)) %*% w summed over people; optim(nll, method = "BFGS"); optimHess
  const missing: ResponseMatrix = lsat7.map((row, i) =>
    i % 3 === 0 ? row.map((x, j) => (j === Math.floor(i / 3) % 5 ? null : x)) : row,
  );

  test('Rasch on LSAT-7', () => {
    const model = fitRasch(lsat7);
    expect(
      largestError(model.items, {
        difficulty: [-1.847448328, -0.782192726, -1.444701169, -0.515695387, -1.970769014],
        discrimination: new Array<number>(5).fill(1.011267661),
        se: [0.1301346, 0.0870535706, 0.110973307, 0.0808281189, 0.136602707],
        seDiscrimination: new Array<number>(5).fill(0.0649430156),
      }),
    ).toBeLessThan(1e-4);
    expect(model.logLikelihood).toBeCloseTo(-2664.9008909, 5);
  });

  test('Rasch with every fifteenth response missing', () => {
    const model = fitRasch(missing);
    expect(
      largestError(model.items, {
        difficulty: [-1.85214277, -0.783334261, -1.453212811, -0.520487298, -1.959641815],
        discrimination: new Array<number>(5).fill(1.009756954),
        se: [0.135764322, 0.0902828494, 0.115636062, 0.0837450246, 0.14158654],
      }),
    ).toBeLessThan(1e-4);
  });
});

test('agrees with the conditional estimates of eRm on raschdat1', () => {
  const model = fitRasch(raschdat1);
  const logits = model.items.map((item) => item.discrimination * item.difficulty);
  const centre = mean(logits);
  // R: -eRm::RM(eRm::raschdat1)$betapar, difficulties centred at 0
  const conditional = [
    -1.5652697, -0.0511717, -0.7821901, 0.6502319, 1.3005789, -0.0992963, -0.6816968, -0.7317341, -0.5336623,
    1.1077272, 0.6502319, -0.3879039, 1.5111918, 2.116117, -0.3396494, 0.5971111, -0.3396494, 0.0939274,
    0.7587211, -0.6816968, -0.9365494, -0.9891735, -0.6816968, -0.0029496, 0.8142275, -1.2071335, 0.0939274,
    0.2904432, 0.7587211, -0.7317341,
  ];
  logits.forEach((logit, j) => {
    expect(Math.abs(logit - centre - conditional[j]!), `item ${j}`).toBeLessThan(0.03);
  });
});

test('nothing depends on the order of people, to the last bit', () => {
  expect(fitRasch(seededRandom(1).shuffle(lsat6))).toEqual(fitRasch(lsat6));
});

test('people who answered nothing change nothing', () => {
  expect(fitRasch([...lsat6, [null, null, null, null, null]])).toEqual(fitRasch(lsat6));
});

const recoveries: [string, RecoveryCase][] = [
  ['N = 500', { people: 500, rounds: 20, spreadOfA: 0 }],
  ['N = 2,000, half missing', { people: 2000, rounds: 20, spreadOfA: 0, missingShare: 0.5 }],
];

test.each(recoveries)('recovers what was planted: %s', (_, planted) => {
  const { bias, coverage, coverageOfA } = recovery(fitRasch, planted);
  expect(Math.abs(bias)).toBeLessThan(0.035);
  expect(coverage).toBeGreaterThan(0.9);
  expect(coverage).toBeLessThan(0.99);
  // one common discrimination a round, so twenty in all
  expect(coverageOfA).toBeGreaterThanOrEqual(0.85);
});

describe.runIf(process.env.PUENTE_PROVE === '1')('at length, covers 93–97 %', () => {
  test.each(recoveries)(
    '%s',
    (_, planted) => {
      const { bias, coverage, coverageOfA } = recovery(fitRasch, { ...planted, rounds: 120 });
      expect(Math.abs(bias)).toBeLessThan(0.015);
      for (const share of [coverage, coverageOfA]) {
        expect(share).toBeGreaterThan(0.93);
        expect(share).toBeLessThan(0.97);
      }
    },
    300_000,
  );
});

test('refuses what it cannot fit', () => {
  const changed = (j: number, value: number): number[][] =>
    lsat6.map((row, i) => (i === 7 ? row.with(j, value) : row));
  expect(() => fitRasch([])).toThrow(RangeError);
  expect(() => fitRasch(lsat6.slice(0, 99))).toThrow(/too few answers/);
  expect(() => fitRasch(lsat6.map((row) => row.with(1, 1)))).toThrow(/item 1 is constant/);
  expect(() => fitRasch(lsat6.map((row) => row.with(1, 0)))).toThrow(/all wrong/);
  expect(() => fitRasch(changed(0, NaN))).toThrow(RangeError);
  expect(() => fitRasch(changed(0, 2))).toThrow(RangeError);
  expect(() => fitRasch(lsat6.with(7, [1]))).toThrow(RangeError);
  expect(() => fitRasch(lsat6, { maxIterations: 4 })).toThrow(/not converged/);
  expect(() => fitRasch(lsat6, { guessing: 1 })).toThrow(RangeError);
  expect(() => fitRasch(lsat6, { guessing: [0.2] })).toThrow(RangeError);
  expect(() => fitRasch(lsat6.map((row) => row.slice(0, 1)))).toThrow(RangeError);
});
