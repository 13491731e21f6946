import type { Disagreement } from './disagreements.ts';
import { readNumber } from '../option-numbers.ts';

const filtration =
  /\beGFR|TFGe|estimated (?:glomerular )?filtration|(?:tasa de )?filtrado glomerular estimad|filtración (?:glomerular )?estimada/i;
const unsteady: [RegExp, string][] = [
  [/(?<!no (?:está |es )?)embaraz|gestante|(?<!not |non-?)pregnan|puérpera|post-?partum/i, 'pregnancy'],
  [
    /acute kidney injury|acute renal failure|lesión renal aguda|falla renal aguda|insuficiencia renal aguda/i,
    'a filtration that is changing',
  ],
  [
    /\b(?:child|infant|newborn|boy|girl)\b|(?<!\p{L})(?:niñ[oa]|lactante|recién nacid[oa])(?!\p{L})/iu,
    'a child',
  ],
];

/** The equations were made in adults whose creatinine stands still. */
export function estimatedFiltration(sentence: string, around: string): Disagreement | undefined {
  if (!filtration.test(sentence) || !/\d/.test(sentence)) return undefined;
  const why = unsteady.find(([pattern]) => pattern.test(around))?.[1];
  if (why === undefined) return undefined;
  return {
    code: 'estimated-filtration',
    message: `An estimated filtration does not hold for ${why}`,
    fix: 'give the creatinine and its course instead',
  };
}

const genotype = String.raw`(?:Hb\s?)?(?:A[AS]|S[AS]|SS|[MN]{2}|([A-Za-z])(?:\1))`;
const frequency = new RegExp(
  String.raw`(?<!\p{L})(?:${genotype}|[A-Z][a-z]|p²|2pq|q²)(?:\s*(?:=|:|,)?\s*|\s+(?:es|is|de|of)\s+)(0?\.\d+|\d+(?:\.\d+)?\s?%)`,
  'gu',
);

/** The three genotypes of two alleles are everybody. */
export function genotypeSum(sentence: string): Disagreement | undefined {
  const found = [...sentence.matchAll(frequency)].map((match) => match.at(-1)!);
  if (found.length !== 3) return undefined;
  const percent = found.every((text) => text.endsWith('%'));
  if (!percent && found.some((text) => text.endsWith('%'))) return undefined;
  const numbers = found.map((text) => text.replace(/\s?%/, ''));
  const whole = percent ? 100 : 1;
  const sum = numbers.reduce((total, text) => total + readNumber(text), 0);
  const rounding = numbers.reduce((total, text) => total + 0.5 / 10 ** (text.split('.')[1]?.length ?? 0), 0);
  if (Math.abs(sum - whole) <= rounding + 1e-9) return undefined;
  return {
    code: 'genotype-sum',
    message: `The three genotypes sum to ${Number(sum.toFixed(4))}, not ${whole}`,
    fix: 'correct a frequency',
  };
}
