import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { conceptInsights } from './concept-insights.ts';
import { getCohortInsights } from './get-cohort-insights.ts';
import { getProjection } from './get-projection.ts';
import { getInsightsScope } from './insights-scope.ts';
import { listCohortItems } from './list-cohort-items.ts';
import { listSectionAnswers } from './list-section-answers.ts';
import { writeInsightsCsv } from './write-insights-csv.ts';
import { writeItemsCsv } from './write-items-csv.ts';

/** For faculty (their own cohorts), staff and administrators. */
export const insightRoutes = (app: FastifyInstance): void => {
  route(app, api.getCohortInsights, (db, actor, { params, query, context }) =>
    getCohortInsights(db, actor, params.cohortId, query.course, context),
  );
  route(app, api.listCohortItems, (db, actor, { params, query, context }) =>
    listCohortItems(db, actor, params.cohortId, query.course, context),
  );
  route(app, api.getProjection, (db, actor, { params, query, context }) =>
    getProjection(db, actor, params.cohortId, query.course, context),
  );
  route(app, api.downloadInsights, async (db, actor, { params, query, reply, context }) => {
    const scope = await getInsightsScope(db, actor, params.cohortId, query.course, context);
    const concepts = conceptInsights(
      await listSectionAnswers(db, scope, context.catalogue),
      scope.course,
      context.catalogue,
    );
    const file = writeInsightsCsv(scope, concepts, query.language);
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${query.course}-concepts.csv"`);
    return file;
  });
  route(app, api.downloadItems, async (db, actor, { params, query, reply, context }) => {
    const file = writeItemsCsv(
      await listCohortItems(db, actor, params.cohortId, query.course, context),
      query.language,
    );
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${query.course}-items.csv"`);
    return file;
  });
};
