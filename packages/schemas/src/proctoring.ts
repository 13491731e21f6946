import * as z from 'zod/mini';
import { interruptionKinds } from './attempts.ts';
import { endpoint } from './endpoint.ts';
import { SetAsideReason } from './responses.ts';
import { Sitting, TimeDecision } from './sittings.ts';
import { Id, Instant, Language, SittingState, storable, text, Wave } from './words.ts';

const params = z.object({ sittingId: Id });
const candidateParams = z.object({ sittingId: Id, membershipId: Id });

/** By what the proctor knew who was sitting there. */
export const identityProofs = ['dni', 'student_card', 'passport', 'known_in_person'] as const;
export const IdentityProof = z.enum(identityProofs);
export type IdentityProof = z.infer<typeof IdentityProof>;

export const noteKinds = ['incident', 'accommodation'] as const;

/** What a proctored sitting still lacks; while anything does, it cannot feed selection. */
export const recordGaps = [
  'proctors',
  'room',
  'start',
  'end',
  'seats',
  'identities',
  'devices',
  'disputed_times',
  'attestation',
] as const;
export const RecordGap = z.enum(recordGaps);
export type RecordGap = z.infer<typeof RecordGap>;

export const Candidate = z.object({
  membershipId: Id,
  fullName: z.string(),
  studentCode: z.nullable(z.string()),
  seat: z.nullable(z.string()),
  identity: z.nullable(z.object({ proof: IdentityProof, checkedAt: Instant, byName: z.string() })),
  /** Wrong room codes that are left; 0: locked out until the proctor gives more. */
  triesLeft: z.int(),
  attempt: z.nullable(
    z.object({
      id: Id,
      state: z.enum(['running', 'finished', 'expired']),
      language: Language,
      formId: z.string(),
      startedAt: Instant,
      closesAt: z.nullable(Instant),
      finishedAt: z.nullable(Instant),
      /** Each device that held the attempt, in turn. */
      devices: z.array(z.object({ lease: z.int(), device: z.string(), since: Instant })),
      answered: z.int(),
      lastReceivedAt: z.nullable(Instant),
      setAside: z.int(),
      undecided: z.int(),
      extensions: z.array(z.object({ minutes: z.int(), why: z.string(), at: Instant, byName: z.string() })),
      interruptions: z.array(z.object({ kind: z.enum(interruptionKinds), from: Instant, to: Instant })),
    }),
  ),
});
export type Candidate = z.infer<typeof Candidate>;

export const ProctorRecord = z.object({
  sitting: Sitting,
  room: z.nullable(z.string()),
  proctors: z.array(z.object({ membershipId: Id, fullName: z.string() })),
  /** Whom the institution may name as a proctor. */
  possibleProctors: z.array(z.object({ membershipId: Id, fullName: z.string() })),
  /** When it really began and ended in the room. */
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  /** Seeds which form each student gets. */
  assignmentSeed: z.string(),
  notes: z.array(
    z.object({
      id: Id,
      kind: z.enum(noteKinds),
      at: Instant,
      /** Null: of the whole room. */
      studentName: z.nullable(z.string()),
      text: z.string(),
      byName: z.string(),
    }),
  ),
  attestation: z.nullable(z.object({ text: z.string(), at: Instant, byName: z.string() })),
  gaps: z.array(RecordGap),
  candidates: z.array(Candidate),
});
export type ProctorRecord = z.infer<typeof ProctorRecord>;

export const listRooms = endpoint({
  method: 'GET',
  path: '/api/rooms',
  summary: "Proctored sittings whose results are not out: one's own as a proctor or teacher, all for staff",
  response: z.object({
    rooms: z.array(
      z.object({
        sittingId: Id,
        cohortName: z.string(),
        wave: Wave,
        state: SittingState,
        opensAt: Instant,
        room: z.nullable(z.string()),
      }),
    ),
  }),
});

export const getProctorRecord = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/proctoring',
  summary: 'The room of a sitting: who sits where, on which device, and what the record still lacks',
  params,
  response: ProctorRecord,
});

export const nameRoom = endpoint({
  method: 'PUT',
  path: '/api/sittings/:sittingId/proctoring',
  summary: 'Write down the room and its proctors; for form S only staff name proctors',
  params,
  body: z.strictObject({
    room: text(80),
    proctorMembershipIds: z.array(Id).check(z.minLength(1), z.maxLength(20)),
  }),
  response: ProctorRecord,
});

export const markMoment = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/proctoring/moments',
  summary: 'Write down that the room begins, or ended, now; the end also closes the sitting',
  params,
  body: z.strictObject({ moment: z.enum(['start', 'end']) }),
  response: ProctorRecord,
});

export const getRoomCode = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/room-code',
  summary: 'The code to show in the room now, and until when',
  params,
  response: z.object({ code: z.string(), expiresAt: Instant, serverNow: Instant }),
});

export const seatCandidate = endpoint({
  method: 'PUT',
  path: '/api/sittings/:sittingId/candidates/:membershipId',
  summary: 'Write down where a student sits and how their identity was checked',
  params: candidateParams,
  body: z.strictObject({
    seat: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(20), storable)),
    proof: z.optional(IdentityProof),
  }),
  response: ProctorRecord,
});

export const giveRoomCodeTries = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/candidates/:membershipId/room-code-tries',
  summary: 'Give a student ten tries at the room code again',
  params: candidateParams,
  response: ProctorRecord,
});

export const extendAttempt = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/candidates/:membershipId/extension',
  summary: 'Give one student more minutes, with a reason',
  params: candidateParams,
  body: z.strictObject({ minutes: z.int().check(z.gte(1), z.lte(240)), why: text(500) }),
  response: ProctorRecord,
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/notes',
  summary: 'Write down an incident or an accommodation, of one student or of the room',
  params,
  body: z.strictObject({
    kind: z.enum(noteKinds),
    membershipId: z.optional(Id),
    text: text(1000),
  }),
  response: ProctorRecord,
});

export const attestSitting = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/attestation',
  summary: 'A proctor of the sitting signs the record, once nothing is lacking; nothing changes after',
  params,
  body: z.strictObject({ text: text(1000) }),
  response: ProctorRecord,
});

/** An answer that was received and does not count. */
export const SetAsideAnswer = z.object({
  responseId: Id,
  membershipId: Id,
  fullName: z.string(),
  studentCode: z.nullable(z.string()),
  itemId: z.string(),
  position: z.int(),
  reason: SetAsideReason,
  receivedAt: Instant,
  closesAt: z.nullable(Instant),
  /** Start plus the clock that only runs forward; null after a reload. */
  byElapsed: z.nullable(Instant),
  /** The wall clock plus its measured offset; null where that was never measured. */
  byWallClock: z.nullable(Instant),
  origin: z.enum(['online', 'offline']),
  lease: z.int(),
  deviceSequence: z.int(),
  decision: z.nullable(
    z.object({ decision: TimeDecision, why: z.string(), at: Instant, byName: z.string() }),
  ),
});
export type SetAsideAnswer = z.infer<typeof SetAsideAnswer>;

const SetAsideAnswers = z.object({ sitting: Sitting, answers: z.array(SetAsideAnswer) });

export const listSetAside = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/set-aside',
  summary: "A sitting's answers that were received and do not count, with the reason; disputed times first",
  params,
  response: SetAsideAnswers,
});

export const decideTimes = endpoint({
  method: 'POST',
  path: '/api/sittings/:sittingId/candidates/:membershipId/time-decisions',
  summary: 'Accept or reject answers whose time is disputed, with a reason; each is decided once',
  params: candidateParams,
  body: z.strictObject({
    responseIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
    decision: TimeDecision,
    why: text(500),
  }),
  response: SetAsideAnswers,
});
