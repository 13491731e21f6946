import { expect, test } from 'vitest';
import { acceleratedEm, type EmStep } from './accelerated-em.ts';

/** A step that leaves 95 % of the distance to (3, −1). */
const slow = (x: Float64Array): EmStep => ({
  next: Float64Array.of(3 + 0.95 * (x[0]! - 3), -1 + 0.9 * (x[1]! + 1)),
  objective: -((x[0]! - 3) ** 2) - (x[1]! + 1) ** 2,
});
const anywhere = (): boolean => true;

test('finds a fixed point in far fewer steps than plain repetition', () => {
  const options = { tolerance: 1e-9, maxIterations: 1000 };
  const { solution, iterations } = acceleratedEm(Float64Array.of(0, 0), slow, anywhere, options);
  expect(solution[0]).toBeCloseTo(3, 6);
  expect(solution[1]).toBeCloseTo(-1, 6);
  // plain repetition needs log(1e-9 / 3) / log(.95) ≈ 425
  expect(iterations).toBeLessThan(100);
});

test('stays where jumps are not allowed', () => {
  const options = { tolerance: 1e-6, maxIterations: 1000 };
  const { iterations } = acceleratedEm(Float64Array.of(0, 0), slow, () => false, options);
  expect(iterations).toBeGreaterThan(200);
});

test('refuses to go on for ever, or through what is not finite', () => {
  const options = { tolerance: 1e-9, maxIterations: 3 };
  expect(() => acceleratedEm(Float64Array.of(0, 0), slow, anywhere, options)).toThrow(/not converged after/);
  const broken = (x: Float64Array): EmStep => ({ next: x, objective: NaN });
  expect(() => acceleratedEm(Float64Array.of(0), broken, anywhere, options)).toThrow(RangeError);
});
