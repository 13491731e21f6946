import { dormandPrince } from './dormand-prince.ts';
import { requireBetween, requirePositive } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

export interface Outbreak {
  population: number;
  /** R₀: cases that one case makes where nobody is immune */
  basicReproduction: number;
  /** from infection to infecting */
  latentDays: number;
  infectiousDays: number;
  /** of the population before the outbreak, 0 to 1; default 0 */
  vaccineCoverage?: number;
  /** of the vaccinated, those whom it protects wholly; default 1 */
  vaccineEfficacy?: number;
  /** infectious people at the start; default 1 */
  firstCases?: number;
}

/** The rates of susceptible, exposed, infectious and removed people; they sum to 0. */
export function seirDerivatives(outbreak: Outbreak): Derivatives {
  const { population, basicReproduction, latentDays, infectiousDays } = outbreak;
  return (_, state, rates) => {
    const infected = (basicReproduction * state[0]! * state[2]!) / (infectiousDays * population);
    const turning = state[1]! / latentDays;
    const recovering = state[2]! / infectiousDays;
    rates[0] = -infected;
    rates[1] = infected - turning;
    rates[2] = turning - recovering;
    rates[3] = recovering;
  };
}

/**
 * An outbreak in a population that mixes at random.
 *
 * Formula: dS/dt = −R₀SI/(T_I N), dE/dt = that − E/T_E, dI/dt = E/T_E − I/T_I, dR/dt = I/T_I; those whom the
 * vaccine protects start outside all four. Shapes: one point a day, the first included. Units: people, days.
 * Range: R₀ 0 to 25, latency 0.5 to 60 days, infectious 1 to 60 days, 100 to 10⁹ people, up to 2000 days.
 * Leaves out births, deaths, ages, households, behaviour and waning; numbers are means and not whole.
 * Errors: RangeError outside it, or for more first cases than people whom the vaccine does not protect.
 * Source: Kermack & McKendrick (1927), Proc. R. Soc. Lond. A 115, 700–721; Anderson & May (1991), Infectious
 * Diseases of Humans.
 */
export function outbreakCourse(outbreak: Outbreak, days: number) {
  const { population, vaccineCoverage = 0, vaccineEfficacy = 1, firstCases = 1 } = outbreak;
  requireBetween(population, 100, 1e9, 'population');
  requireBetween(outbreak.basicReproduction, 0, 25, 'basicReproduction');
  requireBetween(outbreak.latentDays, 0.5, 60, 'latentDays');
  requireBetween(outbreak.infectiousDays, 1, 60, 'infectiousDays');
  requireBetween(vaccineCoverage, 0, 1, 'vaccineCoverage');
  requireBetween(vaccineEfficacy, 0, 1, 'vaccineEfficacy');
  requirePositive(firstCases, 'firstCases');
  requireBetween(days, 1, 2000, 'days');
  const protectedPeople = population * vaccineCoverage * vaccineEfficacy;
  const susceptible = population - protectedPeople - firstCases;
  if (!(susceptible >= 0)) throw new RangeError('more first cases than people without protection');
  const { times, values } = dormandPrince({
    derivatives: seirDerivatives(outbreak),
    initial: [susceptible, 0, firstCases, 0],
    times: evenTimes(0, days, Math.ceil(days) + 1),
    relativeTolerance: 1e-9,
    absoluteTolerance: 1e-9,
  });
  const [s, e, i, r] = values as [Float64Array, Float64Array, Float64Array, Float64Array];
  let peak = 0;
  for (let k = 1; k < i.length; k++) if (i[k]! > i[peak]!) peak = k;
  return {
    timesDays: times,
    susceptible: s,
    exposed: e,
    infectious: i,
    removed: r,
    protectedPeople,
    peakDay: times[peak]!,
    peakInfectious: i[peak]!,
    everInfected: population - protectedPeople - s.at(-1)!,
    startingReproduction: (outbreak.basicReproduction * susceptible) / population,
  };
}

/**
 * The fraction of a population that an outbreak reaches in the end.
 *
 * Formula: the z above 0 that solves z = s(1 − e^{−R₀z}), s the susceptible fraction at the start; 0 if R₀s ≤
 * 1.
 * Units: fractions of the whole population. Range: R₀ 0 to 25, s 0 to 1. Errors: RangeError outside it.
 * Source: Kermack & McKendrick (1927), Proc. R. Soc. Lond. A 115, 700–721.
 */
export function finalSize(basicReproduction: number, susceptibleFraction = 1): number {
  requireBetween(basicReproduction, 0, 25, 'basicReproduction');
  requireBetween(susceptibleFraction, 0, 1, 'susceptibleFraction');
  if (basicReproduction * susceptibleFraction <= 1) return 0;
  let low = 0;
  let high = susceptibleFraction;
  for (let k = 0; k < 100; k++) {
    const z = (low + high) / 2;
    // the line lies under the curve up to the answer and over it beyond
    if (z < -susceptibleFraction * Math.expm1(-basicReproduction * z)) low = z;
    else high = z;
  }
  return (low + high) / 2;
}

/**
 * The immune fraction above which an outbreak cannot grow, and the coverage that a vaccine needs to reach it.
 *
 * Formula: 1 − 1/R₀, and that over efficacy; coverage above 1 says that this vaccine alone cannot stop it.
 * Range: R₀ above 0 to 25, efficacy above 0 to 1; immunity is 0 where R₀ ≤ 1. Errors: RangeError outside it.
 * Source: Fine (1993), Epidemiol. Rev. 15, 265–302.
 */
export function herdImmunity(basicReproduction: number, vaccineEfficacy = 1) {
  requirePositive(basicReproduction, 'basicReproduction');
  requireBetween(basicReproduction, 0, 25, 'basicReproduction');
  requireBetween(vaccineEfficacy, Number.MIN_VALUE, 1, 'vaccineEfficacy');
  const immuneFraction = Math.max(0, 1 - 1 / basicReproduction);
  return { immuneFraction, coverage: immuneFraction / vaccineEfficacy };
}
