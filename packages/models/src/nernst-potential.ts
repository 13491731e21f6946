import { requireBetween, requirePositive } from './requirements.ts';

const GAS_CONSTANT = 8.314462618;
const FARADAY = 96485.33212;

/**
 * RT/F: the voltage by which a concentration ratio of e is balanced, for one charge.
 *
 * Units: °C → mV; 26.73 mV at 37 °C. Range: 0 to 50 °C. Errors: RangeError outside it.
 * Source: CODATA 2018 values of R and F.
 */
export function thermalVoltageMillivolts(temperatureCelsius: number): number {
  requireBetween(temperatureCelsius, 0, 50, 'temperatureCelsius');
  return (1000 * GAS_CONSTANT * (temperatureCelsius + 273.15)) / FARADAY;
}

export interface IonGradient {
  outsideMmolPerL: number;
  insideMmolPerL: number;
  /** charge of the ion: 1 for K⁺, −1 for Cl⁻, 2 for Ca²⁺ */
  valence: 1 | 2 | -1 | -2;
  /** default 37 */
  temperatureCelsius?: number;
}

/**
 * The equilibrium potential of one ion: the voltage at which its concentration and electrical forces cancel.
 *
 * Formula: E = RT/(zF) · ln(outside/inside); 61.54 mV a decade for z = 1 at 37 °C.
 * Units: mmol/L, °C → mV, inside minus outside. Range: concentrations above 0 to 1000 mmol/L, 0 to 50 °C.
 * Errors: RangeError for a concentration or temperature outside the range; at 0 mmol/L there is no answer.
 * Source: Nernst (1888), Z. Phys. Chem. 2, 613–637; activity taken as concentration.
 */
export function nernstPotentialMillivolts(gradient: IonGradient): number {
  const { outsideMmolPerL, insideMmolPerL, valence, temperatureCelsius = 37 } = gradient;
  requirePositive(outsideMmolPerL, 'outsideMmolPerL');
  requirePositive(insideMmolPerL, 'insideMmolPerL');
  requireBetween(outsideMmolPerL, 0, 1000, 'outsideMmolPerL');
  requireBetween(insideMmolPerL, 0, 1000, 'insideMmolPerL');
  if (![1, 2, -1, -2].includes(valence)) throw new RangeError(`valence must be ±1 or ±2: ${String(valence)}`);
  return (
    (thermalVoltageMillivolts(temperatureCelsius) / valence) * Math.log(outsideMmolPerL / insideMmolPerL)
  );
}
