import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { getSelfEfficacy } from './get-self-efficacy.ts';
import { rateSelfEfficacy } from './rate-self-efficacy.ts';

/** For students: beside sittings of their own cohorts. */
export const selfEfficacyRoutes = (app: FastifyInstance): void => {
  route(app, api.getSelfEfficacy, (db, actor, { params, query, context }) =>
    getSelfEfficacy(db, actor, params.sittingId, query.language, context),
  );
  route(app, api.rateSelfEfficacy, (db, actor, { params, query, body, context }) =>
    rateSelfEfficacy(db, actor, params.sittingId, body.ratings, query.language, context),
  );
};
