import { describe, expect, test, vi } from 'vitest';
import { fit2pl, type FittedModel } from './fit-2pl.ts';
import { lsat6, lsat7 } from './lsat.ts';
import { largestError, recovery, type RecoveryCase } from './model-recovery.ts';
import { plantedResponses } from './planted-responses.ts';
import type { ResponseMatrix } from './response-matrix.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

describe('LSAT-6', () => {
  test('2PL without prior agrees with the published estimates', () => {
    const model = fit2pl(lsat6, { prior: false });
    // published for Bock & Lieberman's data, e.g. Rizopoulos (2006), J. Stat. Software 17(5)
    expect(
      largestError(model.items, {
        difficulty: [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236],
        discrimination: [0.8254, 0.7229, 0.8905, 0.6886, 0.6575],
        se: [0.8669, 0.3073, 0.0997, 0.4341, 0.87],
      }),
    ).toBeLessThan(5e-3);
    expect(model.logLikelihood).toBeCloseTo(-2466.653, 3);
    expect(model.converged).toBe(true);
    expect(model.people).toBe(1000);
  });

  test('the prior draws discriminations together', () => {
    const spread = (model: FittedModel): number => {
      const a = model.items.map((item) => item.discrimination);
      return Math.max(...a) - Math.min(...a);
    };
    const free = fit2pl(lsat6, { prior: false });
    const drawn = fit2pl(lsat6);
    expect(spread(drawn)).toBeLessThan(spread(free));
    expect(drawn.logLikelihood).toBeLessThan(free.logLikelihood);
    expect(fit2pl(lsat6, { prior: { logMean: 0, logSd: 100 } }).logLikelihood).toBeCloseTo(
      free.logLikelihood,
      4,
    );
  });
});

describe('against direct maximisation in R', () => {
  // R: th <- seq(-6, 6, length = 41); w <- dnorm(th) / sum(dnorm(th)); nll <- minus the log of
  // prod(P^x (1 - P)^(1 - x)) %*% w summed over people; optim(nll, method = "BFGS"); optimHess
  const missing: ResponseMatrix = lsat7.map((row, i) =>
    i % 3 === 0 ? row.map((x, j) => (j === Math.floor(i / 3) % 5 ? null : x)) : row,
  );

  test('2PL on LSAT-7', () => {
    const model = fit2pl(lsat7, { prior: false });
    expect(
      largestError(model.items, {
        difficulty: [-1.879260154, -0.747540517, -1.057235647, -0.635302272, -2.520764682],
        discrimination: [0.987545952, 1.080837384, 1.707477883, 0.764989961, 0.735672667],
        se: [0.263967425, 0.109250545, 0.115358797, 0.130119785, 0.446253952],
        seDiscrimination: [0.177194848, 0.16876394, 0.321077076, 0.134120282, 0.151133954],
      }),
    ).toBeLessThan(2e-4);
    expect(model.logLikelihood).toBeCloseTo(-2658.80511361, 5);
  });

  test('2PL with every fifteenth response missing', () => {
    const model = fit2pl(missing, { prior: false });
    expect(
      largestError(model.items, {
        difficulty: [-1.870068194, -0.769009789, -1.064346117, -0.648763537, -2.355367291],
        discrimination: [0.996158675, 1.037673753, 1.70190419, 0.752233868, 0.793530277],
        se: [0.281145606, 0.120244563, 0.124001074, 0.139142513, 0.416733853],
        seDiscrimination: [0.193118617, 0.174828053, 0.347133939, 0.140709927, 0.166928878],
      }),
    ).toBeLessThan(2e-4);
    expect(model.logLikelihood).toBeCloseTo(-2486.48787073, 5);
  });

  test('2PL with guessing fixed at .2, complete and with missing responses', () => {
    expect(
      largestError(fit2pl(lsat7, { prior: false, guessing: 0.2 }).items, {
        difficulty: [-1.460825672, -0.278251915, -0.733366231, -0.0436130563, -1.97481153],
        discrimination: [1.083539665, 1.447582414, 2.120694885, 0.91104636, 0.805287448],
        se: [0.219695333, 0.0824916133, 0.096377731, 0.100362987, 0.359866388],
        seDiscrimination: [0.209463474, 0.286106962, 0.513362872, 0.179343834, 0.171703736],
      }),
    ).toBeLessThan(5e-4);
    const model = fit2pl(missing, { prior: false, guessing: [0.2, 0.2, 0.2, 0.2, 0.2] });
    expect(
      largestError(model.items, {
        difficulty: [-1.442109165, -0.286037341, -0.737694328, -0.0484779861, -1.830364127],
        discrimination: [1.107130569, 1.377452225, 2.121437859, 0.896413582, 0.878967046],
        se: [0.229683644, 0.0883910393, 0.10247393, 0.105110304, 0.332450651],
      }),
    ).toBeLessThan(5e-4);
    expect(model.logLikelihood).toBeCloseTo(-2486.6495739, 4);
    expect(model.items[0]!.guessing).toBe(0.2);
  });
});

test('nothing depends on the order of people, to the last bit', () => {
  expect(fit2pl(seededRandom(1).shuffle(lsat6))).toEqual(fit2pl(lsat6));
});

const recoveries: [string, RecoveryCase][] = [
  ['N = 500', { people: 500, rounds: 20, spreadOfA: 0.3 }],
  ['N = 2,000', { people: 2000, rounds: 10, spreadOfA: 0.3 }],
  ['N = 500, a fifth missing at random', { people: 500, rounds: 20, spreadOfA: 0.3, missingShare: 0.2 }],
];

test.each(recoveries)('recovers what was planted: %s', (_, planted) => {
  const { bias, coverage, coverageOfA } = recovery((matrix) => fit2pl(matrix, { prior: false }), planted);
  expect(Math.abs(bias)).toBeLessThan(0.035);
  for (const share of [coverage, coverageOfA]) {
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  }
});

describe.runIf(process.env.PUENTE_PROVE === '1')('at length, covers 93–97 %', () => {
  test.each(recoveries)(
    '%s',
    (_, planted) => {
      const { bias, coverage, coverageOfA } = recovery((matrix) => fit2pl(matrix, { prior: false }), {
        ...planted,
        rounds: 120,
      });
      expect(Math.abs(bias)).toBeLessThan(0.015);
      for (const share of [coverage, coverageOfA]) {
        expect(share).toBeGreaterThan(0.93);
        expect(share).toBeLessThan(0.97);
      }
    },
    300_000,
  );
});

test('with the prior, 2PL at N = 500 errs less', () => {
  const random = seededRandom('prior');
  const items = Array.from({ length: 20 }, (_, j) => ({
    difficulty: -1.5 + (3 * j) / 19,
    discrimination: 0.7 + (0.9 * ((j * 7) % 20)) / 19,
  }));
  let free = 0;
  let drawn = 0;
  for (let r = 0; r < 8; r++) {
    const matrix = plantedResponses(random, 500, items);
    const error = (model: FittedModel): number =>
      model.items.reduce((sum, item, j) => sum + (item.difficulty - items[j]!.difficulty) ** 2, 0);
    free += error(fit2pl(matrix, { prior: false }));
    drawn += error(fit2pl(matrix));
  }
  expect(drawn).toBeLessThan(free);
  expect(Math.sqrt(drawn / 8 / 20)).toBeLessThan(0.16);
});

test('refuses what it cannot fit', () => {
  const changed = (j: number, value: number): number[][] =>
    lsat6.map((row, i) => (i === 7 ? row.with(j, value) : row));
  expect(() => fit2pl([])).toThrow(RangeError);
  expect(() => fit2pl(lsat6.slice(0, 99))).toThrow(/too few answers/);
  expect(() => fit2pl(lsat6.map((row) => row.with(1, 1)))).toThrow(/item 1 is constant/);
  expect(() => fit2pl(lsat6.map((row) => row.with(1, 0)))).toThrow(/all wrong/);
  expect(() => fit2pl(changed(0, NaN))).toThrow(RangeError);
  expect(() => fit2pl(changed(0, 2))).toThrow(RangeError);
  expect(() => fit2pl(lsat6.with(7, [1]))).toThrow(RangeError);
  expect(() => fit2pl(lsat6, { maxIterations: 4 })).toThrow(/not converged/);
  expect(() => fit2pl(lsat6, { guessing: 1 })).toThrow(RangeError);
  expect(() => fit2pl(lsat6, { guessing: [0.2] })).toThrow(RangeError);
  expect(() => fit2pl(lsat6, { prior: { logMean: 0, logSd: 0 } })).toThrow(RangeError);
});

test('an item that separates people completely does not converge without a prior', () => {
  const people = lsat6.map((row) => [...row.slice(0, 4), row[0]! + row[1]! + row[2]! + row[3]! > 2 ? 1 : 0]);
  expect(() => fit2pl(people, { prior: false })).toThrow(RangeError);
  expect(fit2pl(people).converged).toBe(true);
});
