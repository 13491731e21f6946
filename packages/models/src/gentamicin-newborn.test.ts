import { expect, test } from 'vitest';
import { gentamicinLevels, newbornGentamicin } from './gentamicin-newborn.ts';
import { halfLifeHours } from './one-compartment.ts';

const term = { weightKg: 3.2, gestationalAgeWeeks: 39 };
const usual = { doseMgPerKg: 5, intervalHours: 36 };

test('the half-life is 6 h at term and 11 h before 30 weeks', () => {
  expect(halfLifeHours(newbornGentamicin(term))).toBeCloseTo(6.15, 2);
  expect(halfLifeHours(newbornGentamicin({ weightKg: 1, gestationalAgeWeeks: 27 }))).toBeCloseTo(11.3, 1);
});

test('5 mg/kg every 36 h puts peak and trough of a term newborn in their bands', () => {
  expect(gentamicinLevels(term, usual)).toMatchObject({ peakBand: 'in band', troughBand: 'in band' });
});

test('after asphyxia with failing kidneys the same doses leave the trough high, and a longer interval mends it', () => {
  const asphyxiated = { ...term, lowApgar: true, kidneyFunction: 0.4 };
  expect(gentamicinLevels(asphyxiated, usual).troughBand).toBe('high');
  expect(gentamicinLevels(asphyxiated, { ...usual, intervalHours: 72 }).troughBand).toBe('in band');
});

test('2.5 mg/kg twice a day never reaches the peak, and leaves a preterm trough high', () => {
  const split = { doseMgPerKg: 2.5, intervalHours: 12 };
  expect(gentamicinLevels(term, split, 6).peakBand).toBe('low');
  expect(gentamicinLevels({ weightKg: 1, gestationalAgeWeeks: 27 }, split, 6).troughBand).toBe('high');
});

test('an adult, or a dose out of proportion, is refused', () => {
  expect(() => newbornGentamicin({ weightKg: 70, gestationalAgeWeeks: 40 })).toThrow(RangeError);
  expect(() => gentamicinLevels(term, { doseMgPerKg: 50, intervalHours: 36 })).toThrow(RangeError);
});
