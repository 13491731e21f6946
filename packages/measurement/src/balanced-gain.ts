import { tIntervalOf, type Interval } from './intervals.ts';
import { minimums } from './minimums.ts';
import { covariance, mean, variance } from './moments.ts';
import { requireCount, requireFinite } from './requirements.ts';

/** One learner's change, and the order in which that learner met the forms, such as 'AB'. */
export interface OrderedChange {
  order: string;
  change: number;
}

export interface OrderGroup {
  order: string;
  pairs: number;
  gain: number;
  standardError: number;
}

export interface BalancedGain {
  pairs: number;
  gain: number;
  standardError: number;
  df: number;
  interval: Interval;
  orders: OrderGroup[];
}

/**
 * Mean change when forms are counterbalanced: the mean of the order groups' mean changes.
 *
 * Formula: g = Σ_o d̄_o/O; SE² = Σ_o (s_o²/n_o)/O²; interval g ± t·SE with the degrees of freedom
 * of Welch and Satterthwaite. A harder form B lowers A→B and raises B→A by as much, and drops out.
 * Shapes: one record a learner, in any order; at least two orders with at least two learners each,
 * and ten pairs in all. Units: those of the change.
 * Errors: RangeError under those numbers, or for a change that is not finite.
 * Source: Kolen & Brennan (2014), counterbalanced design; Welch (1947).
 */
export function balancedGain(changes: readonly OrderedChange[], level = 0.95): BalancedGain {
  requireCount(changes.length, minimums.gainPairs, 'pairs for a gain');
  const byOrder = new Map<string, number[]>();
  for (const { order, change } of changes) {
    const group = byOrder.get(order);
    if (group) group.push(change);
    else byOrder.set(order, [change]);
  }
  const orders = [...byOrder.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  requireCount(orders.length, 2, 'orders of the forms: form difficulty and gain are mixed');

  let sum = 0;
  let squaredError = 0;
  let satterthwaite = 0;
  const groups: OrderGroup[] = [];
  for (const order of orders) {
    // summed in ascending order so that the result does not depend on who comes first
    const values = byOrder.get(order)!.sort((a, b) => a - b);
    requireFinite(values, `changes of order ${order}`);
    requireCount(values.length, 2, `pairs in order ${order}`);
    const gain = mean(values);
    const spread = variance(values) / values.length;
    const share = spread / orders.length ** 2;
    sum += gain;
    squaredError += share;
    satterthwaite += (share * share) / (values.length - 1);
    groups.push({ order, pairs: values.length, gain, standardError: Math.sqrt(spread) });
  }
  const gain = sum / orders.length;
  const standardError = Math.sqrt(squaredError);
  const df =
    satterthwaite > 0 ? (squaredError * squaredError) / satterthwaite : changes.length - orders.length;
  return {
    pairs: changes.length,
    gain,
    standardError,
    df,
    interval: tIntervalOf(gain, standardError, df, level),
    orders: groups,
  };
}

/**
 * Covariance of two balanced means over the same learners: Σ_o (s_xy,o/n_o)/O².
 *
 * Shapes: two lists of the same learners in the same places. Errors as `balancedGain`.
 */
export function balancedCovariance(x: readonly OrderedChange[], y: readonly OrderedChange[]): number {
  const byOrder = Map.groupBy(
    x.map(({ order, change }, i) => ({ order, x: change, y: y[i]!.change })),
    ({ order }) => order,
  );
  let sum = 0;
  for (const order of [...byOrder.keys()].sort()) {
    const members = byOrder.get(order)!.sort((a, b) => a.x - b.x || a.y - b.y);
    const shared = covariance(
      members.map((member) => member.x),
      members.map((member) => member.y),
    );
    sum += shared / members.length / byOrder.size ** 2;
  }
  return sum;
}
