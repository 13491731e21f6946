import { expect, test } from 'vitest';
import type { ModuleMap } from '@puente/schemas';
import { modulePath, practiceMinutes, stepAfter, stepPath, stepsOf } from './steps.ts';

const module: ModuleMap = {
  id: 'membrane-potential',
  status: 'open',
  title: 'Potencial de membrana',
  patientName: 'Rosa',
  headline: '',
  facts: '',
  presentation: '',
  question: '',
  concepts: [
    { id: 'a', title: 'A', state: 'laid', spent: false },
    { id: 'b', title: 'B', state: 'gold', spent: false },
  ],
  lessons: [
    { id: 'one', title: 'Uno', minutes: 10, finished: false, place: null },
    { id: 'two', title: 'Dos', minutes: 8, finished: true, place: null },
  ],
  case: { id: 'the-case', title: 'El caso', minutes: 14, finished: false },
  path: { kind: 'unknown', level: null, bias: null, first: [] },
  practice: { items: 26, met: 0 },
  wish: { own: false, students: null },
};
const [a, b] = module.concepts;
const tilted: ModuleMap = { ...module, concepts: [a!, { ...b!, state: 'tilted' }] };

test('a module is walked lesson by lesson, then practised, then decided', () => {
  expect(stepsOf(module).map(({ kind, id, done }) => [kind, id, done])).toEqual([
    ['lesson', 'one', false],
    ['lesson', 'two', true],
    ['practice', 'membrane-potential', true],
    ['case', 'the-case', false],
  ]);
});

test('practice is done once every plank lies', () => {
  expect(stepsOf(tilted).find(({ kind }) => kind === 'practice')?.done).toBe(false);
});

test('after a lesson comes the next step that is not done', () => {
  expect(stepAfter(module, 'one')?.kind).toBe('case');
  expect(stepAfter(tilted, 'one')?.kind).toBe('practice');
});

test('an announced module has no steps', () => {
  const announced = {
    ...module,
    status: 'announced' as const,
    lessons: [],
    case: null,
    practice: { items: 0, met: 0 },
  };
  expect(stepsOf(announced)).toEqual([]);
});

test('every step has an address', () => {
  const path = modulePath('es', 'physiology', module.id);
  expect(stepsOf(module).map((step) => stepPath(path, step))).toEqual([
    '/es/courses/physiology/membrane-potential/lessons/one',
    '/es/courses/physiology/membrane-potential/lessons/two',
    '/es/courses/physiology/membrane-potential/practice',
    '/es/courses/physiology/membrane-potential/case',
  ]);
});

test('three questions take three minutes, twelve ten', () => {
  expect([1, 3, 4, 9, 12].map(practiceMinutes)).toEqual([3, 3, 4, 8, 10]);
});
