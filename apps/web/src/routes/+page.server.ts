import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
  setHeaders({ vary: 'Accept-Language, Cookie' });
  redirect(302, `/${locals.lang}`);
};
