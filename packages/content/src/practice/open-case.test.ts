import { expect, test } from 'vitest';
import { loadContent } from '../load/load-content.ts';
import { memoryReader } from '../reader.ts';
import { cleanCourse } from '../testing/clean-course.ts';
import { openCase } from './open-case.ts';

const content = loadContent(memoryReader(cleanCourse()));

test('a course opens one case up to its first decision, in one language', () => {
  const shown = openCase(content, 'tiny', 'es')!;
  expect(shown.stages.slice(0, -1).every(({ decision }) => !decision)).toBe(true);
  expect(shown.stages.at(-1)?.decision?.options.every(({ reason }) => reason.length > 0)).toBe(true);
  expect(shown.decisions).toBeGreaterThanOrEqual(1);
  expect(JSON.stringify(shown)).not.toMatch(/"(es|en)":/);
});

test('what follows the first decision, and every question of the course, stays with who joins', () => {
  const text = JSON.stringify(openCase(content, 'tiny', 'en'));
  expect(text).not.toMatch(/practice-\d|gain-|sealed-/);
});

test('a course that is not there opens nothing', () => {
  expect(openCase(content, 'nowhere', 'es')).toBeUndefined();
});
