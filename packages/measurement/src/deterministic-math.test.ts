import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { exp, log, logistic, logOnePlus, logOnePlusExp } from './deterministic-math.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const relative = (ours: number, theirs: number): number =>
  theirs === 0 ? Math.abs(ours) : Math.abs(ours / theirs - 1);

test('exp agrees with the engine to 1e-15 over its whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
      expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-15);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

test('exp handles its edges', () => {
  expect(exp(0)).toBe(1);
  expect(relative(exp(1), Math.E)).toBeLessThan(3e-16);
  expect(exp(710)).toBe(Infinity);
  expect(exp(-746)).toBe(0);
  expect(exp(709.7827)).toBeGreaterThan(1.79e308);
  expect(exp(-745)).toBe(Math.exp(-745));
  expect(relative(exp(-709), Math.exp(-709))).toBeLessThan(1e-14);
  expect(exp(NaN)).toBeNaN();
});

test('log agrees with the engine to 1e-15 over its whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      expect(relative(log(x), Math.log(x))).toBeLessThan(1e-15);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 3, noNaN: true }), (x) => {
      expect(relative(log(x), Math.log(x))).toBeLessThan(1e-15);
    }),
    { numRuns: 20_000, seed: 2 },
  );
});

test('log handles its edges', () => {
  expect(log(1)).toBe(0);
  expect(log(0)).toBe(-Infinity);
  expect(log(Infinity)).toBe(Infinity);
  expect(log(-1)).toBeNaN();
  expect(log(NaN)).toBeNaN();
});

test('logOnePlus, logistic and logOnePlusExp agree with their definitions', () => {
  fc.assert(
    fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
      expect(relative(logistic(x), 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-14);
      expect(relative(logOnePlusExp(x), Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x))).toBeLessThan(
        1e-14,
      );
      expect(relative(logOnePlus(Math.abs(x)), Math.log1p(Math.abs(x)))).toBeLessThan(1e-14);
    }),
    { seed: 3 },
  );
  expect(relative(logOnePlus(1e-12), Math.log1p(1e-12))).toBeLessThan(1e-15);
});

test('no file of this package leaves a digit to the engine', () => {
  const engineDependent =
    /Math\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|a?sinh|a?cosh|a?tanh|asin|acos|atan2?|cbrt|hypot|random)\b|toLocale|localeCompare|Intl\.|Date\b/;
  const offenders = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => {
      const code = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '');
      // x ** 2 is exact multiplication in every engine that we know; other powers are not
      return engineDependent.test(code) || /\*\* (?!2\b)/.test(code);
    });
  expect(offenders).toEqual([]);
});
