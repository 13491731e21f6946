import { expect, test } from 'vitest';
import { nameInList } from './name-in-list.ts';

test('surnames come first, whole and as they are written', () => {
  expect(nameInList({ givenNames: 'Martín Luz', firstSurname: 'De la Cruz', secondSurname: 'Ccori' })).toBe(
    'De la Cruz Ccori, Martín Luz',
  );
  expect(nameInList({ givenNames: 'Agnès', firstSurname: 'Ñaupari', secondSurname: null })).toBe(
    'Ñaupari, Agnès',
  );
});
