import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oxygenPressureMmHg, oxygenSaturation, p50MmHg } from './oxygen-saturation.ts';

test.each([
  [10, 9.65],
  [20, 31.98],
  [26.86, 50.0],
  [40, 74.95],
  [60, 90.58],
  [80, 95.73],
  [100, 97.75],
])('at %f mmHg standard blood is %f per cent saturated (Severinghaus 1979)', (po2, percent) => {
  expect(Math.abs(100 * oxygenSaturation(po2) - percent)).toBeLessThan(0.01);
});

test('acid moves P50 from 26.86 to 33.5 mmHg at pH 7.2: the Bohr shift', () => {
  expect(p50MmHg()).toBeCloseTo(26.86, 2);
  expect(p50MmHg({ ph: 7.2 })).toBeCloseTo(33.5, 1);
});

test('fever, 2,3-BPG and CO₂ let go of oxygen; cold and stored blood hold it', () => {
  expect(p50MmHg({ temperatureCelsius: 40 })).toBeCloseTo(26.86 * 10 ** 0.072, 2);
  expect(p50MmHg({ bpgMmolPerL: 7 })).toBeGreaterThan(p50MmHg() + 1);
  expect(p50MmHg({ bpgMmolPerL: 0.5 })).toBeLessThan(p50MmHg() - 3);
  expect(p50MmHg({ pco2MmHg: 80 })).toBeGreaterThan(p50MmHg());
  expect(p50MmHg({ temperatureCelsius: 30 })).toBeLessThan(20);
});

test('CO takes places and moves the rest of the curve left', () => {
  const conditions = { carboxyhaemoglobinFraction: 0.4 };
  expect(oxygenSaturation(100, conditions)).toBeGreaterThan(0.58);
  expect(oxygenSaturation(100, conditions)).toBeLessThan(0.6);
  expect(p50MmHg(conditions)).toBeLessThan(20);
  expect(oxygenSaturation(100, { carboxyhaemoglobinFraction: 1e-9 })).toBeCloseTo(oxygenSaturation(100), 7);
});

test('the oxygen and the CO together follow the curve at the joined pressure', () => {
  // Roughton & Darling: x + c = S(PO₂·(x + c)/x)
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 150, noNaN: true }),
      fc.double({ min: 0.01, max: 0.8, noNaN: true }),
      (po2, carboxyhaemoglobinFraction) => {
        const oxygen = oxygenSaturation(po2, { carboxyhaemoglobinFraction });
        const total = oxygen + carboxyhaemoglobinFraction;
        expect(total).toBeLessThan(1);
        const joined = (po2 * total) / oxygen;
        if (joined <= 700) expect(oxygenSaturation(joined)).toBeCloseTo(total, 8);
      },
    ),
  );
});

test('the curve read backwards gives the pressure again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 200, noNaN: true }),
      fc.double({ min: 7, max: 7.7, noNaN: true }),
      (po2, ph) => {
        expect(oxygenPressureMmHg(oxygenSaturation(po2, { ph }), { ph })).toBeCloseTo(po2, 6);
      },
    ),
  );
});

test('no pressure gives a full saturation, and impossible blood is refused', () => {
  expect(() => oxygenPressureMmHg(1)).toThrow(RangeError);
  expect(() => oxygenPressureMmHg(0)).toThrow(RangeError);
  expect(() => oxygenSaturation(-1)).toThrow(RangeError);
  expect(() => oxygenSaturation(100, { ph: 5 })).toThrow(/ph/);
  expect(() => oxygenSaturation(100, { carboxyhaemoglobinFraction: 1 })).toThrow(RangeError);
  expect(oxygenSaturation(0)).toBe(0);
});
