import { nonDisjunctionConceptions } from '../non-disjunction.ts';
import { pedigreeRisks, type FamilyMember, type MemberRisk } from '../pedigree-risk.ts';
import { choice, dial, experiment } from './experiment.ts';

export interface Relative {
  sex: 'f' | 'm';
  /** affected, unaffected, nobody knows */
  state: 'a' | 'u' | 'q';
  /** Places of mother and father in the family. */
  mother?: number;
  father?: number;
}

export const mostRelatives = 14;

/** `fu.mu.mq01`: sex, state and, for who was born into the family, the places of mother and father. */
export const readFamily = (text: string): Relative[] =>
  text
    .split('.')
    .filter(Boolean)
    .map((one) => {
      const [sex, state, mother, father] = one;
      return {
        sex: sex as Relative['sex'],
        state: state as Relative['state'],
        ...(mother !== undefined && { mother: Number.parseInt(mother, 36) }),
        ...(father !== undefined && { father: Number.parseInt(father, 36) }),
      };
    });

export const writeFamily = (family: readonly Relative[]): string =>
  family
    .map(({ sex, state, mother, father }) =>
      mother === undefined || father === undefined
        ? sex + state
        : sex + state + mother.toString(36) + father.toString(36),
    )
    .join('.');

const faultOf = (text: string): string | undefined => {
  if (!/^[fm][auq]([0-9a-d]{2})?(\.[fm][auq]([0-9a-d]{2})?)*$/.test(text)) return 'no family';
  const family = readFamily(text);
  if (family.length > mostRelatives) return `more than ${mostRelatives} people`;
  const sound = family.every(
    ({ mother, father }, k) =>
      mother === undefined ||
      (mother < k && father! < k && family[mother]!.sex === 'f' && family[father!]!.sex === 'm'),
  );
  return sound ? undefined : 'parents come before their children, a mother first';
};

export const patterns = {
  dominant: 'autosomal dominant',
  recessive: 'autosomal recessive',
  'x-linked': 'X-linked recessive',
  mitochondrial: 'mitochondrial',
} as const;

/** A drawn family under a pattern: each person's risk by Bayes, and that of the one who asks. */
export const pedigreeExperiment = experiment(
  {
    pattern: choice(['x-linked', 'dominant', 'recessive', 'mitochondrial'], 'x-linked'),
    asks: dial(1, mostRelatives, 1, 4),
    carriersIn1000: dial(1, 100, 1, 1),
    family: {
      kind: 'sketch',
      start: 'fu.mu.ma01.fu01.mu.mu34.mu34.mu34',
      fault: faultOf,
    },
  },
  ({ pattern, asks, carriersIn1000, family: text }) => {
    const family = readFamily(text);
    const members = family.map(({ sex, state, mother, father }, k): FamilyMember => ({
      id: String(k),
      sex: sex === 'f' ? 'female' : 'male',
      ...(state !== 'q' && { affected: state === 'a' }),
      ...(mother !== undefined && { motherId: String(mother), fatherId: String(father) }),
    }));
    let risks: MemberRisk[] | undefined;
    try {
      risks = pedigreeRisks(members, {
        pattern: patterns[pattern],
        variantFrequency: carriersIn1000 / 1000,
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const who = Math.min(asks, family.length) - 1;
    const risk = risks?.[who];
    return {
      readings: {
        carriesPercent: risk && 100 * risk.carries,
        showingPercent: risk && 100 * risk.showing,
        people: family.length,
      },
      traces: { family, who, risks: risks?.map(({ carries, showing }) => ({ carries, showing })) },
    };
  },
);

/** A family in which nothing has been found yet: to begin a drawing with. */
export const emptyFamily = 'fu.mu.fq01';

/** What may be conceived after one pair fails to part. */
export const karyotypeExperiment = experiment(
  {
    chromosome: choice(['21', '18', '13', 'X and Y'], '21'),
    parent: choice(['mother', 'father'], 'mother'),
    division: choice(['meiosis I', 'meiosis II'], 'meiosis I'),
  },
  ({ chromosome, parent, division }) => {
    const conceptions = nonDisjunctionConceptions({
      chromosome: chromosome === 'X and Y' ? 23 : Number(chromosome),
      parent,
      division,
    });
    const sum = (test: (count: number) => boolean) =>
      100 * conceptions.filter((one) => test(one.chromosomes)).reduce((a, b) => a + b.probability, 0);
    return {
      readings: {
        extraPercent: sum((count) => count > 46),
        usualPercent: sum((count) => count === 46),
        missingPercent: sum((count) => count < 46),
      },
      traces: { conceptions },
    };
  },
);
