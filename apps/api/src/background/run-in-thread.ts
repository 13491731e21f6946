import { parentPort } from 'node:worker_threads';
import { openDatabase, type Database } from '@puente/database';
import { listInstitutionIds } from '../features/insights/list-institution-ids.ts';
import type { ThreadFailure } from './start-thread.ts';

const pauseMs = 2000;

/**
 * The thread's side of `startThread`: does for each institution what waits, every two seconds, until it is stopped.
 * One institution's failure does not keep the others waiting.
 */
export const runInThread = async (
  url: string,
  tasks: readonly ((database: Database, institutionId: string, stopping: AbortSignal) => Promise<unknown>)[],
): Promise<void> => {
  const database = openDatabase(url, { maximum: 2 });
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  parentPort!.on('message', () => {
    stopping.abort();
    wake();
  });
  const attempt = (institutionId: string | undefined, work: () => Promise<unknown>) =>
    work().catch((error: Error & { code?: string }) => {
      // What was cut short is taken up again by the next start.
      if (stopping.signal.aborted) return;
      const failure: ThreadFailure = { institutionId, code: error.code ?? error.name };
      parentPort!.postMessage(failure);
    });
  while (!stopping.signal.aborted) {
    await attempt(undefined, async () => {
      for (const id of await listInstitutionIds(database)) {
        for (const task of tasks) {
          if (stopping.signal.aborted) return;
          await attempt(id, () => task(database, id, stopping.signal));
        }
      }
    });
    if (stopping.signal.aborted) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, pauseMs);
    });
  }
  await database.close();
  parentPort!.close();
};
