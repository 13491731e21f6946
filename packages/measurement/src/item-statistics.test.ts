import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { itemStatistics } from './item-statistics.ts';
import { lsat6, lsat7 } from './lsat.ts';
import { seededRandom } from './seeded-random.ts';

const closeTo = (ours: readonly number[], theirs: readonly number[], digits: number): void => {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, i) => expect(value).toBeCloseTo(theirs[i]!, digits));
};

test('agrees with R on LSAT-6', () => {
  const items = itemStatistics(lsat6);
  // R: psych::alpha(psych::lsat6)$item.stats[, c("mean", "r.drop")]; $alpha.drop$raw_alpha
  closeTo(
    items.map((item) => item.difficulty),
    [0.924, 0.709, 0.553, 0.763, 0.87],
    12,
  );
  closeTo(
    items.map((item) => item.correctedPointBiserial),
    [0.112832688922, 0.153178120117, 0.172778943291, 0.144428095247, 0.121596402547],
    11,
  );
  closeTo(
    items.map((item) => item.alphaIfDeleted),
    [0.275356210798, 0.237583904647, 0.216799462943, 0.245932710434, 0.266294411208],
    11,
  );
  // R: prop.test(924, 1000, correct = FALSE)$conf.int
  closeTo(items[0]!.interval, [0.905904356876, 0.938850551928], 11);
  // R: t <- rowSums(lsat6); g <- 270; weights 1 beyond the order statistic g, the rest at it
  closeTo(
    items.map((item) => item.kelley),
    [0.196624472574, 0.631458040319, 0.810876699484, 0.536990154712, 0.320346929208],
    11,
  );
  // R: cor.test(lsat6[, 3], rowSums(lsat6[, -3]))$conf.int
  closeTo(items[2]!.discriminationInterval!, [0.11198535, 0.23228401], 8);
  // Newcombe's, of the tails' 270 people each; R, from prop.test's ends of both shares
  closeTo(items[2]!.kelleyInterval!, [0.758033269676, 0.853102163471], 11);
  expect(items.map((item) => item.advice)).toEqual(new Array(5).fill('keep'));
});

test('agrees with R on LSAT-7', () => {
  const items = itemStatistics(lsat7);
  // R: psych::alpha(psych::lsat7)$item.stats$r.drop; $alpha.drop$raw_alpha
  closeTo(
    items.map((item) => item.correctedPointBiserial),
    [0.245731649926, 0.246673576712, 0.31317925338, 0.222751254071, 0.174786300909],
    11,
  );
  closeTo(
    items.map((item) => item.alphaIfDeleted),
    [0.395974965077, 0.393831044858, 0.345391220018, 0.414600748981, 0.43846210166],
    11,
  );
  // R: psych::alpha(psych::lsat7)$total$raw_alpha
  expect(cronbachAlpha(lsat7)).toBeCloseTo(0.453408735387, 11);
});

// R: na.omit(psychTools::bfi[1:30, 16:20]), a person a word
const neuroticism =
  '34223 33355 45423 25241 23443 35223 12211 63264 55233 55524 33423 12222 11121 24223 45455 ' +
  '44445 65544 56552 55511 13321 25546 22222 44466 23311 23121 33532 44523 14225 54431';

test('agrees with R on items that are not scored 0 or 1', () => {
  const people = neuroticism.split(' ').map((word) => [...word].map(Number));
  const items = itemStatistics(people);
  // R: psych::alpha(b)$item.stats$r.drop; $alpha.drop$raw_alpha; $total$raw_alpha
  closeTo(
    items.map((item) => item.correctedPointBiserial),
    [0.612607611149, 0.580177328726, 0.52519660314, 0.532611969011, 0.49662973376],
    11,
  );
  closeTo(
    items.map((item) => item.alphaIfDeleted),
    [0.70605228947, 0.724515166584, 0.737581450453, 0.73494559711, 0.750782632367],
    11,
  );
  expect(cronbachAlpha(people)).toBeCloseTo(0.772615315719, 11);
  // R: t.test(b$N1)$conf.int
  closeTo(items[0]!.interval, [2.53887285704, 3.73698921192], 10);
  closeTo(
    items.map((item) => item.kelley),
    [3, 2.1711366539, 2.26266496381, 2.7662835249, 3.0361856109],
    9,
  );
});

test('ignores the order of people', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const sample = seededRandom(seed).shuffle(lsat6.filter((_, i) => i % 5 === 0));
      const statistics = itemStatistics(sample);
      const again = itemStatistics(seededRandom(seed + 1).shuffle(sample));
      statistics.forEach((item, j) => {
        expect(again[j]!.kelley).toBeCloseTo(item.kelley, 12);
        expect(again[j]!.correctedPointBiserial).toBeCloseTo(item.correctedPointBiserial, 12);
      });
    }),
    { seed: 1, numRuns: 20 },
  );
});

test('a wrong key shows itself', () => {
  const flipped = lsat6.map((row) => row.with(2, 1 - row[2]!));
  const items = itemStatistics(flipped);
  expect(items[2]!.advice).toBe('check-key');
  expect(items[2]!.correctedPointBiserial).toBeLessThan(-0.1);
});

test('missing responses count for difficulty only where they were given', () => {
  const items = itemStatistics([...lsat6, [1, null, null, null, null]]);
  expect(items[0]!.people).toBe(1001);
  expect(items[0]!.difficulty).toBeCloseTo(925 / 1001, 12);
  expect(items[1]!.people).toBe(1000);
  expect(items[0]!.correctedPointBiserial).toBe(itemStatistics(lsat6)[0]!.correctedPointBiserial);
});

test('a constant item is refused, or marked and left out', () => {
  const withConstant = lsat6.map((row) => [...row.slice(0, 2), 1, ...row.slice(2)]);
  expect(() => itemStatistics(withConstant)).toThrow(/item 2 is constant/);
  const marked = itemStatistics(withConstant, { onConstant: 'mark' });
  expect(marked[2]).toMatchObject({ constant: true, people: 1000, difficulty: 1 });
  itemStatistics(lsat6).forEach((item, j) => {
    const same = marked.toSpliced(2, 1)[j] as typeof item;
    expect(same.correctedPointBiserial).toBeCloseTo(item.correctedPointBiserial, 12);
    expect(same.alphaIfDeleted).toBeCloseTo(item.alphaIfDeleted, 12);
    expect(same.kelley).toBeCloseTo(item.kelley, 12);
  });
});

test('refuses what has no item statistics', () => {
  expect(() => itemStatistics([])).toThrow(RangeError);
  expect(() =>
    itemStatistics([
      [1, 0],
      [0, 1],
      [1, 1],
    ]),
  ).toThrow(/items/);
  expect(() =>
    itemStatistics([
      [1, 0, 1],
      [0, 1, 1],
    ]),
  ).toThrow(/people/);
  expect(() =>
    itemStatistics([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  ).toThrow(/same total/);
  expect(() =>
    itemStatistics([
      [1, 0, NaN],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  ).toThrow(RangeError);
  expect(() =>
    itemStatistics([
      [1, 0, null],
      [0, 1, null],
      [1, 0, null],
    ]),
  ).toThrow(RangeError);
});
