import type { InstitutionDatabase } from '@puente/database';
import type { RoundSitting } from '@puente/schemas';
import type { Context } from '../../context.ts';
import { graceMs } from '../attempts/admit-response.ts';
import { listRecordGaps } from '../proctoring/record-gaps.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';

interface Row {
  id: string;
  cohortId: string;
  cohortName: string;
  courseId: string;
  forms: string[];
  opensAt: Date;
  closesAt: Date;
  lateHours: number;
  closedAt: Date | null;
  releasedAt: Date | null;
  proctored: boolean;
  demonstration: boolean;
  enrolled: number;
  started: number;
  lastArrival: Date | null;
}

/** The sittings of form S: all of the institution, or those that a round rests on. */
export const listRoundSittings = async (
  db: InstitutionDatabase,
  { catalogue, now }: Context,
  roundId?: string,
): Promise<RoundSitting[]> => {
  const { rows } = await db.$client.query<Row>(
    `select s.id, s.cohort_id as "cohortId", c.name as "cohortName", s.course_id as "courseId", s.forms,
       s.opens_at as "opensAt", s.closes_at as "closesAt", s.closed_at as "closedAt", s.released_at as "releasedAt",
       s.late_hours as "lateHours", s.proctored, s.demonstration,
       (select count(*)::int from enrolments e
          where e.institution_id = s.institution_id and e.cohort_id = s.cohort_id and e.left_at is null) as enrolled,
       run.started, run."lastArrival"
     from sittings s
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     cross join lateral (
       select count(*)::int as started,
         max(coalesce(a.closes_at, s.closes_at) + make_interval(hours => s.late_hours)) as "lastArrival"
       from attempts a where a.institution_id = s.institution_id and a.sitting_id = s.id) run
     where s.institution_id = $1 and s.wave = 'selection' and ($2::uuid is null or s.id in (
       select sitting_id from selection_round_sittings where institution_id = $1 and round_id = $2
       union all select sitting_id from round_sittings where institution_id = $1 and round_id = $2))
     order by s.closes_at, s.id`,
    [db.institutionId, roundId ?? null],
  );
  const gaps = await listRecordGaps(
    db,
    rows.flatMap(({ id, proctored }) => (proctored ? [id] : [])),
  );
  return rows.map(({ opensAt, closedAt, releasedAt, lastArrival, ...row }): RoundSitting => {
    const state = sittingStateAt({ opensAt, closesAt: row.closesAt, closedAt, releasedAt }, now);
    const over = state === 'closed' || state === 'released';
    return {
      ...row,
      courseTitle: catalogue.courses.find((course) => course.id === row.courseId)?.title ?? {
        es: row.courseId,
        en: row.courseId,
      },
      items: row.forms.reduce((sum, form) => sum + (catalogue.forms.get(form)?.items.length ?? 0), 0),
      recordGaps: gaps.get(row.id) ?? [],
      state,
      settled: over && (lastArrival === null || now.getTime() > lastArrival.getTime() + graceMs),
      opensAt: opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
    };
  });
};
