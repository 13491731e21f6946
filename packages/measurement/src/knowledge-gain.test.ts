import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { knowledgeGain, type GainPair } from './knowledge-gain.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const pairs = (order: string, pre: number[], post: number[]): GainPair[] =>
  pre.map((value, i) => ({ order, pre: value, post: post[i]! }));

const cohort = [
  ...pairs('AB', [40, 45, 50, 55, 60, 35, 50, 45], [55, 65, 60, 70, 75, 50, 55, 70]),
  ...pairs('BA', [42, 38, 55, 61, 47], [60, 58, 66, 70, 69]),
];

test("is the mean of the order groups' gains with Welch's interval", () => {
  const gain = knowledgeGain(cohort);
  expect(gain.orders).toEqual([
    { order: 'AB', pairs: 8, gain: 15, standardError: expect.closeTo(2.1128856, 6) },
    { order: 'BA', pairs: 5, gain: 16, standardError: expect.closeTo(2.5495098, 6) },
  ]);
  expect(gain.gain).toBe(15.5);
  // R: half of t.test(d1, -d2)$conf.int with d1 and d2 the gains of AB and BA, df 8.96487389933689
  expect(gain.df).toBeCloseTo(8.96487389933689, 12);
  expect(gain.standardError).toBeCloseTo(1.65561814092847, 12);
  expect(gain.interval[0]).toBeCloseTo(11.75249342693034, 10);
  expect(gain.interval[1]).toBeCloseTo(19.24750657306966, 10);
  expect(gain.postMean - gain.preMean).toBeCloseTo(gain.gain, 12);
});

test('a harder form B drops out', () => {
  const harder = cohort.map((pair) =>
    pair.order === 'AB' ? { ...pair, post: pair.post - 8 } : { ...pair, pre: pair.pre - 8 },
  );
  expect(knowledgeGain(harder).gain).toBeCloseTo(knowledgeGain(cohort).gain, 12);
});

test('ignores the order of learners, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 100, noNaN: true })), {
        minLength: 10,
        maxLength: 40,
      }),
      fc.integer({ min: 0, max: 1e6 }),
      (rows, seed) => {
        const sample = [
          ...cohort,
          ...rows.map(([ab, pre]) => ({ order: ab ? 'AB' : 'BA', pre, post: 100 - pre / 3 })),
        ];
        expect(knowledgeGain(seededRandom(seed).shuffle(sample))).toEqual(knowledgeGain(sample));
      },
    ),
    { seed: 1 },
  );
});

test('refuses too few pairs, one order only, and what is not finite', () => {
  expect(() => knowledgeGain([])).toThrow(RangeError);
  expect(() => knowledgeGain(cohort.slice(0, 9))).toThrow(/too few pairs/);
  const oneBa = cohort.map((pair, i) => ({ ...pair, order: i === 0 ? 'BA' : 'AB' }));
  expect(() => knowledgeGain(oneBa)).toThrow(/pairs in order BA/);
  expect(() => knowledgeGain(cohort.map((pair) => ({ ...pair, order: 'AB' })))).toThrow(/orders/);
  expect(() => knowledgeGain([...cohort, { order: 'AB', pre: NaN, post: 1 }])).toThrow(RangeError);
});

test.each([
  ['equal orders, n = 10', 5, 5, 1],
  ['equal orders, n = 24', 12, 12, 1],
  ['twice as many AB with half the spread', 40, 20, 0.5],
])('its interval covers 93–97 per cent: %s', (_, nAb, nBa, spreadAb) => {
  const random = seededRandom(`gain ${nAb} ${nBa}`);
  const rounds = 4000;
  let covered = 0;
  for (let r = 0; r < rounds; r++) {
    const draw = (order: string, spread: number, formEffect: number): GainPair => {
      const ability = random.normal();
      return { order, pre: ability, post: ability + 0.6 + formEffect + spread * random.normal() };
    };
    const sample = [
      ...Array.from({ length: nAb }, () => draw('AB', spreadAb, -0.3)),
      ...Array.from({ length: nBa }, () => draw('BA', 1, 0.3)),
    ];
    const [low, high] = knowledgeGain(sample).interval;
    if (low <= 0.6 && 0.6 <= high) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(covered / rounds).toBeLessThan(0.97);
});
