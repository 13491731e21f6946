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

/** As a link and a recorded answer carry them. */
export const textOf = ({ experiment }: AnyView, settings: Settings): string =>
  settingsText(experiment.controls, settings);

export const readText = (view: AnyView, text: string): Settings => begin(view, parseSettingsText(text));

/** By the rule that the server scores by. */
export const solves = ({ experiment }: AnyView, goals: readonly Goal[], text: string): boolean =>
  solvesChallenge(experiment, { goals }, text);
