import { and, asc, eq, isNull } from 'drizzle-orm';
import { attempts, enrolments, sittings, type InstitutionDatabase } from '@puente/database';
import type { Language, OwnSittingDetail } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { isHeldBy } from '../attempts/show-attempt.ts';
import { sittingStateAt } from './sitting-state.ts';

/** The sittings of a learner's cohorts, with the state of the learner's own attempt, earliest first. */
export const listOwnSittings = async (
  db: InstitutionDatabase,
  actor: Actor,
  language: Language,
  { catalogue, now }: Context,
  sittingId?: string,
): Promise<OwnSittingDetail[]> => {
  const rows = await db
    .select({
      sitting: sittings,
      attemptId: attempts.id,
      finishedAt: attempts.finishedAt,
      attemptClosesAt: attempts.closesAt,
      attemptLanguage: attempts.language,
      heldBy: attempts.heldBy,
    })
    .from(enrolments)
    .innerJoin(
      sittings,
      and(eq(sittings.institutionId, enrolments.institutionId), eq(sittings.cohortId, enrolments.cohortId)),
    )
    .leftJoin(
      attempts,
      and(
        eq(attempts.institutionId, sittings.institutionId),
        eq(attempts.sittingId, sittings.id),
        eq(attempts.learnerKey, enrolments.learnerKey),
      ),
    )
    .where(
      and(
        eq(enrolments.institutionId, db.institutionId),
        eq(enrolments.learnerKey, learnerKeyOf(actor)),
        isNull(enrolments.leftAt),
        sittingId === undefined ? undefined : eq(sittings.id, sittingId),
      ),
    )
    .orderBy(asc(sittings.opensAt), asc(sittings.id));
  return rows.map(({ sitting, attemptId, finishedAt, attemptClosesAt, attemptLanguage, heldBy }) => {
    const attemptState =
      attemptId === null
        ? 'none'
        : finishedAt
          ? 'finished'
          : attemptClosesAt && attemptClosesAt < now
            ? 'expired'
            : 'running';
    return {
      id: sitting.id,
      courseId: sitting.courseId,
      courseTitle: catalogue.getCourse(sitting.courseId).title[language],
      wave: sitting.wave,
      state: sittingStateAt(sitting, now),
      opensAt: sitting.opensAt.toISOString(),
      closesAt: sitting.closesAt.toISOString(),
      durationMinutes: sitting.durationMinutes,
      items: catalogue.forms.get(sitting.forms[0]!)?.items.length ?? 0,
      attemptId,
      attemptState,
      proctored: sitting.proctored,
      demonstration: sitting.demonstration,
      lateHours: sitting.lateHours,
      needsRoomCode: sitting.roomSecret !== null,
      held: attemptState === 'running' ? isHeldBy({ heldBy }, actor) : null,
      attemptClosesAt: attemptClosesAt?.toISOString() ?? null,
      language: attemptLanguage,
    };
  });
};
