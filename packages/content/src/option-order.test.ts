import { expect, test } from 'vitest';
import { optionOrder } from './option-order.ts';

const item = { id: 'salt-1', options: ['d444', 'a111', 'c333', 'b222'].map((id) => ({ id })) };

test('the same seed gives the same order, whatever the order in the file', () => {
  const turned = { ...item, options: [...item.options].reverse() };
  expect(optionOrder('attempt-1', turned)).toEqual(optionOrder('attempt-1', item));
});

test('every option appears once', () => {
  expect(optionOrder('attempt-1', item).sort()).toEqual(['a111', 'b222', 'c333', 'd444']);
});

test('another item in the same attempt is shuffled anew', () => {
  const orders = Array.from({ length: 40 }, (_, index) =>
    optionOrder('attempt-1', { ...item, id: `salt-${index}` }).join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(10);
});

test('over many attempts every option stands equally often in every place', () => {
  const attempts = 4800;
  const places = new Map<string, number>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    optionOrder(`attempt-${attempt}`, item).forEach((id, place) => {
      places.set(`${id}@${place}`, (places.get(`${id}@${place}`) ?? 0) + 1);
    });
  }
  expect(places.size).toBe(16);
  const expected = attempts / 4;
  const chiSquare = [...places.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  // Nine degrees of freedom: 27.9 is exceeded by chance once in a thousand.
  expect(chiSquare).toBeLessThan(27.9);
});

test('the generator may be given', () => {
  expect(optionOrder('any', item, () => () => 0.999)).toEqual(['a111', 'b222', 'c333', 'd444']);
});
