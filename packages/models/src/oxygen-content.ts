import { oxygenSaturation, type BloodConditions } from './oxygen-saturation.ts';
import { requireBetween, requirePositive } from './requirements.ts';

export interface OxygenatedBlood extends BloodConditions {
  /** 15 is usual, 7 a severe anaemia, 20 the polycythaemia of altitude; default 15 */
  haemoglobinGramsPerDL?: number;
}

/**
 * The oxygen in blood, on haemoglobin and dissolved.
 *
 * Formula: C = 1.34·Hb·S + .003·PO₂. Units: mmHg, g/dL → mL O₂/dL. Range: haemoglobin 1 to 25 g/dL, else as
 * `oxygenSaturation`. Errors: RangeError outside it.
 * Source: West, Respiratory Physiology: The Essentials, gas transport; 1.34 mL/g is the measured capacity,
 * 1.39 the theoretical one.
 */
export function oxygenContentMlPerDL(po2MmHg: number, blood: OxygenatedBlood = {}): number {
  const { haemoglobinGramsPerDL = 15 } = blood;
  requireBetween(haemoglobinGramsPerDL, 1, 25, 'haemoglobinGramsPerDL');
  return 1.34 * haemoglobinGramsPerDL * oxygenSaturation(po2MmHg, blood) + 0.003 * po2MmHg;
}

export interface Circulation {
  /** default 5 */
  cardiacOutputLPerMinute?: number;
  /** default 250 */
  oxygenUptakeMlPerMinute?: number;
}

/**
 * Mixed venous blood by Fick: what is left after the tissues take what they need.
 *
 * Formula: C_v = C_a − uptake/(10·output); PO₂ from the curve read backwards.
 * Units: mmHg, L/min, mL/min → mL/dL and mmHg; extraction a fraction.
 * Errors: RangeError when the tissues ask for more than arrives: no steady state exists.
 * Source: Fick (1870); West, Respiratory Physiology: The Essentials.
 */
export function mixedVenousOxygen(
  arterialPo2MmHg: number,
  blood: OxygenatedBlood = {},
  circulation: Circulation = {},
) {
  const { cardiacOutputLPerMinute = 5, oxygenUptakeMlPerMinute = 250 } = circulation;
  requirePositive(cardiacOutputLPerMinute, 'cardiacOutputLPerMinute');
  requirePositive(oxygenUptakeMlPerMinute, 'oxygenUptakeMlPerMinute');
  const arterialContentMlPerDL = oxygenContentMlPerDL(arterialPo2MmHg, blood);
  const deliveryMlPerMinute = 10 * cardiacOutputLPerMinute * arterialContentMlPerDL;
  const venousContentMlPerDL =
    arterialContentMlPerDL - oxygenUptakeMlPerMinute / (10 * cardiacOutputLPerMinute);
  if (!(venousContentMlPerDL > 0)) {
    throw new RangeError(
      `uptake ${oxygenUptakeMlPerMinute} exceeds a delivery of ${deliveryMlPerMinute} mL/min`,
    );
  }
  let low = 0;
  let high = arterialPo2MmHg;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (oxygenContentMlPerDL(middle, blood) < venousContentMlPerDL) low = middle;
    else high = middle;
  }
  return {
    arterialContentMlPerDL,
    venousContentMlPerDL,
    venousPo2MmHg: (low + high) / 2,
    deliveryMlPerMinute,
    extractionFraction: oxygenUptakeMlPerMinute / deliveryMlPerMinute,
  };
}
