import type { InstitutionDatabase } from '@puente/database';
import type { CohortInsights, Scope, Wave } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import type { CohortDocument } from './analyse-cohort.ts';
import { analysisVersion } from './analysis-version.ts';
import { isSynthetic } from './is-synthetic.ts';

type Course = ReturnType<Catalogue['getCourse']>;

/** The cohort and course that a page of insights is about, and the moment up to which its counts are complete. */
export interface InsightsScope {
  asOf: CohortInsights['asOf'];
  cohort: CohortInsights['cohort'];
  course: Course;
  /** What no figure may show: the waves of sittings that are open, and to faculty form S, which selects. */
  hiddenScopes: Scope[];
  /** The stored analysis, if one may be shown, and the moment up to which it is complete. */
  stored: { document: CohortDocument; asOf: string } | null;
}

interface Row {
  openWaves: Wave[];
  waitsSince: Date | null;
  document: CohortDocument | null;
  version: string | null;
  due: boolean;
  computedAt: Date | null;
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
    `select array(select distinct s.wave from sittings s
          where s.institution_id = $1 and s.cohort_id = $2 and s.course_id = $3
            and s.opens_at <= $4 and s.closed_at is null and s.closes_at >= $4) as "openWaves",
       (select min(r.received_at) from unfolded_responses q
          join responses r on r.institution_id = q.institution_id and r.learner_key = q.learner_key and r.id = q.response_id
          where q.institution_id = $1) as "waitsSince",
       a.document, a.version, a.computed_at as "computedAt", a.analysed_revision is distinct from a.revision as due
     from (select) one
     left join cohort_analyses a on a.institution_id = $1 and a.cohort_id = $2 and a.course_id = $3`,
    [db.institutionId, cohortId, courseId, now],
  );
  const { openWaves, waitsSince, document, version, due, computedAt } = rows[0]!;
  const countsAsOf = (waitsSince ?? now).toISOString();
  // Answers of a wave that has opened again are nobody's to see, nor is what other rules computed.
  const shown =
    document &&
    version === analysisVersion(catalogue) &&
    !document.waves.some((wave) => openWaves.includes(wave));
  return {
    asOf: countsAsOf,
    cohort: {
      id: cohort.id,
      name: cohort.name,
      term: cohort.term,
      students: shown ? document.students : await countStudents(db, cohortId),
      synthetic: shown ? document.synthetic : await isSynthetic(db, cohortId),
    },
    course: catalogue.getCourse(courseId),
    hiddenScopes: actor.role === 'faculty' ? ['selection', ...openWaves] : openWaves,
    stored: shown ? { document, asOf: due ? computedAt!.toISOString() : countsAsOf } : null,
  };
};

const countStudents = async (db: InstitutionDatabase, cohortId: string): Promise<number> => {
  const { rows } = await db.$client.query<{ students: number }>(
    `select count(*)::int as students from enrolments
     where institution_id = $1 and cohort_id = $2 and left_at is null`,
    [db.institutionId, cohortId],
  );
  return rows[0]!.students;
};

/** How the pages name it. */
export const namesOf = ({ asOf, cohort, course }: InsightsScope) => ({
  asOf,
  cohort,
  course: { id: course.id, title: course.title },
});
