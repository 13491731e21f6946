import { antibodyCourse } from '../antibody-response.ts';
import { finalSize, herdImmunity, outbreakCourse } from '../seir.ts';
import { curve, dial, experiment, lineOf } from './experiment.ts';

const population = 100_000;
const days = 365;

/** A year of an outbreak in a city of 100,000 after ten cases arrive, and its size over coverage. */
export const outbreakExperiment = experiment(
  {
    coverage: dial(0, 99, 1, 0),
    reproduction: dial(1, 18, 0.5, 15),
    efficacy: dial(50, 100, 1, 97),
  },
  ({ coverage, reproduction, efficacy }) => {
    const course = outbreakCourse(
      {
        population,
        basicReproduction: reproduction,
        latentDays: 10,
        infectiousDays: 8,
        vaccineCoverage: coverage / 100,
        vaccineEfficacy: efficacy / 100,
        firstCases: 10,
      },
      days,
    );
    const herd = herdImmunity(reproduction, efficacy / 100);
    const sizeAt = (percent: number) => 100 * finalSize(reproduction, 1 - (percent / 100) * (efficacy / 100));
    return {
      readings: {
        infectedPercent: (100 * course.everInfected) / population,
        peakInfectious: course.peakInfectious,
        peakDay: course.peakDay,
        effectiveReproduction: course.startingReproduction,
        immunePercent: 100 * herd.immuneFraction,
        coveragePercent: herd.coverage <= 1 ? 100 * herd.coverage : undefined,
      },
      traces: {
        infectious: lineOf(course.timesDays, course.infectious, 180),
        size: curve(0, 100, 50, sizeAt),
      },
    };
  },
);

/** Antibodies after one dose and after two. */
export const antibodyExperiment = experiment(
  {
    second: dial(14, 364, 7, 28),
    amount: dial(0, 2, 0.25, 1),
  },
  ({ second, amount }) => {
    const long = 540;
    const doses = [{ day: 0 }, ...(amount > 0 ? [{ day: second, amount }] : [])];
    const { timesDays, antibody, memory } = antibodyCourse(doses, long);
    const after = antibody.subarray(second);
    // what the first would have reached by itself: a second that comes early would cut it short
    const firstPeak = Math.max(...antibodyCourse([{ day: 0 }], 120).antibody);
    const secondPeak = Math.max(...after);
    const fold = amount > 0 ? secondPeak / firstPeak : undefined;
    return {
      readings: {
        foldRise: fold,
        firstPeak,
        secondPeak: amount > 0 ? secondPeak : undefined,
        daysToSecondPeak: amount > 0 ? after.indexOf(secondPeak) : undefined,
        memoryAtSecond: memory[second]!,
        lastLevel: antibody.at(-1)!,
      },
      traces: {
        antibody: lineOf(
          timesDays,
          antibody.map((value) => Math.max(value, 1e-4)),
          270,
        ),
      },
    };
  },
);
