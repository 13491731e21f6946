import { expect, test } from 'vitest';
import { splitSurnames, splitSurnamesFirst } from './split-names.ts';

test.each([
  ['QUISPE HUAMÁN', 'QUISPE', 'HUAMÁN', true],
  ['QUISPE', 'QUISPE', null, true],
  ['DE LA CRUZ QUISPE', 'DE LA CRUZ', 'QUISPE', true],
  ['QUISPE DE LA CRUZ', 'QUISPE', 'DE LA CRUZ', true],
  ['Del Águila De los Ríos', 'Del Águila', 'De los Ríos', true],
  ['SAN MARTÍN LA ROSA', 'SAN MARTÍN', 'LA ROSA', true],
  ['PONCE DE LEÓN GARCÍA', 'PONCE DE LEÓN', 'GARCÍA', false],
  ['GARCÍA PONCE DE LEÓN', 'GARCÍA', 'PONCE DE LEÓN', false],
  ['QUISPE HUAMÁN DE ROJAS', 'QUISPE', 'HUAMÁN DE ROJAS', false],
  ['PAZ SOTO LUNA', 'PAZ', 'SOTO LUNA', false],
  ['DOS SANTOS PAZ', 'DOS SANTOS', 'PAZ', true],
  ['SÁNCHEZ-MORENO PAZ', 'SÁNCHEZ-MORENO', 'PAZ', true],
  ['QUISPE DE', 'QUISPE DE', null, true],
] as const)('%s are the surnames %s and %s', (text, firstSurname, secondSurname, certain) => {
  expect(splitSurnames(text)).toEqual({ firstSurname, secondSurname, certain });
});

test.each([
  ['ÑAHUI QUISPE, ROSA MARÍA', 'ÑAHUI', 'QUISPE', 'ROSA MARÍA', true],
  ['DE LA CRUZ, JUAN DE DIOS', 'DE LA CRUZ', null, 'JUAN DE DIOS', true],
  ['ÑAHUI QUISPE ROSA MARÍA', 'ÑAHUI', 'QUISPE', 'ROSA MARÍA', false],
  ['ÑAHUI ROSA', 'ÑAHUI', null, 'ROSA', false],
] as const)('%s is %s, %s, %s', (text, firstSurname, secondSurname, givenNames, certain) => {
  expect(splitSurnamesFirst(text)).toEqual({ firstSurname, secondSurname, givenNames, certain });
});

test.each(['ROSA', ', ROSA', 'ÑAHUI,', 'A, B, C'])('%j cannot be told apart', (text) => {
  expect(splitSurnamesFirst(text)).toBeUndefined();
});
