import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterVolumeChange,
  circulationDerivatives,
  normalisedElastance,
  steadyBeat,
  typicalHeart,
} from './left-ventricle.ts';
import { odexStates } from './odex-solution.ts';

// Stergiopulos et al. (1996), Am. J. Physiol. 270, H2050, whose constant is made exact
test('the course of stiffness starts at 0, peaks at 1.0000 and is over before the beat', () => {
  const samples = Array.from({ length: 8001 }, (_, k) => normalisedElastance(k * 1e-4, 0.8));
  expect(Math.max(...samples)).toBeCloseTo(1, 6);
  expect(samples[0]).toBe(0);
  expect(samples.at(-1)).toBeLessThan(1e-6);
});

// Guyton & Hall, Textbook of Medical Physiology: 110–120 mL, 40–50 mL, about 60 %
test('the typical heart fills to 120 mL, empties to 50 mL and ejects 58 %', () => {
  const beat = steadyBeat();
  expect(Math.abs(beat.endDiastolicVolumeMl - 120)).toBeLessThan(0.5);
  expect(Math.abs(beat.endSystolicVolumeMl - 50)).toBeLessThan(0.5);
  expect(100 * beat.ejectionFraction).toBeCloseTo(58, 0);
  expect(beat.cardiacOutputLPerMinute).toBeCloseTo(5.24, 1);
  expect(Math.round(beat.systolicMmHg)).toBe(114);
  expect(Math.round(beat.diastolicMmHg)).toBe(81);
});

test('volume is conserved over the cycle, whatever the heart, and what is ejected runs off', () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      between(40, 140),
      between(0.6, 5),
      between(0.4, 3),
      between(400, 1500),
      between(0.005, 0.3),
      between(0.3, 50),
      between(0.005, 0.12),
      between(0.15, 50),
      (
        heartRatePerMinute,
        maximalElastanceMmHgPerMl,
        systemicResistance,
        stressedVolumeMl,
        narrow,
        leak,
        mitralNarrow,
        mitralLeak,
      ) => {
        const heart = {
          ...typicalHeart,
          heartRatePerMinute,
          maximalElastanceMmHgPerMl,
          systemicResistance,
          stressedVolumeMl,
          aortic: { forwardResistance: narrow, backwardResistance: leak },
          mitral: { forwardResistance: mitralNarrow, backwardResistance: mitralLeak },
        };
        const beat = steadyBeat(heart, 101);
        beat.ventricularVolumeMl.forEach((volume, k) => {
          const total =
            volume - heart.unstressedVolumeMl + beat.arterialVolumeMl[k]! + beat.venousVolumeMl[k]!;
          expect(Math.abs(total - stressedVolumeMl)).toBeLessThan(1e-6);
        });
        const closes = beat.ventricularVolumeMl.at(-1)! - beat.ventricularVolumeMl[0]!;
        expect(Math.abs(closes)).toBeLessThan(0.01);
      },
    ),
    { numRuns: 12 },
  );
  const beat = steadyBeat();
  const ejected = (beat.strokeVolumeMl * typicalHeart.heartRatePerMinute) / 1000;
  expect(Math.abs(ejected / beat.cardiacOutputLPerMinute - 1)).toBeLessThan(0.005);
});

const { aortic, mitral } = typicalHeart;
test.each([
  ['typical', {}],
  [
    'weak, full and clamped',
    { maximalElastanceMmHgPerMl: 0.55, stressedVolumeMl: 1855, systemicResistance: 2.65 },
  ],
  ['strong and wide', { maximalElastanceMmHgPerMl: 5.05, systemicResistance: 0.45 }],
  ['fast and bled', { heartRatePerMinute: 150, stressedVolumeMl: 355 }],
  ['narrow at its way out', { aortic: { ...aortic, forwardResistance: 0.5 } }],
  ['leaking at its way out', { aortic: { ...aortic, backwardResistance: 0.2 } }],
  ['narrow at its way in', { mitral: { ...mitral, forwardResistance: 0.12 } }],
  ['leaking at its way in', { mitral: { ...mitral, backwardResistance: 0.15 } }],
])(
  'the beat that is drawn agrees with odex to 1e-6 of its 100 mL at every point, and closes: %s',
  (_, change) => {
    const heart = { ...typicalHeart, ...change };
    const beat = steadyBeat(heart, 101);
    const columns = [beat.ventricularVolumeMl, beat.arterialVolumeMl, beat.venousVolumeMl];
    const derivatives = circulationDerivatives(heart);
    const states = odexStates(
      () => derivatives,
      columns.map((column) => column[0]!),
      beat.secondsIntoBeat,
    );
    const errors = states.flatMap((state, k) => state.map((volume, i) => Math.abs(volume - columns[i]![k]!)));
    expect(Math.max(...errors)).toBeLessThan(1e-4);
    const gaps = columns.map((column) => Math.abs(column.at(-1)! - column[0]!));
    expect(Math.max(...gaps)).toBeLessThan(1e-4);
  },
);

test('more preload ejects more, more afterload less, more contractility more', () => {
  const stroke = (change: object) => steadyBeat({ ...typicalHeart, ...change }).strokeVolumeMl;
  const usual = steadyBeat().strokeVolumeMl;
  expect(stroke({ stressedVolumeMl: 1150 })).toBeGreaterThan(usual + 8);
  expect(stroke({ systemicResistance: 1.8 })).toBeLessThan(usual - 8);
  expect(stroke({ maximalElastanceMmHgPerMl: 4 })).toBeGreaterThan(usual + 4);
});

test('after a haemorrhage noradrenaline reaches 65 mmHg with less stroke volume, and volume with more', () => {
  const bled = afterVolumeChange(typicalHeart, -400);
  const shock = steadyBeat(bled);
  const squeezed = steadyBeat({ ...bled, systemicResistance: 1.6 });
  const filled = steadyBeat(afterVolumeChange(bled, 200));
  expect(shock.meanArterialMmHg).toBeLessThan(65);
  expect(squeezed.meanArterialMmHg).toBeGreaterThan(65);
  expect(filled.meanArterialMmHg).toBeGreaterThan(65);
  expect(squeezed.strokeVolumeMl).toBeLessThan(shock.strokeVolumeMl - 4);
  expect(filled.strokeVolumeMl).toBeGreaterThan(shock.strokeVolumeMl + 10);
});

test('a narrow aortic valve sets ventricle and aorta apart; a leaking one widens the pulse', () => {
  const narrow = steadyBeat({ ...typicalHeart, aortic: { ...aortic, forwardResistance: 0.4 } });
  expect(Math.max(...narrow.ventricularPressureMmHg) - narrow.systolicMmHg).toBeGreaterThan(40);
  const leaking = steadyBeat({ ...typicalHeart, aortic: { ...aortic, backwardResistance: 0.5 } });
  const usual = steadyBeat();
  expect(leaking.systolicMmHg - leaking.diastolicMmHg).toBeGreaterThan(
    usual.systolicMmHg - usual.diastolicMmHg + 15,
  );
  expect(leaking.strokeVolumeMl).toBeGreaterThan(usual.strokeVolumeMl + 20);
  expect(leaking.cardiacOutputLPerMinute).toBeLessThan(usual.cardiacOutputLPerMinute);
});

test('a heart that bled out, or that a dial cannot mean, is refused', () => {
  expect(() => afterVolumeChange(typicalHeart, -900)).toThrow(/stressedVolumeMl/);
  expect(() => steadyBeat({ ...typicalHeart, heartRatePerMinute: 300 })).toThrow(RangeError);
  expect(() => steadyBeat(typicalHeart, 3)).toThrow(RangeError);
});
