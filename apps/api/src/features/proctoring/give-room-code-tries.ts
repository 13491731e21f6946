import { and, eq } from 'drizzle-orm';
import { sittingCandidates, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { getOpenRecord } from './get-open-record.ts';
import { getCandidateKey } from './get-proctored-sitting.ts';

/** Lets a student who typed too many wrong codes try again. */
export const giveRoomCodeTries = async (
  db: InstitutionDatabase,
  actor: Actor,
  { sittingId, membershipId }: { sittingId: string; membershipId: string },
  { now }: Context,
): Promise<void> => {
  const { sitting } = await getOpenRecord(db, actor, sittingId);
  const learnerKey = await getCandidateKey(db, sitting, membershipId);
  await db
    .update(sittingCandidates)
    .set({ wrongCodes: 0 })
    .where(
      and(
        eq(sittingCandidates.institutionId, db.institutionId),
        eq(sittingCandidates.sittingId, sittingId),
        eq(sittingCandidates.learnerKey, learnerKey),
      ),
    );
  await audit(db, actor, now, {
    act: 'sitting.room_code_tries_given',
    subjectKind: 'sitting',
    subjectId: sittingId,
    detail: { membershipId },
  });
};
