import { expect, test } from 'vitest';
import type { LanguageLevel } from '@puente/schemas';
import { eligibilityItems, missingOf, type ApplicantFacts } from './eligibility.ts';

const policy = {
  eligibility: { courses: ['physiology'], english: 'B1' as LanguageLevel },
  components: [
    { courseId: 'physiology', weight: 1 },
    { courseId: 'genetics', weight: 1 },
  ],
};
const everything: ApplicantFacts = {
  canTravel: true,
  datesFit: true,
  under18: false,
  english: 'C1',
  consent: true,
  guardianConsent: false,
  courses: new Map([['physiology', { done: 5, of: 5 }]]),
  sat: new Set(['physiology', 'genetics']),
};

test.each<[string, Partial<ApplicantFacts>, string[]]>([
  ['who meets all of it', {}, []],
  ['who cannot travel', { canTravel: false }, ['can_travel']],
  ['whom the dates do not fit', { datesFit: false }, ['dates']],
  ['who did not consent', { consent: false }, ['consent']],
  ['who is under 18, without a guardian', { under18: true }, ['guardian']],
  ['who is under 18, with one', { under18: true, guardianConsent: true }, []],
  [
    'who lacks a lesson',
    { courses: new Map([['physiology', { done: 4, of: 5 }]]) },
    ['course_completed:physiology'],
  ],
  ['who never took the course', { courses: new Map() }, ['course_completed:physiology']],
  [
    'of whose course nothing is open',
    { courses: new Map([['physiology', { done: 0, of: 0 }]]) },
    ['course_completed:physiology'],
  ],
  ['who missed a form', { sat: new Set(['physiology']) }, ['sitting_taken:genetics']],
  ['who has exactly the level', { english: 'B1' }, []],
  ['who is below the level', { english: 'A2' }, ['english']],
  ['who told no level', { english: null }, ['english']],
])('%s', (_, over, missing) => {
  expect(missingOf(eligibilityItems(policy, { ...everything, ...over }))).toEqual(missing);
});

test('before the policy is published, what every round asks; after it, what this one does', () => {
  expect(eligibilityItems(null, everything).map(({ item }) => item)).toEqual([
    'consent',
    'can_travel',
    'dates',
  ]);
  expect(eligibilityItems(policy, everything)).toContainEqual({
    item: 'course_completed',
    courseId: 'physiology',
    met: true,
    done: 5,
    of: 5,
  });
  const free = { ...policy, eligibility: { courses: [], english: null } };
  expect(missingOf(eligibilityItems(free, { ...everything, english: null, courses: new Map() }))).toEqual([]);
});
