import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fisherExact } from './fisher-exact.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

test.each([
  // R: fisher.test(matrix(…, 2))$p.value
  [
    [
      [3, 1],
      [1, 3],
    ],
    0.485714285714,
  ],
  [
    [
      [60, 45],
      [40, 55],
    ],
    0.047165485383,
  ],
  [
    [
      [0, 5],
      [12, 7],
    ],
    0.0372670807453,
  ],
  [
    [
      [120, 300],
      [880, 1700],
    ],
    0.0256434088676,
  ],
  [
    [
      [10, 3],
      [2, 15],
    ],
    0.000536724119143,
  ],
] as const)("Fisher's test of %o agrees with R", (table, p) => {
  expect(fisherExact(table)).toBeCloseTo(p, 10);
});

test("Fisher's test does not mind which group or outcome comes first", () => {
  const count = fc.nat(30);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      fc.pre(a + b + c + d > 0);
      const p = fisherExact([
        [a, b],
        [c, d],
      ]);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(
        fisherExact([
          [c, d],
          [a, b],
        ]),
      ).toBeCloseTo(p, 10);
      expect(
        fisherExact([
          [b, a],
          [d, c],
        ]),
      ).toBeCloseTo(p, 10);
      expect(
        fisherExact([
          [a, c],
          [b, d],
        ]),
      ).toBeCloseTo(p, 10);
    }),
    { seed: 1 },
  );
});

test("Fisher's test refuses what is no table", () => {
  expect(() =>
    fisherExact([
      [0, 0],
      [0, 0],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    fisherExact([
      [1.5, 0],
      [0, 1],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    fisherExact([
      [NaN, 0],
      [0, 1],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    fisherExact([
      [-1, 0],
      [0, 1],
    ]),
  ).toThrow(RangeError);
});

test("Fisher's test never exceeds its level, with groups of 8 and 40", () => {
  const random = seededRandom('fisher');
  let found = 0;
  const rounds = 4000;
  for (let r = 0; r < rounds; r++) {
    const draw = (n: number): number =>
      Array.from({ length: n }, () => (random.next() < 0.3 ? 1 : 0)).reduce((x: number, y) => x + y, 0);
    const [a, c] = [draw(8), draw(40)];
    if (
      a + c > 0 &&
      fisherExact([
        [a, 8 - a],
        [c, 40 - c],
      ]) < 0.05
    )
      found += 1;
  }
  expect(found / rounds).toBeLessThan(0.05);
  expect(found / rounds).toBeGreaterThan(0.01);
});
