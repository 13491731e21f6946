import { barometricPressureMmHg, inspiredOxygenMmHg, residentPco2MmHg } from './altitude.ts';
import { mixedVenousOxygen, type Circulation, type OxygenatedBlood } from './oxygen-content.ts';
import { oxygenSaturation } from './oxygen-saturation.ts';
import { requireBetween, requireNotNegative } from './requirements.ts';

export interface CascadeConditions {
  /** 0 to 5.5 */
  altitudeKm: number;
  /** default 0.2094, dry air */
  oxygenFraction?: number;
  /** default that of a healthy resident at this altitude */
  arterialPco2MmHg?: number;
  /** default 0.8 */
  respiratoryQuotient?: number;
  /** default that of a healthy resident at this altitude */
  alveolarArterialDifferenceMmHg?: number;
  blood?: OxygenatedBlood;
  circulation?: Circulation;
}

/**
 * How much PO₂ a healthy resident loses from alveolus to artery.
 *
 * Formula: 8·e^{−h/2}: 8 mmHg at the sea and 1.5 in Cusco. Units: km → mmHg. Range: 0 to 5.5 km.
 * Errors: RangeError outside it. Source: a teaching value.
 */
export function residentDifferenceMmHg(altitudeKm: number): number {
  requireBetween(altitudeKm, 0, 5.5, 'altitudeKm');
  return 8 * Math.exp(-altitudeKm / 2);
}

/**
 * The fall of PO₂ from dry air to the veins that drain the tissues.
 *
 * Formula: inspired F(P_B − 47); alveolar P_I − P_ACO₂·(F + (1 − F)/R); arterial less a difference; venous by
 * Fick. The mixed venous PO₂ stands for the tissues' own, which it exceeds. CO₂ reaches the curve through
 * `blood.ph`.
 * Units: mmHg, saturations as fractions. Range: 0 to 5.5 km; a steady state of rest.
 * Errors: RangeError outside the range, when ventilation leaves no oxygen, or when delivery falls short of
 * uptake.
 * Source: Fenn, Rahn & Otis (1946), Am. J. Physiol. 146, 637–653, alveolar gas equation; West (1996) for the
 * air.
 */
export function oxygenCascade(conditions: CascadeConditions) {
  const {
    altitudeKm,
    oxygenFraction = 0.2094,
    respiratoryQuotient = 0.8,
    blood = {},
    circulation = {},
  } = conditions;
  const pco2 = conditions.arterialPco2MmHg ?? residentPco2MmHg(altitudeKm);
  const difference = conditions.alveolarArterialDifferenceMmHg ?? residentDifferenceMmHg(altitudeKm);
  requireBetween(altitudeKm, 0, 5.5, 'altitudeKm');
  requireBetween(pco2, 5, 150, 'arterialPco2MmHg');
  requireBetween(respiratoryQuotient, 0.6, 1.3, 'respiratoryQuotient');
  requireNotNegative(difference, 'alveolarArterialDifferenceMmHg');
  const inspiredMmHg = inspiredOxygenMmHg(altitudeKm, oxygenFraction);
  const alveolarMmHg = inspiredMmHg - pco2 * (oxygenFraction + (1 - oxygenFraction) / respiratoryQuotient);
  const arterialMmHg = alveolarMmHg - difference;
  if (!(arterialMmHg > 0))
    throw new RangeError(`no oxygen would be left in arterial blood: ${arterialMmHg} mmHg`);
  const venous = mixedVenousOxygen(arterialMmHg, blood, circulation);
  return {
    airMmHg: oxygenFraction * barometricPressureMmHg(altitudeKm),
    inspiredMmHg,
    alveolarMmHg,
    arterialMmHg,
    venousMmHg: venous.venousPo2MmHg,
    arterialSaturation: oxygenSaturation(arterialMmHg, blood),
    venousSaturation: oxygenSaturation(venous.venousPo2MmHg, blood),
    arterialContentMlPerDL: venous.arterialContentMlPerDL,
    deliveryMlPerMinute: venous.deliveryMlPerMinute,
    extractionFraction: venous.extractionFraction,
  };
}
