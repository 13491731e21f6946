import { Worker } from 'node:worker_threads';
import type { RankedEntry } from './rules/selection-v0.ts';

export interface RankingTask {
  file: string;
  sha256: string;
}

/** Ten thousand draws take from a quarter of a second to several: no answer waits behind them. */
export const rankInWorker = (task: RankingTask): Promise<RankedEntry[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ranking-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The ranking ended with code ${code}.`)));
  });
