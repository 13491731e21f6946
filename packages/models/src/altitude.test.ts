import { expect, test } from 'vitest';
import { barometricPressureMmHg, inspiredOxygenMmHg, places, residentPco2MmHg } from './altitude.ts';

test('inspired PO₂ is 147 in Lima, 97 in Cusco and 77 mmHg in La Rinconada (West 1996)', () => {
  expect(Math.round(inspiredOxygenMmHg(places.lima))).toBe(147);
  expect(Math.round(inspiredOxygenMmHg(places.cusco))).toBe(97);
  expect(Math.round(inspiredOxygenMmHg(places.laRinconada))).toBe(77);
});

test('the summit of Everest has 253 mmHg, as was measured', () => {
  expect(Math.round(barometricPressureMmHg(8.848))).toBeGreaterThanOrEqual(252);
  expect(Math.round(barometricPressureMmHg(8.848))).toBeLessThanOrEqual(254);
});

test('residents of Cusco have a PCO₂ near 30.6 mmHg', () => {
  expect(residentPco2MmHg(3.35)).toBeCloseTo(30.62, 1);
  expect(() => residentPco2MmHg(8)).toThrow(RangeError);
  expect(() => barometricPressureMmHg(-1)).toThrow(RangeError);
});
