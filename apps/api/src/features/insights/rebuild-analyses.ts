import type { InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import { analyseCohort } from './analyse-cohort.ts';
import { analyseSitting } from './analyse-sitting.ts';
import { analysisVersion, rulesVersion } from './analysis-version.ts';
import { listSittingRecords } from './list-sitting-records.ts';

/**
 * Computes every stored analysis again, as of when it was computed, and stores what comes out. Says how many that
 * passed for current said something else; who went quiet is left out of that, since reading a lesson changes it.
 */
export const rebuildAnalyses = async (db: InstitutionDatabase, catalogue: Catalogue): Promise<number> => {
  const query = <Row extends object>(text: string, ...values: unknown[]) =>
    db.$client.query<Row>(text, [db.institutionId, ...values]);
  let different = 0;
  const { rows: sittings } = await query<{ id: string; current: boolean }>(
    `select a.sitting_id as id, a.analysed_revision = a.revision and a.version = $2 as current
     from sitting_analyses a join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
     where a.institution_id = $1 and a.document is not null order by s.opens_at, s.id`,
    rulesVersion,
  );
  for (const { id, current } of sittings) {
    const { analysis, rapidLearnerKeys } = analyseSitting(await listSittingRecords(db, catalogue, id));
    const { rowCount } = await query(
      `update sitting_analyses set document = $3, rapid_learner_keys = $4
       where institution_id = $1 and sitting_id = $2
         and (document is distinct from $3 or rapid_learner_keys is distinct from $4)`,
      id,
      JSON.stringify(analysis),
      rapidLearnerKeys,
    );
    if (current) different += rowCount ?? 0;
  }
  const { rows: cohorts } = await query<{ id: string; courseId: string; computedAt: Date; current: boolean }>(
    `select cohort_id as id, course_id as "courseId", computed_at as "computedAt",
       analysed_revision = revision and version = $2 as current
     from cohort_analyses where institution_id = $1 and document is not null order by cohort_id, course_id`,
    analysisVersion(catalogue),
  );
  for (const { id, courseId, computedAt, current } of cohorts) {
    const document = await analyseCohort(db, catalogue, id, courseId, computedAt);
    const { rowCount } = await query(
      `update cohort_analyses set document = $4
       where institution_id = $1 and cohort_id = $2 and course_id = $3
         and document - 'quiet' is distinct from $4::jsonb - 'quiet'`,
      id,
      courseId,
      JSON.stringify(document),
    );
    if (current) different += rowCount ?? 0;
  }
  return different;
};
