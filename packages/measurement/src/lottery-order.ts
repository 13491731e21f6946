import { requireDistinct } from './requirements.ts';
import { sha256 } from './sha256.ts';

export interface Lottery {
  /** the public draw made after the freeze, as published: for instance a lottery's winning numbers */
  draw: string;
  /** the published hash of the frozen snapshot */
  snapshotHash: string;
}

/**
 * The number that the lottery gives a learner.
 *
 * Formula: SHA-256 of the UTF-8 text draw ‖ snapshotHash ‖ learnerKey, written one after the other
 * without anything between. Result: 64 hexadecimal digits.
 * Shapes: three texts. Units: none. Range: 256 bits.
 * Errors: RangeError if any of the three is empty.
 * Source: FIPS 180-4 for SHA-256; our choice of the text.
 */
export function lotteryDigest({ draw, snapshotHash }: Lottery, learnerKey: string): string {
  for (const [name, text] of Object.entries({ draw, snapshotHash, learnerKey })) {
    if (text === '') throw new RangeError(`${name} is empty`);
  }
  return sha256(draw + snapshotHash + learnerKey);
}

/**
 * Order of the tied by a public lottery that nobody can steer: the smallest digest first.
 *
 * The draw happens after the snapshot is frozen, so neither staff nor candidates can choose a seed.
 * Shapes: distinct learner keys in any order; the result does not depend on it.
 * Rule: `lotteryDigest` of each key, ascending. Units: none. Range: every order of the keys.
 * Errors: RangeError for no keys, a key twice, an empty draw, hash or key.
 * Source: our choice; FIPS 180-4 for SHA-256.
 */
export function lotteryOrder(input: Lottery & { learnerKeys: readonly string[] }): string[] {
  if (input.learnerKeys.length === 0) throw new RangeError('learnerKeys is empty');
  requireDistinct(input.learnerKeys, 'learnerKeys');
  return input.learnerKeys
    .map((learnerKey) => ({ learnerKey, digest: lotteryDigest(input, learnerKey) }))
    .sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0))
    .map(({ learnerKey }) => learnerKey);
}
