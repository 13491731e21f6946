import { thermalVoltageMillivolts } from './nernst-potential.ts';
import { requireBetween, requireNotNegative } from './requirements.ts';

export interface PermeantIon {
  outsideMmolPerL: number;
  insideMmolPerL: number;
  /** relative to any one of the ions; only ratios count */
  permeability: number;
}

export interface GoldmanMembrane {
  potassium: PermeantIon;
  sodium: PermeantIon;
  /** absent where chloride follows the voltage passively, as in skeletal muscle */
  chloride?: PermeantIon;
  /** default 37 */
  temperatureCelsius?: number;
}

/** The muscle fibre of the lessons: chloride left out since it is passive, P_Na/P_K a teaching value. */
export const restingMuscleFibre: GoldmanMembrane = {
  potassium: { outsideMmolPerL: 4, insideMmolPerL: 140, permeability: 1 },
  sodium: { outsideMmolPerL: 142, insideMmolPerL: 14, permeability: 0.01 },
  temperatureCelsius: 37,
};

/**
 * The voltage at which K⁺, Na⁺ and Cl⁻ currents through the membrane sum to zero.
 *
 * Formula: V = RT/F · ln[(P_K K_o + P_Na Na_o + P_Cl Cl_i)/(P_K K_i + P_Na Na_i + P_Cl Cl_o)].
 * Units: mmol/L, °C → mV, inside minus outside. Range: concentrations 0 to 1000 mmol/L, 0 to 50 °C.
 * Leaves out the pump's own current (a few mV) and divalent ions.
 * Errors: RangeError outside the range, or when no ion can cross on one of the sides.
 * Source: Goldman (1943), J. Gen. Physiol. 27, 37–60; Hodgkin & Katz (1949), J. Physiol. 108, 37–77.
 */
export function goldmanPotentialMillivolts(membrane: GoldmanMembrane): number {
  const { potassium, sodium, chloride, temperatureCelsius = 37 } = membrane;
  const pull = (ion: PermeantIon, name: string) => {
    requireNotNegative(ion.permeability, `${name}.permeability`);
    requireBetween(ion.outsideMmolPerL, 0, 1000, `${name}.outsideMmolPerL`);
    requireBetween(ion.insideMmolPerL, 0, 1000, `${name}.insideMmolPerL`);
    return [ion.permeability * ion.outsideMmolPerL, ion.permeability * ion.insideMmolPerL] as const;
  };
  const [potassiumIn, potassiumOut] = pull(potassium, 'potassium');
  const [sodiumIn, sodiumOut] = pull(sodium, 'sodium');
  const [chlorideOut, chlorideIn] = chloride ? pull(chloride, 'chloride') : [0, 0];
  const inward = potassiumIn + sodiumIn + chlorideIn;
  const outward = potassiumOut + sodiumOut + chlorideOut;
  if (!(inward > 0 && outward > 0)) throw new RangeError('no ion can cross: the potential is not defined');
  return thermalVoltageMillivolts(temperatureCelsius) * Math.log(inward / outward);
}
