import { redirect } from '@sveltejs/kit';
import { listOpenCases } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { homeOf } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  if (locals.me) redirect(303, homeOf(locals.me, locals.lang));
  return call(fetch, listOpenCases, { query: { language: params.lang } });
};
