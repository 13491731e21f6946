import { dormandPrince } from './dormand-prince.ts';
import { requireBetween } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

export interface VaccineDose {
  day: number;
  /** of a usual dose, 0 to 3; default 1 */
  amount?: number;
}

/** Lives in days and yields for each day; all teaching values, chosen for the shape of published curves. */
const immune = {
  antigenDays: 10 / 3,
  halfStimulus: 0.1,
  germinalCentreDays: 10,
  memoryYield: 0.02,
  memoryDays: 3000,
  plasmablastYield: 0.02,
  recallYield: 2,
  plasmablastDays: 5,
  longLivedYield: 0.001,
  longLivedRecallYield: 0.03,
  longLivedDays: 2000,
  antibodyDays: 30,
} as const;

/**
 * The rates of antigen, germinal centre, memory B cells, short- and long-lived plasma cells, and antibody.
 * A new antigen works through the germinal centre; a known one also calls memory at once.
 */
export const antibodyDerivatives: Derivatives = (_, state, rates) => {
  const stimulus = state[0]! / (state[0]! + immune.halfStimulus);
  const centre = state[1]!;
  const recalled = stimulus * state[2]!;
  rates[0] = -state[0]! / immune.antigenDays;
  rates[1] = stimulus - centre / immune.germinalCentreDays;
  rates[2] = immune.memoryYield * centre - state[2]! / immune.memoryDays;
  rates[3] =
    immune.plasmablastYield * centre + immune.recallYield * recalled - state[3]! / immune.plasmablastDays;
  rates[4] =
    immune.longLivedYield * centre +
    immune.longLivedRecallYield * recalled -
    state[4]! / immune.longLivedDays;
  rates[5] = state[3]! + state[4]! - state[5]! / immune.antibodyDays;
};

/**
 * Antibody in blood after the doses of a vaccine: slow and low at first, fast and high when memory is called.
 *
 * Formula: linear chains from antigen to plasma cells, with stimulus a/(a + .1); IgG lives 30 days (half-life
 * 21).
 * Shapes: doses in any order; one point a day, first included; a dose counts from the moment after its day's
 * point.
 * Units: days; antibody, cells and antigen in arbitrary units, so only ratios and times mean something.
 * Range: 1 to 3650 days, up to 10 doses of 0 to 3. Leaves out IgM, affinity, T cells, age and what level
 * protects.
 * Errors: RangeError outside it.
 * Source: structure after Fraser et al. (2007), Vaccine 25, 4324–4333, and Amanna & Slifka (2010), Immunol.
 * Rev. 236, 125–138; half-life of IgG from Waldmann & Strober (1969), Prog. Allergy 13, 1–110. Parameters are
 * teaching values.
 */
export function antibodyCourse(doses: readonly VaccineDose[], days: number) {
  requireBetween(days, 1, 3650, 'days');
  if (doses.length > 10) throw new RangeError(`up to 10 doses: ${doses.length}`);
  for (const { day, amount = 1 } of doses) {
    requireBetween(day, 0, days, 'day');
    requireBetween(amount, 0, 3, 'amount');
  }
  const times = evenTimes(0, Math.ceil(days), Math.ceil(days) + 1);
  const columns = Array.from({ length: 6 }, () => new Float64Array(times.length));
  const breaks = [...new Set([0, ...doses.map((dose) => dose.day), times.at(-1)!])].sort((a, b) => a - b);
  let state = new Float64Array(6);
  for (let k = 0; k + 1 < breaks.length; k++) {
    const [from, to] = [breaks[k]!, breaks[k + 1]!];
    for (const { day, amount = 1 } of doses) if (day === from) state[0]! += amount;
    const inside = Float64Array.of(from, ...times.filter((time) => time > from && time < to), to);
    const { values } = dormandPrince({ derivatives: antibodyDerivatives, initial: state, times: inside });
    inside.forEach((time, j) => {
      if (Number.isInteger(time) && (j > 0 || k === 0))
        columns.forEach((column, i) => (column[time] = values[i]![j]!));
    });
    state = Float64Array.from(values, (column) => column.at(-1)!);
  }
  const [antigen, , memory, plasmablasts, longLived, antibody] = columns as Float64Array[];
  return {
    timesDays: times,
    antigen: antigen!,
    memory: memory!,
    plasmablasts: plasmablasts!,
    longLived: longLived!,
    antibody: antibody!,
  };
}
