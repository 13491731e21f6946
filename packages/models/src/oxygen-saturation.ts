import { requireBetween } from './requirements.ts';

/** What moves the dissociation curve; every field has the usual arterial value as its default. */
export interface BloodConditions {
  /** default 7.4 */
  ph?: number;
  /** default 37 */
  temperatureCelsius?: number;
  /** for the effect of CO₂ itself, pH being given apart; default 40 */
  pco2MmHg?: number;
  /** 2,3-bisphosphoglycerate in red cells; default 4.65 */
  bpgMmolPerL?: number;
  /** of all haemoglobin, 0 to 1; default 0 */
  carboxyhaemoglobinFraction?: number;
}

const STANDARD_P50 = 26.8;

/** The factor that turns a PO₂ of this blood into the PO₂ of standard blood with the same saturation. */
function standardFactor(conditions: BloodConditions): number {
  const { ph = 7.4, temperatureCelsius = 37, pco2MmHg = 40, bpgMmolPerL = 4.65 } = conditions;
  requireBetween(ph, 6.6, 8, 'ph');
  requireBetween(temperatureCelsius, 20, 43, 'temperatureCelsius');
  requireBetween(pco2MmHg, 5, 150, 'pco2MmHg');
  requireBetween(bpgMmolPerL, 0, 10, 'bpgMmolPerL');
  const bpg = (bpgMmolPerL - 4.65) / 1000;
  const bpgP50 = STANDARD_P50 + 795.633533 * bpg - 19660.8947 * bpg * bpg;
  const co2 = pco2MmHg - 40;
  const co2P50 = STANDARD_P50 + 0.0428 * co2 + 3.64e-5 * co2 * co2;
  const severinghaus = Math.exp(1.1 * (ph - 7.4)) * 10 ** (0.024 * (37 - temperatureCelsius));
  return (severinghaus * STANDARD_P50 * STANDARD_P50) / (bpgP50 * co2P50);
}

const standardSaturation = (po2: number): number => (po2 > 0 ? 1 / (23400 / (po2 ** 3 + 150 * po2) + 1) : 0);

/**
 * The fraction of all haemoglobin that carries oxygen at a partial pressure.
 *
 * Formula: S = 1/(23400/(P³ + 150P) + 1), P = PO₂ · e^{1.1(pH − 7.4)} · 10^{.024(37 − T)} · (26.8/P50 with
 * this 2,3-BPG) · (26.8/P50 with this CO₂). With carboxyhaemoglobin c the oxygen carried x solves x + c =
 * S(P·(x + c)/x): CO both takes places and holds on to the oxygen of the others.
 * Units: mmHg → a fraction of all haemoglobin. Range: PO₂ 0 to 700 mmHg, pH 6.6 to 8, 20 to 43 °C, PCO₂ 5 to
 * 150, 2,3-BPG 0 to 10 mmol/L, carboxyhaemoglobin 0 to 0.9. Adult haemoglobin A; not fetal, sickle or
 * methaemoglobin.
 * Errors: RangeError outside the range.
 * Source: Severinghaus (1979), J. Appl. Physiol. 46, 599–602; 2,3-BPG and CO₂ from Dash & Bassingthwaighte
 * (2010), Ann. Biomed. Eng. 38, 1683–1701; CO after Roughton & Darling (1944), Am. J. Physiol. 141, 17–31.
 * That the effects multiply is an approximation.
 */
export function oxygenSaturation(po2MmHg: number, conditions: BloodConditions = {}): number {
  requireBetween(po2MmHg, 0, 700, 'po2MmHg');
  const { carboxyhaemoglobinFraction: carbonMonoxide = 0 } = conditions;
  requireBetween(carbonMonoxide, 0, 0.9, 'carboxyhaemoglobinFraction');
  const pressure = po2MmHg * standardFactor(conditions);
  if (carbonMonoxide === 0 || pressure === 0) return standardSaturation(pressure);
  let low = 0;
  let high = 1 - carbonMonoxide;
  for (let i = 0; i < 60; i++) {
    const x = (low + high) / 2;
    if (standardSaturation((pressure * (x + carbonMonoxide)) / x) > x + carbonMonoxide) low = x;
    else high = x;
  }
  return (low + high) / 2;
}

/**
 * The PO₂ at which blood reaches a saturation: the dissociation curve read backwards.
 *
 * Method: bisection on `oxygenSaturation`. Units: a fraction of all haemoglobin → mmHg, to 1e−9.
 * Range: above 0 to below what 700 mmHg reaches. Errors: RangeError outside it, and as `oxygenSaturation`.
 */
export function oxygenPressureMmHg(saturation: number, conditions: BloodConditions = {}): number {
  if (!(saturation > 0 && saturation < oxygenSaturation(700, conditions))) {
    throw new RangeError(`no PO₂ up to 700 mmHg gives a saturation of ${saturation}`);
  }
  let low = 0;
  let high = 700;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (oxygenSaturation(middle, conditions) < saturation) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P50: the PO₂ at which half of the haemoglobin that CO has left free carries oxygen.
 *
 * Units: mmHg; 26.86 in standard blood. Errors: as `oxygenPressureMmHg`. Source: as `oxygenSaturation`.
 */
export function p50MmHg(conditions: BloodConditions = {}): number {
  return oxygenPressureMmHg((1 - (conditions.carboxyhaemoglobinFraction ?? 0)) / 2, conditions);
}
