import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { getCohortDocument } from './get-cohort-document.ts';
import { getExplanations } from './get-explanations.ts';
import { getCohortInsights } from './get-cohort-insights.ts';
import { getProjection } from './get-projection.ts';
import { getSittingAnalysis } from './get-sitting-analysis.ts';
import { getInsightsScope } from './insights-scope.ts';
import { listCohortItems } from './list-cohort-items.ts';
import { writeInsightsCsv } from './write-insights-csv.ts';
import { writeItemsCsv } from './write-items-csv.ts';

/** For faculty (their own cohorts), staff and administrators. */
export const insightRoutes = (app: FastifyInstance): void => {
  // It leaves as the job stored it: checking it once more would take longer than reading it.
  route(
    app,
    api.getCohortInsights,
    (db, actor, { params, query, context }) =>
      getCohortInsights(db, actor, params.cohortId, query.course, context),
    { serializerCompiler: () => JSON.stringify },
  );
  route(app, api.listCohortItems, (db, actor, { params, query, context }) =>
    listCohortItems(db, actor, params.cohortId, query.course, context),
  );
  route(app, api.getExplanations, (db, actor, { params, query, context }) =>
    getExplanations(db, actor, params, query, context),
  );
  route(app, api.getSittingAnalysis, (db, actor, { params, context }) =>
    getSittingAnalysis(db, actor, params.sittingId, context),
  );
  route(app, api.getProjection, (db, actor, { params, query, context }) =>
    getProjection(db, actor, params.cohortId, query.course, context),
  );
  route(app, api.downloadInsights, async (db, actor, { params, query, reply, context }) => {
    const scope = await getInsightsScope(db, actor, params.cohortId, query.course, context);
    const { asOf, document } = await getCohortDocument(db, scope, context);
    const file = writeInsightsCsv({ ...scope, asOf }, document.concepts, query.language);
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
