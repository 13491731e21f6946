import { expect, test } from 'vitest';
import {
  calciumShiftMillivolts,
  readySodiumFraction,
  relativeConductionVelocity,
} from './sodium-availability.ts';

test('at −87 mV 96 % of the channels are ready and at −75 mV 68 %, as the lesson says', () => {
  expect(readySodiumFraction(-86.9)).toBeCloseTo(0.96, 2);
  expect(readySodiumFraction(-74.83)).toBeCloseTo(0.68, 2);
  expect(readySodiumFraction(-71)).toBe(0.5);
});

test('more calcium makes more channels ready without moving the potential', () => {
  expect(calciumShiftMillivolts(1.2)).toBe(0);
  expect(calciumShiftMillivolts(6)).toBeCloseTo(12.5, 10);
  expect(calciumShiftMillivolts(0.6)).toBeLessThan(0);
  expect(readySodiumFraction(-74.8, calciumShiftMillivolts(2))).toBeGreaterThan(readySodiumFraction(-74.8));
});

test('conduction slows with fewer ready channels and stops under a tenth', () => {
  expect(relativeConductionVelocity(0.96, 0.96)).toBe(1);
  expect(relativeConductionVelocity(0.24, 0.96)).toBeCloseTo(0.5, 12);
  expect(relativeConductionVelocity(0.05, 0.96)).toBe(0);
  expect(() => relativeConductionVelocity(1.2)).toThrow(RangeError);
  expect(() => readySodiumFraction(Number.NaN)).toThrow(RangeError);
  expect(() => calciumShiftMillivolts(0)).toThrow(RangeError);
});
