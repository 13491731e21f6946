import type { RosterReport } from '@puente/schemas';

export const previewFields = [
  'studentCode',
  'firstSurname',
  'secondSurname',
  'givenNames',
  'document',
  'email',
  'campus',
] as const;
export type PreviewField = (typeof previewFields)[number];

/** What a page of import shows after either step. */
export interface RosterReview {
  name?: string;
  report?: RosterReport;
  /** How the columns were read, and the heads of the preview, in the page's language. */
  columns?: string[];
  heads?: { field: PreviewField; label: string }[];
  /** The checked file, zipped, for the second step; only where it may be imported. */
  carried?: string;
  /** What else the first form said, such as the cohort to enrol in: the second must say the same. */
  fields?: Record<string, string>;
  fault?: 'missing' | 'tooLarge' | 'changed' | 'refused';
}
