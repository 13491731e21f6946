import {
  readSettings,
  type AnyExperiment,
  type Run,
  type Settings,
} from '@puente/models/experiments/experiment';
import type { AnyView } from './figure.ts';

/** What is asked of a worker, and what it answers. */
export interface Asked {
  view: string;
  settings: Settings;
}

export interface Answered {
  settings: Settings;
  run: Run;
}

/** What a figure draws before anything is moved. */
export interface FirstRuns {
  run: Run;
  /** The same at its usual settings: what the drawing shows behind. */
  usual: Run;
}

const usualOf = ({ experiment, usual }: AnyView): Settings =>
  readSettings(experiment.controls, usual ?? {}).settings;

const runHere = (view: AnyView, settings: Settings): FirstRuns => ({
  run: view.experiment.run(settings),
  usual: view.experiment.run(usualOf(view)),
});

const runThere = (start: () => Worker, view: AnyView, settings: Settings): Promise<FirstRuns> =>
  new Promise((done, failed) => {
    const worker = start();
    const runs: Run[] = [];
    worker.onerror = () => {
      worker.terminate();
      failed(new Error('no worker'));
    };
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      runs.push(data.run);
      const [run, usual] = runs;
      if (!run || !usual) return;
      worker.terminate();
      done({ run, usual });
    };
    for (const one of [settings, usualOf(view)])
      worker.postMessage({ view: view.id, settings: one } satisfies Asked);
  });

/** Made before a page shows the figure: here at the server, in a worker where a phone would stand still meanwhile. */
export const firstRuns = async (view: AnyView, settings: Settings): Promise<FirstRuns> =>
  view.worker && typeof document !== 'undefined'
    ? runThere(view.worker, view, settings).catch(() => runHere(view, settings))
    : runHere(view, settings);

/**
 * Runs an experiment as its controls move: at most once a frame here, or in a worker where one run would hold up the
 * page.
 */
export class Runner {
  run: Run = $state.raw({ readings: {}, traces: undefined });
  /** What the run is of; the controls may be ahead of it. */
  settings: Settings = $state.raw({});
  working = $state(false);
  readonly usual: Run;
  #experiment: AnyExperiment;
  #view: string;
  #start: (() => Worker) | undefined;
  #worker: Worker | undefined;
  #waiting: Settings | undefined;
  #frame = 0;

  constructor(view: AnyView, settings: Settings, first: FirstRuns) {
    this.#experiment = view.experiment;
    this.#view = view.id;
    this.#start = view.worker;
    this.settings = settings;
    this.run = first.run;
    this.usual = first.usual;
  }

  ask(settings: Settings): void {
    this.#waiting = settings;
    if (typeof document === 'undefined') this.#runHere();
    else if (this.#start) {
      if (!this.working) this.#send();
    } else {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#runHere();
      });
    }
  }

  stop(): void {
    this.#worker?.terminate();
    if (this.#frame) cancelAnimationFrame(this.#frame);
  }

  #runHere(): void {
    this.settings = this.#waiting!;
    this.run = this.#experiment.run(this.settings);
  }

  #send(): void {
    const settings = this.#waiting;
    if (!settings) return;
    this.#waiting = undefined;
    this.working = true;
    if (!this.#worker) {
      this.#worker = this.#start!();
      this.#worker.onmessage = ({ data }: MessageEvent<Answered>) => {
        this.settings = data.settings;
        this.run = data.run;
        this.working = false;
        this.#send();
      };
      this.#worker.onerror = () => this.#here(settings);
    }
    this.#worker.postMessage({ view: this.#view, settings } satisfies Asked);
  }

  /** A browser that starts no worker waits a little and sees the same. */
  #here(settings: Settings): void {
    this.#start = undefined;
    this.working = false;
    this.ask(this.#waiting ?? settings);
  }
}
