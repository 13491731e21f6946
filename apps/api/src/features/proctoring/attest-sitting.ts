import { and, eq } from 'drizzle-orm';
import { proctorRecords, sittingProctors, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../errors.ts';
import { getOpenRecord } from './get-open-record.ts';
import { listRecordGaps } from './record-gaps.ts';

/** A proctor of the sitting signs its record, whole; from then on it changes no more. */
export const attestSitting = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  text: string,
  { now }: Context,
): Promise<void> => {
  const { institutionId } = db;
  await getOpenRecord(db, actor, sittingId);
  const [proctor] = await db
    .select({ membershipId: sittingProctors.membershipId })
    .from(sittingProctors)
    .where(
      and(
        eq(sittingProctors.institutionId, institutionId),
        eq(sittingProctors.sittingId, sittingId),
        eq(sittingProctors.membershipId, actor.membershipId),
      ),
    );
  if (!proctor) throw new Forbidden('not_a_proctor', 'Only a proctor of this sitting signs its record.');
  const gaps = (await listRecordGaps(db, [sittingId])).get(sittingId)!.filter((gap) => gap !== 'attestation');
  if (gaps.length > 0) throw new Conflict('record_incomplete', `The record still lacks: ${gaps.join(', ')}.`);
  await db
    .update(proctorRecords)
    .set({ attestation: text, attestedBy: actor.membershipId, attestedAt: now })
    .where(and(eq(proctorRecords.institutionId, institutionId), eq(proctorRecords.sittingId, sittingId)));
  await audit(db, actor, now, { act: 'sitting.attested', subjectKind: 'sitting', subjectId: sittingId });
};
