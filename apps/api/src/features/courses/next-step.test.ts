import { describe, expect, test } from 'vitest';
import type { ModuleMap, OwnSitting } from '@puente/schemas';
import { nextStep } from './next-step.ts';

const now = new Date('2026-03-16T15:00:00Z');
const module: ModuleMap & { courseId: string } = {
  courseId: 'c',
  id: 'm',
  status: 'open',
  title: 'Module',
  patientName: 'Rosa',
  headline: '',
  facts: '',
  presentation: '',
  question: '',
  concepts: [{ id: 'k', title: 'K', state: 'missing', spent: false }],
  path: { kind: 'unknown', level: null, bias: null, first: [] },
  lessons: [
    { id: 'l1', title: 'One', minutes: 10, finished: true, place: null },
    { id: 'l2', title: 'Two', minutes: 10, finished: false, place: null },
  ],
  case: { id: 'case', title: 'Case', minutes: 12, finished: false },
  practice: { items: 3, met: 0 },
  wish: { own: false, students: null },
};
const sitting = (over: Partial<OwnSitting>): OwnSitting => ({
  id: '0198f000-0000-7000-8000-000000000001',
  courseId: 'c',
  courseTitle: 'C',
  wave: 'opening',
  state: 'open',
  opensAt: '2026-03-01T00:00:00Z',
  closesAt: '2026-03-30T00:00:00Z',
  durationMinutes: null,
  items: 20,
  attemptId: null,
  attemptState: 'none',
  ...over,
});
const facts = {
  sittings: [],
  progress: { unfinished: [], history: [] },
  modules: [module],
  espejismos: [],
  review: [],
  exams: [],
  titleOf: () => 'Title',
  isCheck: () => false,
  language: 'es' as const,
  now,
};
const begun = {
  id: 'a1',
  kind: 'practice' as const,
  courseId: 'c',
  contentId: 'm',
  items: ['i1', 'i2'],
  startedAt: new Date('2026-03-16T14:00:00Z'),
};
const answered = {
  attemptId: 'a1',
  kind: 'practice' as const,
  itemId: 'i1',
  concepts: ['k'],
  answer: 'o',
  fraction: 1,
  confidenceLevel: 2,
  confidence: 0.7,
  answeredAt: now,
};

test('the first lesson that is not finished comes next', () => {
  expect(nextStep(facts)).toMatchObject({ kind: 'lesson', lessonId: 'l2' });
});

test('an open sitting comes before everything, a finished one does not come', () => {
  const unfinished = { unfinished: [begun], history: [answered] };
  expect(nextStep({ ...facts, progress: unfinished, sittings: [sitting({})] })).toMatchObject({
    kind: 'sitting',
  });
  expect(nextStep({ ...facts, sittings: [sitting({ attemptState: 'finished' })] })).toMatchObject({
    kind: 'lesson',
  });
});

test('a sitting counts from 24 hours before it opens', () => {
  const soon = sitting({ state: 'prepared', opensAt: '2026-03-17T14:00:00Z' });
  const later = sitting({ state: 'prepared', opensAt: '2026-03-17T16:00:00Z' });
  expect(nextStep({ ...facts, sittings: [soon] }).kind).toBe('sitting');
  expect(nextStep({ ...facts, sittings: [later] }).kind).toBe('lesson');
});

test('the review of the day comes after an espejismo and before the lesson', () => {
  const review = [{ courseId: 'c', title: 'C', items: 7, back: false }];
  const espejismos = [{ courseId: 'c', moduleId: 'm', conceptId: 'k', title: 'K' }];
  expect(nextStep({ ...facts, review })).toEqual({ kind: 'review', ...review[0] });
  expect(nextStep({ ...facts, review, espejismos }).kind).toBe('espejismo');
});

test('unfinished work comes before an espejismo, and that before the lesson', () => {
  const espejismos = [{ courseId: 'c', moduleId: 'm', conceptId: 'k', title: 'K' }];
  expect(
    nextStep({ ...facts, espejismos, progress: { unfinished: [begun], history: [answered] } }).kind,
  ).toBe('attempt');
  expect(nextStep({ ...facts, espejismos }).kind).toBe('espejismo');
});

test('the checks of a lesson go on in the lesson, and are no unfinished practice', () => {
  const progress = { unfinished: [begun], history: [answered] };
  expect(nextStep({ ...facts, progress, isCheck: () => true })).toMatchObject({
    kind: 'lesson',
    lessonId: 'l2',
  });
});

test('after the lessons come practice and case, and then nothing', () => {
  const read = { ...module, lessons: module.lessons.map((lesson) => ({ ...lesson, finished: true })) };
  expect(nextStep({ ...facts, modules: [read] }).kind).toBe('practice');
  const practised = { ...read, concepts: [{ id: 'k', title: 'K', state: 'laid' as const, spent: false }] };
  expect(nextStep({ ...facts, modules: [practised] }).kind).toBe('case');
  expect(
    nextStep({ ...facts, modules: [{ ...practised, case: { ...practised.case!, finished: true } }] }).kind,
  ).toBe('done');
});

test('who knows a module and knows that they know goes on to its case; else the lessons come first', () => {
  const concepts = [{ id: 'k', title: 'K', state: 'laid' as const, spent: false }];
  const known = { ...module, concepts, path: { ...module.path, kind: 'enrichment' as const } };
  expect(nextStep({ ...facts, modules: [known] }).kind).toBe('case');
  expect(nextStep({ ...facts, modules: [{ ...known, path: module.path }] }).kind).toBe('lesson');
  expect(nextStep({ ...facts, modules: [{ ...known, concepts: module.concepts }] }).kind).toBe('lesson');
});

describe('an exam within a week', () => {
  const exam = (days: number, courseId = 'c') => ({ courseId, title: 'C', on: '2026-03-20', days });
  const other = { ...module, courseId: 'd', id: 'n' };
  const wrong = { unfinished: [], history: [{ ...answered, fraction: 0 }] };

  test('asks what was last answered wrong in its course, after the review and before the lesson', () => {
    const exams = [exam(7)];
    expect(nextStep({ ...facts, exams, progress: wrong })).toEqual({
      kind: 'exam',
      courseId: 'c',
      moduleId: 'm',
      conceptId: 'k',
      title: 'K',
      days: 7,
    });
    const review = [{ courseId: 'c', title: 'C', items: 7, back: false }];
    expect(nextStep({ ...facts, exams, review, progress: wrong }).kind).toBe('review');
    expect(nextStep({ ...facts, exams: [exam(8)], progress: wrong }).kind).toBe('lesson');
  });

  test('puts the next lesson of its course before the others, and nothing unmet', () => {
    const modules = [other, module];
    expect(nextStep({ ...facts, modules })).toMatchObject({ kind: 'lesson', courseId: 'd' });
    expect(nextStep({ ...facts, modules, exams: [exam(3)] })).toMatchObject({
      kind: 'lesson',
      courseId: 'c',
    });
    const exams = [exam(2, 'd'), exam(3)];
    expect(nextStep({ ...facts, modules: [module, other], exams })).toMatchObject({ courseId: 'd' });
  });
});
