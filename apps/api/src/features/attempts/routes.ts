import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { openRoute, route } from '../../route.ts';
import { finishAttempt } from './finish-attempt.ts';
import { getAttempt } from './get-attempt.ts';
import { listReceipts } from './list-receipts.ts';
import { recordResponses } from './record-responses.ts';
import { showAttempt } from './show-attempt.ts';
import { startPractice } from './start-practice.ts';
import { startSitting } from './start-sitting.ts';

export const attemptRoutes = (app: FastifyInstance): void => {
  route(app, api.startPractice, (db, actor, { params, body, context }) =>
    startPractice(db, actor, params.attemptId, body, context),
  );
  route(app, api.getAttempt, async (db, actor, { params, context }) =>
    showAttempt(db, await getAttempt(db, actor, params.attemptId), context),
  );
  route(app, api.finishAttempt, (db, actor, { params, context }) =>
    finishAttempt(db, actor, params.attemptId, context),
  );
  route(app, api.startSitting, (db, actor, { params, body, context }) =>
    startSitting(db, actor, params.sittingId, body.language, context),
  );
  route(app, api.listReceipts, (db, actor, { params }) => listReceipts(db, actor, params.attemptId));
  // Not one transaction: its only write is one statement. Receipts leave as they are made: checking them once more
  // against their schema would cost a tenth of recording.
  openRoute(
    app,
    api.recordResponses,
    async ({ body, request, context }) => ({
      serverNow: context.now.toISOString(),
      receipts: await recordResponses(app.db, request.actor, body.responses, context),
    }),
    { serializerCompiler: () => JSON.stringify },
  );
};
