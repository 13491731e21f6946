import { loadCohort } from '#lib/server/load-cohort.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => loadCohort(event);
