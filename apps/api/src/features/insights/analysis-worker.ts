import { workerData } from 'node:worker_threads';
import { runInThread } from '../../background/run-in-thread.ts';
import { createCatalogue } from '../../catalogue.ts';
import { rankDue } from '../selection/rank-due.ts';
import { analyseDue } from './analyse-due.ts';
import type { AnalysisTask } from './analysis-loop.ts';

const { url, content } = workerData as AnalysisTask;
const catalogue = createCatalogue(content);

await runInThread(url, [
  (database, id, stopping) =>
    analyseDue(database, catalogue, id, { now: new Date(), stopped: () => stopping.aborted }),
  (database, id, stopping) => rankDue(database, id, () => stopping.aborted),
]);
