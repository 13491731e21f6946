import { and, eq } from 'drizzle-orm';
import { proctorRecords, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { closeSitting } from '../sittings/close-sitting.ts';
import { sittingStateAt } from '../sittings/sitting-state.ts';
import { getOpenRecord } from './get-open-record.ts';

/** Writes down that the room begins, or ended, now. The end ends every attempt. */
export const markMoment = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  moment: 'start' | 'end',
  { now }: Context,
): Promise<void> => {
  const { sitting, record } = await getOpenRecord(db, actor, sittingId);
  const own = and(
    eq(proctorRecords.institutionId, db.institutionId),
    eq(proctorRecords.sittingId, sittingId),
  );
  const state = sittingStateAt(sitting, now);
  if (moment === 'start') {
    if (record.startedAt) throw new Conflict('already_started', 'The room has begun; what is written stays.');
    if (state !== 'open')
      throw new Conflict(
        'sitting_not_open',
        'A room begins while its sitting is open. Open the sitting first.',
      );
    await db.update(proctorRecords).set({ startedAt: now }).where(own);
  } else {
    if (!record.startedAt) throw new Conflict('not_started', 'The room has not begun.');
    if (record.endedAt) throw new Conflict('already_ended', 'The room has ended; what is written stays.');
    await db.update(proctorRecords).set({ endedAt: now }).where(own);
    if (state === 'open') await closeSitting(db, sittingId, now);
  }
  await audit(db, actor, now, {
    act: moment === 'start' ? 'sitting.room_started' : 'sitting.room_ended',
    subjectKind: 'sitting',
    subjectId: sittingId,
  });
};
