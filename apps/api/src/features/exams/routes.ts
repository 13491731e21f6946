import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { setExam } from './set-exam.ts';

/** For students: their own dates. */
export const examRoutes = (app: FastifyInstance): void => {
  route(app, api.setExam, (db, actor, { params, body, context }) =>
    setExam(db, actor, { ...params, ...body }, context),
  );
};
