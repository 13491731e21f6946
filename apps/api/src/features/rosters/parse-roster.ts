import { parse, type Options } from 'csv-parse/sync';
import { removeFormulaGuard } from '../../files/csv.ts';
import { cleanText } from '../people/clean-text.ts';
import { decodeFile } from './decode-file.ts';
import { readRow } from './read-row.ts';
import { findField, fold, type RosterField } from './roster-columns.ts';
import type { FaultCode, RosterFault } from './roster-fault.ts';
import { documentKey, type Roster } from './roster.ts';

export const maximumRows = 20_000;
const headerWithin = 50;
/** Beyond these the file is no roster, and reading on would hold up everybody else. */
const maximumLines = 2 * maximumRows;
const longestLine = 20_000;
const separators = [';', '\t', ',', '|'];

/**
 * Reads a roster as an office exports it. Never throws: what cannot be read is an error with its row and column,
 * and no file with an error is imported.
 */
export const parseRoster = (bytes: Uint8Array): Roster => {
  const roster: Roster = {
    headerRow: 1,
    rows: [],
    errors: [],
    warnings: [],
    columns: {},
    ignoredColumns: [],
  };
  const refuse = (code: FaultCode, row = 1, rest: Partial<RosterFault> = {}): Roster => {
    roster.errors.push({ code, row, column: '', ...rest });
    return roster;
  };
  const decoded = decodeFile(bytes);
  if ('code' in decoded) return refuse(decoded.code);
  if (decoded.text.trim() === '') return refuse('empty_file');

  const beyond = findBeyondMeasure(decoded.text);
  if (beyond) return refuse(beyond.code, beyond.row, { other: String(maximumRows) });
  const { records, openedInRow } = readRecords(decoded.text, detectSeparator(decoded.text));
  if (openedInRow !== undefined) return refuse('quote_not_closed', openedInRow);
  const headerIndex = findHeader(records.slice(0, headerWithin));
  if (headerIndex < 0) return refuse('no_header');
  roster.headerRow = headerIndex + 1;
  const header = records[headerIndex]!;
  const columns = readHeader(header, roster);

  // A page break repeats the title lines and the header.
  const above = new Set(records.slice(0, headerIndex + 1).map(asLine));
  for (const [index, cells] of records.entries()) {
    if (index <= headerIndex || above.has(asLine(cells))) continue;
    if (roster.rows.length >= maximumRows)
      return refuse('too_many_rows', index + 1, { other: String(maximumRows) });
    readRow(cells, index + 1, columns, header, roster);
  }
  if (roster.rows.length === 0 && roster.errors.length === 0) return refuse('no_rows', roster.headerRow);
  findDuplicates(roster);
  return roster;
};

/** Looked for before anything is taken apart. */
const findBeyondMeasure = (text: string): { code: FaultCode; row: number } | undefined => {
  const ends = /\r\n|\n|\r|$/g;
  for (let row = 1, start = 0; start < text.length; row++) {
    ends.lastIndex = start;
    const end = ends.exec(text)!;
    if (end.index - start > longestLine) return { code: 'quote_not_closed', row };
    if (row > maximumLines) return { code: 'too_many_rows', row };
    start = end.index + (end[0].length || 1);
  }
  return undefined;
};

const asLine = (cells: string[]): string => cells.map(fold).join('\n').trim();

const readRecords = (text: string, delimiter: string): { records: string[][]; openedInRow?: number } => {
  const records: string[][] = [];
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestLine,
    on_record: (cells: string[]) => {
      records.push(cells.map((cell) => cleanText(removeFormulaGuard(cell))));
      return null;
    },
  };
  try {
    parse(text, options);
    return { records };
  } catch {
    // Relaxed as it is, the parser has one complaint left: a line that never ends, mostly for a quotation mark.
    return { records, openedInRow: records.length + 1 };
  }
};

const fieldsIn = (cells: string[]): Set<RosterField> =>
  new Set(cells.map(findField).filter((field) => field !== undefined));

/** The row that names the most columns, one that identifies people among them. */
const findHeader = (records: string[][]): number => {
  const scores = records.map((cells) => {
    const fields = fieldsIn(cells);
    return fields.has('studentCode') || fields.has('documentNumber') ? fields.size : 0;
  });
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
};

/** The separator under which a header is best recognised, or the one that the first line declares to Excel. */
const detectSeparator = (text: string): string => {
  const declared = /^sep=(.)[\r\n]/i.exec(text);
  if (declared && separators.includes(declared[1]!)) return declared[1]!;
  const top = text.split(/\r\n|\n|\r/, headerWithin).join('\n');
  const scores = separators.map((separator) => {
    const { records } = readRecords(top, separator);
    const header = findHeader(records);
    return header < 0 ? 0 : fieldsIn(records[header]!).size;
  });
  return separators[scores.indexOf(Math.max(...scores))]!;
};

const mayRepeat = new Set<RosterField>(['section', 'otherEmail']);

const readHeader = (header: string[], roster: Roster): Map<RosterField, number> => {
  const columns = new Map<RosterField, number>();
  for (const [index, name] of header.entries()) {
    const field = findField(name);
    const earlier = field && columns.get(field);
    if (field === undefined || (earlier !== undefined && mayRepeat.has(field))) {
      if (name) roster.ignoredColumns.push(name);
    } else if (earlier !== undefined) {
      roster.errors.push({
        code: 'column_twice',
        row: roster.headerRow,
        column: name,
        other: header[earlier]!,
      });
    } else {
      columns.set(field, index);
      roster.columns[field] = name;
    }
  }
  return columns;
};

const findDuplicates = ({ rows, columns, errors, warnings }: Roster): void => {
  const firstRowOf = new Map<string, number>();
  const earlierRow = (key: string, row: number): string | undefined => {
    const earlier = firstRowOf.get(key);
    if (earlier === undefined) firstRowOf.set(key, row);
    return earlier?.toString();
  };
  for (const { row, studentCode, document, email } of rows) {
    const sameCode = studentCode && earlierRow(`code ${studentCode.toUpperCase()}`, row);
    if (sameCode)
      errors.push({
        code: 'duplicate_code',
        row,
        column: columns.studentCode!,
        value: studentCode,
        other: sameCode,
      });
    const sameDocument = document && earlierRow(`document ${documentKey(document)}`, row);
    if (sameDocument) {
      errors.push({
        code: 'duplicate_document',
        row,
        column: columns.documentNumber!,
        value: document.number,
        other: sameDocument,
      });
    }
    const sameEmail = email && earlierRow(`email ${email.toLowerCase()}`, row);
    if (sameEmail) {
      warnings.push({
        code: 'email_shared',
        row,
        column: columns.email ?? columns.otherEmail!,
        value: email,
        other: sameEmail,
      });
    }
  }
};
