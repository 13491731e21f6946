import { redirect } from '@sveltejs/kit';
import { homeOf } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.me) redirect(303, homeOf(locals.me, locals.lang));
};
