import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { checkContent } from './check-content.ts';
import { formatProblem } from './problem.ts';
import { readDirectory } from './read-directory.ts';

vi.setConfig({ testTimeout: 30_000 });

const courses = fileURLToPath(new URL('../../../content', import.meta.url));

test('the courses of this repository have no errors', () => {
  const { problems } = checkContent(readDirectory(courses));
  const errors = problems.filter((problem) => problem.severity === 'error');
  expect(errors.map(formatProblem)).toEqual([]);
});
