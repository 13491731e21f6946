import type { AnyExperiment } from '@puente/models/experiments/experiment';
import type { Answered, Asked } from './runner.svelte.ts';

/** The other side of a runner, inside a figure's worker. */
export const answerAsked = (experiments: Record<string, unknown>): void => {
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    const { run } = experiments[data.view] as AnyExperiment;
    postMessage({ settings: data.settings, run: run(data.settings) } satisfies Answered);
  });
};
