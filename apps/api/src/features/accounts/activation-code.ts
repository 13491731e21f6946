import { createHash, randomInt } from 'node:crypto';

// Without letters and digits that a printed sheet confuses.
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const activationDays = 14;

/** Eight characters in two groups, for a printed sheet. */
export const newActivationCode = (): string => {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${four()}-${four()}`;
};

/** Six letters to project and type. */
export const newCohortCode = (): string =>
  Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');

export const hashActivationCode = (institutionId: string, code: string): string =>
  createHash('sha256')
    .update(`${institutionId}:${code.replaceAll('-', '').toUpperCase()}`)
    .digest('hex');
