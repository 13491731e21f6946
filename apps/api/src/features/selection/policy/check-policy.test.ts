import type { PolicyInput, RoundSitting } from '@puente/schemas';
import { expect, test } from 'vitest';
import { policyOver } from '../round.testing.ts';
import { policyFaults } from './check-policy.ts';

/** A sitting of form S of a course, on a day of March, from one hour to another. */
const sitting = (
  id: string,
  courseId: string,
  [day, from, to]: [number, number, number],
  form = `${courseId}-S`,
): RoundSitting => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
  return {
    id,
    cohortId: id,
    cohortName: id,
    courseId,
    courseTitle: { es: courseId, en: courseId },
    forms: [form],
    items: 20,
    state: 'prepared',
    settled: false,
    opensAt: at(from),
    closesAt: at(to),
    lateHours: 0,
    proctored: true,
    recordGaps: [],
    demonstration: false,
    enrolled: 30,
    started: 0,
  };
};

const faultsOf = (sittings: RoundSitting[], makeUps: string[] = []) => {
  const courses = [...new Set(sittings.map(({ courseId }) => courseId))];
  const policy: PolicyInput = policyOver(
    sittings.map(({ id }) => ({ sittingId: id, makeUp: makeUps.includes(id) })),
    {
      components: courses.map((courseId) => ({ measure: 'form_s', courseId, weight: 1 })),
      tieBreaks: courses,
    },
  );
  return policyFaults(policy, {
    sittings,
    courseIds: courses,
    campusIds: [],
    applicationsCloseAt: new Date('2026-03-01T00:00:00Z'),
  });
};

test('sections that sit a form at overlapping hours are one window, and two windows hold every course', () => {
  expect(
    faultsOf([
      sitting('a', 'physiology', [20, 13, 15]),
      sitting('b', 'physiology', [20, 14, 16]),
      sitting('c', 'genetics', [22, 13, 14]),
    ]),
  ).toEqual([]);
});

test('a section that sits the form of another on a later day would know it', () => {
  const faults = faultsOf([
    sitting('later', 'physiology', [27, 13, 14]),
    sitting('first', 'physiology', [20, 13, 14]),
  ]);
  expect(faults).toMatchObject([{ field: 'sittings.0.sittingId' }]);
  expect(faults[0]!.message).toContain('earlier window');
});

test('a third window is refused', () => {
  const faults = faultsOf([
    sitting('a', 'physiology', [20, 13, 14]),
    sitting('b', 'genetics', [21, 13, 14]),
    sitting('c', 'pharmacology', [22, 13, 14]),
  ]);
  expect(faults).toMatchObject([{ field: 'sittings.2.sittingId' }]);
  expect(faults[0]!.message).toContain('one or two windows');
});

test('a make-up opens once the others have closed, on any later day', () => {
  const main = sitting('main', 'physiology', [20, 13, 14]);
  const makeUp = (hour: number) => sitting('makeUp', 'physiology', [20, hour, 17], 'physiology-M');
  expect(faultsOf([main, makeUp(13)], ['makeUp'])).toMatchObject([{ field: 'sittings.1.sittingId' }]);
  expect(faultsOf([main, makeUp(14)], ['makeUp'])).toEqual([]);
  expect(faultsOf([main, sitting('makeUp', 'physiology', [29, 13, 14], 'physiology-M')], ['makeUp'])).toEqual(
    [],
  );
});
