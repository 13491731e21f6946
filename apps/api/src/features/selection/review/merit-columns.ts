import type { Language, Merit } from '@puente/schemas';
import { writePdf } from '../../../files/pdf.ts';
import { yesNo } from '../../../files/yes-no.ts';
import { decidedByWords, outcomeWords } from '../results/decision-words.ts';
import type { Merits } from './get-merits.ts';

type Cell = string | number | null;

interface Column {
  title: Record<Language, string>;
  cell: (row: Merit, language: Language, merits: Merits) => Cell;
  /** Shown only when names are. */
  named?: true;
  /** Its share of a printed line; left out where there is none. */
  share?: number;
}

const zones: Record<NonNullable<Merit['zone']>, Record<Language, string>> = {
  in: { es: 'dentro', en: 'in' },
  review: { es: 'en revisión', en: 'review' },
  out: { es: 'fuera', en: 'out' },
};
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

const columnsOf = (merits: Merits): Column[] => [
  { title: { es: 'Código', en: 'Code' }, cell: (row) => row.code, share: 1.1 },
  {
    title: { es: 'Código de estudiante', en: 'Student code' },
    cell: (row) => row.studentCode,
    named: true,
    share: 1.4,
  },
  { title: { es: 'Nombre', en: 'Name' }, cell: (row) => row.fullName, named: true, share: 3 },
  ...(merits.policy.campusSeats
    ? [
        {
          title: { es: 'Sede', en: 'Campus' },
          cell: (row: Merit) =>
            merits.policy.campusSeats!.find(({ campusId }) => campusId === row.campusId)?.campusName ?? null,
          share: 1.4,
        },
      ]
    : []),
  { title: { es: 'Puesto', en: 'Rank' }, cell: (row) => row.rank, share: 0.8 },
  { title: { es: 'Empata con', en: 'Tied with' }, cell: (row) => row.tiedWith, share: 0.8 },
  { title: { es: 'Puntaje T', en: 'Score T' }, cell: (row) => rounded(row.score, 6), share: 1.2 },
  ...merits.policy.components.map(({ courseId }, component): Column => ({
    title: { es: `${courseId} %`, en: `${courseId} %` },
    cell: (row) => rounded(row.percents[component]!, 4),
  })),
  {
    title: { es: 'Recuperación', en: 'Make-up' },
    cell: (row, language) => (row.makeUp ? yesNo(true, language) : null),
  },
  { title: { es: 'Puesto desde (90 %)', en: 'Rank from (90 %)' }, cell: (row) => row.rankLow, share: 1 },
  { title: { es: 'Puesto hasta (90 %)', en: 'Rank to (90 %)' }, cell: (row) => row.rankHigh, share: 1 },
  {
    title: { es: 'P(entre las plazas)', en: 'P(within the seats)' },
    cell: (row) => (row.probability === null ? null : rounded(row.probability, 6)),
    share: 1.1,
  },
  {
    title: { es: 'Zona', en: 'Zone' },
    cell: (row, language) => row.zone && zones[row.zone][language],
    share: 1.1,
  },
  {
    title: { es: 'Resultado', en: 'Outcome' },
    cell: (row, language) => row.outcome && outcomeWords[row.outcome][language],
    share: 1.1,
  },
  { title: { es: 'Lugar', en: 'Place' }, cell: (row) => row.place, share: 0.7 },
  {
    title: { es: 'Decidió', en: 'Decided by' },
    cell: (row, language) => row.decidedBy && decidedByWords[row.decidedBy][language],
    share: 1.6,
  },
  {
    title: { es: 'Demostración', en: 'Demonstration' },
    cell: (_, language, { round }) => yesNo(round.demonstration, language),
  },
];

/** A header and one row a candidate, the same in every format. */
export const meritsTable = (merits: Merits, names: boolean, language: Language): Cell[][] => {
  const shown = columnsOf(merits).filter((column) => names || !column.named);
  return [
    shown.map((column) => column.title[language]),
    ...merits.rows.map((row) => shown.map((column) => column.cell(row, language, merits))),
  ];
};

/** The list to print, with the hash on every page. */
export const writeMeritsPdf = (merits: Merits, names: boolean, language: Language): Promise<Buffer> => {
  const shown = columnsOf(merits).filter((column) => (names || !column.named) && column.share !== undefined);
  const total = shown.reduce((sum, column) => sum + column.share!, 0);
  const title = language === 'es' ? 'Cuadro de méritos' : 'Shortlist';
  const synthetic = language === 'es' ? 'DEMOSTRACIÓN: datos sintéticos.' : 'DEMONSTRATION: synthetic data.';
  return writePdf(
    {
      title: `${title}: ${merits.round.name}`,
      at: new Date(merits.round.createdAt),
      language,
      footer: `${merits.round.name} · SHA-256 ${merits.sha256}`,
      landscape: true,
    },
    (page) => {
      page.title(title);
      page.paragraph(merits.round.name);
      if (merits.round.demonstration) page.paragraph(synthetic);
      page.table(
        shown.map((column) => ({ title: column.title[language], share: column.share! / total })),
        merits.rows.map((row) =>
          shown.map((column) => {
            const cell = column.cell(row, language, merits);
            return cell === null ? '' : String(cell);
          }),
        ),
      );
    },
  );
};
