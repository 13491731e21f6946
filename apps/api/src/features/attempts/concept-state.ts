import { sureLevel, type ConceptState } from '@puente/schemas';
import type { HistoryEntry } from './learner-history.ts';

type Answered = Pick<HistoryEntry, 'itemId' | 'fraction' | 'confidenceLevel'>;

export const isEspejismo = (entry: Pick<Answered, 'fraction' | 'confidenceLevel'>): boolean =>
  entry.fraction < 1 && entry.confidenceLevel >= sureLevel;

/** The espejismo that still waits: sure and wrong, and no other item of the concept right since. */
export const findWaitingEspejismo = <Entry extends Answered>(
  entries: readonly Entry[],
): Entry | undefined => {
  let waiting: Entry | undefined;
  for (const entry of entries) {
    if (isEspejismo(entry)) waiting = entry;
    else if (waiting && entry.fraction === 1 && entry.itemId !== waiting.itemId) waiting = undefined;
  }
  return waiting;
};

/**
 * One plank of the bridge from a learner's answers to a concept, oldest first: tilted while an espejismo waits;
 * gold when three different items stand right in a row; laid when the latest answer was right; else missing.
 */
export const conceptState = (entries: readonly Answered[]): ConceptState => {
  if (findWaitingEspejismo(entries)) return 'tilted';
  const latest = entries.slice(-3);
  const itemsRight = new Set(latest.filter((entry) => entry.fraction === 1).map((entry) => entry.itemId));
  if (itemsRight.size === 3) return 'gold';
  return entries.at(-1)?.fraction === 1 ? 'laid' : 'missing';
};

export const byConcept = <Entry extends { concepts: readonly string[] }>(
  history: readonly Entry[],
): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of history) {
    for (const concept of entry.concepts) groups.set(concept, [...(groups.get(concept) ?? []), entry]);
  }
  return groups;
};
