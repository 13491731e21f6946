import { requireBetween, requireCount, requireSameLength } from './requirements.ts';

/** Refuses outcomes other than 0 and 1, forecasts outside [0, 1], unequal lengths, and nothing. */
export function requireScoredForecasts(y: readonly number[], p: readonly number[]): void {
  requireSameLength(y, p, 'outcomes and forecasts');
  requireCount(y.length, 1, 'responses');
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`y[${i}] must be 0 or 1: ${y[i]}`);
    requireBetween(p[i]!, 0, 1, `p[${i}]`);
  }
}

export interface ForecastGroup {
  forecast: number;
  n: number;
  right: number;
}

/** Responses counted by the exact value of their forecast, lowest forecast first. */
export function groupByForecast(y: readonly number[], p: readonly number[]): ForecastGroup[] {
  requireScoredForecasts(y, p);
  const groups = new Map<number, ForecastGroup>();
  for (let i = 0; i < p.length; i++) {
    const forecast = p[i]!;
    let group = groups.get(forecast);
    if (!group) groups.set(forecast, (group = { forecast, n: 0, right: 0 }));
    group.n += 1;
    group.right += y[i]!;
  }
  return [...groups.values()].sort((a, b) => a.forecast - b.forecast);
}
