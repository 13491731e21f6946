import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dormandPrince } from './dormand-prince.ts';
import {
  afterVolumeChange,
  circulationDerivatives,
  normalisedElastance,
  steadyBeat,
  typicalHeart,
} from './left-ventricle.ts';
import { odexSolution } from './odex-solution.ts';

test('the course of stiffness starts at 0, peaks at 1.0000 and is over before the beat', () => {
  const samples = Array.from({ length: 8001 }, (_, k) => normalisedElastance(k * 1e-4, 0.8));
  expect(Math.max(...samples)).toBeCloseTo(1, 6);
  expect(samples[0]).toBe(0);
  expect(samples.at(-1)).toBeLessThan(1e-6);
});

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
      (heartRatePerMinute, maximalElastanceMmHgPerMl, systemicResistance, stressedVolumeMl, narrow, leak) => {
        const heart = {
          ...typicalHeart,
          heartRatePerMinute,
          maximalElastanceMmHgPerMl,
          systemicResistance,
          stressedVolumeMl,
          aortic: { forwardResistance: narrow, backwardResistance: leak },
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

test('the equations solved by the adaptive method agree with odex to 1e-6 through filling and ejection', () => {
  const derivatives = circulationDerivatives(typicalHeart);
  const initial = [115, 125, 725];
  for (const end of [0.04, 0.2]) {
    const reference = odexSolution(derivatives, initial, 0, end);
    const { values } = dormandPrince({ derivatives, initial, times: [0, end], relativeTolerance: 1e-11 });
    reference.forEach((value, i) => expect(Math.abs(values[i]![1]! - value)).toBeLessThan(1e-6));
  }
});

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
  const { aortic } = typicalHeart;
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
