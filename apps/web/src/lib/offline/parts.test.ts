import { expect, test } from 'vitest';
import { filesFor, pageFiles, type Parts } from './parts.ts';

const part = (needs: string[] = [], later: string[] = [], rest: object = {}) => ({
  bytes: 1,
  needs,
  later,
  ...rest,
});
const parts: Parts = {
  practice: part(['shell'], ['end', 'library'], { page: true }),
  shell: part(['style', 'shell']),
  style: part(),
  end: part(['shell']),
  library: part([], ['heart-es', 'heart-en', 'kidney-es', 'pump']),
  'heart-es': part([], [], { of: 'physiology/heart/es' }),
  'heart-en': part([], [], { of: 'physiology/heart/en' }),
  'kidney-es': part([], [], { of: 'physiology/kidney/es' }),
  pump: part(['plot'], [], { of: 'figures/pump' }),
  plot: part(),
  staff: part(['shell']),
};

test('a module brings what its pages need at once and later, and only its own prose and figures', () => {
  const wanted = new Set(['physiology/heart/es']);
  expect(filesFor(parts, pageFiles(parts), wanted).sort()).toEqual(
    ['end', 'heart-es', 'library', 'practice', 'shell', 'style'].sort(),
  );
  expect(filesFor(parts, ['practice'], new Set([...wanted, 'figures/pump']))).toContain('plot');
});

test('a file that the build does not know is left to the page', () => {
  expect(filesFor(parts, ['elsewhere'], new Set())).toEqual([]);
});
