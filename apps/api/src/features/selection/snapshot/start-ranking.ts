import type { FastifyBaseLogger } from 'fastify';
import { startThread } from '../../../background/start-thread.ts';

/** Ranks the rounds that wait for it: a snapshot of a hundred thousand candidates never passes through the API's own thread. */
export const startRanking = (
  task: { url: string },
  log: Pick<FastifyBaseLogger, 'error'>,
): { stop: () => Promise<void> } => startThread(new URL('./ranking-thread.ts', import.meta.url), task, log);
