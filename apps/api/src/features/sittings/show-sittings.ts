import { and, asc, count, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { attempts, cohorts, enrolments, sittings, type InstitutionDatabase } from '@puente/database';
import type { Sitting } from '@puente/schemas';
import type { Context } from '../../context.ts';
import { listResultHours } from '../selection/list-result-hours.ts';
import { sittingStateAt } from './sitting-state.ts';

/** Sittings as faculty and staff see them, with how many are enrolled, started and finished. */
export const showSittings = async (
  db: InstitutionDatabase,
  which: SQL | undefined,
  { catalogue, now }: Context,
): Promise<Sitting[]> => {
  const rows = await db
    .select({ sitting: sittings, cohortName: cohorts.name })
    .from(sittings)
    .innerJoin(
      cohorts,
      and(eq(cohorts.institutionId, sittings.institutionId), eq(cohorts.id, sittings.cohortId)),
    )
    .where(and(eq(sittings.institutionId, db.institutionId), which))
    .orderBy(asc(sittings.opensAt), asc(sittings.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ sitting }) => sitting.id);
  const cohortIds = [...new Set(rows.map(({ sitting }) => sitting.cohortId))];
  const runs = await db
    .select({ sittingId: attempts.sittingId, started: count(), finished: count(attempts.finishedAt) })
    .from(attempts)
    .where(and(eq(attempts.institutionId, db.institutionId), inArray(attempts.sittingId, ids)))
    .groupBy(attempts.sittingId);
  const sizes = await db
    .select({ cohortId: enrolments.cohortId, enrolled: count() })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        inArray(enrolments.cohortId, cohortIds),
        isNull(enrolments.leftAt),
      ),
    )
    .groupBy(enrolments.cohortId);
  const hours = await listResultHours(db, ids, now);
  const runsOf = new Map(runs.map((run) => [run.sittingId, run]));
  const sizeOf = new Map(sizes.map((size) => [size.cohortId, size.enrolled]));
  return rows.map(({ sitting, cohortName }) => ({
    id: sitting.id,
    cohortId: sitting.cohortId,
    cohortName,
    courseId: sitting.courseId,
    wave: sitting.wave,
    forms: sitting.forms,
    demonstration: sitting.demonstration,
    proctored: sitting.proctored,
    state: sittingStateAt(sitting, now),
    opensAt: sitting.opensAt.toISOString(),
    closesAt: sitting.closesAt.toISOString(),
    durationMinutes: sitting.durationMinutes,
    lateHours: sitting.lateHours,
    releasedAt: sitting.releasedAt?.toISOString() ?? null,
    waitsForRound: hours.get(sitting.id) === 'waiting',
    items: catalogue.forms.get(sitting.forms[0]!)?.items.length ?? 0,
    started: runsOf.get(sitting.id)?.started ?? 0,
    finished: runsOf.get(sitting.id)?.finished ?? 0,
    enrolled: sizeOf.get(sitting.cohortId) ?? 0,
  }));
};
