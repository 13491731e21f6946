import { and, eq } from 'drizzle-orm';
import { attempts, sittings, type InstitutionDatabase } from '@puente/database';
import type { listSetAside as endpoint, SetAsideAnswer } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { byElapsed, byWallClock } from '../attempts/answered-at.ts';
import { listSetAsideOf } from '../attempts/list-set-aside-of.ts';
import { showSittings } from '../sittings/show-sittings.ts';
import { getProctoredSitting } from './get-proctored-sitting.ts';
import { listCandidates } from './list-candidates.ts';
import { namesOf } from './names-of.ts';

type SetAsideAnswers = z.output<(typeof endpoint)['response']>;

/** A sitting's answers that came and do not count, and what was decided; those that wait for a decision first. */
export const listSetAside = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  context: Context,
): Promise<SetAsideAnswers> => {
  const row = await getProctoredSitting(db, actor, sittingId);
  const [sitting] = await showSittings(db, eq(sittings.id, sittingId), context);
  const runs = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.institutionId, db.institutionId), eq(attempts.sittingId, sittingId)));
  const attemptOf = new Map(runs.map((run) => [run.id, run]));
  const rows = (await listSetAsideOf(db, [...attemptOf.keys()])).filter(
    // What counts again by a longer time is no longer aside.
    ({ recorded, decision }) => !recorded || decision,
  );
  const candidates = await listCandidates(db, row, context.now);
  const candidateOf = new Map(candidates.map((candidate) => [candidate.learnerKey, candidate]));
  const names = await namesOf(
    db,
    rows.flatMap(({ decision }) => decision?.decidedBy ?? []),
  );
  const answers = rows.flatMap(({ attemptId, learnerKey, response, reason, receivedAt, decision }) => {
    const candidate = candidateOf.get(learnerKey);
    const attempt = attemptOf.get(attemptId)!;
    // An erased person has no name any more; what they answered cannot be decided.
    if (!candidate) return [];
    const clocks = { ...response, wallTime: new Date(response.wallTime) };
    const answer: SetAsideAnswer = {
      responseId: response.id,
      membershipId: candidate.membershipId,
      fullName: candidate.fullName,
      studentCode: candidate.studentCode,
      itemId: response.itemId,
      position: response.position,
      reason,
      receivedAt: receivedAt.toISOString(),
      closesAt: attempt.closesAt?.toISOString() ?? null,
      byElapsed: instant(byElapsed(clocks, attempt)),
      byWallClock: instant(byWallClock(clocks)),
      origin: response.origin,
      lease: response.lease,
      deviceSequence: response.deviceSequence,
      decision: decision && {
        decision: decision.decision,
        why: decision.why,
        at: decision.decidedAt.toISOString(),
        byName: names.get(decision.decidedBy) ?? '',
      },
    };
    return [answer];
  });
  const waits = ({ reason, decision }: SetAsideAnswer) => reason === 'time_disputed' && !decision;
  return {
    sitting: sitting!,
    answers: answers.sort(
      (a, b) =>
        Number(waits(b)) - Number(waits(a)) ||
        a.fullName.localeCompare(b.fullName, 'es') ||
        a.lease - b.lease ||
        a.deviceSequence - b.deviceSequence,
    ),
  };
};

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
