import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, params }) => {
  const code = url.searchParams.get('code')?.replace(/\s+/g, '').toUpperCase();
  if (code) redirect(303, `/${params.lang}/join/${encodeURIComponent(code)}`);
};
