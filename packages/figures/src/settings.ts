import {
  parseSettingsText,
  readSettings,
  settingsText,
  solvesChallenge,
  type Goal,
  type Settings,
} from '@puente/models/experiments/experiment';
import type { AnyView } from './figure.ts';

/** A view's settings, whole, from the few that are named. */
export const begin = ({ experiment }: AnyView, some: Readonly<Record<string, unknown>>): Settings =>
  readSettings(experiment.controls, some).settings;

export const move = (view: AnyView, settings: Settings, name: string, value: number | string): Settings =>
  begin(view, { ...settings, [name]: value });

/** What a view opens with: a preset, the first unless named, and what a link asked for besides. */
export const opening = (
  { experiment, presets }: AnyView,
  preset: string | undefined,
  asked: Readonly<Record<string, unknown>> = {},
) => {
  const patient = presets.find(({ id }) => id === preset) ?? presets[0]!;
  return { patient, ...readSettings(experiment.controls, { ...patient.settings, ...asked }) };
};

/** As a link and a recorded answer carry them. */
export const textOf = ({ experiment }: AnyView, settings: Settings): string =>
  settingsText(experiment.controls, settings);

export const readText = (view: AnyView, text: string): Settings => begin(view, parseSettingsText(text));

/** By the rule that the server scores by. */
export const solves = ({ experiment }: AnyView, goals: readonly Goal[], text: string): boolean =>
  solvesChallenge(experiment, { goals }, text);
