interface Named {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
}

const spanish = new Intl.Collator('es');

/** The order of a class list. */
export const bySurname = (a: Named, b: Named): number =>
  spanish.compare(a.firstSurname, b.firstSurname) ||
  spanish.compare(a.secondSurname ?? '', b.secondSurname ?? '') ||
  spanish.compare(a.givenNames, b.givenNames);
