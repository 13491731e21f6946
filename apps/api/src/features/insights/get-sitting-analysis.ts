import type * as z from 'zod/mini';
import type { InstitutionDatabase } from '@puente/database';
import type { getSittingAnalysis as endpoint, SittingAnalysis, Wave } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';
import { exposureOf, listFormUses } from '../sittings/list-form-uses.ts';
import { rulesVersion } from './analysis-version.ts';
import { isSynthetic } from './is-synthetic.ts';

/** What the job found of a closed sitting; of form S, which selects, nothing to faculty. */
export const getSittingAnalysis = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  { catalogue, now }: Context,
): Promise<z.output<(typeof endpoint)['response']>> => {
  const { rows } = await db.$client.query<{
    cohortId: string;
    courseId: string;
    wave: Wave;
    forms: string[];
    over: boolean;
    document: SittingAnalysis | null;
    computedAt: Date | null;
    due: boolean;
  }>(
    `select s.cohort_id as "cohortId", s.course_id as "courseId", s.wave, s.forms,
       (s.closed_at is not null or s.closes_at < $3) as over,
       case when a.version = $4 then a.document end as document, a.computed_at as "computedAt",
       a.analysed_revision is distinct from a.revision or a.version is distinct from $4 as due
     from sittings s
     left join sitting_analyses a on a.institution_id = s.institution_id and a.sitting_id = s.id
     where s.institution_id = $1 and s.id = $2`,
    [db.institutionId, sittingId, now, rulesVersion],
  );
  const [sitting] = rows;
  if (!sitting) throw new NotFound('sitting');
  const cohort = await getCohortFor(db, actor, sitting.cohortId);
  if (sitting.wave === 'selection' && actor.role === 'faculty') throw new NotFound('sitting');
  const uses = await listFormUses(db, sitting.courseId, cohort.term);
  const items = new Set(sitting.forms.flatMap((form) => catalogue.forms.get(form)?.items ?? []));
  return {
    cohortId: cohort.id,
    cohortName: cohort.name,
    synthetic: await isSynthetic(db, cohort.id),
    analysis: sitting.over ? sitting.document : null,
    computedAt: sitting.over ? (sitting.computedAt?.toISOString() ?? null) : null,
    due: sitting.over && sitting.due,
    exposures: [...items].sort().map((item) => exposureOf(item, uses, catalogue, now)),
  };
};
