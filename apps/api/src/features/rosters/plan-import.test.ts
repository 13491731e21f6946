import { expect, test } from 'vitest';
import { parseRoster } from './parse-roster.ts';
import { planImport, type Rules } from './plan-import.ts';

const administrators: Rules = { mayCreate: true, enrols: false, campuses: [], demonstration: false };
const plan = (text: string, rules = administrators) => planImport(parseRoster(Buffer.from(text)), [], rules);

test('where an institution has no campuses yet, the column is left out with one warning', () => {
  const { errors, warnings, rows } = plan(
    'Código;Paterno;Nombres;Sede\nSYN1;PAZ;ANA;Cusco\nSYN2;SOL;EVA;Lima',
  );
  expect(errors).toEqual([]);
  expect(warnings).toEqual([{ code: 'campuses_not_set', row: 1, column: 'Sede' }]);
  expect(rows.map(({ acts, record }) => [acts, record.campusId])).toEqual([
    [['create'], null],
    [['create'], null],
  ]);
});

test('a new person needs a student code and names', () => {
  expect(plan('DNI;Paterno;Nombres\n00000001;PAZ;ANA').errors).toMatchObject([
    { code: 'code_missing', row: 2 },
  ]);
  expect(plan('Código\nSYN1').errors).toMatchObject([{ code: 'names_missing', row: 2, column: 'Código' }]);
});

test('an address of the demonstration is refused by row and column, but in the demonstration itself', () => {
  const file =
    'Código;Paterno;Nombres;Correo\nSYN1;PAZ;ANA;ana@alumnos.example\nSYN2;SOL;EVA;Eva@Demo.Puente';
  expect(plan(file).errors).toEqual([
    {
      code: 'email_of_demonstration',
      row: 3,
      column: 'Correo',
      value: expect.stringMatching(/@demo\.puente/i),
    },
  ]);
  expect(plan(file, { ...administrators, demonstration: true }).errors).toEqual([]);
});
