import { requireBetween, requirePositive, requireWhole } from './requirements.ts';

/** Fitness of each genotype, relative to any one; the person who leaves no children has 0. */
export interface Fitness {
  AA: number;
  Aa: number;
  aa: number;
}

export interface Forces {
  fitness?: Fitness;
  /** of the parents of each generation, 0 to 1, from a population with another frequency */
  migration?: { rate: number; frequency: number };
  /** chance for each A to become a, and each a to become A */
  mutation?: { forward: number; back: number };
}

const neutral: Fitness = { AA: 1, Aa: 1, aa: 1 };

/**
 * The frequency of allele A in the next generation of a very large population.
 *
 * Formula: selection p' = p(p·w_AA + q·w_Aa)/w̄, then mutation p'(1 − u) + q'·v, then migration (1 − m)p' +
 * m·p_m.
 * Range: p, rates and frequencies 0 to 1, fitness from 0. Errors: RangeError outside it, or when nobody has
 * children.
 * Source: Hartl & Clark, Principles of Population Genetics.
 */
export function nextFrequency(p: number, forces: Forces): number {
  requireBetween(p, 0, 1, 'p');
  const { fitness = neutral, migration, mutation } = forces;
  for (const genotype of ['AA', 'Aa', 'aa'] as const)
    requireBetween(fitness[genotype], 0, 1000, `fitness ${genotype}`);
  const q = 1 - p;
  const mean = p * p * fitness.AA + 2 * p * q * fitness.Aa + q * q * fitness.aa;
  if (!(mean > 0)) throw new RangeError('nobody leaves children');
  let next = (p * (p * fitness.AA + q * fitness.Aa)) / mean;
  if (mutation) {
    requireBetween(mutation.forward, 0, 1, 'mutation.forward');
    requireBetween(mutation.back, 0, 1, 'mutation.back');
    next = next * (1 - mutation.forward) + (1 - next) * mutation.back;
  }
  if (migration) {
    requireBetween(migration.rate, 0, 1, 'migration.rate');
    requireBetween(migration.frequency, 0, 1, 'migration.frequency');
    next = (1 - migration.rate) * next + migration.rate * migration.frequency;
  }
  return Math.min(1, Math.max(0, next));
}

/**
 * Frequencies over generations, the first included; all else as `nextFrequency`. Up to 100,000 generations.
 */
export function frequencyPath(p: number, forces: Forces, generations: number): Float64Array {
  requireWhole(generations, 1, 100_000, 'generations');
  requireBetween(p, 0, 1, 'p');
  const path = new Float64Array(generations + 1);
  path[0] = p;
  for (let k = 0; k < generations; k++) path[k + 1] = nextFrequency(path[k]!, forces);
  return path;
}

/**
 * The frequency at which the advantage of heterozygotes holds both alleles, as malaria holds sickle
 * haemoglobin.
 *
 * Formula: p̂ = (w_Aa − w_aa)/(2w_Aa − w_AA − w_aa). Errors: RangeError unless heterozygotes are the fittest.
 * Source: Fisher (1922), Proc. R. Soc. Edinb. 42, 321–341; Allison (1954), Br. Med. J. 1, 290–294.
 */
export function balancedFrequency(fitness: Fitness): number {
  if (!(fitness.Aa > fitness.AA && fitness.Aa > fitness.aa)) {
    throw new RangeError('no balance holds unless heterozygotes are the fittest');
  }
  return (fitness.Aa - fitness.aa) / (2 * fitness.Aa - fitness.AA - fitness.aa);
}

/** Uniform numbers in [0, 1) that depend on the seed alone (mulberry32); not for secrets. */
function uniformNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Drift: the count of allele A in a small population over generations, by chance and by the forces given.
 *
 * Method: Wright–Fisher; each of the 2N alleles of a generation is drawn with the frequency `nextFrequency`
 * gives. The same seed gives the same path. Shapes: generations + 1 counts, of 2N. Range: 1 to 5000 people, 1
 * to 2000 generations, seed a whole number 0 to 2³² − 1. Errors: RangeError outside it, or for a count above
 * 2N.
 * Source: Fisher (1930); Wright (1931), Genetics 16, 97–159.
 */
export function driftCounts(
  people: number,
  startCount: number,
  generations: number,
  seed: number,
  forces: Forces = {},
): Int32Array {
  requireWhole(people, 1, 5000, 'people');
  requireWhole(startCount, 0, 2 * people, 'startCount');
  requireWhole(generations, 1, 2000, 'generations');
  requireWhole(seed, 0, 4294967295, 'seed');
  const uniform = uniformNumbers(seed);
  const counts = new Int32Array(generations + 1);
  counts[0] = startCount;
  for (let k = 0; k < generations; k++) {
    const p = nextFrequency(counts[k]! / (2 * people), forces);
    let drawn = 0;
    for (let i = 0; i < 2 * people; i++) if (uniform() < p) drawn++;
    counts[k + 1] = drawn;
  }
  return counts;
}

/**
 * The heterozygosity that drift is expected to leave.
 *
 * Formula: H₀(1 − 1/2N)^t. Range: H₀ 0 to 1, N above 0, t from 0. Errors: RangeError outside it.
 * Source: Wright (1931), Genetics 16, 97–159.
 */
export function expectedHeterozygosity(start: number, people: number, generations: number): number {
  requireBetween(start, 0, 1, 'start');
  requirePositive(people, 'people');
  requireWhole(generations, 0, 1_000_000, 'generations');
  return start * (1 - 1 / (2 * people)) ** generations;
}
