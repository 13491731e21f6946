import { redirect } from '@sveltejs/kit';
import { listPeople, roles } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const me = requireRole(locals, 'admin', 'staff');
  const search = (url.searchParams.get('search') ?? '').trim().slice(0, 100);
  const role = roles.find((candidate) => candidate === url.searchParams.get('role')) ?? '';
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  const found = await call(fetch, listPeople, {
    query: { page, ...(search && { search }), ...(role && { role }) },
  });
  const pages = Math.max(1, Math.ceil(found.total / found.pageSize));
  const addressOf = (wanted: number) =>
    `/${locals.lang}/people?${new URLSearchParams({ search, role, page: String(wanted) })}`;
  if (page > pages) redirect(303, addressOf(pages));
  const waiting = found.people.filter(
    ({ activated, role: held }) => !activated && (me.role === 'admin' || held === 'student'),
  );
  return { ...found, pages, search, role, waiting: waiting.length, erased: url.searchParams.has('erased') };
};
