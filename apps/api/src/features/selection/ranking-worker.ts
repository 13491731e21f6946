import { parentPort, workerData } from 'node:worker_threads';
import type { RankingTask } from './rank-in-worker.ts';
import { rankCandidates, type SnapshotFile } from './rules/selection-v0.ts';

const { file, sha256 } = workerData as RankingTask;
parentPort!.postMessage(rankCandidates(JSON.parse(file) as SnapshotFile, sha256));
