import type { ShortlistRow } from '@puente/schemas';
import type { Column } from '#lib/ui/data-table.ts';
import { answers, place, probability } from '#lib/selection/figures.ts';
import type { Texts } from './texts.ts';

export type Row = Omit<ShortlistRow, 'fullName' | 'studentCode'>;
export type Named = Pick<ShortlistRow, 'fullName' | 'studentCode'>;

interface ShortlistColumn extends Column<Row> {
  /** Drawn in the table; the others are for searching and copying. */
  shown: boolean;
}

export const columnsOf = (
  t: Pick<NonNullable<Texts['list']>, 'columns' | 'zones'>,
  names: Record<string, Named> | undefined,
): ShortlistColumn[] => [
  { id: 'rank', title: t.columns.rank, value: ({ rank }) => rank, text: place, numeric: true, shown: true },
  { id: 'code', title: t.columns.code, value: ({ code }) => code, shown: true },
  ...(names
    ? [
        {
          id: 'fullName',
          title: t.columns.fullName,
          value: ({ code }: Row) => names[code]?.fullName ?? null,
          shown: true,
        },
        {
          id: 'studentCode',
          title: t.columns.studentCode,
          value: ({ code }: Row) => names[code]?.studentCode ?? null,
          shown: true,
        },
      ]
    : []),
  {
    id: 'score',
    title: t.columns.score,
    value: ({ score }) => score,
    text: ({ score }) => answers(score),
    numeric: true,
    shown: true,
  },
  { id: 'interval', title: t.columns.interval, value: () => null, shown: true },
  { id: 'rankLow', title: t.columns.rankLow, value: ({ rankLow }) => rankLow, numeric: true, shown: false },
  {
    id: 'rankHigh',
    title: t.columns.rankHigh,
    value: ({ rankHigh }) => rankHigh,
    numeric: true,
    shown: false,
  },
  {
    id: 'probability',
    title: t.columns.probability,
    value: (row) => row.probability,
    text: (row) => probability(row.probability),
    numeric: true,
    shown: true,
  },
  { id: 'zone', title: t.columns.zone, value: ({ zone }) => t.zones[zone], shown: true },
];
