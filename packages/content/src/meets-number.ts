import { parseDecimal } from './parse-decimal.ts';

/** Whether a number as it was typed lies within the tolerance of a key, both in the item's unit; false for what is no number. */
export function meetsNumber({ key, tolerance }: { key: number; tolerance: number }, typed: string): boolean {
  const value = parseDecimal(typed);
  // Decimal fractions are inexact in binary: 7.45 − 7.40 must lie within .05.
  const slack = 1e-9 * Math.max(1, Math.abs(key));
  return value !== undefined && Math.abs(value - key) <= tolerance + slack;
}
