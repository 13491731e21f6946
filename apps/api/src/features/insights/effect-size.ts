import { createHash } from 'node:crypto';
import { gainEffect, minimums, type GainPair } from '@puente/measurement';
import type { KnowledgeFigures } from '@puente/schemas';

type EffectSize = Extract<KnowledgeFigures, { tooLittle: false }>['effectSize'];

// Two thousand resamples for the same answer at every view of a page: whoever computed it may keep it.
const kept = new Map<string, EffectSize>();
const mostKept = 500;

/** d_av of a gain, Hedges-corrected; null where there are too few pairs, or scores that do not vary. */
export const effectSizeOf = (pairs: readonly GainPair[]): EffectSize => {
  if (pairs.length < minimums.effectPairs) return null;
  const key = createHash('sha256')
    .update(JSON.stringify(pairs.map(({ order, pre, post }) => [order, pre, post])))
    .digest('base64');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const effect = compute(pairs);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(key, effect);
  return effect;
};

const compute = (pairs: readonly GainPair[]): EffectSize => {
  try {
    const { hedges, interval } = gainEffect(pairs);
    return { value: hedges, interval };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
