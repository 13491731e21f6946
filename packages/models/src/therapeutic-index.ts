import { requireBetween, requireNotNegative, requirePositive } from './requirements.ts';

/** How a population answers yes or no to rising doses, in mg (or any one unit). */
export interface QuantalCurve {
  /** half of the people respond at this dose */
  medianDose: number;
  /** steepness: the more alike the people, the steeper */
  slope: number;
}

/**
 * The fraction of people who respond at a dose.
 *
 * Formula: 1/(1 + (D50/D)^s). Units: those of the median dose → a fraction. Range: dose from 0, slope 0.5 to
 * 20.
 * Errors: RangeError outside it. Source: log-logistic form of the quantal curve; Finney (1971), Probit
 * Analysis.
 */
export function respondingFraction(curve: QuantalCurve, dose: number): number {
  requirePositive(curve.medianDose, 'medianDose');
  requireBetween(curve.slope, 0.5, 20, 'slope');
  requireNotNegative(dose, 'dose');
  return dose === 0 ? 0 : 1 / (1 + (curve.medianDose / dose) ** curve.slope);
}

/**
 * The dose at which a fraction of people respond.
 *
 * Formula: D50·(p/(1 − p))^{1/s}. Range: fraction inside (0, 1). Errors: RangeError at 0 and 1, where none
 * exists.
 */
export function doseForFraction(curve: QuantalCurve, fraction: number): number {
  requirePositive(curve.medianDose, 'medianDose');
  requireBetween(curve.slope, 0.5, 20, 'slope');
  if (!(fraction > 0 && fraction < 1)) throw new RangeError(`fraction must lie inside (0, 1): ${fraction}`);
  return curve.medianDose * (fraction / (1 - fraction)) ** (1 / curve.slope);
}

/**
 * How far harm lies from benefit: by the medians, and by those most and least easily moved.
 *
 * Formula: index TD50/ED50; certain safety factor TD1/ED99, under 1 where some are harmed before all are
 * helped.
 * Units: ratios. Errors: RangeError as `doseForFraction`.
 * Source: Goodman & Gilman's The Pharmacological Basis of Therapeutics, pharmacodynamics.
 */
export function therapeuticIndex(benefit: QuantalCurve, harm: QuantalCurve) {
  return {
    index: doseForFraction(harm, 0.5) / doseForFraction(benefit, 0.5),
    certainSafetyFactor: doseForFraction(harm, 0.01) / doseForFraction(benefit, 0.99),
  };
}
