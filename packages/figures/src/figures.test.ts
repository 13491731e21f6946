import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { experiments } from '@puente/models/experiments';
import { meetsGoal, readSettings, settingsText } from '@puente/models/experiments/experiment';
import { findPresets } from '@puente/models/experiments/presets';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { AnyView, Lang } from './figure.ts';
import Frame from './Frame.svelte';
import { figures } from './index.ts';

const langs: Lang[] = ['es', 'en'];
const loaded = await Promise.all(
  figures.map(async (entry) => ({ entry, figure: (await entry.load()).figure })),
);
const views = loaded.flatMap(({ figure }) =>
  figure.views.map((view) => [figure.name, view.id, view] as const),
);

const draw = (view: AnyView, lang: Lang, rest: Record<string, unknown> = {}) =>
  render(Frame, { props: { view, lang, base: `/${lang}/figures/x`, ...rest } }).body;
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

test('what lessons say of their patients is what the figures show', () => {
  expect(preset('action-potential', 'patch', 'usual')).toMatchObject({
    peakMillivolts: 38,
    troughMillivolts: -76,
  });
  expect(preset('action-potential', 'fibre', 'javier')).toMatchObject({ metresPerSecond: 6.1 });
  expect(preset('action-potential', 'fibre', 'sound')).toMatchObject({ metresPerSecond: 20 });
  expect(preset('heart', 'loop', 'chagas')).toMatchObject({
    endDiastolicMl: 240,
    endSystolicMl: 181,
    strokeVolumeMl: 59,
    ejectionPercent: 25,
    fillingMmHg: 14.4,
  });
  expect(preset('heart', 'haemorrhage', 'milagros')).toMatchObject({
    endDiastolicMl: 68,
    endSystolicMl: 38,
    ratePerMinute: 116,
    meanMmHg: 73,
  });
  expect(preset('oxygen', 'cascade', 'tomas')).toMatchObject({
    carbonDioxideMmHg: 31,
    differenceMmHg: 3,
    arterialMmHg: 45,
    saturationPercent: 81,
  });
  expect(preset('oxygen', 'cascade', 'julian')).toMatchObject({
    carbonDioxideMmHg: 27,
    arterialMmHg: 51,
    saturationPercent: 87,
  });
  expect(preset('kidney', 'gases', 'mateo')).toMatchObject({ ph: 7.24, disorders: 1 });
  expect(preset('kidney', 'gases', 'camila')).toMatchObject({ ph: 7.22 });
  expect(preset('kidney', 'gases', 'tired')).toMatchObject({ ph: 7.09 });
  expect(preset('kidney', 'filtration', 'both')).toMatchObject({ filtrationMlPerMinute: 10 });
  expect(preset('kidney', 'filtration', 'alone')).toMatchObject({ filtrationMlPerMinute: 125 });
  expect(preset('enzyme', 'inhibition', 'methanol')).toMatchObject({
    michaelisMmolPerL: 230,
    ratePercent: 10,
  });
  expect(preset('enzyme', 'inhibition', 'none')).toMatchObject({ ratePercent: 71 });
  expect(preset('dose', 'effect', 'partial')).toMatchObject({ topPercent: 40 });
  expect(preset('dose', 'effect', 'irreversible')).toMatchObject({ topPercent: 60 });
  expect(preset('dose', 'safety', 'analgesic')).toMatchObject({ helpedPercent: 95, harmedPercent: 23.5 });
});

describe.each(views)('%s, %s', (_figure, _id, view) => {
  const cases = view.presets.flatMap((preset) => langs.map((lang) => [preset.id, lang] as const));

  test.each(cases)(
    'draws %s in %s on the server: title, words, table, and no number that is none',
    (preset, lang) => {
      const html = draw(view, lang, { preset });
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

  test('opens with one control, and nothing is in one language only', () => {
    const html = draw(view, 'es');
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

  test('a link restores its state, and one that asks too much is held and says so', () => {
    const { controls } = view.experiment;
    const [name, control] = Object.entries(controls).find(([, one]) => one.kind === 'dial') ?? [];
    if (!name || control?.kind !== 'dial') return;
    const html = draw(view, 'en', { asked: { [name]: String(control.most) } });
    expect(html.replaceAll('&amp;', '&')).toContain(
      settingsText(
        controls,
        readSettings(controls, { ...view.presets[0]!.settings, [name]: control.most }).settings,
      ),
    );
    expect(draw(view, 'en', { asked: { [name]: String(control.most + 1000) } })).toContain('the link asked');
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
