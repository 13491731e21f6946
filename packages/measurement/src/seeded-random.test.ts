import { expect, test, vi } from 'vitest';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

/** The documented stream written out a second time, with whole-number arithmetic in BigInt. */
function referenceWords(state: bigint[], count: number): bigint[] {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & mask;
  const [a, b, c, d] = state as [bigint, bigint, bigint, bigint];
  let [s0, s1, s2, s3] = [a, b, c, d];
  return Array.from({ length: count }, () => {
    const word = (rotate((s1 * 5n) & mask, 7n) * 9n) & mask;
    const t = (s1 << 9n) & mask;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 11n);
    return word;
  });
}

function scramble(word: bigint): bigint {
  const mask = 0xffffffffn;
  let z = word & mask;
  z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
  z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
  return z ^ (z >> 15n);
}

const uniforms = (words: bigint[]): number[] =>
  Array.from(
    { length: words.length / 2 },
    (_, i) => Number((words[2 * i]! >> 5n) * 67108864n + (words[2 * i + 1]! >> 6n)) / 2 ** 53,
  );

test('a numeric seed gives the documented stream', () => {
  const state = [1n, 2n, 3n, 4n].map((i) => scramble(42n + i * 0x9e3779b9n));
  const random = seededRandom(42);
  expect(Array.from({ length: 500 }, () => random.next())).toEqual(uniforms(referenceWords(state, 1000)));
});

test('a string seed gives the documented stream', () => {
  const mask = 0xffffffffn;
  const state = [0n, 1n, 2n, 3n].map((i) => {
    let hash = (0x811c9dc5n + i * 0x9e3779b9n) & mask;
    for (const byte of Buffer.from('convocatoria 2026 ñ', 'utf16le')) {
      hash = ((hash ^ BigInt(byte)) * 0x01000193n) & mask;
    }
    return scramble(hash);
  });
  const random = seededRandom('convocatoria 2026 ñ');
  expect(Array.from({ length: 500 }, () => random.next())).toEqual(uniforms(referenceWords(state, 1000)));
});

test('the first numbers of seed 1 stay what they are', () => {
  const random = seededRandom(1);
  expect([random.next(), random.next(), random.integer(1000), random.normal(), random.normal()]).toEqual([
    0.09156953175513294, 0.8881928137485323, 434, 0.005354402954667529, 0.5487794496228732,
  ]);
});

test('the same seed gives the same stream, another seed another', () => {
  const stream = (seed: number | string): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(stream('a')).toEqual(stream('a'));
  expect(stream('a')).not.toEqual(stream('b'));
  expect(stream(0)).not.toEqual(stream(1));
  expect(stream('1')).not.toEqual(stream(1));
});

test('refuses a seed or an n that it cannot honour', () => {
  expect(() => seededRandom(-1)).toThrow(RangeError);
  expect(() => seededRandom(1.5)).toThrow(RangeError);
  expect(() => seededRandom(NaN)).toThrow(RangeError);
  expect(() => seededRandom(2 ** 32)).toThrow(RangeError);
  expect(() => seededRandom(1).integer(0)).toThrow(RangeError);
  expect(() => seededRandom(1).integer(2.5)).toThrow(RangeError);
});

test('uniform numbers lie in [0, 1) with mean ½ and variance 1/12', () => {
  const random = seededRandom(7);
  const n = 200_000;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const u = random.next();
    if (u < 0 || u >= 1) throw new Error(`outside: ${u}`);
    sum += u;
    squares += u * u;
  }
  // five standard errors: √(1/12/n) = 6.5e-4 and √(1/180/n) for the second moment
  expect(Math.abs(sum / n - 1 / 2)).toBeLessThan(3.3e-3);
  expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(3.4e-3);
});

test('whole numbers are the documented ones', () => {
  const state = [1n, 2n, 3n, 4n].map((i) => scramble(5n + i * 0x9e3779b9n));
  for (const n of [1, 6, 1000, 2 ** 31 + 5, 2 ** 32]) {
    const random = seededRandom(5);
    const expected = referenceWords(state, 1000)
      .filter((word) => (word * BigInt(n)) % 2n ** 32n >= 2n ** 32n % BigInt(n))
      .map((word) => Number((word * BigInt(n)) >> 32n));
    expect(expected.map(() => random.integer(n))).toEqual(expected);
  }
});

test('whole numbers are equally likely', () => {
  const random = seededRandom(8);
  const counts = new Array<number>(7).fill(0);
  for (let i = 0; i < 70_000; i++) counts[random.integer(7)]! += 1;
  const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // χ² with 6 degrees of freedom exceeds 22.46 once in a thousand; R: qchisq(.999, 6)
  expect(chiSquared).toBeLessThan(22.46);
  expect(seededRandom(1).integer(1)).toBe(0);
  expect(seededRandom(1).integer(2 ** 32)).toBeLessThan(2 ** 32);
});

test('normal numbers follow the normal distribution, tails and layer edges too', () => {
  const random = seededRandom(9);
  const n = 1_000_000;
  const edges = [-4, -3.442619855899, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 3.442619855899, 4];
  // R: diff(pnorm(c(-Inf, -4, -3.442619855899, -3, -2, -1, -.5, 0)))
  const lower = [
    3.16712418e-5, 2.56383014e-4, 1.06184378e-3, 0.0214002339, 0.135905122, 0.149882285, 0.191462461,
  ];
  const expected = [...lower, ...lower.toReversed()];
  const counts = new Array<number>(expected.length).fill(0);
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const z = random.normal();
    fourth += z * z * z * z;
    counts[edges.filter((edge) => z >= edge).length]! += 1;
  }
  const chiSquared = counts.reduce(
    (sum, count, i) => sum + (count - n * expected[i]!) ** 2 / (n * expected[i]!),
    0,
  );
  // R: qchisq(.999, 13)
  expect(chiSquared).toBeLessThan(34.53);
  // the variance of z⁴ is 96
  expect(Math.abs(fourth / n - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
});

test('fillNormal gives what calls of normal give, tails included', () => {
  const one = seededRandom(10);
  const many = seededRandom(10);
  const filled = new Float64Array(50_000);
  many.fillNormal(filled);
  expect(Array.from(filled)).toEqual(Array.from(filled, () => one.normal()));
  expect(many.next()).toBe(one.next());
});

test('shuffle gives every order equally often and leaves its input alone', () => {
  const random = seededRandom(11);
  const items = ['a', 'b', 'c'] as const;
  const counts = new Map<string, number>();
  for (let i = 0; i < 60_000; i++) {
    const order = random.shuffle(items).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(items).toEqual(['a', 'b', 'c']);
  expect(counts.size).toBe(6);
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // R: qchisq(.999, 5)
  expect(chiSquared).toBeLessThan(20.52);
});
