import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { getResults } from './get-results.ts';

/** For students: their own. */
export const resultRoutes = (app: FastifyInstance): void => {
  route(app, api.getResults, (db, actor, { query, context }) =>
    getResults(db, actor, query.language, context),
  );
};
