import type { Merit } from '@puente/schemas';
import { number } from '#lib/format.ts';
import { place, probability } from '#lib/selection/figures.ts';
import type { Column } from '#lib/ui/data-table.ts';
import type { MeritTexts } from './merit-texts.ts';

export type Row = Omit<
  Merit,
  'fullName' | 'studentCode' | 'zone' | 'rankLow' | 'rankHigh' | 'probability'
> & {
  zone: NonNullable<Merit['zone']>;
  rankLow: number;
  rankHigh: number;
  probability: number;
};
export type Named = Pick<Merit, 'fullName' | 'studentCode'>;

interface MeritColumn extends Column<Row> {
  /** Drawn in the table; the others are for searching and copying. */
  shown: boolean;
}

/** `2/2`, `13.5 · 2/2`, `2/3 discrepan` */
export const dossierText = (t: Pick<MeritTexts, 'discrepant'>, { dossier }: Pick<Row, 'dossier'>): string =>
  dossier === null
    ? ''
    : [
        ...(dossier.score === null ? [] : [number(dossier.score, 1)]),
        `${dossier.readings}/${dossier.needed}`,
        ...(dossier.discrepant ? [t.discrepant] : []),
      ].join(' · ');

export const columnsOf = (
  t: Pick<MeritTexts, 'columns' | 'zones' | 'outcomes' | 'discrepant'>,
  names: Record<string, Named> | undefined,
  dossiers: boolean,
): MeritColumn[] => {
  const named = (id: keyof Named): MeritColumn => ({
    id,
    title: t.columns[id],
    value: ({ code }) => names?.[code]?.[id] ?? null,
    shown: true,
  });
  const figure = (id: 'rankLow' | 'rankHigh'): MeritColumn => ({
    id,
    title: t.columns[id],
    value: (row) => row[id],
    numeric: true,
    shown: false,
  });
  return [
    { id: 'rank', title: t.columns.rank, value: ({ rank }) => rank, text: place, numeric: true, shown: true },
    { id: 'code', title: t.columns.code, value: ({ code }) => code, shown: true },
    ...(names ? [named('fullName'), named('studentCode')] : []),
    {
      id: 'score',
      title: t.columns.score,
      value: ({ score }) => score,
      text: ({ score }) => number(score, 1),
      numeric: true,
      shown: true,
    },
    { id: 'interval', title: t.columns.interval, value: () => null, shown: true },
    figure('rankLow'),
    figure('rankHigh'),
    {
      id: 'probability',
      title: t.columns.probability,
      value: (row) => row.probability,
      text: (row) => probability(row.probability),
      numeric: true,
      shown: true,
    },
    { id: 'zone', title: t.columns.zone, value: ({ zone }) => t.zones[zone], shown: true },
    ...(dossiers
      ? [
          {
            id: 'dossier',
            title: t.columns.dossier,
            value: ({ dossier }: Row) => dossier?.score ?? null,
            text: (row: Row) => dossierText(t, row),
            shown: true,
          },
        ]
      : []),
    {
      id: 'outcome',
      title: t.columns.outcome,
      value: ({ outcome }) => outcome && t.outcomes[outcome],
      shown: true,
    },
  ];
};
