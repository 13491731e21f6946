import { minimums, selfEfficacyGain, type MeanEstimate } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import type { Estimate, Gain } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answered } from './analyse-sitting.ts';
import type { Section } from './list-wave-records.ts';

export interface RatedObjective {
  objectiveId: string;
  before: number | null;
  after: number | null;
  then: number | null;
}

type Change = Gain['selfEfficacy'][number];

/** How able the people of a section feel, objective by objective, before and after; only of sittings that are over. */
export const selfEfficacyChange = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  cohort: Section,
  courseId: string,
  learnerKeys: readonly string[],
  now: Date,
): Promise<Change[]> => {
  const { rows } = await db.$client.query<RatedObjective>(
    `select r.objective_id as "objectiveId",
       max(r.rating) filter (where s.wave = 'opening' and r.moment = 'now') as before,
       max(r.rating) filter (where s.wave = 'closing' and r.moment = 'now') as after,
       max(r.rating) filter (where s.wave = 'closing' and r.moment = 'then') as then
     from self_efficacy_ratings r
     join sittings s on s.institution_id = r.institution_id and s.id = r.sitting_id
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     where r.institution_id = $1 and s.course_id = $2 and c.term = $3 and r.learner_key = any($4::uuid[])
       and (s.closed_at is not null or s.closes_at < $5)
     group by r.objective_id, r.learner_key order by r.objective_id, r.learner_key`,
    [db.institutionId, courseId, cohort.term, learnerKeys, now],
  );
  const rated = Map.groupBy(rows, (row) => row.objectiveId);
  return catalogue
    .getCourse(courseId)
    .objectives.map(({ id, text }) => ({ ...changeOf(rated.get(id) ?? []), objectiveId: id, text }));
};

/** One objective from the ratings of its people. Pure. */
export const changeOf = (rows: readonly RatedObjective[]): Omit<Change, 'objectiveId' | 'text'> => {
  const pairs = rows.filter((row) => row.before !== null && row.after !== null) as {
    before: number;
    after: number;
    then: number | null;
  }[];
  const change =
    pairs.length < minimums.gainPairs
      ? null
      : answered(() =>
          selfEfficacyGain(
            pairs.map(({ before, after, then }) => ({ before, after, ...(then !== null && { then }) })),
          ),
        );
  const lookingBack = change?.responseShift;
  return {
    pairs: pairs.length,
    before: change && estimateOf(change.before),
    after: change && estimateOf(change.after),
    gain: change && estimateOf(change.gain),
    gainLookingBack: lookingBack ? estimateOf(lookingBack.gainLookingBack) : null,
    responseShift: lookingBack ? estimateOf(lookingBack.shift) : null,
  };
};

export const estimateOf = ({ mean, interval }: MeanEstimate): Estimate => ({ value: mean, interval });
