import { mean, minimums, tInterval } from '@puente/measurement';
import type { Estimate, Gain } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import type { TakenForm } from './list-wave-records.ts';
import { estimateOf } from './self-efficacy-change.ts';

const dayMs = 86_400_000;

/**
 * What stays some months later. The delayed form is another one than before, so that its raw mean may not be compared:
 * the items that it shares with the closing form may. Pure.
 */
export const delayedChange = (
  closing: readonly TakenForm[],
  delayed: readonly TakenForm[],
  catalogue: Pick<Catalogue, 'forms'>,
): Gain['delayed'] => {
  if (delayed.length === 0) return null;
  const closingOf = new Map(closing.map((record) => [record.learnerKey, record]));
  const pairs = delayed.flatMap((later) => {
    const before = closingOf.get(later.learnerKey);
    return before ? [{ before, later }] : [];
  });
  const anchorsOf = ({ form }: TakenForm) => catalogue.forms.get(form)?.anchors.toSorted().join() ?? '';
  const shared = pairs.filter(
    ({ before, later }) =>
      before.scoreOnAnchors !== null &&
      later.scoreOnAnchors !== null &&
      anchorsOf(before) !== '' &&
      anchorsOf(before) === anchorsOf(later),
  );
  const on = (record: TakenForm) => record.scoreOnAnchors!;
  const of = (values: readonly number[]): Estimate => estimateOf(tInterval(values));
  return {
    people: delayed.length,
    pairs: pairs.length,
    days:
      pairs.length === 0
        ? 0
        : Math.round(
            mean(
              pairs.map(({ before, later }) => (later.takenAt.getTime() - before.takenAt.getTime()) / dayMs),
            ),
          ),
    meanPercent: delayed.length >= minimums.subgroupPeople ? of(delayed.map((record) => record.score)) : null,
    anchors:
      shared.length < minimums.gainPairs
        ? null
        : {
            closing: of(shared.map(({ before }) => on(before))),
            delayed: of(shared.map(({ later }) => on(later))),
            change: of(shared.map(({ before, later }) => on(later) - on(before))),
          },
  };
};
