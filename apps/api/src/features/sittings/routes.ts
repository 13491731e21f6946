import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { sittings } from '@puente/database';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { changeSittingState } from './change-sitting-state.ts';
import { createSitting } from './create-sitting.ts';
import { getOwnSitting } from './get-own-sitting.ts';
import { showSittings } from './show-sittings.ts';

/** For faculty of the cohort and programme staff. */
export const sittingRoutes = (app: FastifyInstance): void => {
  route(app, api.listCohortSittings, async (db, actor, { params, context }) => {
    await getCohortFor(db, actor, params.cohortId);
    return { sittings: await showSittings(db, eq(sittings.cohortId, params.cohortId), context) };
  });
  route(app, api.createSitting, (db, actor, { params, body, context }) =>
    createSitting(db, actor, params.cohortId, body, context),
  );
  route(app, api.changeSittingState, (db, actor, { params, body, context }) =>
    changeSittingState(db, actor, params.sittingId, body, context),
  );
};

/** For students: of their own cohorts. */
export const ownSittingRoutes = (app: FastifyInstance): void => {
  route(app, api.getOwnSitting, (db, actor, { params, query, context }) =>
    getOwnSitting(db, actor, params.sittingId, query.language, context),
  );
};
