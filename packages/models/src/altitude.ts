import { requireBetween } from './requirements.ts';

const WATER_VAPOUR_MMHG = 47;

/** Altitudes of the places in the lessons, in km. */
export const places = { lima: 0.15, cusco: 3.4, laRinconada: 5.1 } as const;

/**
 * Barometric pressure at an altitude on a summer's day at low latitudes, as in the Andes.
 *
 * Formula: e^{6.63268 − .1112h − .00149h²}. Units: km → mmHg. Range: 0 to 9 km. Errors: RangeError outside
 * it.
 * Source: West (1996), J. Appl. Physiol. 81, 1850–1854.
 */
export function barometricPressureMmHg(altitudeKm: number): number {
  requireBetween(altitudeKm, 0, 9, 'altitudeKm');
  return Math.exp(6.63268 - 0.1112 * altitudeKm - 0.00149 * altitudeKm * altitudeKm);
}

/**
 * PO₂ of inspired air once the airways have warmed and wetted it.
 *
 * Formula: F_O₂·(P_B − 47). Units: km, a fraction → mmHg. Range: 0 to 9 km; oxygen fraction 0.1 to 1.
 * Errors: RangeError outside it. Source: West (1996), J. Appl. Physiol. 81, 1850–1854; dry air holds 20.94 %
 * O₂.
 */
export function inspiredOxygenMmHg(altitudeKm: number, oxygenFraction = 0.2094): number {
  requireBetween(oxygenFraction, 0.1, 1, 'oxygenFraction');
  return oxygenFraction * (barometricPressureMmHg(altitudeKm) - WATER_VAPOUR_MMHG);
}

/**
 * Arterial PCO₂ of a healthy resident: lower where the air is thinner, since residents breathe more.
 *
 * Formula: 40 − 2.8·h. Units: km → mmHg. Range: 0 to 5.5 km. Errors: RangeError outside it.
 * Source: a teaching line from 40 at the sea through the mean of 118 adults of Cusco (30.6 mmHg at 3.35 km):
 * Pereira-Victorio, Huamanquispe-Quintana & Castelo-Tamayo (2014), Rev. Peru. Med. Exp. Salud Publica 31(3).
 */
export function residentPco2MmHg(altitudeKm: number): number {
  requireBetween(altitudeKm, 0, 5.5, 'altitudeKm');
  return 40 - 2.8 * altitudeKm;
}
