import { and, eq } from 'drizzle-orm';
import { proctorRecords, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { Conflict } from '../../errors.ts';
import { getProctoredSitting, requireProctored, type SittingRow } from './get-proctored-sitting.ts';

/** The record of a proctored sitting, held for a change; one that is signed changes no more. */
export const getOpenRecord = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
): Promise<{ sitting: SittingRow; record: typeof proctorRecords.$inferSelect }> => {
  const sitting = await getProctoredSitting(db, actor, sittingId);
  requireProctored(sitting);
  const { institutionId } = db;
  await db.insert(proctorRecords).values({ institutionId, sittingId }).onConflictDoNothing();
  const [record] = await db
    .select()
    .from(proctorRecords)
    .where(and(eq(proctorRecords.institutionId, institutionId), eq(proctorRecords.sittingId, sittingId)))
    .for('update');
  if (record!.attestedAt)
    throw new Conflict('record_signed', 'This record is signed: it can be read and changes no more.');
  return { sitting, record: record! };
};
