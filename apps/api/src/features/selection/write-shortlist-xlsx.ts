import writeExcelFile from 'write-excel-file/node';
import type { Language } from '@puente/schemas';

/** Numbers are typed and codes are text, so that no spreadsheet takes a leading zero or adds up a code. */
export const writeShortlistXlsx = (
  table: readonly (readonly (string | number | null)[])[],
  language: Language,
): Promise<Buffer> => {
  const [header, ...rows] = table;
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
    ),
  );
  return writeExcelFile(
    [header!.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })), ...cells],
    {
      sheet: language === 'es' ? 'Cuadro de méritos' : 'Shortlist',
      stickyRowsCount: 1,
    },
  ).toBuffer();
};
