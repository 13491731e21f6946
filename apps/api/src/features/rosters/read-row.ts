import { cleanOptional } from '../people/clean-text.ts';
import { mendAccents } from './decode-file.ts';
import {
  readDocument,
  readDocumentKind,
  readEmail,
  readStudentCode,
  type IdentityDocument,
  type Read,
} from './read-cells.ts';
import { fold, type RosterField } from './roster-columns.ts';
import type { FaultCode, RosterFault } from './roster-fault.ts';
import type { Roster, RosterNames, RosterRow } from './roster.ts';
import { splitSurnames, splitSurnamesFirst, type Names } from './split-names.ts';

const longestText = 200;

const summaryLine =
  /^(sub ?)?total(es)?\b|^(cantidad|resumen|fecha|hora|pagina|pag|impreso|generado|emitido|elaborado|fuente|nota|usuario|reporte|firma|observaciones|page|printed|generated|date|count)\b/;
const nameFields: RosterField[] = [
  'givenNames',
  'firstSurname',
  'surnames',
  'surnamesFirst',
  'givenNamesFirst',
];
const idFields: RosterField[] = ['studentCode', 'documentNumber'];

/** Reads one row of cells into the roster: a person, a fault, or nothing where the line is none. */
export const readRow = (
  cells: string[],
  row: number,
  columns: Map<RosterField, number>,
  header: string[],
  roster: Roster,
): void => {
  const filled = cells.flatMap((cell, index) => (cell ? [index] : []));
  if (filled.length === 0 || isSummary(cells, columns)) return;
  if (filled.length === 1 && isStray(cells, filled[0]!, columns)) {
    const value = cells[filled[0]!]!;
    // Numbered lines that nobody filled in say nothing.
    if (!/^\d+$/.test(value))
      roster.warnings.push({ code: 'line_skipped', row, column: header[filled[0]!] ?? '', value });
    return;
  }
  const beyond = filled.find((index) => index >= header.length);
  if (beyond !== undefined) {
    roster.errors.push({ code: 'extra_cells', row, column: '', value: cells[beyond]! });
    return;
  }
  roster.rows.push(readPerson({ cells, row, columns, roster }));
};

const textAt = (cells: string[], columns: Map<RosterField, number>, field: RosterField): string => {
  const index = columns.get(field);
  return (index === undefined ? undefined : cells[index]) ?? '';
};

const isIdentified = (cells: string[], columns: Map<RosterField, number>) =>
  idFields.some((field) => /^(?=.*\d)[^\s:]+$/.test(textAt(cells, columns, field)));
const isNamed = (cells: string[], columns: Map<RosterField, number>) =>
  nameFields.some((field) => /\p{L}/u.test(textAt(cells, columns, field)));

/** "Total: 40", "Fecha de impresión …": below the people, or between them at a page break. */
const isSummary = (cells: string[], columns: Map<RosterField, number>): boolean =>
  summaryLine.test(fold(cells.find(Boolean)!)) && !(isIdentified(cells, columns) && isNamed(cells, columns));

/** A lone cell that neither identifies nor names anybody: a heading, a place and date. */
const isStray = (cells: string[], index: number, columns: Map<RosterField, number>): boolean =>
  columns.size > 1 &&
  !isIdentified(cells, columns) &&
  (!isNamed(cells, columns) || /[\d:]/.test(cells[index]!));

interface Line {
  cells: string[];
  row: number;
  columns: Map<RosterField, number>;
  roster: Roster;
}

const readPerson = (line: Line): RosterRow => {
  for (const field of line.columns.keys()) checkText(line, field);
  const studentCode = take(line, 'studentCode', readStudentCode);
  const document = takeDocument(line);
  if (idFields.every((field) => !cellOf(line, field))) {
    fail(
      line,
      idFields.find((field) => line.columns.has(field))!,
      'missing',
    );
  }
  return {
    row: line.row,
    studentCode,
    document,
    names: takeNames(line),
    email: take(line, 'email', readEmail) ?? take(line, 'otherEmail', readEmail),
    campus: cellOf(line, 'campus') || null,
    section: cellOf(line, 'section') || null,
    unconfirmed: /^(si|yes|x|1|true)$/.test(fold(cellOf(line, 'unconfirmed'))),
  };
};

const cellOf = ({ cells, columns }: Line, field: RosterField): string => textAt(cells, columns, field);

const faultAt = (
  { row, roster }: Line,
  field: RosterField,
  code: FaultCode,
  rest: Partial<RosterFault>,
): RosterFault => ({
  code,
  row,
  column: roster.columns[field] ?? '',
  ...rest,
});
const fail = (line: Line, field: RosterField, code: FaultCode, rest: Partial<RosterFault> = {}): void => {
  line.roster.errors.push(faultAt(line, field, code, rest));
};
const warn = (line: Line, field: RosterField, code: FaultCode, rest: Partial<RosterFault> = {}): void => {
  line.roster.warnings.push(faultAt(line, field, code, rest));
};

const checkText = (line: Line, field: RosterField): void => {
  const value = cellOf(line, field);
  const mended = mendAccents(value);
  if (mended !== undefined) fail(line, field, 'accents_damaged', { value, offer: mended });
  else if (/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(value))
    fail(line, field, 'unreadable_characters', { value });
  else if (value.length > longestText) fail(line, field, 'too_long', { other: String(longestText) });
};

const take = <T>(line: Line, field: RosterField, read: (text: string) => Read<T>): T | null => {
  const value = cellOf(line, field);
  if (!value) return null;
  const found = read(value);
  if ('value' in found) return found.value;
  fail(line, field, found.code, { value, offer: found.offer });
  return null;
};

const takeDocument = (line: Line): IdentityDocument | null => {
  const kind = cellOf(line, 'documentKind') ? take(line, 'documentKind', readDocumentKind) : 'dni';
  return kind && take(line, 'documentNumber', (text) => readDocument(kind, text));
};

const takeNames = (line: Line): RosterNames | null => {
  const has = (field: RosterField) => line.columns.has(field);
  const need = (field: RosterField): string => {
    const text = cellOf(line, field);
    if (!text) fail(line, field, 'missing');
    return text;
  };
  if (has('givenNames') && has('firstSurname')) {
    noteUnusual(line, ['firstSurname', 'secondSurname', 'givenNames']);
    const secondSurname = cleanOptional(cellOf(line, 'secondSurname'));
    return { firstSurname: need('firstSurname'), secondSurname, givenNames: need('givenNames') };
  }
  if (has('givenNames') && has('surnames')) {
    noteUnusual(line, ['surnames', 'givenNames']);
    const surnames = need('surnames');
    return shownSplit(line, 'surnames', { ...splitSurnames(surnames), givenNames: need('givenNames') });
  }
  const field = (['surnamesFirst', 'givenNamesFirst'] as const).find(has);
  if (!field) return null;
  const text = need(field);
  if (!text) return null;
  noteUnusual(line, [field]);
  // Given names first and no comma: they may end in one surname or in two.
  const names = field === 'surnamesFirst' || text.includes(',') ? splitSurnamesFirst(text) : undefined;
  if (names) return shownSplit(line, field, names);
  fail(line, field, 'names_together', { value: text });
  return null;
};

const shownSplit = (line: Line, field: RosterField, { certain, ...names }: Names): RosterNames => {
  const other = [names.firstSurname, names.secondSurname, names.givenNames].filter(Boolean).join(' | ');
  if (!certain) warn(line, field, 'names_split', { value: cellOf(line, field), other });
  return names;
};

const noteUnusual = (line: Line, fields: RosterField[]): void => {
  for (const field of fields) {
    const value = cellOf(line, field);
    const other = /[^\p{L}\p{M}\s'’´`.\-‐–,()]/u.exec(value)?.[0];
    if (other) warn(line, field, 'unusual_character', { value, other });
  }
};
