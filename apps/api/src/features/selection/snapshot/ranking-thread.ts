import { workerData } from 'node:worker_threads';
import { runInThread } from '../../../background/run-in-thread.ts';
import { rankRounds } from './rank-rounds.ts';

const { url } = workerData as { url: string };

await runInThread(url, [(database, id, stopping) => rankRounds(database, id, () => new Date(), stopping)]);
