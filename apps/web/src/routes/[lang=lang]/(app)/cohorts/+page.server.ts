import { listCohorts, listRooms } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { dateTime } from '#lib/format.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { role, institution } = requireRole(locals, 'faculty', 'staff', 'admin');
  const [{ cohorts }, { rooms }] = await Promise.all([
    call(fetch, listCohorts),
    role === 'admin' ? { rooms: [] } : call(fetch, listRooms),
  ]);
  return {
    rooms: rooms.map(({ opensAt, ...room }) => ({
      ...room,
      opens: dateTime(opensAt, locals.lang, institution.timeZone),
    })),
    own: role === 'faculty',
    cohorts: cohorts.map(({ courses, ...cohort }) => ({
      ...cohort,
      courses: courses.map(({ title }) => title[locals.lang]).join(', '),
    })),
  };
};
