import { expect, test } from 'vitest';
import { parseRoster } from '../features/rosters/parse-roster.ts';
import { rosterFile, syntheticPeople } from './people.ts';

test('the file reads back as the people it was made of, zeros, accents and all', () => {
  const people = syntheticPeople('test', 240);
  const roster = parseRoster(rosterFile(people));
  expect(roster.errors).toEqual([]);
  expect(
    roster.rows.map((row) => ({
      ...row.names,
      studentCode: row.studentCode,
      dni: row.document?.number,
      campus: row.campus,
    })),
  ).toEqual(
    people.map(({ givenNames, firstSurname, secondSurname, studentCode, dni, campus }) => ({
      givenNames,
      firstSurname,
      secondSurname,
      studentCode,
      dni,
      campus,
    })),
  );
});

test('people are alike whenever the seed is, and nobody twice', () => {
  const people = syntheticPeople('test', 240);
  expect(syntheticPeople('test', 240)).toEqual(people);
  expect(syntheticPeople('other', 240)).not.toEqual(people);
  expect(new Set(people.map((person) => person.studentCode)).size).toBe(240);
  expect(new Set(people.map((person) => person.dni)).size).toBe(240);
  expect(people.every((person) => /^0\d{7}$/.test(person.dni))).toBe(true);
  expect(people.some((person) => /ñ/i.test(person.firstSurname))).toBe(true);
  expect(people.some((person) => person.secondSurname === null)).toBe(true);
});
