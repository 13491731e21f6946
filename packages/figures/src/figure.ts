import type {
  AnyExperiment,
  Challenge,
  Controls,
  Experiment,
  Readings,
  Run,
  Settings,
  SettingsOf,
} from '@puente/models/experiments/experiment';
import type { Component } from 'svelte';
import type { Plot } from './plot.ts';

export type Lang = 'es' | 'en';

/** The same words in both languages. */
export interface Text {
  es: string;
  en: string;
}

export interface ControlWords {
  label: Text;
  unit?: string | Text;
  /** Of a choice: each option's name. */
  options?: Readonly<Record<string, Text>>;
  /** Of a dial: why it goes no further; an end at 0, or at 100 %, says so by itself. */
  ends?: { least?: Text; most?: Text };
}

/** One word about why for both ends. */
export const bothEnds = (why: Text) => ({ least: why, most: why });

export interface ReadingWords {
  label: Text;
  unit?: string | Text;
  /** Decimals shown; 0 unless told. */
  digits?: number;
  /** What stands where there is nothing to read. */
  none?: Text;
}

export interface Preset<S extends Settings = Settings> {
  id: string;
  name: Text;
  /** Who it is, in one line. */
  patient: Text;
  settings: Partial<S>;
}

export interface FigureChallenge<S extends Settings = Settings> extends Omit<Challenge, 'from' | 'moves'> {
  id: string;
  text: Text;
  from: Partial<S>;
  moves: readonly (keyof S & string)[];
  /** Said once it is solved: why that way and no other. */
  reason: Text;
  /** One way to solve it; for the tests, and for who gives up. */
  solution: Partial<S>;
}

export interface Seen<S = Settings, R = Readings, T = unknown> {
  settings: S;
  readings: R;
  traces: T;
  /** The same experiment at its usual settings, drawn behind. */
  usual: Run<Readings & R, T>;
  lang: Lang;
}

export interface Table {
  columns: string[];
  rows: string[][];
}

export interface View<C extends Controls, R extends Readings, T> {
  id: string;
  title: Text;
  question: Text;
  experiment: Experiment<C, R, T>;
  /** In the order shown; the first is the one control that the figure opens with. */
  controls: { readonly [K in keyof C]: ControlWords };
  readings: { readonly [K in keyof R]: ReadingWords };
  headline: keyof R & string;
  /** The first is the patient it opens on. */
  presets: readonly Preset<SettingsOf<C>>[];
  /** What the grey lines show; the controls' starts unless told. */
  usual?: Partial<SettingsOf<C>>;
  usualName: Text;
  /** What is to be seen, in a sentence or two. */
  say: (seen: Seen<SettingsOf<C>, R, T>) => Text;
  /** Height of a drawing that is 360 wide. */
  height?: number;
  plots?: (seen: Seen<SettingsOf<C>, R, T>) => Plot[];
  /** A drawing of its own, in place of plots. */
  Drawing?: Component<DrawingProps<Seen<SettingsOf<C>, R, T>>>;
  /** What sets the sketches, below the drawing. */
  Editor?: Component<EditorProps>;
  /** A course in numbers: what the drawing's lines hold. */
  table?: (seen: Seen<SettingsOf<C>, R, T>) => Table;
  challenges: readonly FigureChallenge<SettingsOf<C>>[];
  leavesOut: readonly Text[];
  sources: readonly string[];
  /** Where one run, the first above all, would hold up the page for longer than 4 ms of a frame. */
  worker?: () => Worker;
  /** Of a drawing that moves: how long one turn takes. */
  turnSeconds?: number;
}

export interface DrawingProps<S = Seen> {
  seen: S;
  /** From 0 to 1 over a turn, for what moves. */
  phase: number;
  onset?: (name: string, value: number | string) => void;
}

export interface EditorProps {
  settings: Settings;
  lang: Lang;
  onset: (name: string, value: number | string) => void;
}

type Loose<T> = { [K in keyof T]: T[K] };

/** A view whose own types are forgotten: what the frame works with. */
export interface AnyView extends Omit<
  Loose<View<Controls, Readings, unknown>>,
  'experiment' | 'say' | 'plots' | 'table' | 'Drawing'
> {
  experiment: AnyExperiment;
  say: (seen: Seen) => Text;
  plots?: (seen: Seen) => Plot[];
  table?: (seen: Seen) => Table;
  Drawing?: Component<DrawingProps>;
}

export const view = <const C extends Controls, R extends Readings, T>(own: View<C, R, T>): AnyView =>
  own as unknown as AnyView;

export interface Figure {
  name: string;
  title: Text;
  /** The first is the one it opens with. */
  views: readonly AnyView[];
}

export const findView = (figure: Figure, id: string | null | undefined): AnyView =>
  figure.views.find((one) => one.id === id) ?? figure.views[0]!;
