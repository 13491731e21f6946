import { redirect } from '@sveltejs/kit';
import { listAuditLog } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  requireRole(locals, 'admin');
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  const found = await call(fetch, listAuditLog, { query: { page } });
  const pages = Math.max(1, Math.ceil(found.total / found.pageSize));
  if (page > pages) redirect(303, `/${locals.lang}/audit?page=${pages}`);
  return { ...found, pages };
};
