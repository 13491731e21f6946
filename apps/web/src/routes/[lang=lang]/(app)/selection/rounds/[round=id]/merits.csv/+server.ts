import { downloadMeritsCsv } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { RequestEvent, RequestHandler } from './$types';

const send = ({ fetch, locals, params }: RequestEvent, names: 'true' | 'false') => {
  requireRole(locals, 'staff', 'admin');
  return callFile(fetch, downloadMeritsCsv, {
    params: { roundId: params.round },
    query: { names, language: locals.lang },
  });
};

export const GET: RequestHandler = (event) => send(event, 'false');

/** With names, which the audit log records: asked for by a button, never by an address. */
export const POST: RequestHandler = (event) => send(event, 'true');
