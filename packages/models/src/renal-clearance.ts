import { requireBetween, requireNotNegative, requirePositive } from './requirements.ts';

/**
 * The plasma that the kidneys would have to empty of a substance in a minute to excrete what they do.
 *
 * Formula: C = U·V/P. Units: U and P in one unit of concentration, V in mL/min → mL/min.
 * Inulin, filtered and nothing else, gives filtration (about 125); PAH, almost all secreted, plasma flow
 * (about 650).
 * Range: U and V from 0, P above 0. Errors: RangeError outside it.
 * Source: Smith (1951), The Kidney: Structure and Function in Health and Disease.
 */
export function renalClearanceMlPerMinute(
  urineConcentration: number,
  urineMlPerMinute: number,
  plasmaConcentration: number,
): number {
  requireNotNegative(urineConcentration, 'urineConcentration');
  requireNotNegative(urineMlPerMinute, 'urineMlPerMinute');
  requirePositive(plasmaConcentration, 'plasmaConcentration');
  return (urineConcentration * urineMlPerMinute) / plasmaConcentration;
}

/**
 * What the tubules did to a substance: excreted over filtered.
 *
 * Formula: clearance/filtration; 1 is filtration alone, under 1 reabsorbed, over 1 secreted.
 * Units: mL/min → a ratio. Range: filtration above 0. Errors: RangeError outside it.
 */
export function excretedFraction(clearanceMlPerMinute: number, filtrationMlPerMinute: number): number {
  requireNotNegative(clearanceMlPerMinute, 'clearanceMlPerMinute');
  requirePositive(filtrationMlPerMinute, 'filtrationMlPerMinute');
  return clearanceMlPerMinute / filtrationMlPerMinute;
}

/**
 * Filtration of an adult estimated from creatinine, age and sex, without race.
 *
 * Formula: 142·min(Scr/κ, 1)^α·max(Scr/κ, 1)^−1.200·.9938^age·(1.012 female); κ .7 and α −.241 female, κ .9
 * and α −.302 male. Units: mg/dL, years → mL/min/1.73 m². Range: 18 to 110 years, creatinine 0.2 to 20 mg/dL,
 * steady and measured by a method traceable to IDMS; not for acute injury, pregnancy, amputation. Errors:
 * RangeError outside it.
 * Source: Inker et al. (2021), N. Engl. J. Med. 385, 1737–1749.
 */
export function estimatedFiltration(
  creatinineMgPerDL: number,
  ageYears: number,
  sex: 'female' | 'male',
): number {
  requireBetween(creatinineMgPerDL, 0.2, 20, 'creatinineMgPerDL');
  requireBetween(ageYears, 18, 110, 'ageYears');
  if (sex !== 'female' && sex !== 'male')
    throw new RangeError(`the equation knows female and male: ${String(sex)}`);
  const female = sex === 'female';
  const scaled = creatinineMgPerDL / (female ? 0.7 : 0.9);
  return (
    142 *
    Math.min(scaled, 1) ** (female ? -0.241 : -0.302) *
    Math.max(scaled, 1) ** -1.2 *
    0.9938 ** ageYears *
    (female ? 1.012 : 1)
  );
}
