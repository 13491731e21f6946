import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { changeEnrolment } from './change-enrolment.ts';
import { createCohort } from './create-cohort.ts';
import { drawComparison } from './draw-comparison.ts';
import { getCohortFor } from './get-cohort-for.ts';
import { listStudents } from './list-students.ts';
import { renewCohortCode } from './renew-code.ts';
import { listCohorts, showCohort } from './show-cohorts.ts';

/** For faculty of the cohort, programme staff and administrators. */
export const cohortRoutes = (app: FastifyInstance): void => {
  route(app, api.listCohorts, async (db, actor, { context }) => ({
    cohorts: await listCohorts(db, actor, context.catalogue),
  }));
  route(app, api.createCohort, (db, actor, { body, context }) => createCohort(db, actor, body, context));
  route(app, api.getCohort, async (db, actor, { params, context }) => {
    await getCohortFor(db, actor, params.cohortId);
    return showCohort(db, params.cohortId, context.catalogue);
  });
  route(app, api.renewCohortCode, (db, actor, { params, context }) =>
    renewCohortCode(db, actor, params.cohortId, context.now),
  );
  route(app, api.listCohortStudents, async (db, actor, { params }) => ({
    students: await listStudents(db, actor, params.cohortId),
  }));
  route(app, api.changeEnrolment, (db, actor, { params, body, context }) =>
    changeEnrolment(db, actor, params, body, context.now),
  );
};

/** For programme staff: it keeps a course from people for a while. */
export const comparisonRoutes = (app: FastifyInstance): void => {
  route(app, api.drawComparison, (db, actor, { params, body, context }) =>
    drawComparison(db, actor, params.cohortId, body, context),
  );
};
