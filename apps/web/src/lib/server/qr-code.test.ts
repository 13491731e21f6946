import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

test('the path paints exactly the dark modules', () => {
  const link = 'https://puente.example/es/join/AB2CDE';
  const { size, path } = qrCode(link);
  const painted = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i += 1) painted.add(`${Number(x) + i},${y}`);
  }
  const { data } = encode(link, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
  expect(size).toBe(data.length);
  expect([...painted].sort()).toEqual(dark.sort());
});

test('a quiet zone of four modules lies around it', () => {
  const { size, path } = qrCode('AB2CDE');
  const at = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...at.flat())).toBe(4);
  expect(Math.max(...at.map(([, y]) => y!))).toBeLessThan(size - 4);
});
