import { and, eq } from 'drizzle-orm';
import { attempts, timeDecisions, type InstitutionDatabase } from '@puente/database';
import type { TimeDecision } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { readAttemptFacts } from '../attempts/attempt-facts.ts';
import { countAfterAll } from '../attempts/count-after-all.ts';
import { listSetAsideOf } from '../attempts/list-set-aside-of.ts';
import { getCandidateKey, getProctoredSitting } from './get-proctored-sitting.ts';

interface Decision {
  responseIds: string[];
  decision: TimeDecision;
  why: string;
}

/** Decides, once, whether answers whose time is disputed were given in time; accepted ones count from now on. */
export const decideTimes = async (
  db: InstitutionDatabase,
  actor: Actor,
  { sittingId, membershipId }: { sittingId: string; membershipId: string },
  { responseIds, decision, why }: Decision,
  { now }: Context,
): Promise<void> => {
  const { institutionId } = db;
  const sitting = await getProctoredSitting(db, actor, sittingId);
  if (sitting.releasedAt)
    throw new Conflict('sitting_released', 'The results are out: what counts changes no more.');
  const learnerKey = await getCandidateKey(db, sitting, membershipId);
  const [attempt] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.institutionId, institutionId),
        eq(attempts.sittingId, sittingId),
        eq(attempts.learnerKey, learnerKey),
      ),
    )
    .for('no key update');
  if (!attempt) throw new NotFound('attempt of this student at this sitting');
  const ids = new Set(responseIds);
  const rows = (await listSetAsideOf(db, [attempt.id])).filter(({ response }) => ids.has(response.id));
  const wrong = responseIds.findIndex(
    (id) => !rows.some(({ response, reason }) => response.id === id && reason === 'time_disputed'),
  );
  if (wrong >= 0) {
    throw new Invalid('invalid', 'Only answers whose time is disputed are decided.', [
      { field: `responseIds.${wrong}`, message: 'Not an answer of this student with a disputed time.' },
    ]);
  }
  if (rows.some((row) => row.decision))
    throw new Conflict('already_decided', 'One of these answers was decided before; a decision stands.');
  await db.insert(timeDecisions).values(
    rows.map(({ response }) => ({
      institutionId,
      learnerKey,
      responseId: response.id,
      decision,
      why,
      decidedBy: actor.membershipId,
      decidedAt: now,
    })),
  );
  if (decision === 'accepted') {
    const facts = await readAttemptFacts(db, learnerKey, [attempt.id]);
    await countAfterAll(db, facts.get(attempt.id)!, rows);
  }
  await audit(db, actor, now, {
    act: `attempt.times_${decision}`,
    subjectKind: 'attempt',
    subjectId: attempt.id,
    why,
    detail: { sittingId, responseIds: [...ids] },
  });
};
