import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import type { InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { route } from '../../route.ts';
import { extendAttempt } from '../attempts/extend-attempt.ts';
import { attestSitting } from './attest-sitting.ts';
import { decideTimes } from './decide-times.ts';
import { getCandidateKey, getProctoredSitting, requireProctored } from './get-proctored-sitting.ts';
import { getProctorRecord } from './get-proctor-record.ts';
import { giveRoomCodeTries } from './give-room-code-tries.ts';
import { listRooms } from './list-rooms.ts';
import { listSetAside } from './list-set-aside.ts';
import { markMoment } from './mark-moment.ts';
import { nameRoom } from './name-room.ts';
import { roomCodeAt } from './room-code.ts';
import { seatCandidate } from './seat-candidate.ts';
import { writeNote } from './write-note.ts';

/** For programme staff, the proctors of a sitting, and the faculty of its cohort. */
export const proctoringRoutes = (app: FastifyInstance): void => {
  const record = (db: InstitutionDatabase, actor: Actor, { params, context }: Asked) =>
    getProctorRecord(db, actor, params.sittingId, context);

  route(app, api.listRooms, async (db, actor, { context }) => ({
    rooms: await listRooms(db, actor, context),
  }));
  route(app, api.getProctorRecord, record);
  route(app, api.getRoomCode, async (db, actor, { params, reply, context }) => {
    const sitting = await getProctoredSitting(db, actor, params.sittingId);
    requireProctored(sitting);
    const { code, expiresAt } = roomCodeAt(sitting.roomSecret!, context.now);
    reply.header('cache-control', 'no-store');
    return { code, expiresAt: expiresAt.toISOString(), serverNow: context.now.toISOString() };
  });
  route(app, api.nameRoom, async (db, actor, input) => {
    await nameRoom(db, actor, input.params.sittingId, input.body, input.context);
    return record(db, actor, input);
  });
  route(app, api.markMoment, async (db, actor, input) => {
    await markMoment(db, actor, input.params.sittingId, input.body.moment, input.context);
    return record(db, actor, input);
  });
  route(app, api.seatCandidate, async (db, actor, input) => {
    await seatCandidate(db, actor, input.params, input.body, input.context);
    return record(db, actor, input);
  });
  route(app, api.giveRoomCodeTries, async (db, actor, input) => {
    await giveRoomCodeTries(db, actor, input.params, input.context);
    return record(db, actor, input);
  });
  route(app, api.extendAttempt, async (db, actor, input) => {
    const { sittingId, membershipId } = input.params;
    const sitting = await getProctoredSitting(db, actor, sittingId);
    const learnerKey = await getCandidateKey(db, sitting, membershipId);
    await extendAttempt(db, actor, { sitting, learnerKey }, input.body, input.context);
    return record(db, actor, input);
  });
  route(app, api.writeNote, async (db, actor, input) => {
    await writeNote(db, actor, input.params.sittingId, input.body, input.context);
    return record(db, actor, input);
  });
  route(app, api.attestSitting, async (db, actor, input) => {
    await attestSitting(db, actor, input.params.sittingId, input.body.text, input.context);
    return record(db, actor, input);
  });
  route(app, api.listSetAside, (db, actor, { params, context }) =>
    listSetAside(db, actor, params.sittingId, context),
  );
  route(app, api.decideTimes, async (db, actor, { params, body, context }) => {
    await decideTimes(db, actor, params, body, context);
    return listSetAside(db, actor, params.sittingId, context);
  });
};

interface Asked {
  params: { sittingId: string };
  context: Context;
}
