import { dormandPrince } from './dormand-prince.ts';
import { requireBetween, requirePositive } from './requirements.ts';
import { evenTimes, type Derivatives } from './trajectory.ts';

/** A beat in which no volume changes by more is steady. */
const SETTLED_ML = 1e-4;

/** A narrowed valve resists forward flow; a leaking one lets blood back while it is shut. mmHg·s/mL. */
export interface Valve {
  forwardResistance: number;
  /** Infinity for a tight valve */
  backwardResistance: number;
}

export interface HeartAndVessels {
  heartRatePerMinute: number;
  /** contractility */
  maximalElastanceMmHgPerMl: number;
  minimalElastanceMmHgPerMl: number;
  /** the volume at which the ventricle bears no pressure */
  unstressedVolumeMl: number;
  /** afterload */
  systemicResistance: number;
  arterialComplianceMlPerMmHg: number;
  venousComplianceMlPerMmHg: number;
  /** preload: the blood that stretches ventricle, arteries and veins, of which bleeding takes */
  stressedVolumeMl: number;
  mitral: Valve;
  aortic: Valve;
}

/** A typical adult at rest. Teaching values, chosen to give EDV 120 mL, ESV 50 mL and about 114/81 mmHg. */
export const typicalHeart: HeartAndVessels = {
  heartRatePerMinute: 75,
  maximalElastanceMmHgPerMl: 2.85,
  minimalElastanceMmHgPerMl: 0.06,
  unstressedVolumeMl: 10,
  systemicResistance: 1.05,
  arterialComplianceMlPerMmHg: 1.5,
  venousComplianceMlPerMmHg: 100,
  stressedVolumeMl: 955,
  mitral: { forwardResistance: 0.01, backwardResistance: Infinity },
  aortic: { forwardResistance: 0.03, backwardResistance: Infinity },
};

/** Makes the peak 1.0000; the source rounds it to 1.55, which peaks at .996. */
const ELASTANCE_SCALE = 1.55612792;

/**
 * The normalised course of the ventricle's stiffness over a beat.
 *
 * Formula: e = 1.556·(x/.7)^1.9/(1 + (x/.7)^1.9)/(1 + (x/1.17)^21.9), x = t/(.2 + .15·T), T the beat's
 * length; it peaks at 1.0000. Units: s → a fraction. Range: 0 ≤ t ≤ T. Errors: RangeError outside it.
 * Source: Stergiopulos, Meister & Westerhof (1996), Am. J. Physiol. 270, H2050–H2059; timing as in Simaan,
 * Ferreira, Chen, Antaki & Galati (2009), IEEE Trans. Control Syst. Technol. 17, 15–28.
 */
export function normalisedElastance(secondsIntoBeat: number, beatSeconds: number): number {
  requirePositive(beatSeconds, 'beatSeconds');
  requireBetween(secondsIntoBeat, 0, beatSeconds, 'secondsIntoBeat');
  const x = secondsIntoBeat / (0.2 + 0.15 * beatSeconds);
  const rise = (x / 0.7) ** 1.9;
  return (ELASTANCE_SCALE * rise) / (1 + rise) / (1 + (x / 1.17) ** 21.9);
}

function requireHeart(heart: HeartAndVessels): void {
  requireBetween(heart.heartRatePerMinute, 30, 160, 'heartRatePerMinute');
  requireBetween(heart.maximalElastanceMmHgPerMl, 0.3, 8, 'maximalElastanceMmHgPerMl');
  requireBetween(heart.minimalElastanceMmHgPerMl, 0.02, 0.25, 'minimalElastanceMmHgPerMl');
  requireBetween(heart.unstressedVolumeMl, 0, 60, 'unstressedVolumeMl');
  requireBetween(heart.systemicResistance, 0.2, 5, 'systemicResistance');
  requireBetween(heart.arterialComplianceMlPerMmHg, 0.4, 4, 'arterialComplianceMlPerMmHg');
  requireBetween(heart.venousComplianceMlPerMmHg, 20, 200, 'venousComplianceMlPerMmHg');
  requireBetween(heart.stressedVolumeMl, 150, 2500, 'stressedVolumeMl');
  for (const name of ['mitral', 'aortic'] as const) {
    requireBetween(heart[name].forwardResistance, 0.005, 1, `${name}.forwardResistance`);
    requireBetween(heart[name].backwardResistance, 0.05, Infinity, `${name}.backwardResistance`);
  }
}

const flow = (valve: Valve, from: number, to: number): number =>
  (from - to) / (from > to ? valve.forwardResistance : valve.backwardResistance);

function elastanceOf(heart: HeartAndVessels): (time: number) => number {
  const { maximalElastanceMmHgPerMl: most, minimalElastanceMmHgPerMl: least } = heart;
  const beat = 60 / heart.heartRatePerMinute;
  return (time) => (most - least) * normalisedElastance(((time % beat) + beat) % beat, beat) + least;
}

/** The rates of ventricular, arterial and venous (stressed) volume; what leaves one enters another. */
export function circulationDerivatives(heart: HeartAndVessels): Derivatives {
  requireHeart(heart);
  const elastanceAt = elastanceOf(heart);
  return (time, volumes, rates) => {
    const ventricle = elastanceAt(time) * (volumes[0]! - heart.unstressedVolumeMl);
    const arteries = volumes[1]! / heart.arterialComplianceMlPerMmHg;
    const veins = volumes[2]! / heart.venousComplianceMlPerMmHg;
    const filling = flow(heart.mitral, veins, ventricle);
    const ejection = flow(heart.aortic, ventricle, arteries);
    const runoff = (arteries - veins) / heart.systemicResistance;
    rates[0] = filling - ejection;
    rates[1] = ejection - runoff;
    rates[2] = runoff - filling;
  };
}

export interface HeartBeat {
  secondsIntoBeat: Float64Array;
  ventricularVolumeMl: Float64Array;
  ventricularPressureMmHg: Float64Array;
  arterialPressureMmHg: Float64Array;
  venousVolumeMl: Float64Array;
  arterialVolumeMl: Float64Array;
  endDiastolicVolumeMl: number;
  endSystolicVolumeMl: number;
  /** the ventricle's, what leaks back included */
  strokeVolumeMl: number;
  ejectionFraction: number;
  /** what reaches the tissues */
  cardiacOutputLPerMinute: number;
  systolicMmHg: number;
  diastolicMmHg: number;
  meanArterialMmHg: number;
  /** mean pressure of the reservoir that fills the ventricle */
  fillingMmHg: number;
}

/**
 * One beat in the steady state of the left ventricle that fills from veins and empties into arteries.
 *
 * Formula: P = E(t)(V − V₀), E = (E_max − E_min)·e(t) + E_min; arteries and veins are compliances, vessels
 * and valves resistances. Beats run from rest until none of the three volumes changes by
 * more than 0.0001 mL over one.
 * Shapes: `points` samples of the beat, its start and end included. Units: mL, mmHg, s, L/min.
 * Range: 30 to 160 a minute, E_max 0.3 to 8, resistance 0.2 to 5 mmHg·s/mL, stressed volume 150 to 2500 mL.
 * Leaves out the right heart and lungs (one venous reservoir stands for all that fills), reflexes, atrial
 * kick, wave reflection and a curved diastolic relation; valves resist in proportion to flow.
 * Errors: RangeError outside the range, or if no steady state is reached in 400 beats.
 * Source: Suga & Sagawa (1974), Circ. Res. 35, 117–126; Simaan et al. (2009), IEEE Trans. Control Syst.
 * Technol. 17, 15–28; parameters are teaching values.
 */
export function steadyBeat(heart: HeartAndVessels = typicalHeart, points = 201): HeartBeat {
  if (!Number.isSafeInteger(points) || points < 21 || points > 2001) {
    throw new RangeError(`points must be a whole number from 21 to 2001: ${points}`);
  }
  requireHeart(heart);
  const secondsIntoBeat = evenTimes(0, 60 / heart.heartRatePerMinute, points);
  const ends = [0, secondsIntoBeat[points - 1]!];
  const derivatives = circulationDerivatives(heart);
  const { arterialComplianceMlPerMmHg: ca, venousComplianceMlPerMmHg: cv, unstressedVolumeMl: v0 } = heart;

  const ventricleFirst = Math.min(120, heart.stressedVolumeMl / 3);
  const afloat = heart.stressedVolumeMl - ventricleFirst;
  const arteriesFirst = Math.min(90 * ca, afloat / 2);
  let volumes = [v0 + ventricleFirst, arteriesFirst, afloat - arteriesFirst];
  let settled = false;
  for (let beats = 0; beats < 400 && !settled; beats++) {
    const { values } = dormandPrince({
      derivatives,
      initial: volumes,
      times: ends,
      relativeTolerance: 1e-8,
      absoluteTolerance: 1e-8,
    });
    const after = values.map((column) => column[1]!);
    settled = after.every((volume, k) => Math.abs(volume - volumes[k]!) < SETTLED_ML);
    volumes = after;
  }
  if (!settled) throw new RangeError('no steady state is reached in 400 beats');

  // valves open and shut between the points that are drawn, where the pair's interpolation is weakest
  const { values } = dormandPrince({
    derivatives,
    initial: volumes,
    times: secondsIntoBeat,
    relativeTolerance: 1e-10,
    absoluteTolerance: 1e-10,
  });
  const [ventricular, arterial, venous] = values as [Float64Array, Float64Array, Float64Array];
  const elastanceAt = elastanceOf(heart);
  const ventricularPressureMmHg = ventricular.map(
    (volume, k) => elastanceAt(secondsIntoBeat[k]!) * (volume - v0),
  );
  const arterialPressureMmHg = arterial.map((volume) => volume / ca);
  const meanOf = (values: Float64Array) =>
    values.subarray(0, points - 1).reduce((a, b) => a + b, 0) / (points - 1);
  const meanArterialMmHg = meanOf(arterialPressureMmHg);
  const fillingMmHg = meanOf(venous) / cv;
  const endDiastolicVolumeMl = Math.max(...ventricular);
  const endSystolicVolumeMl = Math.min(...ventricular);
  const strokeVolumeMl = endDiastolicVolumeMl - endSystolicVolumeMl;
  return {
    secondsIntoBeat,
    ventricularVolumeMl: ventricular,
    ventricularPressureMmHg,
    arterialPressureMmHg,
    venousVolumeMl: venous,
    arterialVolumeMl: arterial,
    endDiastolicVolumeMl,
    endSystolicVolumeMl,
    strokeVolumeMl,
    ejectionFraction: strokeVolumeMl / endDiastolicVolumeMl,
    cardiacOutputLPerMinute: (0.06 * (meanArterialMmHg - fillingMmHg)) / heart.systemicResistance,
    systolicMmHg: Math.max(...arterialPressureMmHg),
    diastolicMmHg: Math.min(...arterialPressureMmHg),
    meanArterialMmHg,
    fillingMmHg,
  };
}

/**
 * The same circulation after blood is lost or fluid is given.
 *
 * Formula: stressed volume − loss + infusion. Units: mL. Reflexes are left out: add them as rate, resistance
 * and elastance. Range and errors: RangeError when less than 150 mL or more than 2500 mL of stressed volume
 * would remain.
 * Source: stressed volume as in Magder & De Varennes (1998), Crit. Care Med. 26, 1061–1064.
 */
export function afterVolumeChange(heart: HeartAndVessels, changeMl: number): HeartAndVessels {
  const changed = { ...heart, stressedVolumeMl: heart.stressedVolumeMl + changeMl };
  requireHeart(changed);
  return changed;
}
