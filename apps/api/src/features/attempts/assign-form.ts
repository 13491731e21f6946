import { seededRandom } from '@puente/measurement';

const blockSize = 4;

/**
 * The form at a place in permuted blocks of four: within each block every form comes equally often, in an order
 * drawn from the seed. Places count from 0.
 */
export const formAtPlace = (forms: readonly string[], seed: string, place: number): string => {
  const block = Array.from({ length: blockSize }, (_, index) => forms[index % forms.length]!);
  return seededRandom(`${seed}/${Math.floor(place / blockSize)}`).shuffle(block)[place % blockSize]!;
};

/** The form that a learner did not have before; undefined where there is no single other one. */
export const otherForm = (forms: readonly string[], before: string): string | undefined =>
  forms.length === 2 && forms.includes(before) ? forms.find((form) => form !== before) : undefined;
