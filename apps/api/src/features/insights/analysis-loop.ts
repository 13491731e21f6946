import { Worker } from 'node:worker_threads';
import type { Content } from '@puente/content/server';
import type { FastifyBaseLogger } from 'fastify';

export interface AnalysisTask {
  url: string;
  content: Content;
}

const restartMs = 10_000;
/** What is cut off after that is computed by the next start: an analysis is stored whole or not at all. */
const patienceMs = 10_000;

/**
 * Analyses run in a thread of their own, over connections of their own: no answer waits behind a model that is being
 * fitted. Stopping waits a while for the analysis under way.
 */
export const startAnalysing = (
  task: AnalysisTask,
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker;
  let ended: Promise<void>;
  const start = () => {
    worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { workerData: task });
    // Codes alone: a database error's detail holds answers.
    worker.on('message', (failure: { code?: string; institutionId?: string }) =>
      log.error(failure, 'analysing failed'),
    );
    worker.on('error', (error: Error & { code?: string }) =>
      log.error({ code: error.code }, 'the analyses ended'),
    );
    ended = new Promise((resolve) => {
      worker.once('exit', () => {
        if (!stopped) timer = setTimeout(start, restartMs);
        resolve();
      });
    });
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      worker.postMessage('stop');
      const impatient = setTimeout(() => void worker.terminate(), patienceMs);
      await ended;
      clearTimeout(impatient);
    },
  };
};
