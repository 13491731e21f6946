import { expect, test } from 'vitest';
import type { NextStep, OwnSitting } from '@puente/schemas';
import { nextAction, threeMinutesPath } from './next-action.ts';

const place = { courseId: 'physiology', moduleId: 'membrane-potential' };
const sitting = { id: 's1', durationMinutes: null } as OwnSitting;
const attempt = { attemptId: 'a1', courseId: 'physiology', contentId: 'c', title: '' };

test.for<[NextStep, string, boolean, number]>([
  [{ kind: 'sitting', sitting }, '/es/sittings/s1', false, 20],
  [
    { kind: 'attempt', ...attempt, attemptKind: 'practice', answered: 6, items: 12 },
    '/es/practice/a1',
    false,
    5,
  ],
  [{ kind: 'attempt', ...attempt, attemptKind: 'case', answered: 1, items: 5 }, '/es/cases/a1', false, 4],
  [
    { kind: 'espejismo', ...place, conceptId: 'resting-potential', title: '' },
    '/es/courses/physiology/membrane-potential/practice?concept=resting-potential&size=3',
    true,
    3,
  ],
  [
    { kind: 'exam', ...place, conceptId: 'resting-potential', title: '', days: 3 },
    '/es/courses/physiology/membrane-potential/practice?concept=resting-potential&size=6',
    true,
    5,
  ],
  [
    { kind: 'review', courseId: 'genetics', title: '', items: 7, back: false },
    '/es/review?course=genetics',
    true,
    6,
  ],
  [
    { kind: 'lesson', ...place, lessonId: 'one', title: '', minutes: 10 },
    '/es/courses/physiology/membrane-potential/lessons/one',
    false,
    10,
  ],
  [
    { kind: 'practice', ...place, title: '', minutes: 10 },
    '/es/courses/physiology/membrane-potential/practice',
    true,
    10,
  ],
  [
    { kind: 'case', ...place, caseId: 'c', title: '', minutes: 14 },
    '/es/courses/physiology/membrane-potential/case',
    false,
    14,
  ],
])('%o leads on', ([next, href, begins, minutes]) => {
  expect(nextAction(next, 'es')).toEqual({ href, begins, minutes });
});

test('once everything is done nothing is urged', () => {
  expect(nextAction({ kind: 'done' }, 'es')).toBeUndefined();
});

test('three minutes begin with what misled, then with what is due for review, else with the module in hand', () => {
  const module = { courseId: 'physiology', id: 'membrane-potential' };
  const espejismos = [{ ...place, conceptId: 'x', title: '', since: '' }];
  const review = [{ courseId: 'genetics', title: '', items: 7, back: false }];
  expect(threeMinutesPath(module, { espejismos: [], review: [] }, 'en')).toBe(
    '/en/courses/physiology/membrane-potential/practice?size=3',
  );
  expect(threeMinutesPath(module, { espejismos: [], review }, 'en')).toBe(
    '/en/review?course=genetics&size=3',
  );
  expect(threeMinutesPath(module, { espejismos, review }, 'en')).toContain('concept=x');
});
