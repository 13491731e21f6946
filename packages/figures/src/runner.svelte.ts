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

/**
 * Runs an experiment as its controls move: at most once a frame here, or in a worker where one run would hold up the
 * page. The first run is made at once, so that the server and the first sight have it.
 */
export class Runner {
  run: Run = $state.raw({ readings: {}, traces: undefined });
  /** What the run is of; the controls may be ahead of it. */
  settings: Settings = $state.raw({});
  working = $state(false);
  /** The same at its usual settings: what the drawing shows behind. */
  readonly usual: Run;
  #experiment: AnyExperiment;
  #view: string;
  #start: (() => Worker) | undefined;
  #worker: Worker | undefined;
  #waiting: Settings | undefined;
  #frame = 0;

  constructor(view: AnyView, settings: Settings) {
    this.#experiment = view.experiment;
    this.#view = view.id;
    this.#start = view.worker;
    this.settings = settings;
    this.run = view.experiment.run(settings);
    this.usual = view.experiment.run(readSettings(view.experiment.controls, view.usual ?? {}).settings);
  }

  ask(settings: Settings): void {
    this.#waiting = settings;
    if (this.#start) {
      if (!this.working) this.#send();
    } else {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.settings = this.#waiting!;
        this.run = this.#experiment.run(this.settings);
      });
    }
  }

  stop(): void {
    this.#worker?.terminate();
    if (this.#frame) cancelAnimationFrame(this.#frame);
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
