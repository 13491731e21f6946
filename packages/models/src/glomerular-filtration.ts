import { requireBetween } from './requirements.ts';

export interface KidneyConditions {
  meanArterialMmHg: number;
  /**
   * how far the afferent arteriole can open, over usual; 1 is intact, 2 as with an NSAID or old vessels;
   * default 1
   */
  afferentFloor?: number;
  /** efferent tone over usual; 0.7 as with an ACE inhibitor; default 1 */
  efferentTone?: number;
  /** a narrowing before the glomerulus, mmHg·min/mL; a usual afferent arteriole is 0.036; default 0 */
  stenosisResistance?: number;
  /** default 0.4 */
  haematocrit?: number;
}

const CAPSULE_MMHG = 18;
const VEIN_MMHG = 4;
const ONCOTIC_MMHG = 28;
/** for a filtration fraction of 1 */
const ONCOTIC_RISE_MMHG = 21;
const FILTRATION_COEFFICIENT = 12.5;
const EFFERENT = 56 / 1100;
/** What the usual arterioles filter with 60 mmHg in the glomerulus. */
const FILTRATION_GOAL =
  (FILTRATION_COEFFICIENT * (60 - CAPSULE_MMHG - ONCOTIC_MMHG)) /
  (1 + (ONCOTIC_RISE_MMHG * FILTRATION_COEFFICIENT) / 660);
const NARROWEST = 120 / 1100;
const WIDEST = 15 / 1100;

/**
 * Blood flow and filtration of both kidneys at an arterial pressure, with autoregulation and what breaks it.
 *
 * Formula: flow = (MAP − 4)/(R_a + R_e); filtration = K_f(P_GC − 18 − π), π = 28 + 21·filtration fraction, K_f
 * 12.5 mL/min/mmHg; the afferent R_a turns to hold filtration at 125 mL/min, which the usual efferent tone does with
 * 60 mmHg in the glomerulus, for as long as its limits allow (75 to 180 mmHg). Filtration is held and not pressure,
 * since the macula densa senses what was filtered: a relaxed efferent arteriole does not filter more than usual.
 * Units: mmHg, mL/min. Range: 20 to 220 mmHg, afferent floor 0.5 to 6, efferent tone 0.3 to 3, haematocrit
 * .15 to .65. Filtration is 0, and not negative, where pressure cannot push: the capillary does not take
 * fluid back.
 * Leaves out the course of tubuloglomerular feedback, hormones' time course and the medulla.
 * Errors: RangeError outside the range.
 * Source: pressures and K_f from Guyton & Hall, Textbook of Medical Physiology, glomerular filtration; limits
 * of the arteriole are teaching values chosen for the plateau of Shipley & Study (1951), Am. J. Physiol. 167,
 * 676–688.
 */
export function glomerularFiltration(conditions: KidneyConditions) {
  const {
    meanArterialMmHg,
    afferentFloor = 1,
    efferentTone = 1,
    stenosisResistance = 0,
    haematocrit = 0.4,
  } = conditions;
  requireBetween(meanArterialMmHg, 20, 220, 'meanArterialMmHg');
  requireBetween(afferentFloor, 0.5, 6, 'afferentFloor');
  requireBetween(efferentTone, 0.3, 3, 'efferentTone');
  requireBetween(stenosisResistance, 0, 1, 'stenosisResistance');
  requireBetween(haematocrit, 0.15, 0.65, 'haematocrit');
  const efferent = EFFERENT * efferentTone;
  // the flow that filters the goal: K_f·R_e·Q² − (K_f(18 + 28 − 4) + goal)·Q − 21·K_f·goal/(1 − haematocrit) = 0
  const linear = FILTRATION_COEFFICIENT * (CAPSULE_MMHG + ONCOTIC_MMHG - VEIN_MMHG) + FILTRATION_GOAL;
  const constant = (ONCOTIC_RISE_MMHG * FILTRATION_COEFFICIENT * FILTRATION_GOAL) / (1 - haematocrit);
  const square = FILTRATION_COEFFICIENT * efferent;
  const goalFlow = (linear + Math.sqrt(linear * linear + 4 * square * constant)) / (2 * square);
  const wanted = (meanArterialMmHg - VEIN_MMHG) / goalFlow - efferent - stenosisResistance;
  const widest = Math.min(WIDEST * afferentFloor, NARROWEST);
  const afferent = Math.min(NARROWEST, Math.max(widest, wanted));
  const bloodFlow = (meanArterialMmHg - VEIN_MMHG) / (afferent + efferent + stenosisResistance);
  const capillaryMmHg = VEIN_MMHG + bloodFlow * efferent;
  const plasmaFlow = bloodFlow * (1 - haematocrit);
  const push = capillaryMmHg - CAPSULE_MMHG - ONCOTIC_MMHG;
  const filtration =
    push > 0
      ? (FILTRATION_COEFFICIENT * push) / (1 + (ONCOTIC_RISE_MMHG * FILTRATION_COEFFICIENT) / plasmaFlow)
      : 0;
  return {
    bloodFlowMlPerMinute: bloodFlow,
    plasmaFlowMlPerMinute: plasmaFlow,
    capillaryMmHg,
    filtrationMlPerMinute: filtration,
    filtrationFraction: filtration / plasmaFlow,
    autoregulated: wanted >= widest && wanted <= NARROWEST,
  };
}
