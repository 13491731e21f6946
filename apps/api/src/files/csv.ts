import { stringify } from 'csv-stringify/sync';

/** Numbers stay numbers (decimal point); everything else is text as it is. */
export type CsvCell = string | number | null;

/**
 * A spreadsheet runs what starts like a formula: an apostrophe before it makes it text. Text that already has
 * apostrophes there gets one more, so that removing one always gives back exactly what was written.
 */
export const guardFormula = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
export const removeFormulaGuard = (text: string): string =>
  /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;

/** A file that Excel opens by a double click where the comma is a decimal sign: UTF-8 with BOM, `;`, CRLF. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))),
      {
        bom: true,
        delimiter: ';',
        record_delimiter: '\r\n',
        cast: { number: (value) => String(value) },
      },
    ),
  );
