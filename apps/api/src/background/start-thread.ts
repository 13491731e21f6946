import { Worker } from 'node:worker_threads';
import type { FastifyBaseLogger } from 'fastify';

/** What a thread says when a piece of its work failed. Codes alone: a database error's detail holds answers. */
export interface ThreadFailure {
  code: string;
  institutionId?: string | undefined;
}

const restartMs = 10_000;
/** What is cut off after that is taken up again by the next start. */
const patienceMs = 10_000;

/**
 * Heavy work runs in a thread of its own, over connections of its own: no answer waits behind it. A thread that ends
 * is started again; stopping waits a while for the work under way.
 */
export const startThread = (
  program: URL,
  workerData: unknown,
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop: () => Promise<void> } => {
  const name = program.pathname.split('/').at(-1);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker;
  let ended: Promise<void>;
  const start = () => {
    worker = new Worker(program, { workerData });
    worker.on('message', (failure: ThreadFailure) => log.error(failure, `${name}: a piece of work failed`));
    worker.on('error', (error: Error & { code?: string }) =>
      log.error({ code: error.code }, `${name} ended`),
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
