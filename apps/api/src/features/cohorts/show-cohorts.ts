import { sql, type SQL } from 'drizzle-orm';
import type { InstitutionDatabase } from '@puente/database';
import type { Cohort } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue.ts';

type Row = Omit<Cohort, 'courses'> & { courseIds: string[] } & Record<string, unknown>;

/** Cohorts as those who work with them see them, the latest first. */
const showCohorts = async (db: InstitutionDatabase, which: SQL, catalogue: Catalogue): Promise<Cohort[]> => {
  const { rows } = await db.execute<Row>(sql`
    select c.id, c.name, c.term, campus.name as campus, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
      array(select k.course_id from cohort_courses k
        where k.institution_id = c.institution_id and k.cohort_id = c.id) as "courseIds",
      array(select concat_ws(' ', p.given_names, p.first_surname, p.second_surname)
        from cohort_faculty f
        join memberships m on m.institution_id = f.institution_id and m.id = f.membership_id
        join people p on p.institution_id = m.institution_id and p.id = m.person_id
        where f.institution_id = c.institution_id and f.cohort_id = c.id and m.ended_at is null
        order by p.first_surname, p.given_names) as faculty,
      e.students, e.unconfirmed,
      (select k.code from cohort_codes k
        where k.institution_id = c.institution_id and k.cohort_id = c.id and k.ended_at is null
        order by k.created_at desc limit 1) as code,
      (select jsonb_build_object('cohortId', o.id, 'cohortName', o.name, 'seed', c.lottery_seed) from cohorts o
        where o.institution_id = c.institution_id and o.id = c.comparison_for) as comparison
    from cohorts c
    left join campuses campus on campus.institution_id = c.institution_id and campus.id = c.campus_id
    cross join lateral (
      select count(*)::int as students, (count(*) filter (where not n.confirmed))::int as unconfirmed
      from enrolments n where n.institution_id = c.institution_id and n.cohort_id = c.id and n.left_at is null) e
    where c.institution_id = ${db.institutionId} and ${which}
    order by c.ends_on desc, c.name, c.id`);
  return rows.map(
    ({
      id,
      name,
      term,
      campus,
      courseIds,
      faculty,
      students,
      unconfirmed,
      startsOn,
      endsOn,
      code,
      comparison,
    }) => ({
      id,
      name,
      term,
      campus,
      courses: inOrder(courseIds, catalogue).map((courseId) => ({
        id: courseId,
        title: catalogue.courses.find((course) => course.id === courseId)?.title ?? {
          es: courseId,
          en: courseId,
        },
      })),
      faculty,
      students,
      unconfirmed,
      startsOn,
      endsOn,
      code,
      comparison,
    }),
  );
};

/** As the catalogue orders them; courses that it no longer holds come last. */
const inOrder = (courseIds: readonly string[], { courses }: Catalogue): string[] => {
  const places = new Map(courses.map(({ id }, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? courses.length;
  return courseIds.toSorted((a, b) => placeOf(a) - placeOf(b));
};

export const listCohorts = (db: InstitutionDatabase, actor: Actor, catalogue: Catalogue): Promise<Cohort[]> =>
  showCohorts(
    db,
    actor.role === 'faculty'
      ? sql`exists (select 1 from cohort_faculty f
          where f.institution_id = c.institution_id and f.cohort_id = c.id and f.membership_id = ${actor.membershipId})`
      : sql`true`,
    catalogue,
  );

export const showCohort = async (
  db: InstitutionDatabase,
  cohortId: string,
  catalogue: Catalogue,
): Promise<Cohort> => (await showCohorts(db, sql`c.id = ${cohortId}`, catalogue))[0]!;
