import type { Language, ShortlistRow } from '@puente/schemas';
import { yesNo } from '../../files/yes-no.ts';
import type { Shortlist } from './get-shortlist.ts';

type Cell = string | number | null;

type Listed = Pick<Shortlist, 'rows' | 'synthetic'>;

interface Column {
  title: Record<Language, string>;
  cell: (row: ShortlistRow, language: Language, list: Listed) => Cell;
  /** Shown only when names are. */
  named?: true;
}

const zones: Record<ShortlistRow['zone'], Record<Language, string>> = {
  in: { es: 'dentro', en: 'in' },
  review: { es: 'en revisión', en: 'review' },
  out: { es: 'fuera', en: 'out' },
};
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

const columns: Column[] = [
  { title: { es: 'Código', en: 'Code' }, cell: (row) => row.code },
  { title: { es: 'Código de estudiante', en: 'Student code' }, cell: (row) => row.studentCode, named: true },
  { title: { es: 'Nombre', en: 'Name' }, cell: (row) => row.fullName, named: true },
  { title: { es: 'Puesto', en: 'Rank' }, cell: (row) => row.rank },
  { title: { es: 'Empata con', en: 'Tied with' }, cell: (row) => row.tiedWith },
  { title: { es: 'Puntaje', en: 'Score' }, cell: (row) => rounded(row.score, 6) },
  { title: { es: 'Puntaje %', en: 'Score %' }, cell: (row) => rounded(row.scorePercent, 4) },
  { title: { es: 'Puesto desde (90 %)', en: 'Rank from (90 %)' }, cell: (row) => row.rankLow },
  { title: { es: 'Puesto hasta (90 %)', en: 'Rank to (90 %)' }, cell: (row) => row.rankHigh },
  {
    title: { es: 'P(entre las plazas)', en: 'P(within the seats)' },
    cell: (row) => rounded(row.probability, 6),
  },
  { title: { es: 'Zona', en: 'Zone' }, cell: (row, language) => zones[row.zone][language] },
  {
    title: { es: 'Datos sintéticos', en: 'Synthetic data' },
    cell: (_, language, { synthetic }) => yesNo(synthetic, language),
  },
];

/** A header and one row a candidate, the same in every format. */
export const shortlistTable = (list: Listed, names: boolean, language: Language): Cell[][] => {
  const shown = columns.filter((column) => names || !column.named);
  return [
    shown.map((column) => column.title[language]),
    ...list.rows.map((row) => shown.map((column) => column.cell(row, language, list))),
  ];
};
