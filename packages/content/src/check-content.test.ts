import { expect, test } from 'vitest';
import { problemsOf } from './testing/plant.ts';
import { cleanCourse } from './testing/clean-course.ts';

test('the clean course has no problem at all', () => {
  expect(problemsOf(cleanCourse())).toEqual([]);
});
