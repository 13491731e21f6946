import { requireBetween, requireCount, requireWhole } from './requirements.ts';
import { requireScoredForecasts } from './scored-forecasts.ts';

/**
 * Brier score: mean squared distance between confidence and outcome; lower is better.
 *
 * Formula: mean (p − y)². Shapes: y of 0 and 1, p of the same length.
 * Range: [0, 1]; .25 for saying .5 always. Proper: honesty minimises its expectation.
 * Units: squared probability.
 * Errors: RangeError if empty, of unequal length, y not 0 or 1, p outside [0, 1].
 * Source: Brier (1950), Monthly Weather Review 78.
 */
export function brierScore(y: readonly number[], p: readonly number[]): number {
  requireScoredForecasts(y, p);
  let squares = 0;
  for (let i = 0; i < y.length; i++) squares += (p[i]! - y[i]!) ** 2;
  return squares / y.length;
}

export interface ObservedForecast {
  /** responses with this forecast */
  n: number;
  forecast: number;
  /** share of them that is right */
  observed: number;
}

export interface BrierDecomposition {
  /** squared miscalibration; lower is better */
  reliability: number;
  /** how far the groups' shares right lie apart; higher is better */
  resolution: number;
  /** ō(1 − ō), which the person cannot change */
  uncertainty: number;
  /** reliability − resolution + uncertainty */
  brier: number;
}

/**
 * Murphy's decomposition of the Brier score.
 *
 * Formula, over groups k of responses with one forecast p_k, share right ō_k and ō over all:
 * reliability Σ(n_k/N)(p_k − ō_k)²; resolution Σ(n_k/N)(ō_k − ō)²; uncertainty ō(1 − ō).
 * It is exact only when the forecast is constant within a group: group by value, and never lump
 * different guesses.
 * Range: each in [0, 1]. Errors: RangeError if empty, n < 1 or not whole, a share outside [0, 1].
 * Source: Murphy (1973), J. Applied Meteorology 12.
 * Shapes: one record a group. Units: squared probability.
 */
export function brierDecomposition(groups: readonly ObservedForecast[]): BrierDecomposition {
  requireCount(groups.length, 1, 'groups');
  let total = 0;
  let right = 0;
  for (const { n, forecast, observed } of groups) {
    requireWhole(n, 1, 'n');
    requireBetween(forecast, 0, 1, 'forecast');
    requireBetween(observed, 0, 1, 'observed');
    total += n;
    right += n * observed;
  }
  const share = right / total;
  let reliability = 0;
  let resolution = 0;
  let brier = 0;
  for (const { n, forecast, observed } of groups) {
    reliability += (n / total) * (forecast - observed) ** 2;
    resolution += (n / total) * (observed - share) ** 2;
    brier += (n / total) * (observed * (1 - forecast) ** 2 + (1 - observed) * forecast ** 2);
  }
  return { reliability, resolution, uncertainty: share * (1 - share), brier };
}
