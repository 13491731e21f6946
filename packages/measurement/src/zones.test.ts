import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zones, type ZoneCandidate } from './zones.ts';
import { seededRandom } from './seeded-random.ts';

/** Tie groups as [people, probability], best score first → the zone of each group. */
function zonesOfGroups(groups: readonly (readonly [number, number])[], seats: number): string {
  const candidates = groups.flatMap(([people, probability], g) =>
    Array.from({ length: people }, (_, i) => ({
      id: `g${g}-${i}`,
      score: 100 - g,
      probability,
    })),
  );
  const zoned = zones(candidates, seats);
  return groups
    .map((_, g) => {
      const found = new Set(zoned.filter(({ id }) => id.startsWith(`g${g}-`)).map(({ zone }) => zone));
      expect(found.size).toBe(1);
      return [...found][0];
    })
    .join(' ');
}

test.each<[string, [number, number][], number, string]>([
  [
    'in at .90, out at .10, review between',
    [
      [1, 0.9],
      [1, 0.5],
      [1, 0.1],
    ],
    2,
    'in review out',
  ],
  [
    'review just inside .90 and .10',
    [
      [1, 0.899],
      [1, 0.101],
    ],
    1,
    'review review',
  ],
  [
    '22 tied on top of 20 seats: all in review',
    [
      [22, 20 / 22],
      [5, 0],
    ],
    20,
    'review out',
  ],
  [
    'more in than seats: the lowest tie group goes to review',
    [
      [2, 0.99],
      [2, 0.95],
      [3, 0.2],
    ],
    3,
    'in review out',
  ],
  [
    'more in than seats: tie groups go until they fit',
    [
      [3, 1],
      [1, 0.95],
      [2, 0.92],
      [1, 0.02],
    ],
    4,
    'in in review out',
  ],
  [
    'review too large: the group farthest from .50 leaves downwards',
    [
      [8, 0.95],
      [2, 0.6],
      [2, 0.4],
      [2, 0.15],
    ],
    10,
    'in review review out',
  ],
  [
    'review too large: the group farthest from .50 leaves upwards',
    [
      [8, 0.95],
      [1, 0.85],
      [2, 0.5],
      [2, 0.4],
    ],
    10,
    'in in review review',
  ],
  [
    'one that does not fit upwards stays, and the next farthest leaves',
    [
      [15, 0.99],
      [8, 0.85],
      [2, 0.3],
      [2, 0.2],
    ],
    20,
    'in review review out',
  ],
  [
    'open seats are counted once: twice two may stay after one has gone in',
    [
      [1, 0.89],
      [1, 0.55],
      [1, 0.5],
      [1, 0.45],
      [1, 0.2],
    ],
    2,
    'in review review review review',
  ],
  [
    'upwards only while in ≤ seats: the second group of two does not fit',
    [
      [2, 0.88],
      [2, 0.87],
      [3, 0.5],
      [3, 0.4],
    ],
    3,
    'in review review out',
  ],
  [
    'at equal distance the higher score leaves first',
    [
      [1, 0.8],
      [1, 0.5],
      [1, 0.2],
    ],
    1,
    'in review review',
  ],
  [
    'a tie larger than twice the open seats stays, since nobody else could fill them',
    [
      [15, 1],
      [12, 5 / 12],
      [30, 0],
    ],
    20,
    'in review out',
  ],
  ['fewer candidates than seats', [[3, 1]], 5, 'in'],
])('%s', (_, groups, seats, expected) => {
  expect(zonesOfGroups(groups, seats)).toBe(expected);
});

test('a tie group stands or falls together, with the mean of its probabilities', () => {
  const tied = [0.9003, 0.8999, 0.9].map((probability, i) => ({
    id: `t${i}`,
    score: 70 + i * 1e-9,
    probability,
  }));
  expect(zones(tied, 3).map(({ zone }) => zone)).toEqual(['in', 'in', 'in']);
});

const candidates = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows): ZoneCandidate[] =>
    rows.map(([score, percent], i) => ({ id: `c${i}`, score, probability: percent / 100 })),
  );

test('never more in than seats, ties together, whatever the input order', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 20 }), fc.nat(1e6), (people, seats, seed) => {
      const zoned = zones(people, seats);
      expect(zoned.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
      expect(zoned.filter(({ zone }) => zone === 'in').length).toBeLessThanOrEqual(seats);
      const zoneOf = new Map(zoned.map(({ id, zone }) => [id, zone]));
      for (const a of people) {
        for (const b of people) {
          if (a.score === b.score) expect(zoneOf.get(a.id)).toBe(zoneOf.get(b.id));
        }
      }
      const shuffled = zones(seededRandom(seed).shuffle(people), seats);
      for (const { id, zone } of shuffled) expect(zoneOf.get(id)).toBe(zone);
    }),
    { seed: 1 },
  );
});

test('refuses what is no shortlist', () => {
  const one = { id: 'a', score: 1, probability: 0.5 };
  expect(() => zones([], 1)).toThrow(RangeError);
  expect(() => zones([one], 0)).toThrow(RangeError);
  expect(() => zones([one, one], 1)).toThrow(RangeError);
  expect(() => zones([{ ...one, probability: 1.2 }], 1)).toThrow(RangeError);
  expect(() => zones([{ ...one, probability: NaN }], 1)).toThrow(RangeError);
  expect(() => zones([{ ...one, score: NaN }], 1)).toThrow(RangeError);
});
