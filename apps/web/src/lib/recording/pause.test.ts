import { expect, test } from 'vitest';
import { pauseAfter } from './pause.ts';

test('each failure waits about twice as long, up to five minutes', () => {
  expect([1, 2, 3].map((failures) => pauseAfter(failures, 1))).toEqual([4_000, 8_000, 16_000]);
  expect(pauseAfter(400, 1)).toBe(300_000);
});

test('two phones that lost the signal at one moment do not come back at one moment', () => {
  expect(pauseAfter(3, 0)).toBe(8_000);
  expect(pauseAfter(3, 0.5)).toBe(12_000);
});

test('a server that says how long to wait is believed', () => {
  expect(pauseAfter(1, 1, 90_000)).toBe(90_000);
});
