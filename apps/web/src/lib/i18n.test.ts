import { expect, test } from 'vitest';
import { inLang, messages, preferredLang } from './i18n.ts';

test('words come in the language asked for, with their interpolation', () => {
  const words = messages({
    es: { hello: 'Hola', of: (n: number) => `de ${n}` },
    en: { hello: 'Hello', of: (n: number) => `of ${n}` },
  });
  expect(words('es').hello).toBe('Hola');
  expect(words('en').of(3)).toBe('of 3');
});

test('English that lacks a word does not compile', () => {
  messages({
    es: { hello: 'Hola', bye: 'Chau' },
    // @ts-expect-error `bye` is missing
    en: { hello: 'Hello' },
  });
});

test('the other language keeps path and query', () => {
  expect(inLang({ pathname: '/es/today', search: '?x=1' }, 'en')).toBe('/en/today?x=1');
  expect(inLang({ pathname: '/es', search: '' }, 'en')).toBe('/en');
  expect(inLang({ pathname: '/estudio', search: '' }, 'en')).toBe('/en/estudio');
});

test('a browser gets its first language of ours, by weight, and Spanish otherwise', () => {
  expect(preferredLang('en;q=0.5, es-PE;q=0.9')).toBe('es');
  expect(preferredLang('qu, en-US;q=0.8, es;q=0.7')).toBe('en');
  expect(preferredLang('fr')).toBe('es');
  expect(preferredLang(null)).toBe('es');
});
