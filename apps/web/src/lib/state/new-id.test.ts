import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('an id is a UUIDv7 whose order is that of its time', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now) => newId(now));
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect([...ids].sort()).toEqual(ids);
});

test('an id carries its milliseconds', () => {
  expect(parseInt(newId(1_763_764_800_123).replace('-', '').slice(0, 12), 16)).toBe(1_763_764_800_123);
});
