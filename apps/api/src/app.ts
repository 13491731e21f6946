import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Content } from '@puente/content/server';
import type { Database } from '@puente/database';
import { createCatalogue } from './catalogue.ts';
import { accountRoutes, joinRoutes } from './features/accounts/routes.ts';
import { answerFileRoutes, attemptRoutes, timeRoutes } from './features/attempts/routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { cohortRoutes, comparisonRoutes } from './features/cohorts/routes.ts';
import {
  courseRoutes,
  learningRoutes,
  modulePackageRoutes,
  openCaseRoutes,
} from './features/courses/routes.ts';
import { saveContentVersions } from './features/courses/save-content-versions.ts';
import { examRoutes } from './features/exams/routes.ts';
import { insightRoutes } from './features/insights/routes.ts';
import { campusRoutes, peopleAdministrationRoutes, peopleRoutes } from './features/people/routes.ts';
import { proctoringRoutes } from './features/proctoring/routes.ts';
import { reminderRoutes } from './features/reminders/routes.ts';
import { resultRoutes } from './features/results/routes.ts';
import { reviewRoutes } from './features/review/routes.ts';
import { peopleImportRoutes, rosterRoutes } from './features/rosters/routes.ts';
import {
  ownRoundRoutes,
  publicRoundRoutes,
  roundReadingRoutes,
  roundRoutes,
} from './features/selection/round-routes.ts';
import { selfEfficacyRoutes } from './features/self-efficacy/routes.ts';
import { selectionReadingRoutes, selectionRoutes, standingRoutes } from './features/selection/routes.ts';
import { ownSittingRoutes, sittingRoutes } from './features/sittings/routes.ts';
import { errors, sendProblem } from './plugins/errors.ts';
import { openapi, reference } from './plugins/openapi.ts';
import { session } from './plugins/session.ts';
import { allow } from './route.ts';

export interface AppOptions {
  db: Database;
  content: Content;
  keys: { access: string; refresh: string };
  version: string;
  clock?: () => Date;
  logger?: FastifyServerOptions['logger'];
  /** True behind a proxy that sets X-Forwarded-For and -Proto. */
  trustProxy?: boolean;
}

export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * 1024 * 1024,
    return503OnClosing: true,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 500 },
    // An address that the router cannot read never reaches the error handler.
    frameworkErrors: (error, _request, reply) =>
      void sendProblem(reply, error.statusCode ?? 400, 'bad_address', error.message),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorate('db', options.db);
  app.decorate('catalogue', createCatalogue(options.content));
  app.decorate('clock', options.clock ?? (() => new Date()));

  app.addHook('onReady', () => saveContentVersions(options.db, app.catalogue));

  await app.register(errors);
  await app.register(session, { accessKey: options.keys.access });
  await app.register(reference);
  await app.register(async (api) => {
    await api.register(helmet, {
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    });
    await api.register(openapi, { version: options.version });
    api.get('/api/health', async () => {
      await options.db.pool.query('select 1');
      return { status: 'ready', version: options.version };
    });

    // Else the pages would answer for an address of the API that is none.
    api.all('/api/*', { schema: { hide: true } }, (_request, reply) => reply.callNotFound());

    timeRoutes(api);
    accountRoutes(api, options.keys.refresh);
    openCaseRoutes(api);
    publicRoundRoutes(api);
    // Who may call what stands here, by role; whose rows, in each verb.
    await api.register(allow(['student', 'faculty', 'staff', 'admin'], courseRoutes));
    await api.register(allow(['student', 'faculty'], modulePackageRoutes));
    await api.register(
      allow(
        ['student'],
        learningRoutes,
        attemptRoutes,
        reviewRoutes,
        ownSittingRoutes,
        resultRoutes,
        selfEfficacyRoutes,
        examRoutes,
        reminderRoutes,
      ),
    );
    await api.register(allow(['faculty', 'staff', 'admin'], sittingRoutes));
    await api.register(allow(['faculty', 'staff'], proctoringRoutes));
    await api.register(allow(['staff'], answerFileRoutes));
    await api.register(allow(['faculty', 'staff', 'admin'], insightRoutes));
    await api.register(allow(['staff', 'admin'], selectionReadingRoutes, roundReadingRoutes));
    await api.register(allow(['staff'], selectionRoutes, comparisonRoutes, roundRoutes));
    await api.register(allow(['student'], standingRoutes, ownRoundRoutes));
    await api.register(allow(['student'], joinRoutes));
    await api.register(allow(['faculty', 'staff', 'admin'], cohortRoutes, rosterRoutes, campusRoutes));
    await api.register(allow(['staff', 'admin'], peopleRoutes));
    await api.register(allow(['admin'], peopleAdministrationRoutes, peopleImportRoutes, auditRoutes));
  });
  return app;
};
