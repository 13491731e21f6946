import { requireBetween, requirePositive } from './requirements.ts';

/** Half of the teaching channels are ready at this voltage, and e times fewer for each slope beyond. */
export const sodiumAvailability = { halfMillivolts: -71, slopeMillivolts: 5 } as const;

/**
 * h∞: the fraction of sodium channels that are ready (neither open nor inactivated) after a long stay at a
 * voltage.
 *
 * Formula: h∞ = 1/(1 + e^{(V − V½ − shift)/k}), V½ −71 mV and k 5 mV.
 * Units: mV → a fraction. Range: −150 to 60 mV; shift −40 to 40 mV, positive where raised calcium moves the
 * curve.
 * Errors: RangeError outside the range.
 * Source: shape after Hodgkin & Huxley (1952), J. Physiol. 116, 497–506, and Weidmann (1955), J. Physiol.
 * 127, 213–224. V½ and k are teaching values (96 % ready at −87 mV, 68 % at −75 mV); tissues differ.
 */
export function readySodiumFraction(potentialMillivolts: number, shiftMillivolts = 0): number {
  requireBetween(potentialMillivolts, -150, 60, 'potentialMillivolts');
  requireBetween(shiftMillivolts, -40, 40, 'shiftMillivolts');
  const { halfMillivolts, slopeMillivolts } = sodiumAvailability;
  return 1 / (1 + Math.exp((potentialMillivolts - halfMillivolts - shiftMillivolts) / slopeMillivolts));
}

/**
 * The classical account of calcium: by screening surface charge it moves gating curves as if the membrane
 * were more polarised. The account is debated: in hyperkalaemic hearts conduction recovers with little change
 * of rest.
 *
 * Formula: shift = 12.5 mV · log₅(calcium/usual). Units: ionised calcium in mmol/L → mV.
 * Range: 0.3 to 10 mmol/L. Errors: RangeError outside it.
 * Source: Frankenhaeuser & Hodgkin (1957), J. Physiol. 137, 218–244: five-fold less calcium acts as 10 to 15
 * mV of depolarisation in squid axon. The middle of that span is a teaching value.
 */
export function calciumShiftMillivolts(ionisedCalciumMmolPerL: number, usualMmolPerL = 1.2): number {
  requireBetween(ionisedCalciumMmolPerL, 0.3, 10, 'ionisedCalciumMmolPerL');
  requirePositive(usualMmolPerL, 'usualMmolPerL');
  return (12.5 * Math.log(ionisedCalciumMmolPerL / usualMmolPerL)) / Math.log(5);
}

/**
 * Conduction velocity as fewer sodium channels are ready, relative to a reference fraction.
 *
 * Formula: √(ready/reference), and 0 (conduction block) under a tenth of the reference.
 * Units: fractions → a ratio. Range: ready 0 to 1; reference above 0 to 1. Errors: RangeError outside it.
 * Source: dimensional scaling of the cable equation, as in Jack, Noble & Tsien (1975), Electric Current Flow
 * in Excitable Cells. The exponent and the point of block are teaching values; a real fibre depends also on
 * coupling.
 */
export function relativeConductionVelocity(readyFraction: number, referenceFraction = 1): number {
  requireBetween(readyFraction, 0, 1, 'readyFraction');
  requireBetween(referenceFraction, Number.MIN_VALUE, 1, 'referenceFraction');
  const ratio = readyFraction / referenceFraction;
  return ratio < 0.1 ? 0 : Math.sqrt(ratio);
}
