import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@puente/database';
import { createCatalogue } from '../../catalogue.ts';
import { rankDue } from '../selection/rank-due.ts';
import { analyseDue } from './analyse-due.ts';
import type { AnalysisTask } from './analysis-loop.ts';
import { listInstitutionIds } from './list-institution-ids.ts';

const pauseMs = 2000;
const { url, content } = workerData as AnalysisTask;
const catalogue = createCatalogue(content);
const database = openDatabase(url, { maximum: 2 });
let stopped = false;
let wake: () => void = () => undefined;
parentPort!.on('message', () => {
  stopped = true;
  wake();
});

const attempt = async (institutionId: string | undefined, work: () => Promise<unknown>) => {
  // One institution's failure must not keep the others waiting.
  await work().catch((error: unknown) => {
    const { code } = error as { code?: string };
    parentPort!.postMessage({ institutionId, code: code ?? (error as Error).name });
  });
};

while (!stopped) {
  await attempt(undefined, async () => {
    for (const id of await listInstitutionIds(database)) {
      if (stopped) return;
      await attempt(id, () =>
        analyseDue(database, catalogue, id, { now: new Date(), stopped: () => stopped }),
      );
      await attempt(id, () => rankDue(database, id, () => stopped));
    }
  });
  if (!stopped) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, pauseMs);
    });
  }
}
await database.close();
parentPort!.close();
