import { redirect } from '@sveltejs/kit';
import { createCohort, listCampuses, listCourses, listPeople, type Cohort, type Role } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { localDay } from '#lib/local-time.ts';
import { readForm, refuse, refuseFields } from '#lib/problem.ts';
import { requireRole } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const usualDays = 126;

const listFaculty = async (fetch: typeof globalThis.fetch, role: Role) => {
  if (role === 'faculty') return null;
  const ask = (page: number) => call(fetch, listPeople, { query: { role: 'faculty', page } });
  const first = await ask(1);
  const pages = Math.ceil(first.total / first.pageSize);
  const rest = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => ask(index + 2)),
  );
  return [first, ...rest].flatMap(({ people }) =>
    people.map(({ membershipId, fullName }) => ({ membershipId, fullName })),
  );
};

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const { role, institution } = requireRole(locals, 'faculty', 'staff', 'admin');
  const [{ courses }, { campuses }, faculty] = await Promise.all([
    call(fetch, listCourses),
    call(fetch, listCampuses),
    listFaculty(fetch, role),
  ]);
  const today = localDay(new Date(), institution.timeZone);
  const [year, month] = today.split('-').map(Number) as [number, number];
  return {
    faculty,
    campuses: campuses.map(({ id, name }) => ({ id, name })),
    courses: courses.map(({ title, ...course }) => ({ ...course, title: title[locals.lang] })),
    proposed: {
      term: `${year}-${month <= 7 ? 1 : 2}`,
      startsOn: today,
      endsOn: localDay(new Date(), institution.timeZone, usualDays),
    },
  };
};

const many = ['courseIds', 'facultyMembershipIds'] as const;

export const actions: Actions = {
  default: async ({ fetch, request, locals }) => {
    requireRole(locals, 'faculty', 'staff', 'admin');
    const sent = await request.formData();
    const [courseIds, facultyMembershipIds] = many.map((name) => sent.getAll(name).map(String)) as [
      string[],
      string[],
    ];
    const typed = {
      ...(await readForm(sent)),
      courseIds: courseIds.join(' '),
      facultyMembershipIds: facultyMembershipIds.join(' '),
    } as Record<string, string>;
    const { name = '', term = '', campusId = '', startsOn = '', endsOn = '' } = typed;

    const errors: Record<string, string> = {};
    if (name === '') errors.name = 'missing';
    if (term === '') errors.term = 'missing';
    if (courseIds.length === 0) errors.courseIds = 'missing';
    if (startsOn === '') errors.startsOn = 'missing';
    if (endsOn === '' || endsOn < startsOn) errors.endsOn = 'order';
    if (Object.keys(errors).length > 0) return refuseFields(errors, typed);

    let cohort: Cohort;
    try {
      cohort = await call(fetch, createCohort, {
        body: {
          name,
          term,
          courseIds,
          startsOn,
          endsOn,
          ...(campusId && { campusId }),
          ...(facultyMembershipIds.length > 0 && { facultyMembershipIds }),
        },
      });
    } catch (caught) {
      return refuse(caught, typed);
    }
    redirect(303, `/${locals.lang}/cohorts/${cohort.id}/code`);
  },
};
