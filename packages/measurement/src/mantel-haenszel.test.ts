import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mantelHaenszel, type DifTable } from './mantel-haenszel.ts';

// R: UCBAdmissions; admitted and rejected men, admitted and rejected women, by department
const admissions: DifTable[] = [
  [
    [512, 313],
    [89, 19],
  ],
  [
    [353, 207],
    [17, 8],
  ],
  [
    [120, 205],
    [202, 391],
  ],
  [
    [138, 279],
    [131, 244],
  ],
  [
    [53, 138],
    [94, 299],
  ],
  [
    [22, 351],
    [24, 317],
  ],
];

test('UCBAdmissions agrees with R', () => {
  const result = mantelHaenszel(admissions);
  // R: mantelhaen.test(UCBAdmissions); the same with correct = FALSE
  expect(result.alpha).toBeCloseTo(0.904696828259, 11);
  expect(result.chiSquared).toBeCloseTo(1.52460666044, 10);
  expect(result.chiSquaredCorrected).toBeCloseTo(1.42694622859, 10);
  expect(result.p).toBeCloseTo(0.232263463, 9);
  // R: -2.35 * log(estimate); 2.35 * diff(log(conf.int)) / (2 * qnorm(.975))
  expect(result.delta).toBeCloseTo(0.235365161343, 11);
  expect(result.standardError).toBeCloseTo(0.190323937692, 11);
  expect(result.etsClass).toBe('A');
  expect(result).toMatchObject({ reference: 2691, focal: 1835, enough: true });
  expect(result.interval[0]).toBeCloseTo(-2.35 * 0.058579958268, 10);
  expect(result.interval[1]).toBeCloseTo(2.35 * 0.258890733879, 10);
});

// R: psychotools::VerbalAggression, resp2[, 1:6], a pattern and its count, by gender
const women =
  '000000:16 000001:2 000010:5 000011:1 000100:3 000101:1 001000:3 001010:1 001011:1 001110:1 ' +
  '010000:7 010001:2 010010:4 010011:1 010100:3 010101:2 010110:3 011000:4 011001:1 011010:2 ' +
  '011011:1 011100:2 011110:1 011111:2 100000:8 100010:2 100100:2 100101:1 100110:1 101000:13 ' +
  '101010:3 101011:3 101100:2 101101:2 101110:2 101111:2 110000:12 110010:4 110011:3 110100:3 ' +
  '110101:2 110110:4 110111:4 111000:5 111010:8 111011:2 111100:18 111101:3 111110:18 111111:47';
const men =
  '000000:3 000001:1 000010:3 000100:1 010001:1 010010:1 010011:1 010100:6 010101:1 011100:1 ' +
  '011101:1 011110:1 011111:1 100000:2 101000:1 101010:2 101100:1 101110:1 101111:1 110000:5 ' +
  '110100:1 110101:1 110110:2 110111:1 111000:2 111100:9 111110:6 111111:16';
const rows = (counts: string): number[][] =>
  counts.split(' ').flatMap((entry) => {
    const [pattern, count] = entry.split(':') as [string, string];
    return Array.from({ length: Number(count) }, () => [...pattern].map(Number));
  });

test('verbal aggression agrees with R, matched on the whole score', () => {
  const people = [...rows(women).map((row) => ({ row, reference: true }))].concat(
    rows(men).map((row) => ({ row, reference: false })),
  );
  expect(people).toHaveLength(316);
  const tablesOf = (item: number): DifTable[] =>
    Array.from({ length: 7 }, (_, total) => {
      const count = (reference: boolean, answer: number): number =>
        people.filter(
          (person) =>
            person.reference === reference &&
            person.row[item] === answer &&
            person.row.reduce((sum, x) => sum + x, 0) === total,
        ).length;
      return { A: count(true, 1), B: count(true, 0), C: count(false, 1), D: count(false, 0) };
    });
  // R: mantelhaen.test(table(gender, response, total)), correct = FALSE and TRUE
  const expected = [
    [1.5624683996, 1.4295796487, 1.0057321273],
    [0.6241304509, 1.2716514573, 0.8741921152],
    [1.5643123738, 1.2306837427, 0.8525109612],
    [0.2977711197, 8.3595989641, 7.2745083541],
    [1.4787041913, 1.0748130149, 0.7298364608],
    [1.2797496329, 0.3437235175, 0.1472887172],
  ];
  expected.forEach(([alpha, plain, corrected], item) => {
    const result = mantelHaenszel(tablesOf(item));
    expect(result.alpha).toBeCloseTo(alpha!, 9);
    expect(result.chiSquared).toBeCloseTo(plain!, 9);
    expect(result.chiSquaredCorrected).toBeCloseTo(corrected!, 9);
    expect(result.enough).toBe(false);
  });
  expect(mantelHaenszel(tablesOf(3)).etsClass).toBe('C');
});

test('classes: small or unsure A, between B, large and surely above 1 C', () => {
  const level = (a: number, b: number, c: number, d: number, times: number): DifTable => ({
    A: a * times,
    B: b * times,
    C: c * times,
    D: d * times,
  });
  // odds ratios 1.2, 1.8 and 3: Δ = −.43, −1.38, −2.58
  expect(mantelHaenszel([level(12, 10, 10, 10, 100)]).etsClass).toBe('A');
  expect(mantelHaenszel([level(18, 10, 10, 10, 100)]).etsClass).toBe('B');
  expect(mantelHaenszel([level(30, 10, 10, 10, 100)]).etsClass).toBe('C');
  expect(mantelHaenszel([level(30, 10, 10, 10, 0.2)]).etsClass).toBe('A');
});

test('exchanged groups give the inverse', () => {
  const table = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 8 }), (counts) => {
      const tables = [{ A: 5, B: 4, C: 3, D: 2 }, ...counts.map(([A, B, C, D]) => ({ A, B, C, D }))];
      const there = mantelHaenszel(tables);
      const back = mantelHaenszel(tables.map(({ A, B, C, D }) => ({ A: C, B: D, C: A, D: B })));
      expect(back.alpha).toBeCloseTo(1 / there.alpha, 9);
      expect(back.delta).toBeCloseTo(-there.delta, 9);
      expect(back.chiSquaredCorrected).toBeCloseTo(there.chiSquaredCorrected, 9);
      expect(back.standardError).toBeCloseTo(there.standardError, 9);
    }),
    { seed: 1 },
  );
});

test('an effect smaller than the continuity correction has χ² 0', () => {
  expect(
    mantelHaenszel([
      [
        [5, 5],
        [5, 5],
      ],
    ]).chiSquaredCorrected,
  ).toBe(0);
  expect(
    mantelHaenszel([
      [
        [5, 5],
        [5, 5],
      ],
    ]).p,
  ).toBe(1);
});

test('Mantel–Haenszel refuses tables without a common odds ratio', () => {
  expect(() => mantelHaenszel([])).toThrow(RangeError);
  expect(() =>
    mantelHaenszel([
      [
        [0, 0],
        [0, 0],
      ],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    mantelHaenszel([
      [
        [5, 0],
        [5, 0],
      ],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    mantelHaenszel([
      [
        [5, 5],
        [0, 0],
      ],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    mantelHaenszel([
      [
        [5, NaN],
        [5, 0],
      ],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    mantelHaenszel([
      [
        [5, -1],
        [5, 2],
      ],
    ]),
  ).toThrow(RangeError);
});
