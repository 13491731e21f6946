import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (lang: 'es' | 'en') =>
  readFileSync(new URL(`./how-we-measure.${lang}.svx`, import.meta.url), 'utf8');
const languages = [
  ['es', '## Apéndice'],
  ['en', '## Appendix'],
] as const;

test.each(languages)(
  '%s: a student reads it in 400 words, a statistician goes on to the appendix',
  (lang, mark) => {
    const [told, appendix] = read(lang).split(mark) as [string, string];
    const words = told
      .replaceAll(/[#*«»“”]/g, '')
      .split(/\s+/)
      .filter((word) => /[\p{L}\d]/u.test(word));
    expect(words.length).toBeGreaterThan(350);
    expect(words.length).toBeLessThanOrEqual(400);
    expect(told).not.toContain('<Formula');
    expect(appendix.match(/<Formula /g)!.length).toBeGreaterThanOrEqual(12);
  },
);

test('both languages state the same formulas, words inside them aside', () => {
  const formulas = (lang: 'es' | 'en') =>
    [...read(lang).matchAll(/tex="([^"]*)"/g)].map(([, tex]) => tex!.replaceAll(/\\text\{[^}]*\}/g, '·'));
  expect(formulas('es')).toEqual(formulas('en'));
});
