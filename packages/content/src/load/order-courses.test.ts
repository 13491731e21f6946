import { expect, test } from 'vitest';
import { memoryReader } from '../reader.ts';
import { cleanLearning } from '../testing/clean-course.ts';
import { expectOnly } from '../testing/plant.ts';
import { loadContent } from './load-content.ts';

const listing = (list: string) => ({ ...cleanLearning(), 'courses.yaml': list });
const ids = (files: Record<string, string>) => loadContent(memoryReader(files)).courses.map(({ id }) => id);
const courseNamed = (id: string) => ({ [`${id}/course.yaml`]: '' });

test('courses stand in the order of courses.yaml, and by name without it', () => {
  const files = { ...cleanLearning(), ...courseNamed('early') };
  expect(ids(files)).toEqual(['early', 'tiny']);
  expect(ids({ ...files, 'courses.yaml': 'courses: [tiny, early]' })).toEqual(['tiny', 'early']);
  expectOnly(listing('courses: [tiny]'));
});

test('a listed course without a folder, a course listed twice and an unlisted one are told', () => {
  expectOnly(listing('courses:\n  - tiny\n  - gone'), {
    code: 'unknown-id',
    file: 'courses.yaml',
    field: 'courses[1]',
    at: '- gone',
  });
  expectOnly(listing('courses:\n  - tiny\n  - tiny # again'), {
    code: 'duplicate-id',
    file: 'courses.yaml',
    field: 'courses[1]',
    at: '- tiny # again',
  });
  const unlisted = { ...cleanLearning(), ...courseNamed('early'), 'courses.yaml': 'courses: [tiny]' };
  expect(loadContent(memoryReader(unlisted)).problems).toContainEqual(
    expect.objectContaining({ code: 'unused-id', file: 'courses.yaml', field: 'courses' }),
  );
  expect(ids(unlisted)).toEqual(['tiny', 'early']);
});
