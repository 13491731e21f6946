import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import {
  memberships,
  people,
  proctorNotes,
  proctorRecords,
  sittingProctors,
  sittings,
  type InstitutionDatabase,
} from '@puente/database';
import type { ProctorRecord } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { bySurname } from '../people/by-surname.ts';
import { showSittings } from '../sittings/show-sittings.ts';
import { getProctoredSitting } from './get-proctored-sitting.ts';
import { listCandidates } from './list-candidates.ts';
import { namesOf } from './names-of.ts';
import { listRecordGaps } from './record-gaps.ts';

/** The room of a sitting as its proctors see it. */
export const getProctorRecord = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  context: Context,
): Promise<ProctorRecord> => {
  const { institutionId } = db;
  const row = await getProctoredSitting(db, actor, sittingId);
  const [sitting] = await showSittings(db, eq(sittings.id, sittingId), context);
  const [record] = await db
    .select()
    .from(proctorRecords)
    .where(and(eq(proctorRecords.institutionId, institutionId), eq(proctorRecords.sittingId, sittingId)));
  const proctors = await db
    .select({ membershipId: sittingProctors.membershipId })
    .from(sittingProctors)
    .where(and(eq(sittingProctors.institutionId, institutionId), eq(sittingProctors.sittingId, sittingId)));
  const notes = await db
    .select()
    .from(proctorNotes)
    .where(and(eq(proctorNotes.institutionId, institutionId), eq(proctorNotes.sittingId, sittingId)))
    .orderBy(asc(proctorNotes.writtenAt), asc(proctorNotes.id));
  const candidates = await listCandidates(db, row, context.now);
  const nameOfLearner = new Map(candidates.map(({ learnerKey, fullName }) => [learnerKey, fullName]));
  const names = await namesOf(db, [
    ...proctors.map(({ membershipId }) => membershipId),
    ...notes.map(({ writtenBy }) => writtenBy),
    ...(record?.attestedBy ? [record.attestedBy] : []),
  ]);
  const gaps = await listRecordGaps(db, [sittingId]);
  return {
    sitting: sitting!,
    room: record?.room ?? null,
    proctors: proctors.map(({ membershipId }) => ({ membershipId, fullName: names.get(membershipId)! })),
    possibleProctors: await listPossibleProctors(db),
    startedAt: record?.startedAt?.toISOString() ?? null,
    endedAt: record?.endedAt?.toISOString() ?? null,
    assignmentSeed: row.assignmentSeed,
    notes: notes.map((note) => ({
      id: note.id,
      kind: note.kind,
      at: note.writtenAt.toISOString(),
      studentName: note.learnerKey && (nameOfLearner.get(note.learnerKey) ?? null),
      text: note.text,
      byName: names.get(note.writtenBy) ?? '',
    })),
    attestation: record?.attestedAt
      ? {
          text: record.attestation!,
          at: record.attestedAt.toISOString(),
          byName: names.get(record.attestedBy!) ?? '',
        }
      : null,
    gaps: gaps.get(sittingId)!,
    candidates: candidates.map(({ learnerKey: _, ...candidate }) => candidate),
  };
};

const listPossibleProctors = async (db: InstitutionDatabase) => {
  const rows = await db
    .select({
      membershipId: memberships.id,
      givenNames: people.givenNames,
      firstSurname: people.firstSurname,
      secondSurname: people.secondSurname,
    })
    .from(memberships)
    .innerJoin(
      people,
      and(eq(people.institutionId, memberships.institutionId), eq(people.id, memberships.personId)),
    )
    .where(
      and(
        eq(memberships.institutionId, db.institutionId),
        inArray(memberships.role, ['faculty', 'staff']),
        isNull(memberships.endedAt),
      ),
    );
  return rows.sort(bySurname).map((row) => ({ membershipId: row.membershipId, fullName: fullNameOf(row) }));
};
