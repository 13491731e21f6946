import { requireDose, type DrugDose } from './drug-dose.ts';
import { exponentialPair, exponentialTriple } from './exponential-chain.ts';
import { requireNotNegative, requirePositive } from './requirements.ts';

export interface TwoCompartmentDrug {
  centralVolumeL: number;
  peripheralVolumeL: number;
  clearanceLPerHour: number;
  intercompartmentalClearanceLPerHour: number;
}

export interface TwoCompartmentAmounts {
  absorbingMg: number;
  centralMg: number;
  peripheralMg: number;
}

/**
 * The two rates of a two-compartment drug: distribution (α) and elimination (β).
 *
 * Formula: α, β = (S ± √(S² − 4·k·k₂₁))/2 with S = k + k₁₂ + k₂₁, β taken as k·k₂₁/α. Units: 1/h.
 * Errors: RangeError for a volume or clearance that is not above 0.
 * Source: Riegelman, Loo & Rowland (1968), J. Pharm. Sci. 57, 117–123; Gibaldi & Perrier (1982),
 * Pharmacokinetics, 2.
 */
export function twoCompartmentRates(drug: TwoCompartmentDrug) {
  requirePositive(drug.centralVolumeL, 'centralVolumeL');
  requirePositive(drug.peripheralVolumeL, 'peripheralVolumeL');
  requirePositive(drug.clearanceLPerHour, 'clearanceLPerHour');
  requirePositive(drug.intercompartmentalClearanceLPerHour, 'intercompartmentalClearanceLPerHour');
  const elimination = drug.clearanceLPerHour / drug.centralVolumeL;
  const outward = drug.intercompartmentalClearanceLPerHour / drug.centralVolumeL;
  const inward = drug.intercompartmentalClearanceLPerHour / drug.peripheralVolumeL;
  const sum = elimination + outward + inward;
  // written as a sum of squares, since S² − 4·k·k₂₁ loses its digits where α and β are close
  const distributionPerHour =
    (sum + Math.hypot(elimination + outward - inward, 2 * Math.sqrt(outward * inward))) / 2;
  const terminalPerHour = (elimination * inward) / distributionPerHour;
  return { elimination, outward, inward, distributionPerHour, terminalPerHour };
}

/**
 * How much drug is in the gut, in the central and in the peripheral compartment at each time of a regimen.
 *
 * Formula: the bi-exponential (oral: tri-exponential) solutions of dA₁/dt = input − (k + k₁₂)A₁ + k₂₁A₂ and
 * dA₂/dt = k₁₂A₁ − k₂₁A₂; doses add. Shapes, units, errors: as `oneCompartmentAmounts`.
 * Source: Gibaldi & Perrier (1982), Pharmacokinetics, 2.
 */
export function twoCompartmentAmounts(
  drug: TwoCompartmentDrug,
  doses: readonly DrugDose[],
  timesHours: ArrayLike<number>,
): TwoCompartmentAmounts[] {
  const { outward, inward, distributionPerHour: fast, terminalPerHour: slow } = twoCompartmentRates(drug);
  doses.forEach(requireDose);

  // the answers to a unit that enters at time 0 from a store that empties at `feed` (0: at a constant rate of
  // 1)
  const centralFed = (feed: number, t: number) =>
    t <= 0 ? 0 : exponentialPair(fast, feed, t) + (inward - slow) * exponentialTriple(fast, slow, feed, t);
  const peripheralFed = (feed: number, t: number) =>
    t <= 0 ? 0 : outward * exponentialTriple(fast, slow, feed, t);

  return Array.from({ length: timesHours.length }, (_, k) => {
    const hours = timesHours[k]!;
    requireNotNegative(hours, `timesHours[${k}]`);
    const sum: TwoCompartmentAmounts = { absorbingMg: 0, centralMg: 0, peripheralMg: 0 };
    for (const dose of doses) {
      const t = hours - (dose.startHours ?? 0);
      if (t < 0) continue;
      if (dose.route === 'bolus') {
        const pair = exponentialPair(fast, slow, t);
        sum.centralMg += dose.amountMg * (Math.exp(-fast * t) + (inward - slow) * pair);
        sum.peripheralMg += dose.amountMg * outward * pair;
      } else if (dose.route === 'infusion') {
        const mgPerHour = dose.amountMg / dose.durationHours;
        const after = t - dose.durationHours;
        sum.centralMg += mgPerHour * (centralFed(0, t) - centralFed(0, after));
        sum.peripheralMg += mgPerHour * (peripheralFed(0, t) - peripheralFed(0, after));
      } else {
        const { absorptionPerHour: ka, bioavailability = 1 } = dose;
        const absorbable = bioavailability * dose.amountMg;
        sum.absorbingMg += absorbable * Math.exp(-ka * t);
        sum.centralMg += absorbable * ka * centralFed(ka, t);
        sum.peripheralMg += absorbable * ka * peripheralFed(ka, t);
      }
    }
    return sum;
  });
}

/**
 * Plasma concentration, mg/L: the central amount over the central volume. All else as
 * `twoCompartmentAmounts`.
 */
export function twoCompartmentConcentrations(
  drug: TwoCompartmentDrug,
  doses: readonly DrugDose[],
  timesHours: ArrayLike<number>,
): Float64Array {
  const amounts = twoCompartmentAmounts(drug, doses, timesHours);
  return Float64Array.from(amounts, ({ centralMg }) => centralMg / drug.centralVolumeL);
}
