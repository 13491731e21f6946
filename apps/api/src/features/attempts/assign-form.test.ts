import { expect, test } from 'vitest';
import { formAtPlace, otherForm } from './assign-form.ts';

test('every block of four holds each of two forms twice, and blocks differ in order', () => {
  const blocks = Array.from({ length: 50 }, (_, block) =>
    Array.from({ length: 4 }, (_, index) => formAtPlace(['A', 'B'], 'seed', block * 4 + index)).join(''),
  );
  for (const block of blocks) expect([...block].sort().join('')).toBe('AABB');
  expect(new Set(blocks).size).toBe(6);
});

test('the same seed and place give the same form', () => {
  expect(formAtPlace(['A', 'B'], 's', 7)).toBe(formAtPlace(['A', 'B'], 's', 7));
});

test('who had A gets B, and who had a form of another pair gets none', () => {
  expect(otherForm(['A', 'B'], 'A')).toBe('B');
  expect(otherForm(['A', 'B'], 'C')).toBeUndefined();
  expect(otherForm(['S'], 'S')).toBeUndefined();
});
