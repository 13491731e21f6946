import { logistic } from './deterministic-math.ts';
import { requireGuessing } from './item-parameters.ts';
import {
  finite,
  requireBetween,
  requireNotNegative,
  requireNumber,
  requirePositive,
  requireWhole,
} from './requirements.ts';

export interface EloState {
  /** θ of the person and b of the item, on the logit scale */
  ability: number;
  difficulty: number;
  /** answers that each has behind it */
  abilityAnswers: number;
  difficultyAnswers: number;
}

/**
 * One Elo step of practice: the person and the item learn from one answer. Never for selection.
 *
 * Formula: P = c + (1 − c)/(1 + e^{−(θ − b)}); θ += U(n_θ)(y − P), b −= U(n_b)(y − P),
 * U(n) = α/(1 + βn), α = 1 and β = .05 unless told.
 * Range: y in [0, 1] (a fraction for partial credit), guessing c in [0, 1).
 * Shapes: one state and one answer. Units: logits.
 * Errors: RangeError outside, for states that are not finite, or counts that are not whole.
 * Source: Pelánek (2016), Computers & Education 98.
 */
export function eloUpdate(
  state: EloState,
  y: number,
  options: { alpha?: number; beta?: number; guessing?: number } = {},
): EloState {
  const { alpha = 1, beta = 0.05, guessing = 0 } = options;
  const { ability, difficulty, abilityAnswers, difficultyAnswers } = state;
  requireNumber(ability, 'ability');
  requireNumber(difficulty, 'difficulty');
  requireWhole(abilityAnswers, 0, 'abilityAnswers');
  requireWhole(difficultyAnswers, 0, 'difficultyAnswers');
  requireBetween(y, 0, 1, 'y');
  requirePositive(alpha, 'alpha');
  requireNotNegative(beta, 'beta');
  requireGuessing(guessing, 'guessing');
  const surprise = y - (guessing + (1 - guessing) * logistic(ability - difficulty));
  return finite({
    ability: ability + (alpha / (1 + beta * abilityAnswers)) * surprise,
    difficulty: difficulty - (alpha / (1 + beta * difficultyAnswers)) * surprise,
    abilityAnswers: abilityAnswers + 1,
    difficultyAnswers: difficultyAnswers + 1,
  });
}
