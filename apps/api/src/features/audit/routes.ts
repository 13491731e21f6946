import type { FastifyInstance } from 'fastify';
import * as api from '@puente/schemas';
import { route } from '../../route.ts';
import { listAuditLog } from './list-audit-log.ts';

/** For administrators. */
export const auditRoutes = (app: FastifyInstance): void => {
  route(app, api.listAuditLog, (db, _actor, { query }) => listAuditLog(db, query.page));
};
