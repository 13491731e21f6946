import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

test('gives the published digests', () => {
  // FIPS 180-4 examples
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('agrees with Node on any text, at every length around a block', () => {
  const theirs = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  for (let n = 0; n < 200; n++) expect(sha256('ñ'.repeat(n))).toBe(theirs('ñ'.repeat(n)));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(theirs(text));
    }),
    { seed: 1 },
  );
});

test('refuses half a surrogate pair', () => {
  expect(() => sha256('\ud83d')).toThrow(RangeError);
});
