import { residentPco2MmHg } from './altitude.ts';
import { requireBetween, requirePositive } from './requirements.ts';

/** CO₂ dissolved in plasma at 37 °C, mmol/L for each mmHg, rounded as bedside sums round it (0.0307). */
const CO2_SOLUBILITY = 0.03;
const PK = 6.1;

/**
 * The pH that bicarbonate and CO₂ set together.
 *
 * Formula: pH = 6.1 + log₁₀(HCO₃/(.03·PCO₂)). Units: mmol/L, mmHg. Range: both above 0.
 * Errors: RangeError outside it. Source: Hasselbalch (1916), Biochem. Z. 78, 112–144.
 */
export function bloodPh(bicarbonateMmolPerL: number, pco2MmHg: number): number {
  requirePositive(bicarbonateMmolPerL, 'bicarbonateMmolPerL');
  requirePositive(pco2MmHg, 'pco2MmHg');
  return PK + Math.log10(bicarbonateMmolPerL / (CO2_SOLUBILITY * pco2MmHg));
}

/** The bicarbonate that goes with a pH and a PCO₂. Formula, units and source: as `bloodPh`; pH 6.6 to 8. */
export function bicarbonateMmolPerL(ph: number, pco2MmHg: number): number {
  requireBetween(ph, 6.6, 8, 'ph');
  requirePositive(pco2MmHg, 'pco2MmHg');
  return CO2_SOLUBILITY * pco2MmHg * 10 ** (ph - PK);
}

/**
 * The usual gases of a healthy resident at an altitude: PCO₂ falls, the kidney lets bicarbonate fall with it.
 *
 * Formula: PCO₂ as `residentPco2MmHg`; HCO₃ such that pH is 7.40. Units: km → mmHg, mmol/L.
 * Range: 0 to 5.5 km. Errors: RangeError outside it. Residents of Cusco were measured at 30.6 mmHg and 19.7
 * mmol/L.
 * Source: Pereira-Victorio et al. (2014), Rev. Peru. Med. Exp. Salud Publica 31(3); pH 7.40 is a teaching
 * value.
 */
export function usualGases(altitudeKm = 0) {
  const pco2MmHg = residentPco2MmHg(altitudeKm);
  return { ph: 7.4, pco2MmHg, bicarbonateMmolPerL: bicarbonateMmolPerL(7.4, pco2MmHg) };
}

export type AcidBaseDisorder =
  | 'metabolic acidosis'
  | 'metabolic alkalosis'
  | 'acute respiratory acidosis'
  | 'chronic respiratory acidosis'
  | 'acute respiratory alkalosis'
  | 'chronic respiratory alkalosis';

export interface ExpectedCompensation {
  /** what the body moves in answer */
  answer: 'pco2MmHg' | 'bicarbonateMmolPerL';
  expected: number;
  /** to either side */
  margin: number;
}

const respiratory = {
  'acute respiratory acidosis': 0.1,
  'chronic respiratory acidosis': 0.4,
  'acute respiratory alkalosis': 0.2,
  'chronic respiratory alkalosis': 0.45,
} as const;

/**
 * How far compensation usually goes for one disorder alone: what lies beyond it is a second disorder.
 *
 * Formula at sea level: metabolic acidosis PCO₂ = 1.5·HCO₃ + 8 ± 2 (Winters); metabolic alkalosis PCO₂ = 40 +
 * .7·ΔHCO₃ ± 5; respiratory, ΔHCO₃ for each mmHg: .1 acute and .4 chronic acidosis, .2 acute and .45 chronic
 * alkalosis, ± 3. At altitude all start from the resident's usual gases, and Winters' line is scaled to them:
 * a teaching extension.
 * Units: the given is the measured HCO₃ of a metabolic and the measured PCO₂ of a respiratory disorder.
 * Range: HCO₃ 2 to 60 mmol/L, PCO₂ 8 to 130 mmHg, 0 to 5.5 km; PCO₂ expected no lower than 8 nor higher than
 * 60 mmHg.
 * Errors: RangeError outside it, or for a disorder that the given value does not show.
 * Source: Albert, Dell & Winters (1967), Ann. Intern. Med. 66, 312–322; Berend, de Vries & Gans (2014), N.
 * Engl. J. Med. 371, 1434–1445. Chronic slopes differ between sources (.35 to .5): the values here are
 * teaching values.
 */
export function expectedCompensation(
  disorder: AcidBaseDisorder,
  given: number,
  altitudeKm = 0,
): ExpectedCompensation {
  const usual = usualGases(altitudeKm);
  const clamp = (pco2: number) => Math.min(60, Math.max(8, pco2));
  const wrong = () => new RangeError(`${given} does not show a ${disorder} at ${altitudeKm} km`);
  if (disorder === 'metabolic acidosis' || disorder === 'metabolic alkalosis') {
    requireBetween(given, 2, 60, 'bicarbonateMmolPerL');
    const acidosis = disorder === 'metabolic acidosis';
    if (acidosis ? given >= usual.bicarbonateMmolPerL : given <= usual.bicarbonateMmolPerL) throw wrong();
    const scale = usual.pco2MmHg / 40;
    return acidosis
      ? { answer: 'pco2MmHg', expected: clamp(1.5 * given + 8 * scale), margin: 2 }
      : {
          answer: 'pco2MmHg',
          expected: clamp(usual.pco2MmHg + 0.7 * (given - usual.bicarbonateMmolPerL)),
          margin: 5,
        };
  }
  requireBetween(given, 8, 130, 'pco2MmHg');
  const acidosis = disorder.endsWith('acidosis');
  if (acidosis ? given <= usual.pco2MmHg : given >= usual.pco2MmHg) throw wrong();
  const change = respiratory[disorder] * (given - usual.pco2MmHg);
  return {
    answer: 'bicarbonateMmolPerL',
    expected: Math.max(2, usual.bicarbonateMmolPerL + change),
    margin: 3,
  };
}

export interface GasReading {
  bicarbonateMmolPerL: number;
  /** the one disorder, or the pair, that explains the gases; empty where they are usual at this altitude */
  disorders: AcidBaseDisorder[];
  /** for the first of them */
  compensation?: ExpectedCompensation;
}

/**
 * Reads a patient's pH and PCO₂: which disorder leads, and whether compensation is as expected or a second
 * one is there.
 *
 * Method: usual is pH 7.36 to 7.44 with PCO₂ within 4 mmHg and HCO₃ within 3 mmol/L of the resident's. The
 * leading disorder is the one that goes the way of the pH, metabolic first where both do and HCO₃ is more
 * than a tenth away. A respiratory one is chronic where HCO₃ lies nearer to the chronic line. What lies
 * outside the margin names the second. A normal pH with both values away is two disorders.
 * Units: pH, mmHg, km. Range: pH 6.8 to 7.8, PCO₂ 8 to 130 mmHg, 0 to 5.5 km. Leaves out the anion gap (see
 * `anionGap`) and albumin. Errors: RangeError outside the range.
 * Source: as `expectedCompensation`. A teaching algorithm: history comes before it.
 */
export function readBloodGas(ph: number, pco2MmHg: number, altitudeKm = 0): GasReading {
  requireBetween(ph, 6.8, 7.8, 'ph');
  requireBetween(pco2MmHg, 8, 130, 'pco2MmHg');
  const usual = usualGases(altitudeKm);
  const bicarbonate = bicarbonateMmolPerL(ph, pco2MmHg);
  const co2Away = pco2MmHg - usual.pco2MmHg;
  const bicarbonateAway = bicarbonate - usual.bicarbonateMmolPerL;
  if (ph >= 7.36 && ph <= 7.44 && Math.abs(co2Away) <= 4 && Math.abs(bicarbonateAway) <= 3) {
    return { bicarbonateMmolPerL: bicarbonate, disorders: [] };
  }
  const acid = ph < 7.4;
  const metabolicLeads = acid ? bicarbonateAway < 0 : bicarbonateAway > 0;
  const respiratoryLeads = acid ? co2Away > 0 : co2Away < 0;
  const kind = acid ? ('acidosis' as const) : ('alkalosis' as const);

  if (metabolicLeads && (!respiratoryLeads || Math.abs(bicarbonateAway) > 0.1 * usual.bicarbonateMmolPerL)) {
    const disorder: AcidBaseDisorder = `metabolic ${kind}`;
    const given = Math.min(60, Math.max(2, bicarbonate));
    const compensation = expectedCompensation(disorder, given, altitudeKm);
    const disorders: AcidBaseDisorder[] = [disorder];
    if (pco2MmHg > compensation.expected + compensation.margin) disorders.push('acute respiratory acidosis');
    if (pco2MmHg < compensation.expected - compensation.margin) disorders.push('acute respiratory alkalosis');
    return { bicarbonateMmolPerL: bicarbonate, disorders, compensation };
  }
  const acute = expectedCompensation(`acute respiratory ${kind}`, pco2MmHg, altitudeKm);
  const chronic = expectedCompensation(`chronic respiratory ${kind}`, pco2MmHg, altitudeKm);
  const isChronic = Math.abs(bicarbonate - chronic.expected) < Math.abs(bicarbonate - acute.expected);
  const compensation = isChronic ? chronic : acute;
  const disorders: AcidBaseDisorder[] = [`${isChronic ? 'chronic' : 'acute'} respiratory ${kind}`];
  if (bicarbonate > compensation.expected + compensation.margin) disorders.push('metabolic alkalosis');
  if (bicarbonate < compensation.expected - compensation.margin) disorders.push('metabolic acidosis');
  return { bicarbonateMmolPerL: bicarbonate, disorders, compensation };
}

/**
 * The anions that are not measured, corrected for albumin.
 *
 * Formula: Na − Cl − HCO₃ + 2.5·(4 − albumin). Units: mmol/L, albumin g/dL. Errors: RangeError for values not
 * above 0.
 * Source: Figge, Jabor, Kazda & Fencl (1998), Crit. Care Med. 26, 1807–1810.
 */
export function anionGap(
  sodium: number,
  chloride: number,
  bicarbonate: number,
  albuminGramsPerDL = 4,
): number {
  requirePositive(sodium, 'sodium');
  requirePositive(chloride, 'chloride');
  requirePositive(bicarbonate, 'bicarbonate');
  requireBetween(albuminGramsPerDL, 0.5, 7, 'albuminGramsPerDL');
  return sodium - chloride - bicarbonate + 2.5 * (4 - albuminGramsPerDL);
}
