import { figures } from '@puente/figures';
import { expect, test } from 'vitest';
import { findViews } from './find-views.ts';

const described = await Promise.all(
  figures.map(async ({ about, load }) => ({ about, figure: (await load()).figure })),
);
const names = (search: string, lang: 'es' | 'en' = 'es') =>
  findViews(described, lang, search).flatMap(({ name, views }) => views.map(({ id }) => `${name} ${id}`));

test('without a search the gallery names every view of the twelve figures', () => {
  expect(names('')).toHaveLength(28);
  expect(findViews(described, 'en', ' ')).toHaveLength(12);
});

test('a view is found by its patient, by what may be moved and by its question, whatever the accents', () => {
  expect(names('tomas')).toEqual(['oxygen cascade', 'oxygen curve', 'oxygen content']);
  expect(names('nelly')).toEqual(['dose effect', 'dose safety']);
  expect(names('SARAMPIÓN cobertura')).toEqual(['outbreak outbreak', 'outbreak antibodies']);
  expect(names('gentamicin newborn', 'en')).toContain('drug-fate gentamicin');
  expect(names('altitud')).toEqual(expect.arrayContaining(['oxygen cascade', 'kidney gases']));
});

test('what nobody wrote finds nothing', () => {
  expect(names('submarino')).toEqual([]);
});
