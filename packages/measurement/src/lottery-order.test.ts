import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { lotteryDigest, lotteryOrder } from './lottery-order.ts';
import { seededRandom } from './seeded-random.ts';

// simulations, on a machine that may have other work
vi.setConfig({ testTimeout: 60_000 });

const lottery = { draw: 'Tinka 2026-12-02: 07 11 23 31 38 44', snapshotHash: 'ab'.repeat(32) };
const learnerKeys = Array.from({ length: 12 }, (_, i) => `learner-${i}`);

test('orders by SHA-256 of draw, snapshot hash and learner key, smallest first', () => {
  const digest = (key: string): string =>
    createHash('sha256')
      .update(lottery.draw + lottery.snapshotHash + key)
      .digest('hex');
  const expected = learnerKeys.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1));
  expect(lotteryOrder({ ...lottery, learnerKeys })).toEqual(expected);
  expect(lotteryDigest(lottery, 'learner-3')).toBe(digest('learner-3'));
});

test('ignores the order of the keys', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const shuffled = seededRandom(seed).shuffle(learnerKeys);
      expect(lotteryOrder({ ...lottery, learnerKeys: shuffled })).toEqual(
        lotteryOrder({ ...lottery, learnerKeys }),
      );
    }),
    { seed: 1 },
  );
});

test('gives everybody the first place equally often over many draws', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const [first] = lotteryOrder({ ...lottery, draw: `draw ${i}`, learnerKeys });
    counts.set(first!, (counts.get(first!) ?? 0) + 1);
  }
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  expect(counts.size).toBe(12);
  // R: qchisq(.999, 11)
  expect(chiSquared).toBeLessThan(31.26);
});

test('refuses an empty draw, hash or list, and a key twice', () => {
  expect(() => lotteryOrder({ ...lottery, learnerKeys: [] })).toThrow(RangeError);
  expect(() => lotteryOrder({ ...lottery, learnerKeys: ['a', 'a'] })).toThrow(RangeError);
  expect(() => lotteryOrder({ ...lottery, draw: '', learnerKeys })).toThrow(RangeError);
  expect(() => lotteryOrder({ ...lottery, snapshotHash: '', learnerKeys })).toThrow(RangeError);
  expect(() => lotteryOrder({ ...lottery, learnerKeys: ['a', ''] })).toThrow(RangeError);
});
