import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { getReview } from './get-review.ts';

/** For students: their own. */
export const reviewRoutes = (app: FastifyInstance): void => {
  route(app, api.getReview, (db, actor, { query, context }) => getReview(db, actor, query.language, context));
};
