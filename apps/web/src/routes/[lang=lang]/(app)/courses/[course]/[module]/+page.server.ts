import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A module has no page of its own: it is a part of its course's map. */
export const load: PageServerLoad = ({ params }) => {
  redirect(308, `/${params.lang}/courses/${params.course}#${params.module}`);
};
