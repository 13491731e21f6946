import { and, eq, lt, sql } from 'drizzle-orm';
import { sittingCandidates, type Database } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import { Forbidden, TooMany } from '../../errors.ts';
import { isRoomCode } from './room-code.ts';

export const roomCodeTries = 10;

/** Lets nobody start without the code that the room shows; a wrong one costs a try, which stays spent. */
export const requireRoomCode = async (
  database: Database,
  actor: Actor,
  sitting: { id: string; roomSecret: string | null },
  roomCode: string | undefined,
  now: Date,
): Promise<void> => {
  if (sitting.roomSecret === null) return;
  if (roomCode === undefined)
    throw new Forbidden('room_code_needed', 'This sitting starts with the code that is shown in the room.');
  const learnerKey = learnerKeyOf(actor);
  const { institutionId } = actor;
  // Taken first and given back if the code is right, so that tries at once cannot outrun the count.
  const taken = await database.asInstitution(institutionId, (db) =>
    db
      .insert(sittingCandidates)
      .values({ institutionId, sittingId: sitting.id, learnerKey, wrongCodes: 1 })
      .onConflictDoUpdate({
        target: [sittingCandidates.institutionId, sittingCandidates.sittingId, sittingCandidates.learnerKey],
        set: { wrongCodes: sql`${sittingCandidates.wrongCodes} + 1` },
        setWhere: lt(sittingCandidates.wrongCodes, roomCodeTries),
      })
      .returning({ wrongCodes: sittingCandidates.wrongCodes }),
  );
  if (taken.length === 0) {
    throw new TooMany(
      'room_code_tries',
      'Ten wrong codes. Ask the proctor to give you tries again, then type the code that is shown now.',
    );
  }
  if (!isRoomCode(sitting.roomSecret, roomCode, now)) {
    throw new Forbidden(
      'room_code_wrong',
      'This is not the code that is shown in the room now; it changes every two minutes.',
    );
  }
  await database.asInstitution(institutionId, (db) =>
    db
      .update(sittingCandidates)
      .set({ wrongCodes: sql`${sittingCandidates.wrongCodes} - 1` })
      .where(
        and(
          eq(sittingCandidates.institutionId, institutionId),
          eq(sittingCandidates.sittingId, sitting.id),
          eq(sittingCandidates.learnerKey, learnerKey),
        ),
      ),
  );
};
