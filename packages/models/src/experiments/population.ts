import {
  balancedFrequency,
  driftCounts,
  frequencyPath,
  type Fitness,
  type Forces,
} from '../allele-frequency.ts';
import { hardyWeinbergFrequencies, hardyWeinbergTest, type GenotypeCounts } from '../hardy-weinberg.ts';
import { predictiveValues } from '../predictive-values.ts';
import { dial, experiment } from './experiment.ts';

/** The test of counted genotypes, where both alleles were counted. */
const testOf = ({ AA, Aa, aa }: GenotypeCounts) =>
  2 * AA + Aa > 0 && 2 * aa + Aa > 0 ? hardyWeinbergTest({ AA, Aa, aa }) : undefined;

/** Counted genotypes beside those of random mating. */
export const genotypesExperiment = experiment(
  {
    aa: dial(0, 1000, 1, 213),
    Aa: dial(0, 1000, 1, 489),
    AA: dial(0, 1000, 1, 298),
  },
  ({ AA, Aa, aa }) => {
    const result = testOf({ AA, Aa, aa });
    return {
      readings: {
        chiSquare: result?.chiSquare,
        probability: result?.probability,
        frequency: result?.p,
        inbreeding: result?.inbreeding,
        people: AA + Aa + aa,
        smallestExpected: result?.smallestExpected,
      },
      traces: { observed: { AA, Aa, aa }, expected: result?.expected },
    };
  },
);

const generations = 60;
const histories = 6;

/** Where newcomers come from there is hardly any of the allele. */
const outside = 0.99;

/** A village's grown people, born of random mating, when an illness has passed and newcomers have just arrived. */
const adultsOf = (people: number, p: number, fitness: Fitness, arriving: number): GenotypeCounts => {
  const born = hardyWeinbergFrequencies(p);
  const newcomers = hardyWeinbergFrequencies(outside);
  const mean = born.AA * fitness.AA + born.Aa * fitness.Aa + born.aa * fitness.aa;
  const count = (genotype: keyof GenotypeCounts) =>
    Math.round(
      people *
        (((1 - arriving) * born[genotype] * fitness[genotype]) / mean + arriving * newcomers[genotype]),
    );
  return { AA: count('AA'), Aa: count('Aa'), aa: count('aa') };
};

/** An allele over generations, by chance and by force: sickle haemoglobin where malaria kills. */
export const driftExperiment = experiment(
  {
    people: dial(10, 500, 10, 50),
    malaria: dial(0, 40, 1, 0),
    migration: dial(0, 10, 0.5, 0),
    sickle: dial(0, 100, 5, 0),
    history: dial(1, 20, 1, 1),
  },
  ({ people, malaria, migration, sickle, history }) => {
    const fitness = { AA: 1 - malaria / 100, Aa: 1, aa: 1 - sickle / 100 };
    const forces: Forces = { fitness, migration: { rate: migration / 100, frequency: outside } };
    const start = 0.8;
    const runs = Array.from({ length: histories }, (_, k) => {
      const counts = driftCounts(
        people,
        Math.round(2 * people * start),
        generations,
        100 * history + k,
        forces,
      );
      return Array.from(counts, (count, t): [number, number] => [t, 100 * (1 - count / (2 * people))]);
    });
    const expected = Array.from(frequencyPath(start, forces, generations), (p, t): [number, number] => [
      t,
      100 * (1 - p),
    ]);
    const lost = runs.filter((run) => run.at(-1)![1] === 0).length;
    const ends = runs.map((run) => run.at(-1)![1]);
    const adults = testOf(adultsOf(people, 1 - ends[0]! / 100, fitness, migration / 100));
    return {
      readings: {
        expectedPercent: expected.at(-1)![1],
        spreadPercent: Math.max(...ends) - Math.min(...ends),
        lost,
        fixed: ends.filter((end) => end === 100).length,
        balancePercent:
          malaria > 0 && sickle > 0 && migration === 0 ? 100 * (1 - balancedFrequency(fitness)) : undefined,
        chiSquare: adults?.chiSquare,
        probability: adults?.probability,
        inbreeding: adults?.inbreeding,
      },
      traces: { runs, expected },
    };
  },
);

/** What a result means as the illness grows rarer. */
export const testExperiment = experiment(
  {
    prevalence: dial(0.1, 50, 0.1, 1),
    sensitivity: dial(50, 99.5, 0.5, 99),
    specificity: dial(50, 99.5, 0.5, 95),
  },
  ({ prevalence, sensitivity, specificity }) => {
    const diagnosticTest = { sensitivity: sensitivity / 100, specificity: specificity / 100 };
    const values = predictiveValues(diagnosticTest, prevalence / 100);
    return {
      readings: {
        positivePercent: 100 * values.positivePredictiveValue,
        negativePercent: 100 * values.negativePredictiveValue,
        truePositives: values.truePositives,
        falsePositives: values.falsePositives,
        falseNegatives: values.falseNegatives,
        trueNegatives: values.trueNegatives,
      },
      traces: {},
    };
  },
);
