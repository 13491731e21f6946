import type { InstitutionDatabase } from '@puente/database';
import type { Calibration, ConceptInsight, Gain, Headline, Wave } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { comparedGain } from './compared-gain.ts';
import { conceptInsights } from './concept-insights.ts';
import { delayedChange } from './delayed-change.ts';
import { headlineOf } from './headline.ts';
import { isSynthetic } from './is-synthetic.ts';
import { latentChange } from './latent-change.ts';
import { listQuiet, type QuietMember } from './list-quiet.ts';
import { listSectionAnswers } from './list-section-answers.ts';
import { listWaveRecords } from './list-wave-records.ts';
import { addLearners, emptyTally } from './section-tally.ts';
import { selfEfficacyChange } from './self-efficacy-change.ts';
import { waveCalibration } from './wave-calibration.ts';
import { balancedPairs, matchedPairs, waveGain } from './wave-gain.ts';

/** What the pages of a section show, but for names. */
export interface CohortDocument {
  /** Enrolled when it was computed; who comes or leaves makes it due. */
  students: number;
  synthetic: boolean;
  /** Waves whose answers are in it: shown only while none of their sittings is open. */
  waves: Wave[];
  headline: Headline | null;
  concepts: ConceptInsight[];
  gain: Gain;
  calibration: Calibration;
  quiet: { people: number; first: QuietMember[] };
}

const learnersAtOnce = 500;

/** Everything that the pages of a section show of one course, from the counted answers. */
export const analyseCohort = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  cohortId: string,
  courseId: string,
  now: Date,
): Promise<CohortDocument> => {
  const { rows } = await db.$client.query<{
    id: string;
    term: string;
    learnerKeys: string[];
    openWaves: Wave[];
    waves: Wave[];
  }>(
    `select c.id, c.term,
       array(select e.learner_key from enrolments e
          where e.institution_id = $1 and e.cohort_id = $2 and e.left_at is null order by 1) as "learnerKeys",
       array(select distinct s.wave from sittings s where s.institution_id = $1 and s.cohort_id = $2 and s.course_id = $3
            and s.opens_at <= $4 and s.closed_at is null and s.closes_at >= $4 order by 1) as "openWaves",
       array(select distinct s.wave from sittings s where s.institution_id = $1 and s.cohort_id = $2 and s.course_id = $3
            and s.wave <> 'selection' and (s.closed_at is not null or s.closes_at < $4) order by 1) as waves
     from cohorts c where c.institution_id = $1 and c.id = $2`,
    [db.institutionId, cohortId, courseId, now],
  );
  const { learnerKeys, openWaves, waves, ...cohort } = rows[0]!;
  const tally = emptyTally();
  for (let from = 0; from < learnerKeys.length; from += learnersAtOnce) {
    const members = learnerKeys.slice(from, from + learnersAtOnce);
    addLearners(
      tally,
      await listSectionAnswers(
        db,
        { cohortId, courseId, learnerKeys: members, hiddenScopes: openWaves },
        catalogue,
      ),
    );
  }
  const records = await listWaveRecords(db, cohort, courseId, { catalogue, now });
  const pairs = balancedPairs(matchedPairs(records.opening, records.closing));
  return {
    students: learnerKeys.length,
    synthetic: await isSynthetic(db, cohortId),
    waves: waves.filter((wave) => !openWaves.includes(wave)),
    headline: headlineOf(tally, catalogue),
    concepts: conceptInsights(tally, catalogue.getCourse(courseId), catalogue),
    gain: {
      ...waveGain(records),
      latent: await latentChange(db, catalogue, pairs),
      comparison: await comparedGain(db, cohortId, courseId, records, { catalogue, now }),
      selfEfficacy: await selfEfficacyChange(db, catalogue, cohort, courseId, records.enrolled, now),
      delayed: delayedChange(records.closing, records.delayed, catalogue),
    },
    calibration: waveCalibration(records),
    quiet: await listQuiet(db, cohortId, now),
  };
};
