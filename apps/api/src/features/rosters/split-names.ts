const particles = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'da',
  'das',
  'do',
  'dos',
  'di',
  'van',
  'von',
  'der',
  'san',
  'santa',
]);

/** Surnames as units: a particle stays with the surname that follows it ("DE LA CRUZ QUISPE" is two). */
const surnameUnits = (text: string): string[] => {
  const units: string[] = [];
  let pending: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    pending.push(word);
    if (particles.has(word.toLowerCase())) continue;
    units.push(pending.join(' '));
    pending = [];
  }
  if (pending.length > 0) units.push([units.pop(), ...pending].filter(Boolean).join(' '));
  return units;
};

const beginsWithParticle = (unit: string) =>
  unit.includes(' ') && particles.has(unit.split(' ')[0]!.toLowerCase());

export interface Surnames {
  firstSurname: string;
  secondSurname: string | null;
  /** False where another reading is as likely: to be shown to the person who imports. */
  certain: boolean;
}

/** Two surnames out of one cell. Nothing is dropped: what does not split in two goes to the second. */
export const splitSurnames = (text: string): Surnames => {
  const units = surnameUnits(text);
  if (units.length <= 2)
    return { firstSurname: units[0] ?? '', secondSurname: units[1] ?? null, certain: true };
  // "PONCE DE LEÓN GARCÍA", "GARCÍA PONCE DE LEÓN": a unit with "de" inside the row belongs to the one before it.
  const joined = units.slice(1).filter(beginsWithParticle);
  if (units.length === 3 && joined.length === 1) {
    const [first, second, third] = units as [string, string, string];
    return second === joined[0]
      ? { firstSurname: `${first} ${second}`, secondSurname: third, certain: false }
      : { firstSurname: first, secondSurname: `${second} ${third}`, certain: false };
  }
  return { firstSurname: units[0]!, secondSurname: units.slice(1).join(' '), certain: false };
};

export interface Names extends Surnames {
  givenNames: string;
}

/** "ÑAHUI QUISPE, ROSA MARÍA", or without the comma: two surnames, then the names. Undefined where it cannot be told. */
export const splitSurnamesFirst = (text: string): Names | undefined => {
  const comma = text.indexOf(',');
  if (comma >= 0) {
    const givenNames = text.slice(comma + 1).trim();
    const surnames = text.slice(0, comma).trim();
    return givenNames && surnames && !givenNames.includes(',')
      ? { ...splitSurnames(surnames), givenNames }
      : undefined;
  }
  const units = surnameUnits(text);
  if (units.length < 2) return undefined;
  const surnames = units.length === 2 ? 1 : 2;
  return {
    firstSurname: units[0]!,
    secondSurname: surnames === 2 ? units[1]! : null,
    givenNames: units.slice(surnames).join(' '),
    certain: false,
  };
};
