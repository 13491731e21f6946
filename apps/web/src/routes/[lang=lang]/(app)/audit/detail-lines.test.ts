import { expect, test } from 'vitest';
import { detailLines } from './detail-lines.ts';

test('nested details read as lines with the path in their name', () => {
  expect(
    detailLines({
      seats: 20,
      policy: { rule: 'selection/v0', draws: 10_000 },
      sittingIds: ['a', 'b'],
      why: null,
    }),
  ).toEqual([
    { name: 'seats', value: '20' },
    { name: 'policy.rule', value: 'selection/v0' },
    { name: 'policy.draws', value: '10000' },
    { name: 'sittingIds', value: 'a, b' },
    { name: 'why', value: '' },
  ]);
});
