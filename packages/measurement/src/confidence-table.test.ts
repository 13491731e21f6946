import { expect, test } from 'vitest';
import { confidenceCell, confidenceMoves, confidenceTable } from './confidence-table.ts';

test('counts right and wrong against sure and unsure, sure from .85', () => {
  expect(confidenceTable([1, 1, 0, 0, 0], [0.97, 0.7, 0.85, 0.5, 0.25])).toEqual({
    rightAndSure: 1,
    rightAndUnsure: 1,
    wrongAndUnsure: 2,
    wrongAndSure: 1,
  });
});

test('the same knowledge, less often sure', () => {
  // 1,021 medical students: women sure 39.5 % and right 61.4 %, men sure 44.4 % and right 60.3 %
  const sureMinusRight = (sure: number, right: number): number => {
    const y = Array.from({ length: 1000 }, (_, i) => (i < right ? 1 : 0));
    const p = Array.from({ length: 1000 }, (_, i) => (i < sure ? 0.97 : 0.5));
    const table = confidenceTable(y, p);
    const sures = table.rightAndSure + table.wrongAndSure;
    return (sures - table.rightAndSure - table.rightAndUnsure) / 1000;
  };
  expect(sureMinusRight(395, 614)).toBeCloseTo(-0.219, 12);
  expect(sureMinusRight(444, 603)).toBeCloseTo(-0.159, 12);
});

test('follows responses from cell to cell', () => {
  const before = [confidenceCell(0, 0.97), confidenceCell(0, 0.5), confidenceCell(0, 0.97)];
  const after = [confidenceCell(1, 0.97), confidenceCell(1, 0.7), confidenceCell(0, 0.7)];
  const moves = confidenceMoves(before, after);
  expect(moves.wrongAndSure).toEqual({
    rightAndSure: 1,
    rightAndUnsure: 0,
    wrongAndUnsure: 1,
    wrongAndSure: 0,
  });
  expect(moves.wrongAndUnsure.rightAndUnsure).toBe(1);
  expect(moves.rightAndSure.rightAndSure).toBe(0);
});

test('refuses what is no response', () => {
  expect(() => confidenceCell(0.5, 0.5)).toThrow(RangeError);
  expect(() => confidenceTable([], [])).toThrow(RangeError);
  expect(() => confidenceMoves([], [])).toThrow(RangeError);
  expect(() => confidenceMoves(['wrongAndSure'], [])).toThrow(RangeError);
});
