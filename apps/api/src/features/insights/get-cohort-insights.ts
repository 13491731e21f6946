import type { InstitutionDatabase } from '@puente/database';
import type { CohortInsights } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { conceptInsights } from './concept-insights.ts';
import { headlineOf } from './headline.ts';
import { getInsightsScope, namesOf } from './insights-scope.ts';
import { listQuiet } from './list-quiet.ts';
import { listSectionAnswers } from './list-section-answers.ts';
import { listWaveRecords } from './list-wave-records.ts';
import { waveCalibration } from './wave-calibration.ts';
import { waveGain } from './wave-gain.ts';

/** One sentence, the confidently wrong concepts, the gain, and who went quiet. */
export const getCohortInsights = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  courseId: string,
  context: Context,
): Promise<CohortInsights> => {
  const scope = await getInsightsScope(db, actor, cohortId, courseId, context);
  const section = await listSectionAnswers(db, scope, context.catalogue);
  const records = await listWaveRecords(db, scope, context);
  return {
    ...namesOf(scope),
    headline: headlineOf(section, context.catalogue),
    concepts: conceptInsights(section, scope.course, context.catalogue),
    gain: waveGain(records),
    calibration: waveCalibration(records),
    quiet: await listQuiet(db, cohortId, context.now),
  };
};
