import type { Evidence, Merit, Policy } from '@puente/schemas';
import { number, percent } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';
import { coefficient, place, probability } from '#lib/selection/figures.ts';
import { compareWords } from './compare-words.ts';

export type Row = Omit<Merit, 'fullName' | 'studentCode'>;

export interface Comparison {
  codes: [string, string];
  /** One line of the table: its name, one's and the other's. */
  lines: { name: string; one: string; other: string }[];
  /** Why this one and not that one, sentence by sentence. */
  sentences: string[];
}

interface Facts {
  evidence: Pick<Evidence, 'components' | 'compositeSd' | 'sem'>;
  policy: Pick<Policy, 'zone' | 'tieBreaks'>;
}

/** Six decimals decide ties. */
const closest = 5e-7;
/** Of a digest, enough to see which is lower. */
const lotLetters = 8;
const outcomeOrder = { seat: 0, reserve: 1, none: 2 };

/** How far each component sets them apart, in points of T: together they are the difference of the scores. */
export const pointsBetween = (one: Row, other: Row, evidence: Facts['evidence']): number[] =>
  evidence.components.map(
    ({ weight, sd }, place) =>
      (10 * weight * (one.percents[place]! - other.percents[place]!)) / sd / evidence.compositeSd,
  );

/** The better placed first: by outcome where there is one, by rank otherwise. */
const inOrder = (a: Row, b: Row): [Row, Row] => {
  const byOutcome = a.outcome && b.outcome ? outcomeOrder[a.outcome] - outcomeOrder[b.outcome] : 0;
  return byOutcome < 0 || (byOutcome === 0 && a.rank <= b.rank) ? [a, b] : [b, a];
};

/** Two candidates side by side, and why this one and not that one, from the same figures that decided. Pure. */
export const compareMerits = (
  first: Row,
  second: Row,
  { evidence, policy }: Facts,
  titles: Record<string, string>,
  lang: Lang,
): Comparison => {
  const t = compareWords(lang);
  const [one, other] = inOrder(first, second);
  const apart = one.score - other.score;
  const points = pointsBetween(one, other, evidence);
  const error = evidence.sem * Math.SQRT2;
  const courseName = (index: number) => titles[evidence.components[index]!.courseId] ?? '';
  const both = (name: string, tell: (row: Row) => string) => ({ name, one: tell(one), other: tell(other) });
  const tied = Math.abs(apart) < closest;
  const decidedBy = (row: Row) =>
    row.decidedBy === 'zone'
      ? t.byZone[policy.zone]
      : row.decidedBy === 'score' && tied
        ? t.scoreAndTie
        : row.decidedBy
          ? t.decidedBy[row.decidedBy]
          : '–';
  const tieSentence = (): string => {
    const index = policy.tieBreaks
      .map((courseId) => evidence.components.findIndex((component) => component.courseId === courseId))
      .find((component) => Math.abs(one.percents[component]! - other.percents[component]!) >= closest);
    if (index !== undefined) {
      const [high, low] = one.percents[index]! > other.percents[index]! ? [one, other] : [other, one];
      const share = (row: Row) => percent(row.percents[index]! / 100, lang);
      return t.tieByCourse(courseName(index), high.code, share(high), share(low));
    }
    return lotSentence(t.tieByLot) ?? t.tieWaits;
  };
  const lotSentence = (tell: (code: string, first: string, second: string) => string): string | undefined => {
    if (one.lot === null || other.lot === null) return undefined;
    const [first, second] = one.lot < other.lot ? [one, other] : [other, one];
    return tell(first.code, first.lot!.slice(0, lotLetters), second.lot!.slice(0, lotLetters));
  };
  const zoneLot =
    policy.zone === 'lottery' && one.zone === 'review' && other.zone === 'review' && !tied
      ? lotSentence(t.zoneByLot)
      : undefined;
  const dossier = ({ dossier: read }: Row) =>
    read === null ? '–' : read.score === null ? t.unread : t.of16(number(read.score, 1));
  const reasonOf = (row: Row) =>
    t.outcomeBecause(
      row.code,
      t.outcomes[row.outcome!],
      decidedBy(row),
      row.dossier?.score == null ? '' : dossier(row),
    );

  const scoreSentence = tied
    ? t.sameScore(number(one.score, 1))
    : t.apart(
        apart > 0 ? one.code : other.code,
        number(Math.abs(apart), 1),
        number(Math.max(one.score, other.score), 1),
        number(Math.min(one.score, other.score), 1),
      );
  const largest = points.reduce(
    (most, value, index) => (Math.abs(value) > Math.abs(points[most]!) ? index : most),
    0,
  );
  return {
    codes: [one.code, other.code],
    lines: [
      both(t.rank, place),
      both(t.score, ({ score }) => number(score, 1)),
      both(t.interval, ({ rankLow, rankHigh }) => `${number(rankLow ?? 0)}–${number(rankHigh ?? 0)}`),
      both(t.probability, (row) => probability(row.probability ?? 0)),
      both(t.zone, (row) => (row.zone ? t.zones[row.zone] : '–')),
      ...evidence.components.map((_, index) =>
        both(t.percent(courseName(index)), ({ percents }) => percent(percents[index]! / 100, lang)),
      ),
      both(t.makeUp, ({ makeUp }) => (makeUp ? t.yes : t.no)),
      both(t.dossier, dossier),
      both(t.outcome, ({ outcome }) => (outcome ? t.outcomes[outcome] : t.undecided)),
      both(t.decided, decidedBy),
    ],
    sentences: [
      scoreSentence,
      ...(tied ? [tieSentence()] : []),
      ...(zoneLot ? [zoneLot] : []),
      ...(points.length > 1 && !tied
        ? [
            t.mostFrom(
              courseName(largest),
              number(Math.abs(points[largest]!), 1),
              points[largest]! > 0 ? one.code : other.code,
            ),
          ]
        : []),
      Math.abs(apart) < error ? t.withinError(number(error, 1)) : t.beyondError(number(error, 1)),
      t.zonesOf(
        one.code,
        t.zones[one.zone!],
        probability(one.probability!),
        other.code,
        t.zones[other.zone!],
        probability(other.probability!),
      ),
      ...(one.outcome && other.outcome ? [reasonOf(one), reasonOf(other)] : [t.notYet]),
      t.neverCounted,
      ...(one.makeUp === other.makeUp ? [] : [t.makeUpNote(one.makeUp ? one.code : other.code)]),
      t.reliability(coefficient(1 - (evidence.sem / 10) ** 2)),
    ],
  };
};
