import { seededRandom } from '@puente/measurement';
import { expect, test } from 'vitest';
import { fairnessOf } from './fairness-of.ts';

const groups = ['spanish', 'quechua', 'aymara', 'amazonian', 'other', null];

test('whatever the sizes, the groups told leave nobody untold, or ten at least', () => {
  const random = seededRandom('groups');
  let told = 0;
  for (let round = 0; round < 300; round += 1) {
    const people = groups.flatMap((firstLanguage) =>
      Array.from({ length: Math.floor(random.next() * 30) }, (_, place) => ({
        selected: place === 0 || random.next() < 0.2,
        facts: { sex: null, campus: null, firstLanguage },
        sat: [],
      })),
    );
    const fact = fairnessOf({ basis: 'seated', people, forms: [], campusNames: {} }).facts.at(-1)!;
    if (fact.groups.length === 0) {
      expect(fact.notShown).toBeNull();
      continue;
    }
    told += 1;
    expect(fact.groups.every(({ candidates }) => candidates >= 10)).toBe(true);
    const rest = people.length - fact.groups.reduce((sum, { candidates }) => sum + candidates, 0);
    expect(rest).toBe(fact.notShown);
    expect(rest === 0 || rest >= 10, `${rest} untold`).toBe(true);
  }
  expect(told).toBeGreaterThan(100);
});

test('of 40, 15 and 4 people nothing is told: 15 would tell the four', () => {
  const people = Object.entries({ spanish: 40, quechua: 15, aymara: 4 }).flatMap(([firstLanguage, count]) =>
    Array.from({ length: count }, (_, place) => ({
      selected: place < 3,
      facts: { sex: null, campus: null, firstLanguage },
      sat: [],
    })),
  );
  const fact = fairnessOf({ basis: 'seated', people, forms: [], campusNames: {} }).facts.at(-1)!;
  expect(fact).toMatchObject({ groups: [], notShown: null, items: [] });
});
