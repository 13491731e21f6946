import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as api from '@puente/schemas';
import { Invalid } from '../../errors.ts';
import { route } from '../../route.ts';
import { exportRoster } from './export-roster.ts';
import { importRoster } from './import-roster.ts';

const largestFile = 10 * 1024 * 1024;

/** A scope whose routes read a file's bytes and nothing else. */
const withFiles = (app: FastifyInstance, feature: (scope: FastifyInstance) => void): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      [...api.importRoster.consumes!],
      { parseAs: 'buffer', bodyLimit: largestFile },
      (_request, body, done) => done(null, body),
    );
    feature(scope);
  });
};

const fileOf = ({ body }: FastifyRequest): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  const message = 'Send the file as the body of the request, as text/csv.';
  throw new Invalid('no_file', message, [{ field: 'body', message }]);
};

/** For administrators. */
export const peopleImportRoutes = (app: FastifyInstance): void =>
  withFiles(app, (scope) => {
    route(scope, api.importPeople, (db, actor, { query, request, context }) =>
      importRoster(
        db,
        actor,
        fileOf(request),
        { cohortId: query.cohortId ?? null, dryRun: query.dryRun !== 'false', language: query.language },
        context.now,
      ),
    );
  });

/** For faculty of the cohort, programme staff and administrators. */
export const rosterRoutes = (app: FastifyInstance): void => {
  route(app, api.exportRoster, async (db, actor, { params, reply, context }) => {
    const { name, bytes } = await exportRoster(db, actor, params.cohortId, context.now);
    const plain = name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9 ._-]/g, '')
      .trim()
      .replace(/\s+/g, '-');
    reply.header('content-type', 'text/csv; charset=utf-8');
    reply.header(
      'content-disposition',
      `attachment; filename="${plain || 'roster'}.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
    );
    return bytes;
  });
  withFiles(app, (scope) => {
    route(scope, api.importRoster, (db, actor, { params, query, request, context }) =>
      importRoster(
        db,
        actor,
        fileOf(request),
        { cohortId: params.cohortId, dryRun: query.dryRun !== 'false', language: query.language },
        context.now,
      ),
    );
  });
};
