import type { RoundPage } from '@puente/schemas';
import { expect, test } from 'vitest';
import { readyActs } from './act-readiness.ts';

type Facts = Parameters<typeof readyActs>[0];

const past = '2026-03-20T05:00:00Z';
const later = '2026-04-10T20:00:00Z';
const sitting = {
  settled: true,
  proctored: true,
  recordGaps: [] as string[],
  state: 'released',
  started: 50,
};
const facts = (over: object): Facts =>
  ({
    asOf: '2026-04-01T12:00:00Z',
    may: [],
    round: { demonstration: false, applicationsCloseAt: past, claimsUntil: null },
    policy: { draw: { at: past }, zone: 'score', eligibility: { english: null } },
    rehearsal: { verdict: 'accepted' },
    sittings: [sitting],
    draw: null,
    review: { missing: [] },
    claims: { made: 0, answered: 0 },
    ...over,
  }) as unknown as Facts;
const waitsFor = (act: RoundPage['may'][number], over: object = {}) =>
  readyActs(facts({ may: [act], ...over }))[0]!.waits;

test('freezing waits for applications, the last answers and whole records', () => {
  const drawn = { policy: { ...facts({}).policy, draw: { at: later } } };
  expect(waitsFor('freeze', drawn)).toEqual([]);
  expect(
    waitsFor('freeze', {
      ...drawn,
      round: { applicationsCloseAt: later },
      sittings: [{ ...sitting, settled: false, recordGaps: ['attestation'] }],
    }),
  ).toEqual(['applications_open', 'sittings_unsettled', 'records_incomplete']);
  expect(waitsFor('freeze', { ...drawn, sittings: [{ ...sitting, proctored: false }] })).toEqual([
    'records_incomplete',
  ]);
  expect(waitsFor('freeze')).toEqual(['draw_made']);
});

test('the draw waits for its announced hour, and is entered once', () => {
  expect(waitsFor('enter_draw')).toEqual([]);
  expect(waitsFor('enter_draw', { policy: { ...facts({}).policy, draw: { at: later } } })).toEqual([
    'draw_hour',
  ]);
  expect(waitsFor('enter_draw', { draw: { numbers: '1', enteredAt: past } })).toEqual(['draw_entered']);
});

test('an outcome waits for what the review lacks, and closing for the claims', () => {
  expect(waitsFor('propose_outcome', { review: { missing: ['dossiers', 'draw'] } })).toEqual([
    'dossiers',
    'draw',
  ]);
  expect(waitsFor('close', { round: { claimsUntil: later }, claims: { made: 2, answered: 1 } })).toEqual([
    'claims_open',
    'claims_unanswered',
  ]);
});

test('a policy is published before its data; without reliability only a demonstration does', () => {
  expect(waitsFor('publish_policy')).toEqual(['sitting_begun']);
  const prepared = { sittings: [{ ...sitting, state: 'prepared', started: 0 }] };
  expect(waitsFor('publish_policy', prepared)).toEqual([]);
  for (const asks of [
    { zone: 'dossiers', eligibility: { english: null } },
    { zone: 'score', eligibility: { english: 'B1' } },
  ]) {
    const policy = { draw: { at: past }, ...asks };
    expect(waitsFor('propose_policy', { ...prepared, policy })).toEqual(['applications_closed']);
    const round = { demonstration: false, applicationsCloseAt: later };
    expect(waitsFor('publish_policy', { ...prepared, policy, round })).toEqual([]);
  }
  const refused = { ...prepared, rehearsal: { verdict: 'refused' } };
  expect(waitsFor('propose_policy', refused)).toEqual(['reliability']);
  expect(waitsFor('propose_policy', { ...refused, round: { demonstration: true } })).toEqual([]);
  expect(waitsFor('rehearse', { policy: null })).toEqual(['no_policy']);
});
