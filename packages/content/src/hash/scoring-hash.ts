import type { ItemFile } from '../schemas/item.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { type Scored, isDecision } from './scored.ts';

/** Statistics pool by this hash: it changes with what is scored, never with how it is worded. */
export function scoringHash(scored: Scored): string {
  if (!isDecision(scored)) return sha256(canonicalJson(itemScoring(scored)));
  const { challenge } = scored;
  const fractions = Object.fromEntries(scored.options.map((option) => [option.id, option.fraction]));
  if (!challenge) return sha256(canonicalJson({ kind: 'case-decision', options: fractions }));
  // The first outcome that is met is the one: their order scores too.
  const outcomes = scored.options.map(({ id, goals = [] }) => ({ id, goals }));
  const { figure, view, from, moves } = challenge;
  const played = { figure, view, from, moves: [...moves].sort() };
  return sha256(canonicalJson({ kind: 'case-decision', options: fractions, ...played, outcomes }));
}

function itemScoring(item: ItemFile): object {
  const { kind } = item;
  if (item.kind === 'numeric') {
    return { kind, key: item.key, tolerance: item.tolerance, unit: item.unit };
  }
  if (item.kind === 'challenge') {
    const { figure, view, from, moves, key: goals } = item;
    return { kind, figure, view, from, moves: [...moves].sort(), key: goals };
  }
  const options = item.options.map((option) => option.id).sort();
  // A set of right options has no order; the order of an ordering item is its key.
  const key = item.kind === 'multiple-response' ? [...item.key].sort() : item.key;
  return { kind, options, key };
}
