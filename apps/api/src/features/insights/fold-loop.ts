import type { Database } from '@puente/database';
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../../catalogue.ts';
import { batchSize, foldResponses } from './fold-responses.ts';
import { listInstitutionIds } from './list-institution-ids.ts';
import { queueRescored } from './queue-rescored.ts';

const pauseMs = 2000;

/** Folds everything that waits, in every institution. */
export const foldAll = async (database: Database, catalogue: Catalogue): Promise<void> => {
  for (const id of await listInstitutionIds(database)) {
    await database.asInstitution(id, (db) => queueRescored(db, catalogue));
    while ((await database.asInstitution(id, (db) => foldResponses(db, catalogue))) > 0);
  }
};

/**
 * Folds every two seconds, one round after the other, until it is stopped; stopping waits for the round under way.
 * Several processes may do so over one database.
 */
export const startFolding = (
  app: Pick<FastifyInstance, 'db' | 'catalogue' | 'log'>,
): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const checkedKeys = new Set<string>();

  const foldOne = async (id: string) => {
    if (!checkedKeys.has(id)) {
      await app.db.asInstitution(id, (db) => queueRescored(db, app.catalogue));
      checkedKeys.add(id);
    }
    while (
      !stopped &&
      (await app.db.asInstitution(id, (db) => foldResponses(db, app.catalogue))) === batchSize
    );
  };
  const round = async () => {
    try {
      for (const id of await listInstitutionIds(app.db)) {
        if (stopped) return;
        // One institution's failure must not keep the others waiting; its rows stay queued.
        await foldOne(id).catch((error: unknown) => logFailure(id, error));
      }
    } catch (error) {
      logFailure(undefined, error);
    }
  };
  // Codes alone: a database error's detail holds answers.
  const logFailure = (institutionId: string | undefined, error: unknown) => {
    const { code, constraint } = error as { code?: string; constraint?: string };
    app.log.error({ institutionId, code, constraint }, 'folding failed');
  };

  let running: Promise<void> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    running = round().finally(() => {
      if (!stopped) timer = setTimeout(next, pauseMs);
    });
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
