import {
  attestSitting,
  getProctorRecord,
  getRoomCode,
  markMoment,
  nameRoom,
  writeNote,
} from '@puente/schemas';
import { call } from '#lib/api.ts';
import { dateTime, exactTime, time } from '#lib/format.ts';
import { requireRole } from '#lib/server/guard.ts';
import { recordAction } from './record-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const { institution } = requireRole(locals, 'faculty', 'staff');
  const { timeZone } = institution;
  const one = { params: { sittingId: params.sitting } };
  const record = await call(fetch, getProctorRecord, one);
  const { sitting } = record;
  const showsCode = sitting.proctored && !record.endedAt && sitting.state === 'open';
  const code = showsCode ? await call(fetch, getRoomCode, one) : undefined;
  const at = (instant: string | null) => instant && time(instant, timeZone);
  return {
    done: url.searchParams.has('done'),
    sitting: {
      id: sitting.id,
      wave: sitting.wave,
      cohortName: sitting.cohortName,
      state: sitting.state,
      proctored: sitting.proctored,
      opens: dateTime(sitting.opensAt, locals.lang, timeZone),
      closes: dateTime(sitting.closesAt, locals.lang, timeZone),
      items: sitting.items,
    },
    code: code && { code: code.code, until: exactTime(code.expiresAt, timeZone) },
    record: {
      room: record.room,
      proctors: record.proctors,
      // Who may be named is asked for only where it can still be changed.
      possibleProctors: record.attestation ? [] : record.possibleProctors,
      startedAt: at(record.startedAt),
      endedAt: at(record.endedAt),
      assignmentSeed: record.assignmentSeed,
      gaps: record.gaps,
      attestation: record.attestation && {
        ...record.attestation,
        at: dateTime(record.attestation.at, locals.lang, timeZone),
      },
      notes: record.notes.map(({ at: when, ...note }) => ({ ...note, at: time(when, timeZone) })),
    },
    candidates: record.candidates.map(
      ({ membershipId, fullName, studentCode, seat, identity, triesLeft, attempt }) => ({
        membershipId,
        fullName,
        studentCode,
        seat,
        identified: identity !== null,
        locked: triesLeft === 0,
        state: attempt?.state ?? ('none' as const),
        answered: attempt?.answered ?? 0,
        setAside: attempt?.setAside ?? 0,
        undecided: attempt?.undecided ?? 0,
      }),
    ),
  };
};

const of = (sitting: string | undefined) => ({ sittingId: sitting ?? '' });

export const actions: Actions = {
  room: recordAction('room', ({ fetch, params }, form, sent) =>
    call(fetch, nameRoom, {
      params: of(params.sitting),
      body: { room: form.room ?? '', proctorMembershipIds: sent.getAll('proctor').map(String) },
    }),
  ),
  moment: recordAction('moment', ({ fetch, params }, form) =>
    call(fetch, markMoment, {
      params: of(params.sitting),
      body: { moment: form.moment === 'end' ? 'end' : 'start' },
    }),
  ),
  note: recordAction('note', ({ fetch, params }, form) =>
    call(fetch, writeNote, {
      params: of(params.sitting),
      body: {
        kind: form.kind === 'accommodation' ? 'accommodation' : 'incident',
        ...(form.membershipId && { membershipId: form.membershipId }),
        text: form.text ?? '',
      },
    }),
  ),
  sign: recordAction('sign', ({ fetch, params }, form) =>
    call(fetch, attestSitting, { params: of(params.sitting), body: { text: form.text ?? '' } }),
  ),
};
