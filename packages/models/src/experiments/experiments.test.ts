import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findSettingsFault,
  onDial,
  parseSettingsText,
  readSettings,
  settingsText,
  startSettings,
  type Control,
  type Setting,
} from './experiment.ts';
import { experiments, findExperiment } from './index.ts';

const every = Object.entries(experiments).flatMap(([figure, views]) =>
  Object.entries(views).map(([view, experiment]) => [figure, view, experiment] as const),
);

/** A fibre takes 60 ms a run: as many draws as a second or two allow. */
const draws = (figure: string, view: string) =>
  view === 'fibre' ? 8 : figure === 'action-potential' ? 15 : 60;

const settingOf = (control: Control): fc.Arbitrary<Setting> =>
  control.kind === 'dial'
    ? fc.oneof(
        fc.constantFrom(control.least, control.most),
        fc
          .double({ min: control.least, max: control.most, noNaN: true })
          .map((value) => onDial(control, value)),
      )
    : control.kind === 'choice'
      ? fc.constantFrom(...control.options)
      : fc.constant(control.start);

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe.each(every)('%s, %s', (figure, view, experiment) => {
  test('answers for every setting of its controls, its ends included, with finite numbers', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            Object.entries(experiment.controls).map(([name, one]) => [name, settingOf(one)]),
          ),
        ),
        (settings) => {
          const { readings, traces } = experiment.run(settings);
          for (const number of [...numbersIn(readings), ...numbersIn(traces)])
            expect(number).toBeTypeOf('number');
          expect(numbersIn(readings).filter((number) => !Number.isFinite(number))).toEqual([]);
          expect(numbersIn(traces).filter((number) => !Number.isFinite(number))).toEqual([]);
        },
      ),
      { numRuns: draws(figure, view), seed: 7 },
    );
  });

  test('its settings survive a link, and every start stands on its dial', () => {
    const start = startSettings(experiment.controls);
    const text = settingsText(experiment.controls, start);
    expect(text.length).toBeLessThanOrEqual(200);
    expect(readSettings(experiment.controls, parseSettingsText(text))).toEqual({
      settings: start,
      faults: {},
    });
  });
});

test('what a link asks beyond the ends is held there and named; what cannot be read stands at its start', () => {
  const { controls } = findExperiment('resting-potential', 'rest')!;
  const read = readSettings(controls, { potassium: '40', calcium: 'much', leak: '0,02', sodium: '1' });
  expect(read.settings).toEqual({ potassium: 10, calcium: 1.2, leak: 0.02 });
  expect(read.faults).toEqual({ potassium: 'above', calcium: 'not a number', sodium: 'unknown' });
  expect(readSettings(controls, { potassium: '' }).faults).toEqual({ potassium: 'not a number' });
});

test('an answer to a challenge sets every control and moves none but those allowed', () => {
  const experiment = findExperiment('resting-potential', 'rest')!;
  const challenge = { from: { potassium: 7.1 }, moves: ['potassium'], goals: [] };
  expect(findSettingsFault(experiment, challenge, 'potassium=4&calcium=1.2&leak=0.01')).toBeUndefined();
  expect(findSettingsFault(experiment, challenge, 'potassium=4&calcium=2&leak=0.01')).toMatch(/calcium/);
  expect(findSettingsFault(experiment, challenge, 'potassium=4')).toMatch(/not set/);
});

test('names of nothing find nothing, not even those that every object has', () => {
  expect(findExperiment('heart', 'nothing')).toBeUndefined();
  expect(findExperiment('constructor', 'name')).toBeUndefined();
  expect(findExperiment('heart', 'toString')).toBeUndefined();
});

const at = (figure: string, view: string, some: Record<string, unknown>) => {
  const { controls, run } = findExperiment(figure, view)!;
  return run(readSettings(controls, some).settings).readings;
};

test('in haemorrhage noradrenaline reaches 65 mmHg with less stroke volume than before it, and volume with more', () => {
  const bled = at('heart', 'haemorrhage', { lost: 1800 });
  const squeezed = at('heart', 'haemorrhage', { lost: 1800, noradrenaline: 65 });
  const filled = at('heart', 'haemorrhage', { lost: 1800, volume: 1200 });
  expect(bled.meanMmHg).toBeLessThan(65);
  expect(squeezed.meanMmHg).toBeGreaterThan(65);
  expect(squeezed.strokeVolumeMl).toBeLessThan(bled.strokeVolumeMl!);
  expect(filled.meanMmHg).toBeGreaterThan(65);
  expect(filled.strokeVolumeMl).toBeGreaterThan(2 * bled.strokeVolumeMl!);
});

test("calcium moves the channels' curve and leaves rest where it is", () => {
  const high = at('resting-potential', 'rest', { potassium: 7.1 });
  const calcium = at('resting-potential', 'rest', { potassium: 7.1, calcium: 2 });
  expect(calcium.restMillivolts).toBe(high.restMillivolts);
  expect(calcium.readyPercent).toBeGreaterThan(high.readyPercent!);
});

test('beside drift stands the χ² of its adults: nothing by chance, too many heterozygotes where malaria chose', () => {
  const chance = at('population', 'drift', { people: 300 });
  expect(chance.chiSquare).toBeLessThan(0.1);
  const chosen = at('population', 'drift', { people: 300, malaria: 15, sickle: 85 });
  expect(chosen.inbreeding).toBeLessThan(-0.1);
  expect(chosen.probability).toBeLessThan(0.05);
  const lost = at('population', 'drift', { people: 10, sickle: 100, history: 3 });
  expect(lost.chiSquare).toBeUndefined();
});

test('a drug by mouth is in both compartments too: a later and lower top, and the same slow end', () => {
  const vein = at('drug-fate', 'compartments', {});
  const mouth = at('drug-fate', 'compartments', { route: 'mouth' });
  expect(mouth.peakMgPerL).toBeLessThan(vein.peakMgPerL! / 2);
  expect(mouth.peakHours).toBeGreaterThan(0.5);
  expect(mouth.terminalHours).toBe(vein.terminalHours);
});

test('three healthy sons leave a possible carrier at one in nine', () => {
  expect(at('family', 'pedigree', {}).carriesPercent).toBeCloseTo(100 / 9, 1);
});
