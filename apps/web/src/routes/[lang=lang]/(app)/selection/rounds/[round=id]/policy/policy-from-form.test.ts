import { expect, test } from 'vitest';
import { fieldFaults } from './policy-faults.ts';
import { policyFromForm } from './policy-from-form.ts';

const typed = {
  seats: '20',
  reserves: '5',
  campusMode: 'one',
  sittings: 'a b',
  'makeUp-b': 'yes',
  'weight-physiology': '1,5',
  'weight-genetics': '',
  otherMeasure: '',
  courses: 'physiology',
  english: 'B1',
  'tie-physiology': '2',
  'tie-genetics': '1',
  zone: 'lottery',
  drawWhat: 'Sorteo 3,412',
  drawPlace: 'Canal de la lotería',
  drawAt: '2026-04-10T15:00',
  expectedCandidates: '240',
  claimDays: '5',
};
const read = (over: Record<string, string> = {}) => policyFromForm({ ...typed, ...over }, 'America/Lima');

test('a form becomes a policy: empty weights are no components, ties stand in their order', () => {
  expect(read()).toEqual({
    policy: {
      seats: 20,
      reserves: 5,
      campusSeats: null,
      sittings: [
        { sittingId: 'a', makeUp: false },
        { sittingId: 'b', makeUp: true },
      ],
      components: [{ measure: 'form_s', courseId: 'physiology', weight: 1.5 }],
      eligibility: { courses: ['physiology'], english: 'B1' },
      tieBreaks: ['genetics', 'physiology'],
      zone: 'lottery',
      dossierQuestions: [],
      draw: { what: 'Sorteo 3,412', place: 'Canal de la lotería', at: '2026-04-10T20:00:00.000Z' },
      expectedCandidates: 240,
      claimDays: 5,
    },
  });
});

test('every part that cannot be read is named', () => {
  expect(
    read({
      seats: '0',
      campusMode: 'per',
      sittings: '',
      'weight-physiology': 'mucho',
      zone: 'dossiers',
      question1es: '¿Qué harás?',
      drawAt: 'mañana',
      claimDays: '',
    }),
  ).toEqual({
    faults: {
      components: 'components',
      sittings: 'sittings',
      dossierQuestions: 'dossierQuestions',
      draw: 'draw',
      campusSeats: 'campusSeats',
      seats: 'seats',
      claimDays: 'claimDays',
    },
  });
});

test('a measure that may not count goes to the API, and its refusal comes back by name', () => {
  const sent = read({ otherMeasure: 'gain' });
  if (!('policy' in sent)) throw new Error('refused before the API saw it');
  expect(sent.policy.components[1]!.measure).toBe('gain');
  expect(
    fieldFaults(
      [{ field: 'components.1.measure' }, { field: 'sittings.0.sittingId' }, { field: 'draw.at' }],
      sent.policy,
    ),
  ).toEqual({ measure: 'gain', sittings: 'sittings', draw: 'draw' });
});
