/** A number that a student sets, from `least` to `most` in steps. */
export interface Dial {
  kind: 'dial';
  least: number;
  most: number;
  step: number;
  start: number;
}

/** One of several names. */
export interface Choice<Option extends string = string> {
  kind: 'choice';
  options: readonly Option[];
  start: Option;
}

/** Something that a student draws, as text: a family, measured points. */
export interface Sketch {
  kind: 'sketch';
  start: string;
  /** Why a text is none of these, in English; undefined where it is one. */
  fault: (text: string) => string | undefined;
}

export type Control = Dial | Choice | Sketch;
export type Controls = Readonly<Record<string, Control>>;
export type Setting = number | string;
export type Settings = Readonly<Record<string, Setting>>;

export type SettingsOf<C extends Controls> = string extends keyof C
  ? Settings
  : {
      readonly [K in keyof C]: C[K] extends Dial
        ? number
        : C[K] extends Choice<infer Option>
          ? Option
          : string;
    };

/** What a person reads off: numbers under names that say their unit; undefined where there is none to read. */
export type Readings = Readonly<Record<string, number | undefined>>;

export interface Run<R extends Readings = Readings, T = unknown> {
  readings: R;
  /** What a figure draws of it. */
  traces: T;
}

/**
 * A model with its controls: what a figure draws, and what a challenge is scored by. `run` answers for every setting
 * that the controls allow, with numbers that are finite.
 */
export interface Experiment<C extends Controls = Controls, R extends Readings = Readings, T = unknown> {
  controls: C;
  run: (settings: SettingsOf<C>) => Run<R, T>;
}

export type AnyExperiment = Experiment<Controls, Readings, unknown>;

export const dial = (least: number, most: number, step: number, start: number): Dial => ({
  kind: 'dial',
  least,
  most,
  step,
  start,
});

export const choice = <const Option extends string>(
  options: readonly Option[],
  start: NoInfer<Option> = options[0]!,
): Choice<Option> => ({ kind: 'choice', options, start });

/** Keeps the types of controls, readings and traces together. */
export const experiment = <const C extends Controls, R extends Readings, T>(
  controls: C,
  run: (settings: SettingsOf<C>) => Run<R, T>,
): Experiment<C, R, T> => ({ controls, run });

export const startSettings = <C extends Controls>(controls: C): SettingsOf<C> =>
  Object.fromEntries(Object.entries(controls).map(([name, { start }]) => [name, start])) as SettingsOf<C>;

/** The nearest value that a dial can show: inside its ends and on its steps, without binary dust. */
export function onDial({ least, most, step }: Dial, value: number): number {
  const steps = Math.round((Math.min(most, Math.max(least, value)) - least) / step);
  return Number(Math.min(most, least + steps * step).toFixed(6));
}

export type Fault = 'not a number' | 'below' | 'above' | 'unknown';

/**
 * Settings from what a link, a form or an author says; what is absent stands at its start.
 *
 * `faults` names each control that could not be set as asked: out of range values are held at the end of the range,
 * what cannot be read is left at its start. Names of no control are faults of kind 'unknown'.
 */
export function readSettings<C extends Controls>(
  controls: C,
  given: Readonly<Record<string, unknown>>,
): { settings: SettingsOf<C>; faults: Record<string, Fault> } {
  const settings: Record<string, Setting> = startSettings(controls);
  const faults: Record<string, Fault> = {};
  for (const [name, value] of Object.entries(given)) {
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
    if (!control) {
      faults[name] = 'unknown';
    } else if (control.kind === 'dial') {
      const written = String(value).trim().replace(',', '.');
      const number = written === '' ? Number.NaN : Number(written);
      if (!Number.isFinite(number)) faults[name] = 'not a number';
      else {
        if (number < control.least - 1e-9) faults[name] = 'below';
        if (number > control.most + 1e-9) faults[name] = 'above';
        settings[name] = onDial(control, number);
      }
    } else if (control.kind === 'choice') {
      if (control.options.includes(String(value))) settings[name] = String(value);
      else faults[name] = 'unknown';
    } else if (control.fault(String(value)) === undefined) {
      settings[name] = String(value);
    } else faults[name] = 'unknown';
  }
  return { settings: settings as SettingsOf<C>, faults };
}

/** Settings as a link and a recorded answer carry them: `potassium=7.1&calcium=1.2`, in the controls' order. */
export const settingsText = (controls: Controls, settings: Settings): string =>
  Object.keys(controls)
    .map((name) => `${name}=${settings[name]!}`)
    .join('&');

export const parseSettingsText = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );

/** A reading that must lie from `least` to `most`; one of the ends may be absent. */
export interface Goal {
  reading: string;
  least?: number | undefined;
  most?: number | undefined;
}

export const meetsGoal = (readings: Readings, { reading, least, most }: Goal): boolean => {
  const value = readings[reading];
  return value !== undefined && value >= (least ?? -Infinity) && value <= (most ?? Infinity);
};

/** A state of an experiment to be reached by moving some of its controls. */
export interface Challenge {
  /** where it begins; controls that are not named stand at their start */
  from: Settings;
  /** the controls that may be moved */
  moves: readonly string[];
  goals: readonly Goal[];
}

/**
 * Why settings are no answer to a challenge, in English; undefined where they are one. An answer sets every control,
 * exactly as the controls can show it, and moves none but those allowed.
 */
export function findSettingsFault(
  { controls }: Pick<AnyExperiment, 'controls'>,
  { from, moves }: Pick<Challenge, 'from' | 'moves'>,
  text: string,
): string | undefined {
  const given = parseSettingsText(text);
  const missing = Object.keys(controls).find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) return `the control ${missing} is not set`;
  const { settings, faults } = readSettings(controls, given);
  const [wrong] = Object.entries(faults);
  if (wrong) return `${wrong[0]}: ${wrong[1]}`;
  const opening = readSettings(controls, from).settings;
  const strayed = Object.keys(controls).find(
    (name) => !moves.includes(name) && settings[name] !== opening[name],
  );
  if (strayed !== undefined) return `${strayed} may not be moved`;
  return undefined;
}

/** Whether the settings bring the experiment to every goal: the one rule by which page and server score. */
export function solvesChallenge(
  { controls, run }: AnyExperiment,
  { goals }: Pick<Challenge, 'goals'>,
  text: string,
): boolean {
  const { readings } = run(readSettings(controls, parseSettingsText(text)).settings);
  return goals.every((goal) => meetsGoal(readings, goal));
}

/** What settings bring about, of several outcomes: the first whose goals are all met; one without goals always is. */
export const findOutcome = <Outcome extends { goals?: readonly Goal[] | undefined }>(
  experiment: AnyExperiment,
  outcomes: readonly Outcome[],
  text: string,
): Outcome | undefined => outcomes.find(({ goals = [] }) => solvesChallenge(experiment, { goals }, text));

/** `count` rows of a course that is too long for a table, ends included. */
export const sampled = (values: ArrayLike<number>, count: number): number[] =>
  Array.from({ length: count }, (_, k) => values[Math.round((k * (values.length - 1)) / (count - 1))]!);

/** A line through points that a figure can draw and a worker can send. */
export type Line = readonly (readonly [x: number, y: number])[];

export const lineOf = (xs: ArrayLike<number>, ys: ArrayLike<number>, most = 240): [number, number][] => {
  const step = Math.max(1, Math.ceil((xs.length - 1) / most));
  const line: [number, number][] = [];
  for (let k = 0; k < xs.length; k += step) line.push([xs[k]!, ys[k]!]);
  const last = xs.length - 1;
  if (last % step !== 0) line.push([xs[last]!, ys[last]!]);
  return line;
};

/** A function drawn over a range. */
export const curve = (
  from: number,
  to: number,
  points: number,
  at: (x: number) => number,
): [number, number][] =>
  Array.from({ length: points + 1 }, (_, k) => {
    const x = from + ((to - from) * k) / points;
    return [x, at(x)];
  });

/** The same, evenly spread over decades. */
export const logCurve = (
  from: number,
  to: number,
  points: number,
  at: (x: number) => number,
): [number, number][] =>
  Array.from({ length: points + 1 }, (_, k) => {
    const x = from * (to / from) ** (k / points);
    return [x, at(x)];
  });
