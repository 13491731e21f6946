import { downloadPublicActa } from '@puente/schemas';
import { callFile } from '#lib/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ fetch, params }) =>
  callFile(fetch, downloadPublicActa, {
    params: { institution: params.institution, roundId: params.round },
    query: { language: params.lang },
  });
