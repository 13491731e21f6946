import { and, eq } from 'drizzle-orm';
import { sittings, type InstitutionDatabase } from '@puente/database';
import type { Sitting } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { listResultHours } from '../selection/list-result-hours.ts';
import { closeSitting } from './close-sitting.ts';
import { showSittings } from './show-sittings.ts';
import { sittingStateAt } from './sitting-state.ts';

interface Change {
  to: 'open' | 'closed' | 'released';
  why?: string | undefined;
}

const from = { open: ['prepared'], closed: ['open'], released: ['closed'] } as const;

/** Opens a sitting now, closes it now, or releases its results. */
export const changeSittingState = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  { to, why }: Change,
  context: Context,
): Promise<Sitting> => {
  const one = and(eq(sittings.institutionId, db.institutionId), eq(sittings.id, sittingId));
  const [sitting] = await db.select().from(sittings).where(one).for('update');
  if (!sitting) throw new NotFound('sitting');
  await getCohortFor(db, actor, sitting.cohortId);
  if (sitting.wave === 'selection' && actor.role !== 'staff')
    throw new Forbidden('role', 'Only programme staff open the selection form.');
  const state = sittingStateAt(sitting, context.now);
  if (!(from[to] as readonly string[]).includes(state)) {
    throw new Conflict('sitting_state', `A sitting that is ${state} cannot become ${to}.`);
  }
  const { now } = context;
  if (to === 'released' && (await listResultHours(db, [sittingId], now)).get(sittingId) === 'waiting') {
    throw new Conflict(
      'results_have_their_hour',
      'A round selects by this sitting: its results reach everybody at the hour of the round, and not before.',
    );
  }
  if (to === 'closed') await closeSitting(db, sittingId, now);
  else {
    const change =
      to === 'open'
        ? { opensAt: now, openedAt: now }
        : { closedAt: sitting.closedAt ?? sitting.closesAt, releasedAt: now };
    await db.update(sittings).set(change).where(one);
  }
  await audit(db, actor, now, {
    act: `sitting.${to}`,
    subjectKind: 'sitting',
    subjectId: sittingId,
    why: why ?? null,
  });
  return (await showSittings(db, eq(sittings.id, sittingId), context))[0]!;
};
