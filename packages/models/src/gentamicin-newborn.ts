import { repeatedDoses } from './drug-dose.ts';
import { oneCompartmentConcentrations, type OneCompartmentDrug } from './one-compartment.ts';
import { requireBetween, requirePositive, requireWhole } from './requirements.ts';

/**
 * Where concentrations should lie, in mg/L: high enough once to kill, low enough after to spare ear and
 * kidney.
 */
export const gentamicinBands = { peakMgPerL: [8, 12], troughMgPerL: [0, 2] } as const;

export interface Newborn {
  weightKg: number;
  gestationalAgeWeeks: number;
  /** Apgar score under 7 at five minutes; default false */
  lowApgar?: boolean;
  /** filtration over what is usual at this age; default 1 */
  kidneyFunction?: number;
}

/**
 * How a newborn in the first week handles gentamicin.
 *
 * Formula: V = .47 L/kg; CL = .0288 L/h/kg under 30 weeks of gestation, .0340 from 30 to 33, .053 from 34,
 * × .82 after a low Apgar score, × kidney function (the kidney clears all of it).
 * Units: kg, weeks → L, L/h. Range: 0.4 to 6 kg, 23 to 43 weeks, kidney function 0.1 to 1.5.
 * For teaching: means with wide scatter between babies. Doses are set from measured levels.
 * Errors: RangeError outside the range.
 * Source: V, .053 and .82 from Thomson et al. (1988), Population pharmacokinetics of gentamicin in neonates,
 * Dev. Pharmacol. Ther. 11, 173–179; .0288 and .0340 from Rocha et al. (2000), J. Pharm. Pharmacol. 52,
 * 1091–1097.
 */
export function newbornGentamicin(newborn: Newborn): OneCompartmentDrug {
  const { weightKg, gestationalAgeWeeks, lowApgar = false, kidneyFunction = 1 } = newborn;
  requireBetween(weightKg, 0.4, 6, 'weightKg');
  requireBetween(gestationalAgeWeeks, 23, 43, 'gestationalAgeWeeks');
  requireBetween(kidneyFunction, 0.1, 1.5, 'kidneyFunction');
  const clearancePerKg = gestationalAgeWeeks < 30 ? 0.0288 : gestationalAgeWeeks < 34 ? 0.034 : 0.053;
  return {
    volumeL: 0.47 * weightKg,
    clearanceLPerHour: clearancePerKg * weightKg * (lowApgar ? 0.82 : 1) * kidneyFunction,
  };
}

export interface GentamicinRegimen {
  doseMgPerKg: number;
  intervalHours: number;
  /** default 0.5 */
  infusionHours?: number;
}

/**
 * Peak and trough of a dose of a regimen, and whether each lies in its band.
 *
 * Method: the peak an hour after the infusion starts, when distribution is over; the trough just before the
 * next.
 * Units: mg/kg, h → mg/L. Range: 1 to 10 mg/kg, every 8 to 72 h, infusions of 0.1 to 1 h, dose 1 to 50.
 * Errors: RangeError outside it.
 * Source: trough under 2 mg/L and peak from 8 mg/L as in NICE guideline NG195, Neonatal infection (2021); the
 * upper limit of the peak, 12 mg/L, is a teaching value.
 */
export function gentamicinLevels(newborn: Newborn, regimen: GentamicinRegimen, doseNumber = 2) {
  const { doseMgPerKg, intervalHours, infusionHours = 0.5 } = regimen;
  requirePositive(doseMgPerKg, 'doseMgPerKg');
  requireBetween(doseMgPerKg, 1, 10, 'doseMgPerKg');
  requireBetween(intervalHours, 8, 72, 'intervalHours');
  requireBetween(infusionHours, 0.1, 1, 'infusionHours');
  requireWhole(doseNumber, 1, 50, 'doseNumber');
  const drug = newbornGentamicin(newborn);
  const dose = {
    route: 'infusion',
    amountMg: doseMgPerKg * newborn.weightKg,
    durationHours: infusionHours,
  } as const;
  const start = (doseNumber - 1) * intervalHours;
  const doses = repeatedDoses(dose, intervalHours, doseNumber);
  const [peak, trough] = oneCompartmentConcentrations(drug, doses, [start + 1, start + intervalHours]);
  const inside = (value: number, [low, high]: readonly [number, number]) =>
    value < low ? ('low' as const) : value > high ? ('high' as const) : ('in band' as const);
  return {
    peakMgPerL: peak!,
    troughMgPerL: trough!,
    peakBand: inside(peak!, gentamicinBands.peakMgPerL),
    troughBand: inside(trough!, gentamicinBands.troughMgPerL),
  };
}
