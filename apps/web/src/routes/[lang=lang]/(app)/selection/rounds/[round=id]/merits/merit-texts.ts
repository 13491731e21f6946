import type { Evidence, Policy } from '@puente/schemas';
import { number } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';
import { coefficient } from '#lib/selection/figures.ts';
import { meritWords } from './merit-words.ts';

interface Shown {
  evidence: Evidence;
  policy: Policy;
  sha256: string;
  outcomeFinal: boolean;
}

/** All that the page says, in its one language and with its figures: no dictionary reaches the browser. */
export const meritTexts = (
  { evidence, sha256, outcomeFinal }: Shown,
  list: Evidence['lists'][number],
  candidates: number,
  shown: number,
  lang: Lang,
) => {
  const { caption, columns, lines, sentence, openSeats, all, ...t } = meritWords(lang);
  const seats = number(list.seats);
  const cut = number(list.cutScore, 1);
  const zones = list.zones ?? { in: 0, review: 0, out: 0, openSeats: 0 };
  return {
    ...t,
    figures: [
      [seats, t.seatsLabel],
      [number(zones.in), t.inLabel],
      [number(zones.review), t.reviewLabel],
      [number(zones.out), t.outLabel],
      [coefficient(evidence.reliability), t.reliabilityLabel],
      [`#${sha256.slice(0, 4)}`, t.hashLabel],
    ] as const,
    sentence: [
      sentence(cut, number(evidence.sem, 1)),
      ...(zones.openSeats > 0 ? [openSeats(number(zones.openSeats), number(zones.review))] : []),
      ...(list.expectedRight === null ? [] : [t.expected(number(list.expectedRight, 1), seats)]),
    ].join(' '),
    caption: caption(number(shown), number(candidates), seats),
    all: all(number(candidates)),
    columns: { ...columns, probability: columns.probability(seats) },
    outcomeNote: outcomeFinal ? t.final : t.provisional,
    lines: {
      in: lines.in(number(zones.in)),
      review: lines.review(number(zones.review)),
      out: lines.out(number(zones.out)),
      cut: lines.cut(cut),
      tie: lines.tie(number(list.tiesAtCut), cut, number(list.seatsForTied)),
      'tie-end': lines.tieEnd,
    },
    expected: '',
    densityTitle: t.densityTitle(number(candidates)),
    cutKey: t.cutKey(cut),
  };
};

export type MeritTexts = ReturnType<typeof meritTexts>;
