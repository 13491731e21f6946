import type { Person } from '@puente/schemas';

/** `De la Cruz Ccori, Martín Luz`: as the list is ordered. */
export const nameInList = ({
  givenNames,
  firstSurname,
  secondSurname,
}: Pick<Person, 'givenNames' | 'firstSurname' | 'secondSurname'>): string =>
  `${[firstSurname, secondSurname].filter(Boolean).join(' ')}, ${givenNames}`;
