import { requireDose, type DrugDose } from './drug-dose.ts';
import { exponentialPair } from './exponential-chain.ts';
import { requireBetween, requireNotNegative, requirePositive } from './requirements.ts';

export interface OneCompartmentDrug {
  volumeL: number;
  clearanceLPerHour: number;
}

/** Where a dose is at a time, in mg; the parts sum to what has been given and is absorbable. */
export interface DrugAmounts {
  /** still in the gut */
  absorbingMg: number;
  bodyMg: number;
}

function amountsAfterDose(rate: number, dose: DrugDose, hours: number): DrugAmounts {
  const since = hours - (dose.startHours ?? 0);
  if (since < 0) return { absorbingMg: 0, bodyMg: 0 };
  if (dose.route === 'bolus') return { absorbingMg: 0, bodyMg: dose.amountMg * Math.exp(-rate * since) };
  if (dose.route === 'infusion') {
    const running = Math.min(since, dose.durationHours);
    const mgPerHour = dose.amountMg / dose.durationHours;
    return {
      absorbingMg: 0,
      bodyMg: mgPerHour * exponentialPair(0, rate, running) * Math.exp(-rate * (since - running)),
    };
  }
  const { absorptionPerHour, bioavailability = 1 } = dose;
  const absorbable = bioavailability * dose.amountMg;
  return {
    absorbingMg: absorbable * Math.exp(-absorptionPerHour * since),
    bodyMg: absorbable * absorptionPerHour * exponentialPair(absorptionPerHour, rate, since),
  };
}

/**
 * How much drug is in the gut and in the body at each time of a regimen.
 *
 * Formula: bolus D·e^{−kt}; infusion R(1 − e^{−kt})/k, then e^{−kt}; oral (Bateman)
 * F·D·k_a(e^{−kt} − e^{−k_a t})/(k_a − k), with its limit where k_a = k; doses add; k = CL/V.
 * Shapes: doses in any order; one answer for each time. Units: L, L/h, mg, h (or all of them for each kg).
 * Range: volume and clearance above 0; linear elimination at every concentration.
 * Errors: RangeError outside it.
 * Source: Bateman (1910), Proc. Camb. Phil. Soc. 15, 423–427; Gibaldi & Perrier (1982), Pharmacokinetics, 1.
 */
export function oneCompartmentAmounts(
  drug: OneCompartmentDrug,
  doses: readonly DrugDose[],
  timesHours: ArrayLike<number>,
): DrugAmounts[] {
  const rate = eliminationPerHour(drug);
  doses.forEach(requireDose);
  return Array.from({ length: timesHours.length }, (_, k) => {
    const hours = timesHours[k]!;
    requireNotNegative(hours, `timesHours[${k}]`);
    const sum: DrugAmounts = { absorbingMg: 0, bodyMg: 0 };
    for (const dose of doses) {
      const { absorbingMg, bodyMg } = amountsAfterDose(rate, dose, hours);
      sum.absorbingMg += absorbingMg;
      sum.bodyMg += bodyMg;
    }
    return sum;
  });
}

/**
 * Plasma concentration at each time of a regimen: the amount in the body over the volume.
 *
 * Units: mg/L. All else as `oneCompartmentAmounts`.
 */
export function oneCompartmentConcentrations(
  drug: OneCompartmentDrug,
  doses: readonly DrugDose[],
  timesHours: ArrayLike<number>,
): Float64Array {
  const amounts = oneCompartmentAmounts(drug, doses, timesHours);
  return Float64Array.from(amounts, ({ bodyMg }) => bodyMg / drug.volumeL);
}

/**
 * The fraction of the drug in the body that is removed in an hour.
 *
 * Formula: k = CL/V. Units: 1/h. Errors: RangeError for a volume or clearance that is not above 0.
 */
export function eliminationPerHour(drug: OneCompartmentDrug): number {
  requirePositive(drug.volumeL, 'volumeL');
  requirePositive(drug.clearanceLPerHour, 'clearanceLPerHour');
  return drug.clearanceLPerHour / drug.volumeL;
}

/**
 * The time in which the concentration halves. Formula: ln 2·V/CL. Units: h. Errors: as `eliminationPerHour`.
 */
export function halfLifeHours(drug: OneCompartmentDrug): number {
  return Math.LN2 / eliminationPerHour(drug);
}

/**
 * The highest concentration after one oral dose, and when.
 *
 * Formula: t = ln(k_a/k)/(k_a − k), or 1/k where they are equal. Units: h, mg/L.
 * Errors: RangeError for a rate that is not above 0 or a bioavailability outside 0 to 1.
 * Source: Gibaldi & Perrier (1982), Pharmacokinetics, 1.
 */
export function oralPeak(drug: OneCompartmentDrug, dose: Extract<DrugDose, { route: 'oral' }>) {
  requireDose(dose);
  const k = eliminationPerHour(drug);
  const ratio = dose.absorptionPerHour / k - 1;
  const timeHours = (Math.abs(ratio) < 1e-8 ? 1 - ratio / 2 : Math.log1p(ratio) / ratio) / k;
  const hours = (dose.startHours ?? 0) + timeHours;
  return { timeHours: hours, concentrationMgPerL: oneCompartmentConcentrations(drug, [dose], [hours])[0]! };
}

/**
 * The dose that fills the volume to a concentration at once.
 *
 * Formula: V·C/F. Units: L, mg/L → mg. Errors: RangeError outside positive values, F above 0 to 1.
 * Source: Rowland & Tozer, Clinical Pharmacokinetics and Pharmacodynamics.
 */
export function loadingDoseMg(volumeL: number, targetMgPerL: number, bioavailability = 1): number {
  requirePositive(volumeL, 'volumeL');
  requirePositive(targetMgPerL, 'targetMgPerL');
  requireBetween(bioavailability, Number.MIN_VALUE, 1, 'bioavailability');
  return (volumeL * targetMgPerL) / bioavailability;
}

/**
 * The dose for each interval that replaces what clearance removes, so that the mean concentration holds.
 *
 * Formula: CL·C·τ/F. Units: L/h, mg/L, h → mg. Errors and source: as `loadingDoseMg`.
 */
export function maintenanceDoseMg(
  clearanceLPerHour: number,
  targetMgPerL: number,
  intervalHours: number,
  bioavailability = 1,
): number {
  requirePositive(clearanceLPerHour, 'clearanceLPerHour');
  requirePositive(intervalHours, 'intervalHours');
  return loadingDoseMg(clearanceLPerHour * intervalHours, targetMgPerL, bioavailability);
}

/**
 * How many times higher the steady state is than the first dose, for repeated boluses.
 *
 * Formula: 1/(1 − e^{−kτ}). Units: h → a ratio. Errors: RangeError outside positive values.
 */
export function accumulationRatio(drug: OneCompartmentDrug, intervalHours: number): number {
  requirePositive(intervalHours, 'intervalHours');
  return -1 / Math.expm1(-eliminationPerHour(drug) * intervalHours);
}

/**
 * Clearance when the kidneys fail: the part that they excrete falls with filtration and the rest stays.
 *
 * Formula: CL·(1 − f_e(1 − KF)). Units: L/h; f_e the fraction excreted unchanged, KF filtration over its
 * normal.
 * Range: f_e 0 to 1, KF 0 to 1.5. Errors: RangeError outside it, and where both leave no clearance at all.
 * Source: Dettli (1976), Clin. Pharmacokinet. 1, 126–134; Rowland & Tozer, Clinical Pharmacokinetics.
 */
export function renallyAdjustedClearance(
  clearanceLPerHour: number,
  fractionExcreted: number,
  kidneyFunction: number,
): number {
  requirePositive(clearanceLPerHour, 'clearanceLPerHour');
  requireBetween(fractionExcreted, 0, 1, 'fractionExcreted');
  requireBetween(kidneyFunction, 0, 1.5, 'kidneyFunction');
  const adjusted = clearanceLPerHour * (1 - fractionExcreted * (1 - kidneyFunction));
  if (!(adjusted > 0)) throw new RangeError('nothing would clear the drug: no steady state exists');
  return adjusted;
}
