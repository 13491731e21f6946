import { expect, test } from 'vitest';
import { isRoomCode, roomCodeAt } from './room-code.ts';

const at = (seconds: number) => new Date(Date.parse('2026-03-16T15:00:00Z') + seconds * 1000);

test('a code is new every two minutes and opens until the next one ends', () => {
  const { code, expiresAt } = roomCodeAt('secret', at(0));
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  expect(expiresAt).toEqual(at(120));
  expect(roomCodeAt('secret', at(119)).code).toBe(code);
  expect(roomCodeAt('secret', at(120)).code).not.toBe(code);
  expect(roomCodeAt('another', at(0)).code).not.toBe(code);
  expect([0, 119, 239].map((seconds) => isRoomCode('secret', code, at(seconds)))).toEqual([true, true, true]);
  expect([-1, 240].map((seconds) => isRoomCode('secret', code, at(seconds)))).toEqual([false, false]);
  expect(isRoomCode('secret', code.slice(0, 5), at(0))).toBe(false);
});
