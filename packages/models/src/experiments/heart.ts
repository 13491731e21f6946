import { afterVolumeChange, steadyBeat, typicalHeart, type HeartAndVessels } from '../left-ventricle.ts';
import { choice, dial, experiment, lineOf } from './experiment.ts';

const beatOf = (heart: HeartAndVessels) => {
  const beat = steadyBeat(heart, 101);
  const loop = lineOf(beat.ventricularVolumeMl, beat.ventricularPressureMmHg, 100);
  return {
    readings: {
      strokeVolumeMl: beat.strokeVolumeMl,
      ejectionPercent: 100 * beat.ejectionFraction,
      endDiastolicMl: beat.endDiastolicVolumeMl,
      endSystolicMl: beat.endSystolicVolumeMl,
      systolicMmHg: beat.systolicMmHg,
      diastolicMmHg: beat.diastolicMmHg,
      meanMmHg: beat.meanArterialMmHg,
      outputLPerMinute: beat.cardiacOutputLPerMinute,
      fillingMmHg: beat.fillingMmHg,
    },
    traces: {
      loop,
      arterial: lineOf(beat.secondsIntoBeat, beat.arterialPressureMmHg, 100),
      ventricular: lineOf(beat.secondsIntoBeat, beat.ventricularPressureMmHg, 100),
      elastance: [
        [heart.unstressedVolumeMl, 0],
        [heart.unstressedVolumeMl + 180 / heart.maximalElastanceMmHgPerMl, 180],
      ] as [number, number][],
    },
  };
};

const between = (sound: number, ill: number, part: number) => sound * (ill / sound) ** part;

const valves = {
  sound: () => ({}),
  'aortic stenosis': (part: number) => ({
    aortic: { ...typicalHeart.aortic, forwardResistance: between(0.03, 0.5, part) },
  }),
  'aortic regurgitation': (part: number) => ({
    aortic: { ...typicalHeart.aortic, backwardResistance: between(8, 0.2, part) },
  }),
  'mitral stenosis': (part: number) => ({
    mitral: { ...typicalHeart.mitral, forwardResistance: between(0.01, 0.12, part) },
  }),
  'mitral regurgitation': (part: number) => ({
    mitral: { ...typicalHeart.mitral, backwardResistance: between(8, 0.15, part) },
  }),
};

/** The pressure–volume loop, with what fills the ventricle, what it empties against, how it squeezes, and its valves. */
export const loopExperiment = experiment(
  {
    preload: dial(455, 1855, 10, 955),
    afterload: dial(0.45, 2.65, 0.05, 1.05),
    contractility: dial(0.55, 5.05, 0.1, 2.85),
    valve: choice(
      ['sound', 'aortic stenosis', 'aortic regurgitation', 'mitral stenosis', 'mitral regurgitation'],
      'sound',
    ),
    severity: dial(0, 100, 5, 60),
  },
  ({ preload, afterload, contractility, valve, severity }) =>
    beatOf({
      ...typicalHeart,
      stressedVolumeMl: preload,
      systemicResistance: afterload,
      maximalElastanceMmHgPerMl: contractility,
      ...valves[valve](severity / 100),
    }),
);

/** Of each mL that is lost, veins that tighten give back the rest to the volume that fills the heart. */
const lostFromFilling = 0.25;
/** What is given beyond the loss goes where veins have room. */
const surplusToFilling = 0.1;

/**
 * A haemorrhage with the reflexes that meet it, and what is given for it.
 *
 * Teaching values: veins give back 75 % of what is lost, the heart speeds up by 34 beats a minute and resistance by
 * 10 % for each litre, both while the loss lasts; noradrenaline at its most multiplies resistance by 2.2. It squeezes
 * veins no further, since bleeding has squeezed them already.
 */
export const haemorrhageExperiment = experiment(
  {
    volume: dial(0, 2400, 100, 0),
    noradrenaline: dial(0, 100, 5, 0),
    lost: dial(0, 2400, 100, 0),
  },
  ({ volume, noradrenaline, lost }) => {
    const missing = lost - volume;
    const deficit = Math.max(0, missing) / 1000;
    const rate = Math.min(150, typicalHeart.heartRatePerMinute + 34 * deficit);
    const beat = beatOf(
      afterVolumeChange(
        {
          ...typicalHeart,
          heartRatePerMinute: rate,
          systemicResistance:
            typicalHeart.systemicResistance * (1 + 0.1 * deficit) * (1 + 1.2 * (noradrenaline / 100)),
        },
        -(missing > 0 ? lostFromFilling : surplusToFilling) * missing,
      ),
    );
    return { ...beat, readings: { ...beat.readings, ratePerMinute: rate } };
  },
);
