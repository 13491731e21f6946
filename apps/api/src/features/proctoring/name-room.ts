import { and, eq, inArray, isNull } from 'drizzle-orm';
import { memberships, proctorRecords, sittingProctors, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Forbidden, Invalid } from '../../errors.ts';
import { getOpenRecord } from './get-open-record.ts';

interface Room {
  room: string;
  proctorMembershipIds: string[];
}

/** Writes down the room and who supervises it. */
export const nameRoom = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  { room, proctorMembershipIds }: Room,
  { now }: Context,
): Promise<void> => {
  const { institutionId } = db;
  const { sitting } = await getOpenRecord(db, actor, sittingId);
  const own = and(eq(sittingProctors.institutionId, institutionId), eq(sittingProctors.sittingId, sittingId));
  const before = (await db.select({ id: sittingProctors.membershipId }).from(sittingProctors).where(own)).map(
    ({ id }) => id,
  );
  const named = [...new Set(proctorMembershipIds)];
  const changes = named.length !== before.length || named.some((id) => !before.includes(id));
  if (changes) {
    if (sitting.wave === 'selection' && actor.role !== 'staff')
      throw new Forbidden('role', 'Only programme staff name the proctors of form S.');
    const known = await db
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          eq(memberships.institutionId, institutionId),
          inArray(memberships.id, named),
          inArray(memberships.role, ['faculty', 'staff']),
          isNull(memberships.endedAt),
        ),
      );
    const stranger = proctorMembershipIds.findIndex((id) => !known.some((member) => member.id === id));
    if (stranger >= 0) {
      throw new Invalid('invalid', 'A proctor is faculty or staff of this institution.', [
        {
          field: `proctorMembershipIds.${stranger}`,
          message: 'Not faculty or staff of this institution; choose from possibleProctors.',
        },
      ]);
    }
    await db.delete(sittingProctors).where(own);
    await db
      .insert(sittingProctors)
      .values(named.map((membershipId) => ({ institutionId, sittingId, membershipId })));
  }
  await db
    .update(proctorRecords)
    .set({ room })
    .where(and(eq(proctorRecords.institutionId, institutionId), eq(proctorRecords.sittingId, sittingId)));
  await audit(db, actor, now, {
    act: 'sitting.room_named',
    subjectKind: 'sitting',
    subjectId: sittingId,
    detail: { room, proctorMembershipIds: named },
  });
};
