import type { Review } from '@puente/schemas';
import { byConcept, findWaitingEspejismo } from '../attempts/concept-state.ts';
import { dueDay, type Answered } from './due-day.ts';

interface Item {
  id: string;
  courseId: string;
  /** What it asks about first, then whatever else it rests on. */
  concepts: readonly string[];
}

interface Learnt {
  /** Practice items that may be asked. */
  items: readonly Item[];
  /** By the local clock, oldest first. */
  history: readonly (Answered & { concepts: readonly string[] })[];
  today: string;
  /** Of items never met, the one that suits the learner best comes first; smaller is better. */
  misfit: (itemId: string) => number;
}

export interface DueItem {
  itemId: string;
  courseId: string;
  conceptId: string;
  why: Review['due'][number]['why'];
  on: string;
}

interface Queue {
  /** One question each, in the order of their weight. */
  due: DueItem[];
  coming: { conceptId: string; on: string }[];
}

const weights = { espejismo: 0, missed: 1, concept: 2 };

/**
 * What is due for review, from nothing but a learner's answers: every concept met has its day, and so has every item
 * that was last answered wrong. Where an espejismo waits, another item of the concept is asked than the one that misled.
 */
export const reviewQueue = ({ items, history, today, misfit }: Learnt): Queue => {
  const answersTo = Map.groupBy(history, ({ itemId }) => itemId);
  /** The how-maniest of its concept: each has its first before any has its second. */
  const due: (DueItem & { round: number })[] = [];
  const coming: Queue['coming'] = [];
  for (const [conceptId, answers] of byConcept(history)) {
    const own = items.filter((item) => item.concepts[0] === conceptId);
    if (own.length === 0) continue;
    const espejismo = findWaitingEspejismo(answers);
    const others = own.filter(({ id }) => id !== espejismo?.itemId);
    const askable = others.length > 0 ? others : own;
    const why = espejismo ? 'espejismo' : undefined;
    const missed = askable.flatMap(({ id, courseId }): DueItem[] => {
      const given = answersTo.get(id);
      if (!given || given.at(-1)!.fraction === 1) return [];
      return [{ itemId: id, courseId, conceptId, why: why ?? 'missed', on: dueDay(given) }];
    });
    const missedDue = missed
      .filter((one) => one.on <= today)
      .sort((a, b) => compare(a.on, b.on))
      .map((one, round) => ({ ...one, round }));
    const on = dueDay(answers);
    if (missedDue.length > 0) due.push(...missedDue);
    else if (on <= today) {
      const { id: itemId, courseId } = leastMet(askable, answersTo, misfit);
      due.push({ itemId, courseId, conceptId, why: why ?? 'concept', on, round: 0 });
    } else {
      coming.push({ conceptId, on: [on, ...missed.map((one) => one.on)].sort()[0]! });
    }
  }
  return {
    due: due
      .sort(
        (a, b) =>
          weights[a.why] - weights[b.why] ||
          a.round - b.round ||
          compare(a.on, b.on) ||
          compare(a.conceptId, b.conceptId),
      )
      .map(({ round: _, ...entry }) => entry),
    coming: coming.sort((a, b) => compare(a.on, b.on)),
  };
};

/** A question of another surface than those met; else the one met longest ago. */
const leastMet = (
  items: readonly Item[],
  answersTo: ReadonlyMap<string, readonly Answered[]>,
  misfit: Learnt['misfit'],
): Item => {
  const lastMet = (id: string) => answersTo.get(id)?.at(-1)?.answeredAt.getTime() ?? 0;
  return items.toSorted((a, b) => lastMet(a.id) - lastMet(b.id) || misfit(a.id) - misfit(b.id))[0]!;
};

/** In the same order, but for neighbours of one concept: where another follows, it comes between. */
export const interleave = <One extends { conceptId: string }>(entries: readonly One[]): One[] => {
  const rest = [...entries];
  const mixed: One[] = [];
  while (rest.length > 0) {
    const other = rest.findIndex(({ conceptId }) => conceptId !== mixed.at(-1)?.conceptId);
    mixed.push(...rest.splice(Math.max(other, 0), 1));
  }
  return mixed;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
