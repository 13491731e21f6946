import type { RoundDetail } from '@puente/schemas';
import { date, dateTime, number } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';
import { decisionWords } from './decision-words.ts';
import { answers } from '#lib/selection/figures.ts';
import { shortlistWords } from './shortlist-words.ts';
import { words } from './words.ts';

const listTexts = ({ round, summary }: RoundDetail, shown: number, lang: Lang) => {
  if (!summary) return null;
  const t = shortlistWords(lang);
  const candidates = number(summary.candidates);
  const seats = number(round.seats);
  const score = answers(summary.cutScore);
  return {
    title: t.title,
    caption: `${t.caption(number(shown), candidates)} ${t.legend(seats)}`,
    all: t.all(candidates),
    few: t.few,
    columns: { ...t.columns, probability: t.columns.probability(seats) },
    zones: t.zones,
    lines: {
      in: t.lines.in(number(summary.in)),
      review: t.lines.review(number(summary.inZone)),
      out: t.lines.out(number(summary.out)),
      cut: t.lines.cut(score),
      tie: t.lines.tie(number(summary.tiesAtCut), score, number(summary.seatsForTied)),
      'tie-end': t.lines.tieEnd,
    },
    erased: t.erased,
    none: t.none,
    density: {
      ...t.density,
      title: t.density.title(candidates),
      about: t.density.about(number(summary.mean, 1), number(summary.sd, 1), number(summary.items)),
      cut: t.density.cut(score),
    },
  };
};

const summaryTexts = ({ round, summary }: RoundDetail, lang: Lang) => {
  if (!summary) return null;
  const { decided, open, all, leftOut, ...labels } = words(lang).summary;
  const seats = number(round.seats);
  const sentences = [
    summary.openSeats > 0
      ? `${decided(number(summary.in), seats)} ${open(number(summary.openSeats), number(summary.inZone))}`
      : all(seats),
    ...(summary.leftOut > 0 ? [leftOut(number(summary.leftOut))] : []),
  ];
  return { ...labels, sentence: sentences.join(' ') };
};

const rankingTexts = ({ drawsDone, draws, failed }: NonNullable<RoundDetail['ranking']>, lang: Lang) => {
  const t = decisionWords(lang).ranking;
  return failed
    ? { title: t.failed, what: t.failedWhat }
    : { title: t.title, what: t.what(number(drawsDone), number(draws)) };
};

/** All that a round's page says, in its one language and with its figures: no dictionary reaches the browser. */
export const textsOf = (detail: RoundDetail, shown: number, lang: Lang, timeZone: string) => {
  const { round, snapshot } = detail;
  const t = words(lang);
  const decisions = decisionWords(lang);
  const { done, doneTitle, doneWhat, ...publish } = decisions.publish;
  const { frozen, ...files } = decisions.files;
  const published = round.resultsPublishedAt;
  return {
    back: t.back,
    lead: [
      t.written(date(round.createdAt, lang, timeZone)),
      ...(snapshot ? [t.frozen(date(snapshot.frozenAt, lang, timeZone))] : []),
      ...(published ? [t.published(date(published, lang, timeZone))] : []),
    ].join(' · '),
    steps: t.steps,
    summary: summaryTexts(detail, lang),
    warnings: snapshot ? t.warnings : t.warningsBefore,
    computed: t.computed,
    policy: t.policy,
    sittings: t.sittings,
    list: listTexts(detail, shown, lang),
    reader: decisions.reader,
    freeze: snapshot ? null : decisions.freeze,
    ranking: detail.ranking && rankingTexts(detail.ranking, lang),
    publish: published ? null : publish,
    published: published
      ? { title: doneTitle, when: done(dateTime(published, lang, timeZone)), what: doneWhat }
      : null,
    names: decisions.names,
    files: snapshot && {
      ...files,
      frozen: frozen(dateTime(snapshot.frozenAt, lang, timeZone), number(snapshot.bytes)),
    },
  };
};

export type Texts = ReturnType<typeof textsOf>;
