import { requireWhole } from './requirements.ts';

export interface NonDisjunction {
  /** 1 to 22, or 23 for the sex chromosomes */
  chromosome: number;
  parent: 'mother' | 'father';
  /** homologues fail to part in meiosis I, sister chromatids in meiosis II */
  division: 'meiosis I' | 'meiosis II';
}

export interface Conception {
  karyotype: string;
  probability: number;
  chromosomes: number;
}

/**
 * The karyotypes that may follow when one pair fails to part in one parent's meiosis.
 *
 * Formula: meiosis I gives gametes with both homologues or none, half each; meiosis II, in one of the two
 * cells, two copies (¼), none (¼) or one as usual (½). The other parent's gamete is usual. Probabilities are
 * at conception, given the failure, and sum to 1: most such conceptions do not reach birth.
 * Shapes: one entry a karyotype, most likely first, then by name. Range: chromosomes 1 to 23.
 * Errors: RangeError outside it. Source: Thompson & Thompson Genetics in Medicine; nomenclature ISCN.
 */
export function nonDisjunctionConceptions({ chromosome, parent, division }: NonDisjunction): Conception[] {
  requireWhole(chromosome, 1, 23, 'chromosome');
  if (parent !== 'mother' && parent !== 'father') throw new RangeError(`unknown parent: ${String(parent)}`);
  if (division !== 'meiosis I' && division !== 'meiosis II')
    throw new RangeError(`unknown division: ${String(division)}`);
  const sexPair = chromosome === 23;
  // gametes as [sex chromosomes, copies of an autosome's pair], with their probabilities
  type Gamete = { sex: string; extra: number; probability: number };
  const usual = (who: 'mother' | 'father'): Gamete[] =>
    who === 'mother'
      ? [{ sex: 'X', extra: 0, probability: 1 }]
      : ['X', 'Y'].map((sex) => ({ sex, extra: 0, probability: 0.5 }));
  const failed = (): Gamete[] => {
    const firstDivision = division === 'meiosis I';
    if (!sexPair) {
      const copies = firstDivision
        ? [
            [1, 0.5],
            [-1, 0.5],
          ]
        : [
            [1, 0.25],
            [-1, 0.25],
            [0, 0.5],
          ];
      return usual(parent).flatMap(({ sex, probability }) =>
        copies.map(([extra, part]) => ({ sex, extra: extra!, probability: probability * part! })),
      );
    }
    if (firstDivision) {
      return [parent === 'mother' ? 'XX' : 'XY', ''].map((sex) => ({ sex, extra: 0, probability: 0.5 }));
    }
    const letters = parent === 'mother' ? ['X'] : ['X', 'Y'];
    return letters.flatMap((failing) => {
      const share = 1 / letters.length;
      // the other cell of the first division parts as usual and holds the other homologue
      const other = parent === 'mother' ? 'X' : failing === 'X' ? 'Y' : 'X';
      return [
        { sex: failing + failing, extra: 0, probability: share / 4 },
        { sex: '', extra: 0, probability: share / 4 },
        { sex: other, extra: 0, probability: share / 2 },
      ];
    });
  };
  const totals = new Map<string, Conception>();
  for (const one of failed()) {
    for (const two of usual(parent === 'mother' ? 'father' : 'mother')) {
      const sex = [...(one.sex + two.sex)].sort().join('');
      const chromosomes = 44 + one.extra + sex.length;
      const sign = one.extra > 0 ? `,+${chromosome}` : one.extra < 0 ? `,−${chromosome}` : '';
      const karyotype = `${chromosomes},${sex}${sign}`;
      const probability = one.probability * two.probability + (totals.get(karyotype)?.probability ?? 0);
      totals.set(karyotype, { karyotype, probability, chromosomes });
    }
  }
  return [...totals.values()].sort(
    (a, b) => b.probability - a.probability || (a.karyotype < b.karyotype ? -1 : 1),
  );
}
