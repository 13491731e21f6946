import type { InstitutionDatabase } from '@puente/database';
import type { CohortInsights, Scope, Wave } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';

type Course = ReturnType<Catalogue['getCourse']>;

/** The cohort and course that a page of insights is about, and the moment up to which it is complete. */
export interface InsightsScope {
  asOf: CohortInsights['asOf'];
  cohort: CohortInsights['cohort'];
  course: Course;
  /** Who is in the cohort now. */
  learnerKeys: string[];
  /** What no figure may show: the waves of sittings that are open, and to faculty form S, which selects. */
  hiddenScopes: Scope[];
}

interface Row {
  learnerKeys: string[];
  synthetic: boolean;
  openWaves: Wave[];
  waitsSince: Date | null;
}

export const getInsightsScope = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  courseId: string,
  { catalogue, now }: Context,
): Promise<InsightsScope> => {
  const cohort = await getCohortFor(db, actor, cohortId);
  if (!cohort.courseIds.includes(courseId)) throw new NotFound('course in this cohort');
  const { rows } = await db.$client.query<Row>(
    `select coalesce(array_agg(e.learner_key) filter (where e.left_at is null), '{}') as "learnerKeys",
       coalesce(bool_or(p.synthetic), false) as synthetic,
       array(select distinct s.wave from sittings s
          where s.institution_id = $1 and s.cohort_id = $2 and s.course_id = $3
            and s.opens_at <= $4 and s.closed_at is null and s.closes_at >= $4) as "openWaves",
       (select min(r.received_at) from unfolded_responses q
          join responses r on r.institution_id = q.institution_id and r.learner_key = q.learner_key and r.id = q.response_id
          where q.institution_id = $1) as "waitsSince"
     from enrolments e
     left join learner_links l on l.institution_id = e.institution_id and l.learner_key = e.learner_key
     left join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     left join people p on p.institution_id = m.institution_id and p.id = m.person_id
     where e.institution_id = $1 and e.cohort_id = $2`,
    [db.institutionId, cohortId, courseId, now],
  );
  const { learnerKeys, synthetic, openWaves, waitsSince } = rows[0]!;
  return {
    asOf: (waitsSince ?? now).toISOString(),
    cohort: { id: cohort.id, name: cohort.name, term: cohort.term, students: learnerKeys.length, synthetic },
    course: catalogue.getCourse(courseId),
    learnerKeys,
    hiddenScopes: actor.role === 'faculty' ? ['selection', ...openWaves] : openWaves,
  };
};

/** How the pages name it. */
export const namesOf = ({ asOf, cohort, course }: InsightsScope) => ({
  asOf,
  cohort,
  course: { id: course.id, title: course.title },
});
