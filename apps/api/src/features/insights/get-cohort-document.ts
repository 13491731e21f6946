import type { InstitutionDatabase } from '@puente/database';
import type { Context } from '../../context.ts';
import { analyseCohort, type CohortDocument } from './analyse-cohort.ts';
import { conceptInsights } from './concept-insights.ts';
import type { InsightsScope } from './insights-scope.ts';
import { emptyTally } from './section-tally.ts';
import { waveCalibration } from './wave-calibration.ts';
import { waveGain } from './wave-gain.ts';

/** Up to so many students a section that the job has not reached yet is computed while its page waits. */
const soonComputed = 500;

interface ShownDocument {
  document: CohortDocument;
  asOf: string;
  /** Nothing may be shown yet: a large section's first analysis is under way. */
  pending: boolean;
}

/** The section's analysis as it is stored. */
export const getCohortDocument = async (
  db: InstitutionDatabase,
  { cohort, course, asOf, stored }: InsightsScope,
  { catalogue, now }: Context,
): Promise<ShownDocument> => {
  if (stored) return { ...stored, pending: false };
  if (cohort.students <= soonComputed) {
    return { document: await analyseCohort(db, catalogue, cohort.id, course.id, now), asOf, pending: false };
  }
  const nobody = {
    enrolled: [],
    opening: [],
    closing: [],
    unfinished: { opening: 0, closing: 0 },
    anchored: false,
  };
  return {
    asOf,
    pending: true,
    document: {
      students: cohort.students,
      synthetic: cohort.synthetic,
      waves: [],
      headline: null,
      concepts: conceptInsights(emptyTally(), course, catalogue),
      gain: { ...waveGain(nobody), latent: null, comparison: null, selfEfficacy: [], delayed: null },
      calibration: waveCalibration(nobody),
      quiet: { people: 0, first: [] },
    },
  };
};
