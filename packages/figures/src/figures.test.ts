import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { experiments } from '@puente/models/experiments';
import { mostPoints, writePoints } from '@puente/models/experiments/enzyme';
import {
  meetsGoal,
  onDial,
  parseSettingsText,
  readSettings,
  settingsText,
  type Controls,
  type Setting,
  type Settings,
} from '@puente/models/experiments/experiment';
import { findPresets } from '@puente/models/experiments/presets';
import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { askedOf } from './asked.ts';
import type { AnyView, Lang } from './figure.ts';
import Frame from './Frame.svelte';
import { figures } from './index.ts';
import { whyNoFurther } from './numbers.ts';
import { firstRuns } from './runner.svelte.ts';
import { opening } from './settings.ts';

const langs: Lang[] = ['es', 'en'];
const loaded = await Promise.all(
  figures.map(async (entry) => ({ entry, figure: (await entry.load()).figure })),
);
const views = loaded.flatMap(({ figure }) =>
  figure.views.map((view) => [figure.name, view.id, view] as const),
);

const draw = async (
  view: AnyView,
  lang: Lang,
  rest: { preset?: string; asked?: Record<string, string> } = {},
) => {
  const first = await firstRuns(view, opening(view, rest.preset, rest.asked).settings);
  return render(Frame, { props: { view, first, lang, base: `/${lang}/figures/x`, ...rest } }).body;
};
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test('the gallery names twelve figures, each by its own name and title', () => {
  expect(figures.map(({ name }) => name)).toEqual(Object.keys(experiments));
  for (const { entry, figure } of loaded) {
    expect(figure.name).toBe(entry.name);
    expect(figure.title).toEqual(entry.title);
  }
});

test('each view opens on the presets that courses may name', () => {
  for (const [figure, id, view] of views)
    expect(findPresets(figure, id)).toEqual(view.presets.map((preset) => preset.id));
});

test('each view draws the experiment that the server scores by', () => {
  for (const { figure } of loaded)
    expect(Object.fromEntries(figure.views.map((view) => [view.id, view.experiment]))).toEqual(
      experiments[figure.name],
    );
});

const preset = (figure: string, id: string, name: string) => {
  const [, , view] = views.find(([one, other]) => one === figure && other === id)!;
  const { settings } = view.presets.find((one) => one.id === name)!;
  const { readings } = view.experiment.run(readSettings(view.experiment.controls, settings).settings);
  const shown = (reading: string) =>
    Number((readings[reading] ?? Number.NaN).toFixed(view.readings[reading]!.digits ?? 0));
  return Object.fromEntries(Object.keys(view.readings).map((reading) => [reading, shown(reading)]));
};

/** What the prose says, in the figure's own digits. */
const said: Record<string, Record<string, number>> = {
  'resting-potential rest rosa': {
    restMillivolts: -75,
    potassiumMillivolts: -79.7,
    readyPercent: 68,
    velocityPercent: 84,
  },
  'action-potential patch javier': { peakMillivolts: 38, troughMillivolts: -76 },
  'action-potential fibre javier': { metresPerSecond: 6.1 },
  'action-potential fibre sound': { metresPerSecond: 20 },
  'action-potential fibre axonal': { nodesReached: 7 },
  'heart loop chagas': {
    endDiastolicMl: 240,
    endSystolicMl: 181,
    strokeVolumeMl: 59,
    ejectionPercent: 25,
    fillingMmHg: 14.4,
  },
  'heart haemorrhage milagros': { endDiastolicMl: 68, endSystolicMl: 38, ratePerMinute: 116, meanMmHg: 73 },
  'heart haemorrhage milagros-worse': { meanMmHg: 51, outputLPerMinute: 2.3, strokeVolumeMl: 17 },
  'heart haemorrhage noradrenaline': { meanMmHg: 65, outputLPerMinute: 1.7, strokeVolumeMl: 13 },
  'heart haemorrhage volume': { meanMmHg: 90, outputLPerMinute: 4.5, strokeVolumeMl: 47 },
  'oxygen cascade tomas': {
    carbonDioxideMmHg: 31,
    differenceMmHg: 3,
    arterialMmHg: 45,
    saturationPercent: 81,
  },
  'oxygen cascade julian': { carbonDioxideMmHg: 27, arterialMmHg: 51, saturationPercent: 87 },
  'oxygen cascade lima': { inspiredMmHg: 147, alveolarMmHg: 99, venousMmHg: 39 },
  'oxygen cascade rinconada': { inspiredMmHg: 77, alveolarMmHg: 46, venousMmHg: 33 },
  'oxygen curve tomas': { p50MmHg: 26.9, lungPercent: 80.7 },
  'oxygen content tomas': { contentMlPerDL: 24.4, deliveryMlPerMinute: 974 },
  'kidney gases mateo': { ph: 7.24, disorders: 1 },
  'kidney gases camila': { ph: 7.22, disorders: 1 },
  'kidney gases nilton': { ph: 7.23, disorders: 1 },
  'kidney gases tired': { ph: 7.09 },
  'kidney filtration both': { filtrationMlPerMinute: 10 },
  'kidney filtration alone': { filtrationMlPerMinute: 125 },
  'kidney clearance inulin': { clearanceMlPerMinute: 125 },
  'kidney clearance pah': { clearanceMlPerMinute: 650 },
  'kidney clearance urea': { clearanceMlPerMinute: 60 },
  'glucose meal camila': { peakMgPerDL: 251 },
  'enzyme inhibition methanol': { michaelisMmolPerL: 230, ratePercent: 10 },
  'enzyme inhibition none': { michaelisMmolPerL: 10, ratePercent: 71 },
  'dose effect apnoea': { occupancyPercent: 50, ec50NmolPerL: 3.2 },
  'dose effect tenfold': { ec50NmolPerL: 32.3, effectPercent: 73 },
  'dose effect partial': { topPercent: 40 },
  'dose effect irreversible': { topPercent: 60 },
  'dose safety nelly': { helpedPercent: 95, harmedPercent: 23.5 },
  'drug-fate gentamicin mateo': { doseMg: 7.2, peakMgPerL: 9.8, troughMgPerL: 0.8 },
  'family pedigree renzo': { carriesPercent: 50 },
  'population test andrea': { negativePercent: 99.9 },
};

test.each(Object.entries(said))(
  'what a lesson says of its patient is what the figure shows: %s',
  (path, readings) => {
    const [figure = '', view = '', name = ''] = path.split(' ');
    expect(preset(figure, view, name)).toMatchObject(readings);
  },
);

const familyOf = fc
  .tuple(
    fc.constantFrom('fu.mu', 'fa.mu', 'fq.mu', 'fu.ma'),
    fc.array(fc.constantFrom('fu01', 'mu01', 'ma01', 'fa01', 'fq01', 'mq01'), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([parents, children]) => [parents, ...children].join('.'));
const pointsOf = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 400 })), {
    minLength: 1,
    maxLength: mostPoints,
  })
  .map((points) => writePoints(points.map(([hundredths, rate]) => ({ substrate: hundredths / 100, rate }))));

/** Any settings that a view's controls can show. */
const settingsOf = (controls: Controls): fc.Arbitrary<Settings> =>
  fc.record(
    Object.fromEntries(
      Object.entries(controls).map(([name, control]): [string, fc.Arbitrary<Setting>] => [
        name,
        control.kind === 'dial'
          ? fc
              .double({ min: control.least, max: control.most, noNaN: true })
              .map((value) => onDial(control, value))
          : control.kind === 'choice'
            ? fc.constantFrom(...control.options)
            : name === 'family'
              ? familyOf
              : pointsOf,
      ]),
    ),
  );

describe.each(views)('%s, %s', (_figure, _id, view) => {
  const cases = view.presets.flatMap((preset) => langs.map((lang) => [preset.id, lang] as const));

  test.each(cases)(
    'draws %s in %s on the server: title, words, table, and no number that is none',
    async (preset, lang) => {
      const html = await draw(view, lang, { preset });
      expect(html).toContain('viewBox="0 0 360');
      expect(html).toContain(`${escaped(view.title[lang])}</title>`);
      expect(html).toContain('aria-live="polite"');
      expect(html).toContain('<table');
      expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(html).not.toContain('style=');
      const text = textOf(html);
      expect(text).toContain(textOf(escaped(view.question[lang])));
      for (const one of view.leavesOut) expect(text).toContain(textOf(escaped(one[lang])));
      const { settings } = readSettings(
        view.experiment.controls,
        view.presets.find(({ id }) => id === preset)!.settings,
      );
      const seen = { settings, ...view.experiment.run(settings), usual: view.experiment.run(settings), lang };
      expect(view.say(seen)[lang].length).toBeGreaterThan(30);
    },
  );

  test('opens with one control, and nothing is in one language only', async () => {
    const html = await draw(view, 'es');
    const shown = [...html.matchAll(/<(?:input id="[^"]*" name="\w+" type="range"|select)/g)];
    const movable = Object.values(view.experiment.controls).filter(({ kind }) => kind !== 'sketch');
    expect(shown.length).toBe(Math.min(1, movable.length));
    const texts = (value: unknown): { es: string; en: string }[] =>
      typeof value !== 'object' || value === null
        ? []
        : 'es' in value && 'en' in value
          ? [value as { es: string; en: string }]
          : Object.values(value).flatMap(texts);
    const { experiment: _experiment, ...words } = view;
    for (const text of texts(words)) {
      expect(text.es.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
    }
  });

  test('every preset and every challenge stands where its controls can', () => {
    for (const { settings } of [
      ...view.presets,
      ...view.challenges.map(({ from }) => ({ settings: from })),
      ...view.challenges.map(({ from, solution }) => ({ settings: { ...from, ...solution } })),
    ]) {
      const read = readSettings(view.experiment.controls, settings);
      expect(read.faults).toEqual({});
      expect(read.settings).toMatchObject(settings);
    }
  });

  test('its challenges are unsolved where they begin and solved where they say', () => {
    for (const { from, solution, moves, goals } of view.challenges) {
      const at = (one: Record<string, unknown>) =>
        view.experiment.run(readSettings(view.experiment.controls, one).settings).readings;
      for (const name of Object.keys(solution)) expect(moves).toContain(name);
      for (const { reading } of goals) expect(Object.keys(view.readings)).toContain(reading);
      expect(goals.every((goal) => meetsGoal(at(from), goal))).toBe(false);
      expect(goals.filter((goal) => !meetsGoal(at({ ...from, ...solution }), goal))).toEqual([]);
    }
  });

  test('a link restores any state, sketches too, and the server draws it', async () => {
    const { controls } = view.experiment;
    await fc.assert(
      fc.asyncProperty(settingsOf(controls), async (settings) => {
        const text = settingsText(controls, settings);
        expect(readSettings(controls, parseSettingsText(text))).toEqual({ settings, faults: {} });
        const query = new URLSearchParams(`view=${view.id}&${text}`);
        expect(opening(view, undefined, askedOf(query).settings).settings).toEqual(settings);
        const html = await draw(view, 'en', { asked: askedOf(query).settings });
        expect(html.replaceAll('&amp;', '&')).toContain(text);
      }),
      { numRuns: 5, seed: 7 },
    );
  });

  test('each dial says why it goes no further, and so does a link that asks for more', async () => {
    for (const [name, control] of Object.entries(view.experiment.controls)) {
      const words = view.controls[name]!;
      if (control.kind !== 'dial') {
        expect(await draw(view, 'es', { asked: { [name]: 'nobody' } })).toContain('el enlace pedía');
        continue;
      }
      for (const [end, beyond] of [
        [control.least, control.least - 1000],
        [control.most, control.most + 1000],
      ] as const) {
        for (const lang of langs) {
          const why = whyNoFurther(control, words, end, lang);
          expect(why, `${name} at ${end}`).toMatch(/^\p{Lu}.{12,}\.$/u);
          const html = await draw(view, lang, { asked: { [name]: String(beyond) } });
          expect(textOf(html), `${name} beyond ${end}`).toContain(textOf(escaped(why!)));
          expect(html).toContain(lang === 'es' ? 'el enlace pedía' : 'the link asked');
        }
      }
      expect(whyNoFurther(control, words, (control.least + control.most) / 2, 'es')).toBeUndefined();
    }
  });
});

const courses = fileURLToPath(new URL('../../../content/', import.meta.url));
const written = readdirSync(courses, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('challenges.yaml'))
  .map((file) => readFileSync(`${courses}${file}`, 'utf8'))
  .join('\n');

test.each(views.flatMap(([name, , view]) => view.challenges.map((one) => [name, one.id, one] as const)))(
  '%s: the challenge %s is a question of a course, word for word, so that the server can record it',
  (name, id, { text, reason, from, moves, goals }) => {
    const start = written.indexOf(`  - id: play-${name}-${id}\n`);
    expect(start).toBeGreaterThanOrEqual(0);
    const end = written.indexOf('\n  - id: ', start + 1);
    const own = written.slice(start, end < 0 ? undefined : end);
    for (const { es, en } of [text, reason]) {
      expect(own).toContain(`es: ${JSON.stringify(es)}`);
      expect(own).toContain(`en: ${JSON.stringify(en)}`);
    }
    expect(own).toContain(`moves: [${moves.join(', ')}]`);
    const fields = (settings: object) =>
      Object.entries(settings).map(([key, value]) => `${key}: ${String(value)}`);
    expect(own).toMatch(new RegExp(`from: \\{ ?${fields(from).join(', ')} ?\\}`));
    for (const goal of goals) expect(own).toContain(`- { ${fields(goal).join(', ')} }`);
  },
);

/** A lesson's text in Spanish, with the name of its patient, and what its figures play. */
const lessons = readdirSync(courses, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('lesson.es.svx'))
  .map((file) => {
    const text = readFileSync(`${courses}${file}`, 'utf8');
    const figuresAt = `${courses}${file.split('/lessons/')[0]!}/figures/`;
    const plays = [...text.matchAll(/<Figure name="([^"]+)"/g)].flatMap(([, name = '']) => {
      const written = readFileSync(`${figuresAt}${name}.yaml`, 'utf8');
      const [, figure = '', view = '', preset = ''] =
        /^play: \{ figure: ([\w-]+), view: ([\w-]+), preset: ([\w-]+) \}/m.exec(written) ?? [];
      return figure ? [{ name, figure, view, preset }] : [];
    });
    const [, patient = ''] = /<Patient>([^]*?)<\/Patient>/.exec(text) ?? [];
    return { lesson: file.split('/').at(-2)!, patient, plays };
  });

/** Figures of a lesson that open on somebody else than the patient of its first lines, and why. */
const onOthers: Record<string, string> = {
  'filtration-and-medicines':
    "Wilson, Mateo's grandfather: the lesson turns to him, since a child takes no enalapril",
  'clearance-of-three': 'inulin in an adult: the lesson says that nobody collects the urine of Mateo',
};

test.each(
  lessons.flatMap(({ lesson, patient, plays }) =>
    plays.map((one) => [lesson, one.name, patient, one] as const),
  ),
)(
  '%s opens its figure %s on its own patient, with numbers that are asserted',
  (_, name, patient, { figure, view, preset: id }) => {
    const [, , drawn] = views.find(([one, other]) => one === figure && other === view)!;
    const own = drawn.presets.find((one) => one.id === id)!;
    const [first = ''] = own.patient.es.split(/[ ,·]/);
    if (onOthers[name] === undefined) expect(patient).toContain(first);
    else expect(patient).not.toContain(first);
    expect(Object.keys(said[`${figure} ${view} ${id}`] ?? {})).not.toEqual([]);
  },
);

/** Open lessons without a figure to play with, and why none of the twelve fits. */
const still: Record<string, string> = {
  'from-protein-to-vessel': 'haemoglobin S that joins: the curve of figure 4 is of haemoglobin A',
  'one-letter': 'one letter of a gene: none of the twelve reads a sequence',
  'same-letter-different-lives':
    'bands of haemoglobin by age and genotype; the village of figure 9 is its next step, in the gallery',
  'neutrophils-on-the-move': 'a cell that leaves a vessel: none of the twelve',
  'the-alarm': 'receptors and where they look: none of the twelve',
  'when-the-alarm-spreads': 'vessels that open: figure 3 bleeds, and its reflexes are those of bleeding',
  'axes-and-floors': 'hormones that order hormones: figure 6 has insulin alone',
  'what-the-tubule-saves': 'each segment of the tubule: figure 5 has the kidney as a whole',
  'from-cell-to-ecg': 'an ECG: figure 1 has one fibre and no heart to record from',
  'force-and-reflex': 'a conduction study of a forearm: figure 2 has one fibre and no electrodes on a skin',
  'nerve-to-muscle': 'the end plate: none of the twelve has a synapse',
};

test('a lesson without a figure to play with says why', () => {
  const without = lessons.filter(({ plays }) => plays.length === 0).map(({ lesson }) => lesson);
  expect(without.sort()).toEqual(Object.keys(still).sort());
});
