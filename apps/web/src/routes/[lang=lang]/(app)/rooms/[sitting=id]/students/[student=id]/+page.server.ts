import { error } from '@sveltejs/kit';
import {
  extendAttempt,
  getProctorRecord,
  giveRoomCodeTries,
  seatCandidate,
  type IdentityProof,
} from '@puente/schemas';
import { call } from '#lib/api.ts';
import { exactTime, time } from '#lib/format.ts';
import { requireRole } from '#lib/server/guard.ts';
import { recordAction } from '../../record-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const { institution } = requireRole(locals, 'faculty', 'staff');
  const record = await call(fetch, getProctorRecord, { params: { sittingId: params.sitting } });
  const found = record.candidates.find(({ membershipId }) => membershipId === params.student);
  if (!found) error(404, 'No such student', { code: 'not_found' });
  const at = (instant: string | null) => instant && time(instant, institution.timeZone);
  const exact = (instant: string) => exactTime(instant, institution.timeZone);
  const { attempt, identity, ...candidate } = found;
  return {
    done: url.searchParams.has('done'),
    cohortName: record.sitting.cohortName,
    proctored: record.sitting.proctored,
    items: record.sitting.items,
    signed: record.attestation !== null,
    mayExtend: record.sitting.state !== 'released' && attempt !== null && attempt.finishedAt === null,
    candidate: {
      ...candidate,
      identity: identity && { ...identity, checkedAt: at(identity.checkedAt) ?? '' },
      attempt: attempt && {
        state: attempt.state,
        formId: attempt.formId,
        answered: attempt.answered,
        undecided: attempt.undecided,
        startedAt: exact(attempt.startedAt),
        closesAt: attempt.closesAt && exact(attempt.closesAt),
        finishedAt: attempt.finishedAt && exact(attempt.finishedAt),
        lastReceivedAt: attempt.lastReceivedAt && exact(attempt.lastReceivedAt),
        devices: attempt.devices.map(({ since, ...device }) => ({ ...device, since: exact(since) })),
        extensions: attempt.extensions,
        interruptions: attempt.interruptions.map(({ kind, from, to }) => ({
          kind,
          from: exact(from),
          to: exact(to),
        })),
      },
    },
  };
};

const of = (params: Partial<Record<string, string>>) => ({
  sittingId: params.sitting ?? '',
  membershipId: params.student ?? '',
});

export const actions: Actions = {
  seat: recordAction('seat', ({ fetch, params }, form) =>
    call(fetch, seatCandidate, {
      params: of(params),
      body: {
        ...(form.seat && { seat: form.seat }),
        ...(form.proof && { proof: form.proof as IdentityProof }),
      },
    }),
  ),
  tries: recordAction('tries', ({ fetch, params }) => call(fetch, giveRoomCodeTries, { params: of(params) })),
  extend: recordAction('extend', ({ fetch, params }, form) =>
    call(fetch, extendAttempt, {
      params: of(params),
      body: { minutes: Number(form.minutes), why: form.why ?? '' },
    }),
  ),
};
