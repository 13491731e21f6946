const dayMs = 24 * 3_600_000;
/** Lima keeps one offset all year. */
const limaOffsetMs = -5 * 3_600_000;

/** Days of the term, counted from its first; the present is in day 98. */
export const days = {
  enrolment: -3,
  openingEnds: 28,
  learningEnds: 84,
  selectionPrepared: 70,
  closingBegins: 86,
  closingEnds: 88,
  selection: 93,
  snapshot: 94,
  published: 95,
  freshSection: 95,
  yesterday: 97,
  present: 98,
} as const;

export interface Term {
  /** "2026-2": the year and its half. */
  code: string;
  present: Date;
  /** A moment by the clocks of Lima. */
  at(day: number, hour: number, minute?: number): Date;
  /** A day as a calendar writes it. */
  date(day: number): string;
}

/** A term of fourteen weeks that ends now. */
export const termUntil = (present: Date): Term => {
  const today = Math.floor((present.getTime() + limaOffsetMs) / dayMs);
  const first = (today - days.present) * dayMs;
  const date = (day: number) => new Date(first + day * dayMs).toISOString().slice(0, 10);
  const [year, month] = date(0).split('-').map(Number);
  return {
    code: `${year}-${month! < 7 ? 1 : 2}`,
    present,
    at: (day, hour, minute = 0) =>
      new Date(first - limaOffsetMs + day * dayMs + hour * 3_600_000 + minute * 60_000),
    date,
  };
};
