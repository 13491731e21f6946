import type { IdentityDocument } from './read-cells.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterFault } from './roster-fault.ts';

export interface RosterNames {
  givenNames: string;
  firstSurname: string;
  /** Null: not stated. */
  secondSurname: string | null;
}

export interface RosterRow {
  /** As a spreadsheet counts: from 1, header and blank rows included, a quoted line break not. */
  row: number;
  studentCode: string | null;
  document: IdentityDocument | null;
  /** Null where the file has no columns for names. */
  names: RosterNames | null;
  email: string | null;
  campus: string | null;
  section: string | null;
  /** What an export of ours says of who joined by code; reading it back confirms nobody. */
  unconfirmed: boolean;
}

export interface Roster {
  headerRow: number;
  rows: RosterRow[];
  errors: RosterFault[];
  warnings: RosterFault[];
  /** What each field was read from, by its header. */
  columns: Partial<Record<RosterField, string>>;
  ignoredColumns: string[];
}

export const documentKey = ({ kind, number }: IdentityDocument): string => `${kind}:${number.toUpperCase()}`;
