import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as api from '@puente/schemas';
import { openRoute, route } from '../../route.ts';
import { describeDevice } from './describe-device.ts';
import { finishAttempt } from './finish-attempt.ts';
import { getAttempt } from './get-attempt.ts';
import { listReceipts } from './list-receipts.ts';
import { recordResponses } from './record-responses.ts';
import { reportInterruptions } from './report-interruptions.ts';
import { showAttempt } from './show-attempt.ts';
import { startPractice } from './start-practice.ts';
import { startSitting } from './start-sitting.ts';
import { takeOverAttempt } from './take-over-attempt.ts';
import { uploadAnswers } from './upload-answers.ts';

/** For programme staff, who take in what a student saved. */
export const answerFileRoutes = (app: FastifyInstance): void => {
  route(app, api.uploadAnswers, (db, actor, { body, context }) => uploadAnswers(db, actor, body, context));
};

export const timeRoutes = (app: FastifyInstance): void => {
  openRoute(app, api.getTime, async ({ reply, context }) => {
    reply.header('cache-control', 'no-store');
    return { serverNow: context.now.toISOString() };
  });
};

const deviceOf = (request: FastifyRequest): string => describeDevice(request.headers['user-agent']);

export const attemptRoutes = (app: FastifyInstance): void => {
  route(app, api.startPractice, (db, actor, { params, body, context }) =>
    startPractice(db, actor, params.attemptId, body, context),
  );
  route(app, api.getAttempt, async (db, actor, { params, context }) =>
    showAttempt(db, await getAttempt(db, actor, params.attemptId), actor, context),
  );
  route(app, api.finishAttempt, (db, actor, { params, context }) =>
    finishAttempt(db, actor, params.attemptId, context),
  );
  // In several transactions: a wrong room code stays counted, and nobody waits for what is only read.
  openRoute(app, api.startSitting, ({ params, body, request, context }) =>
    startSitting(app.db, request.actor, params.sittingId, { ...body, device: deviceOf(request) }, context),
  );
  openRoute(app, api.takeOverAttempt, ({ params, body, request, context }) =>
    takeOverAttempt(app.db, request.actor, params.attemptId, { ...body, device: deviceOf(request) }, context),
  );
  route(app, api.reportInterruptions, (db, actor, { params, body, context }) =>
    reportInterruptions(db, actor, params.attemptId, body, context),
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
