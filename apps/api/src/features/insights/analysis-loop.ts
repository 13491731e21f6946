import type { Content } from '@puente/content/server';
import type { FastifyBaseLogger } from 'fastify';
import { startThread } from '../../background/start-thread.ts';

export interface AnalysisTask {
  url: string;
  content: Content;
}

/** Analyses what is due, in a thread of its own; an analysis is stored whole or not at all. */
export const startAnalysing = (
  task: AnalysisTask,
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop: () => Promise<void> } => startThread(new URL('./analysis-worker.ts', import.meta.url), task, log);
