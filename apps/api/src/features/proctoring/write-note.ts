import { proctorNotes, type InstitutionDatabase } from '@puente/database';
import type { noteKinds } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { getOpenRecord } from './get-open-record.ts';
import { getCandidateKey } from './get-proctored-sitting.ts';

interface Note {
  kind: (typeof noteKinds)[number];
  membershipId?: string | undefined;
  text: string;
}

/** Writes down an incident or an accommodation. The words stay in the record: the audit log holds ids only. */
export const writeNote = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  { kind, membershipId, text }: Note,
  { now }: Context,
): Promise<void> => {
  const { institutionId } = db;
  const { sitting } = await getOpenRecord(db, actor, sittingId);
  const learnerKey = membershipId === undefined ? null : await getCandidateKey(db, sitting, membershipId);
  const [note] = await db
    .insert(proctorNotes)
    .values({
      institutionId,
      sittingId,
      learnerKey,
      kind,
      text,
      writtenBy: actor.membershipId,
      writtenAt: now,
    })
    .returning({ id: proctorNotes.id });
  await audit(db, actor, now, {
    act: `sitting.${kind}_noted`,
    subjectKind: 'sitting',
    subjectId: sittingId,
    detail: { noteId: note!.id, membershipId: membershipId ?? null },
  });
};
