import { byConcept, findWaitingEspejismo } from './concept-state.ts';
import type { HistoryEntry } from './learner-history.ts';

interface Choice {
  /** The module's practice items in the order of its file. */
  items: readonly { id: string; concepts: readonly string[] }[];
  /** The module's concepts in the order of its bridge. */
  concepts: readonly string[];
  history: readonly Pick<
    HistoryEntry,
    'itemId' | 'concepts' | 'fraction' | 'confidenceLevel' | 'answeredAt'
  >[];
  size: number;
  /** How far an item's difficulty is from what suits the learner; smaller is better. */
  misfit: (itemId: string) => number;
  /** Begin with this concept. */
  first?: string | undefined;
}

/**
 * Which items to practise now: the concept asked for, then concepts where an espejismo waits (another item than
 * the one that misled), then what was never met, the best suited first, then what was last wrong, then what was met
 * longest ago;
 * neighbours are of different concepts where that can be.
 */
export const choosePracticeItems = ({ items, concepts, history, size, misfit, first }: Choice): string[] => {
  const groups = byConcept(history);
  const lastMet = new Map(history.map((entry) => [entry.itemId, entry]));
  const urgency = (item: Choice['items'][number]): number => {
    const concept = item.concepts[0]!;
    const espejismo = findWaitingEspejismo(groups.get(concept) ?? []);
    const last = lastMet.get(item.id);
    const freshness = last === undefined ? 0 : last.fraction < 1 ? 1 : 2;
    if (concept === first && espejismo?.itemId !== item.id) return -20 + freshness;
    if (espejismo && espejismo.itemId !== item.id) return -10 + freshness;
    return freshness;
  };
  const ranked = items
    .map((item, index) => ({
      item,
      urgency: urgency(item),
      met: lastMet.get(item.id)?.answeredAt.getTime() ?? 0,
      misfit: misfit(item.id),
      index,
    }))
    .sort((a, b) => a.urgency - b.urgency || a.met - b.met || a.misfit - b.misfit || a.index - b.index);

  // Round robin over the concepts keeps each concept's own order and mixes them.
  const level = new Map<string, number>();
  const bridge = new Map(concepts.map((concept, index) => [concept, index]));
  const rounds = ranked.map((entry) => {
    const concept = entry.item.concepts[0]!;
    const key = `${entry.urgency}/${concept}`;
    const round = level.get(key) ?? 0;
    level.set(key, round + 1);
    return { ...entry, round, place: bridge.get(concept) ?? concepts.length };
  });
  rounds.sort((a, b) => a.urgency - b.urgency || a.round - b.round || a.place - b.place || a.index - b.index);
  return rounds.slice(0, size).map(({ item }) => item.id);
};
