import { getSittingAnalysis } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) =>
  call(fetch, getSittingAnalysis, { params: { sittingId: params.sitting } });
