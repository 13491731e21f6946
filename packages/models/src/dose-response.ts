import { requireBetween, requireNotNegative, requirePositive } from './requirements.ts';

/** An agonist on a tissue, by the operational model. Concentrations in mol/L throughout. */
export interface Agonist {
  /** K_A: half of the receptors are occupied at this concentration */
  dissociationConstant: number;
  /** τ: receptors present over those that must be occupied for half of the tissue's maximum */
  efficacy: number;
}

export interface Tissue {
  /** the most this tissue can do, in any unit; default 1 */
  maximalEffect?: number;
  /** n, the steepness of what follows occupation; default 1 */
  transducerSlope?: number;
  /** of the receptors, 0 to 1: what an irreversible antagonist left; default 1 */
  receptorsLeftFraction?: number;
  /** a reversible antagonist at the same site */
  antagonist?: { concentration: number; dissociationConstant: number };
}

function tissueOf(agonist: Agonist, tissue: Tissue) {
  const { maximalEffect = 1, transducerSlope = 1, receptorsLeftFraction = 1, antagonist } = tissue;
  requirePositive(agonist.dissociationConstant, 'dissociationConstant');
  requireNotNegative(agonist.efficacy, 'efficacy');
  requirePositive(maximalEffect, 'maximalEffect');
  requireBetween(transducerSlope, 0.2, 5, 'transducerSlope');
  requireBetween(receptorsLeftFraction, 0, 1, 'receptorsLeftFraction');
  return {
    maximalEffect,
    slope: transducerSlope,
    efficacy: agonist.efficacy * receptorsLeftFraction,
    constant: agonist.dissociationConstant * (antagonist ? doseRatio(antagonist) : 1),
  };
}

/**
 * How many times more agonist a reversible antagonist makes necessary for the same effect.
 *
 * Formula: 1 + B/K_B. Units: mol/L → a ratio. Range: B from 0, K_B above 0. Errors: RangeError outside it.
 * Source: Gaddum (1937), J. Physiol. 89, 7P–9P; Arunlakshana & Schild (1959), Br. J. Pharmacol. 14, 48–58.
 */
export function doseRatio(antagonist: { concentration: number; dissociationConstant: number }): number {
  requireNotNegative(antagonist.concentration, 'antagonist concentration');
  requirePositive(antagonist.dissociationConstant, 'antagonist dissociationConstant');
  return 1 + antagonist.concentration / antagonist.dissociationConstant;
}

/**
 * The fraction of receptors that the agonist occupies; not the effect, wherever there are spare receptors.
 *
 * Formula: A/(A + K_A·(1 + B/K_B)). Units: mol/L → a fraction. Errors: RangeError as `agonistEffect`.
 * Source: Clark (1933), The Mode of Action of Drugs on Cells; Gaddum (1937), J. Physiol. 89, 7P–9P.
 */
export function receptorOccupancy(agonist: Agonist, concentration: number, tissue: Tissue = {}): number {
  requireNotNegative(concentration, 'concentration');
  return concentration / (concentration + tissueOf(agonist, tissue).constant);
}

/**
 * The effect of an agonist on a tissue.
 *
 * Formula: E = E_m·(τA)ⁿ/((K_A + A)ⁿ + (τA)ⁿ). A reversible antagonist multiplies K_A by 1 + B/K_B; an
 * irreversible one multiplies τ by the receptors it leaves. τ of 0 is a neutral antagonist, small τ a partial
 * agonist.
 * Units: mol/L → those of E_m. Range: concentrations from 0, n 0.2 to 5, receptors left 0 to 1.
 * Leaves out desensitisation and inverse agonism. Errors: RangeError outside it.
 * Source: Black & Leff (1983), Proc. R. Soc. Lond. B 220, 141–162; irreversible antagonism after Furchgott
 * (1966).
 */
export function agonistEffect(agonist: Agonist, concentration: number, tissue: Tissue = {}): number {
  const { maximalEffect, slope, efficacy } = tissueOf(agonist, tissue);
  const driven = (efficacy * receptorOccupancy(agonist, concentration, tissue)) ** slope;
  return (maximalEffect * driven) / (1 + driven);
}

/**
 * What a curve of dose and response shows: its ceiling, its midpoint, and how many receptors the midpoint
 * takes.
 *
 * Formula: top E_m·τⁿ/(1 + τⁿ); EC50 = K_A/((2 + τⁿ)^{1/n} − 1). Spare receptors show as an occupancy at the
 * EC50 under one half. Units: those of E_m, mol/L, a fraction. Errors: RangeError as `agonistEffect`, and for
 * τ of 0.
 * Source: Black & Leff (1983), Proc. R. Soc. Lond. B 220, 141–162.
 */
export function curveShape(agonist: Agonist, tissue: Tissue = {}) {
  const { maximalEffect, slope, efficacy, constant } = tissueOf(agonist, tissue);
  requirePositive(efficacy, 'efficacy left');
  const driven = efficacy ** slope;
  const ec50 = constant / ((2 + driven) ** (1 / slope) - 1);
  return { top: (maximalEffect * driven) / (1 + driven), ec50, occupancyAtEc50: ec50 / (ec50 + constant) };
}

/**
 * The effect of two agonists that compete for the same receptors; a partial one lowers what a full one does.
 *
 * Formula: E = E_m·Sⁿ/(1 + Sⁿ), S = (τ_A·A/K_A + τ_B·B/K_B)/(1 + A/K_A + B/K_B).
 * Units and errors: as `agonistEffect`. Source: Leff, Dougall & Harper (1993), Br. J. Pharmacol. 110,
 * 239–244.
 */
export function joinedEffect(
  first: Agonist & { concentration: number },
  second: Agonist & { concentration: number },
  tissue: Omit<Tissue, 'antagonist'> = {},
): number {
  const one = tissueOf(first, tissue);
  const other = tissueOf(second, tissue);
  requireNotNegative(first.concentration, 'first concentration');
  requireNotNegative(second.concentration, 'second concentration');
  const a = first.concentration / one.constant;
  const b = second.concentration / other.constant;
  const driven = ((one.efficacy * a + other.efficacy * b) / (1 + a + b)) ** one.slope;
  return (one.maximalEffect * driven) / (1 + driven);
}
