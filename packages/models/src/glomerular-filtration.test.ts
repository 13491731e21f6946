import { expect, test } from 'vitest';
import { glomerularFiltration } from './glomerular-filtration.ts';

const at = (meanArterialMmHg: number, change = {}) => glomerularFiltration({ meanArterialMmHg, ...change });

test('at 100 mmHg the kidneys filter 125 of 660 mL/min of plasma', () => {
  const { filtrationMlPerMinute, plasmaFlowMlPerMinute, filtrationFraction } = at(100);
  expect(filtrationMlPerMinute).toBeCloseTo(125.2, 1);
  expect(plasmaFlowMlPerMinute).toBeCloseTo(660, 6);
  expect(filtrationFraction).toBeCloseTo(0.19, 2);
});

test('between 75 and 180 mmHg filtration holds; below it falls and stops, above it rises', () => {
  for (const pressure of [76, 120, 179]) {
    expect(at(pressure).filtrationMlPerMinute).toBeCloseTo(125.2, 1);
    expect(at(pressure).autoregulated).toBe(true);
  }
  expect(at(65).filtrationMlPerMinute).toBeLessThan(80);
  expect(at(50).filtrationMlPerMinute).toBe(0);
  expect(at(210).filtrationMlPerMinute).toBeGreaterThan(140);
  expect(at(65).autoregulated).toBe(false);
});

test('an NSAID or an ACE inhibitor harm little at a good pressure; both together at a low one stop filtration', () => {
  const both = { afferentFloor: 2, efferentTone: 0.7 };
  expect(at(100, { afferentFloor: 2 }).filtrationMlPerMinute).toBeCloseTo(125.2, 1);
  expect(at(70, { afferentFloor: 2 }).filtrationMlPerMinute).toBeLessThan(at(70).filtrationMlPerMinute);
  expect(at(70, both).filtrationMlPerMinute).toBe(0);
});

test('at 80 mmHg both medicines leave 10 of 125 mL/min, and no medicine filters more than none does', () => {
  const both = { afferentFloor: 2, efferentTone: 0.7 };
  expect(at(80).filtrationMlPerMinute).toBeCloseTo(125.2, 1);
  expect(at(80, both).filtrationMlPerMinute).toBeCloseTo(9.7, 1);
  expect(at(95, both).filtrationMlPerMinute).toBeCloseTo(92, 0);
  for (let pressure = 20; pressure <= 220; pressure++) {
    for (const change of [both, { afferentFloor: 2 }, { efferentTone: 0.7 }]) {
      expect(at(pressure, change).filtrationMlPerMinute).toBeLessThanOrEqual(
        at(pressure).filtrationMlPerMinute + 1e-9,
      );
    }
  }
});

test('behind a stenosis filtration hangs on efferent tone', () => {
  const narrowed = { stenosisResistance: 0.02 };
  expect(at(100, narrowed).filtrationMlPerMinute).toBeGreaterThan(110);
  expect(at(100, { ...narrowed, efferentTone: 0.5 }).filtrationMlPerMinute).toBeLessThan(30);
  expect(() => at(5)).toThrow(RangeError);
});
