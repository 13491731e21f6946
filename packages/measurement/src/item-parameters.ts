import { logistic } from './deterministic-math.ts';
import { finite, requireBetween, requireCount, requireNumber } from './requirements.ts';

/** An item of the logistic model P(θ) = c + (1 − c)/(1 + e^{−a(θ − b)}). */
export interface ItemParameters {
  /** b, in units of θ */
  difficulty: number;
  /** a, per unit of θ */
  discrimination: number;
  /** c, fixed and never estimated; 0 unless told */
  guessing?: number;
}

/** Refuses a lower asymptote outside [0, 1). */
export function requireGuessing(guessing: number, name: string): void {
  requireBetween(guessing, 0, 1, name);
  if (guessing === 1) throw new RangeError(`${name} must lie in [0, 1): 1`);
}

/** Refuses an empty list and parameters that describe no item. */
export function requireItems(items: readonly ItemParameters[]): void {
  requireCount(items.length, 1, 'items');
  items.forEach(({ difficulty, discrimination, guessing = 0 }, j) => {
    requireNumber(difficulty, `difficulty of item ${j}`);
    requireNumber(discrimination, `discrimination of item ${j}`);
    if (discrimination === 0) throw new RangeError(`discrimination of item ${j} is 0`);
    requireGuessing(guessing, `guessing of item ${j}`);
  });
}

/**
 * Probability of a right answer.
 *
 * Formula: c + (1 − c)/(1 + e^{−a(θ − b)}). Units: θ in standard deviations of the reference group.
 * Range: [c, 1]. Errors: RangeError for values that are not finite, a of 0, c outside [0, 1). Source: Birnbaum (1968).
 * Shapes: one ability and one item.
 */
export function rightProbability(theta: number, item: ItemParameters): number {
  requireNumber(theta, 'theta');
  requireItems([item]);
  const { difficulty, discrimination, guessing = 0 } = item;
  return guessing + (1 - guessing) * logistic(discrimination * (theta - difficulty));
}

/**
 * Fisher information of a test at θ; the standard error of measurement there is 1/√I.
 *
 * Formula: Σ P′²/(P(1 − P)), which is Σ a²P(1 − P) without guessing.
 * Units: 1/θ². Range: (0, ∞). Errors: RangeError for no items or parameters that are not finite.
 * Source: Birnbaum (1968).
 * Shapes: one ability and at least one item.
 */
export function testInformation(theta: number, items: readonly ItemParameters[]): number {
  requireNumber(theta, 'theta');
  requireItems(items);
  let information = 0;
  for (const { difficulty, discrimination, guessing = 0 } of items) {
    const right = logistic(discrimination * (theta - difficulty));
    const wrong = logistic(-discrimination * (theta - difficulty));
    const p = guessing + (1 - guessing) * right;
    if (p > 0) {
      information += (discrimination * discrimination * (1 - guessing) * right * right * wrong) / p;
    }
  }
  return finite(information);
}
