import { requireBetween, requirePositive } from './requirements.ts';

export interface DiagnosticTest {
  /** of the ill, positive */
  sensitivity: number;
  /** of the healthy, negative */
  specificity: number;
}

/**
 * What a result means for the person who has it, and how that changes with how common the illness is.
 *
 * Formula: Bayes; positive value = se·π/(se·π + (1 − sp)(1 − π)), negative value = sp(1 − π)/(sp(1 − π) + (1
 * − se)π).
 * Shapes: counts of a population that sum to it, not rounded. Range: sensitivity, specificity and prevalence
 * 0 to 1.
 * Errors: RangeError outside it, or where no positive (or no negative) result can occur, so that it has no
 * value.
 * Source: Vecchio (1966), N. Engl. J. Med. 274, 1171–1173.
 */
export function predictiveValues(diagnosticTest: DiagnosticTest, prevalence: number, population = 1000) {
  const { sensitivity, specificity } = diagnosticTest;
  requireBetween(sensitivity, 0, 1, 'sensitivity');
  requireBetween(specificity, 0, 1, 'specificity');
  requireBetween(prevalence, 0, 1, 'prevalence');
  requirePositive(population, 'population');
  const truePositives = population * prevalence * sensitivity;
  const falseNegatives = population * prevalence * (1 - sensitivity);
  const trueNegatives = population * (1 - prevalence) * specificity;
  const falsePositives = population * (1 - prevalence) * (1 - specificity);
  if (!(truePositives + falsePositives > 0)) throw new RangeError('no result can be positive');
  if (!(trueNegatives + falseNegatives > 0)) throw new RangeError('no result can be negative');
  return {
    truePositives,
    falsePositives,
    trueNegatives,
    falseNegatives,
    positivePredictiveValue: truePositives / (truePositives + falsePositives),
    negativePredictiveValue: trueNegatives / (trueNegatives + falseNegatives),
  };
}

/**
 * The probability of illness after a result, from the one before it.
 *
 * Formula: odds × LR, LR = se/(1 − sp) if positive and (1 − se)/sp if negative. Range: all inside (0, 1),
 * since at the ends nothing can change. Errors: RangeError outside it. Source: Fagan (1975), N. Engl. J. Med.
 * 293, 257.
 */
export function probabilityAfter(
  diagnosticTest: DiagnosticTest,
  probability: number,
  positive: boolean,
): number {
  const { sensitivity, specificity } = diagnosticTest;
  for (const [name, value] of Object.entries({ sensitivity, specificity, probability })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie inside (0, 1): ${value}`);
  }
  const ratio = positive ? sensitivity / (1 - specificity) : (1 - sensitivity) / specificity;
  const odds = (ratio * probability) / (1 - probability);
  return odds / (1 + odds);
}
