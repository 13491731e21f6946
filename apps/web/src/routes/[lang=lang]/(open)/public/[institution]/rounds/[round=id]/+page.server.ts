import { getPublicRound } from '@puente/schemas';
import { call } from '#lib/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => ({
  shown: await call(fetch, getPublicRound, {
    params: { institution: params.institution, roundId: params.round },
  }),
});
