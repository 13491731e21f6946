import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

// Without this route a wrong address would land on the bare error page outside every layout.
export const load: PageServerLoad = () => error(404, 'No such page', { code: 'not_found' });
