import type { InstitutionDatabase } from '@puente/database';
import type { CohortInsights } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { getCohortDocument } from './get-cohort-document.ts';
import { getInsightsScope, namesOf } from './insights-scope.ts';
import { nameQuiet } from './list-quiet.ts';

/** One sentence, the confidently wrong concepts, the gain, and who went quiet. */
export const getCohortInsights = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  courseId: string,
  context: Context,
): Promise<CohortInsights> => {
  const scope = await getInsightsScope(db, actor, cohortId, courseId, context);
  const { pending, asOf, document } = await getCohortDocument(db, scope, context);
  const { headline, concepts, gain, calibration, quiet } = document;
  return {
    ...namesOf(scope),
    asOf,
    pending,
    headline,
    concepts,
    gain,
    calibration,
    quietPeople: quiet.people,
    quiet: await nameQuiet(db, quiet.first),
  };
};
