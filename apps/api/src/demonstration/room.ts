import type { ProctorRecord } from '@puente/schemas';
import { call, type Caller, type Player, type Stage } from './play.ts';

/** The room in which a sitting is supervised, its record kept by its proctor through the API. */
export interface Room {
  begin: (at: Date) => Promise<void>;
  /** Checks who it is and writes down the seat. */
  seat: (player: Player, at: Date) => Promise<void>;
  /** What the room shows then. */
  codeAt: (at: Date) => Promise<string>;
  end: (at: Date) => Promise<void>;
}

export const openRoom = async (
  stage: Stage,
  { staff, proctor }: { staff: Caller; proctor: Caller & { membershipId: string } },
  sittingId: string,
  at: Date,
): Promise<Room> => {
  const url = `/api/sittings/${sittingId}`;
  await call<ProctorRecord>(stage, staff, {
    at,
    method: 'PUT',
    url: `${url}/proctoring`,
    payload: { room: 'Aula magna', proctorMembershipIds: [proctor.membershipId] },
  });
  const mark = async (moment: 'start' | 'end', when: Date) => {
    await call(stage, proctor, {
      at: when,
      method: 'POST',
      url: `${url}/proctoring/moments`,
      payload: { moment },
    });
  };
  let seats = 0;
  return {
    begin: (when) => mark('start', when),
    seat: async (player, when) => {
      await call(stage, proctor, {
        at: when,
        method: 'PUT',
        url: `${url}/candidates/${player.membershipId}`,
        payload: { seat: String(++seats), proof: seats % 9 === 0 ? 'student_card' : 'dni' },
      });
    },
    codeAt: async (when) => {
      const { code } = await call<{ code: string }>(stage, proctor, {
        at: when,
        method: 'GET',
        url: `${url}/room-code`,
      });
      return code;
    },
    end: async (when) => {
      await mark('end', when);
      await call(stage, proctor, {
        at: new Date(when.getTime() + 10 * 60_000),
        method: 'POST',
        url: `${url}/attestation`,
        payload: { text: 'Sin incidentes. Demostración: personas sintéticas.' },
      });
    },
  };
};
