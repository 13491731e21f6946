import { sittingCandidates, type InstitutionDatabase } from '@puente/database';
import type { IdentityProof } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { getOpenRecord } from './get-open-record.ts';
import { getCandidateKey } from './get-proctored-sitting.ts';

interface Place {
  seat?: string | undefined;
  proof?: IdentityProof | undefined;
}

/** Writes down where a student sits and how the proctor knew who it is. */
export const seatCandidate = async (
  db: InstitutionDatabase,
  actor: Actor,
  { sittingId, membershipId }: { sittingId: string; membershipId: string },
  { seat, proof }: Place,
  { now }: Context,
): Promise<void> => {
  if (seat === undefined && proof === undefined) {
    throw new Invalid('invalid', 'Nothing to write down.', [
      { field: 'seat', message: 'Give the seat, how the identity was checked, or both.' },
    ]);
  }
  const { institutionId } = db;
  const { sitting } = await getOpenRecord(db, actor, sittingId);
  const learnerKey = await getCandidateKey(db, sitting, membershipId);
  const written = {
    ...(seat !== undefined && { seat }),
    ...(proof !== undefined && {
      identityProof: proof,
      identityCheckedBy: actor.membershipId,
      identityCheckedAt: now,
    }),
  };
  await db
    .insert(sittingCandidates)
    .values({ institutionId, sittingId, learnerKey, ...written })
    .onConflictDoUpdate({
      target: [sittingCandidates.institutionId, sittingCandidates.sittingId, sittingCandidates.learnerKey],
      set: written,
    });
  await audit(db, actor, now, {
    act: 'sitting.candidate_seated',
    subjectKind: 'sitting',
    subjectId: sittingId,
    detail: { membershipId, ...(seat !== undefined && { seat }), ...(proof !== undefined && { proof }) },
  });
};
