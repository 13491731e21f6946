import { listCohortStudents } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { date } from '#lib/format.ts';
import type { PageServerLoad } from './$types';

const outcomes = ['left', 'moved'] as const;

export const load: PageServerLoad = async ({ fetch, locals: { lang }, params, parent, url }) => {
  const [{ students }, { timeZone }] = await Promise.all([
    call(fetch, listCohortStudents, { params: { cohortId: params.cohort } }),
    parent(),
  ]);
  return {
    done: outcomes.find((one) => one === url.searchParams.get('done')),
    synthetic: students.some(({ synthetic }) => synthetic),
    now: new Date().toISOString(),
    students: students.map(({ givenNames, firstSurname, secondSurname, ...student }) => ({
      id: student.membershipId,
      name: `${[firstSurname, secondSurname].filter(Boolean).join(' ')}, ${givenNames}`,
      code: student.studentCode,
      confirmed: student.confirmed,
      activated: student.activated,
      lastSeen: student.lastSeen,
      seenOn: student.lastSeen && date(student.lastSeen, lang, timeZone),
    })),
  };
};
