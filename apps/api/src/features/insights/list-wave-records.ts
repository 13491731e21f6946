import type { InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import { finishedForm } from './list-sitting-records.ts';
import type { WaveRecord } from './wave-gain.ts';

/** Answers given with one level of confidence. */
export interface LevelCount {
  level: number;
  confidence: number;
  responses: number;
  right: number;
}

export interface TakenForm extends WaveRecord {
  attemptId: string;
  sittingId: string;
  takenAt: Date;
  /** Per cent of the anchors alone; null where the form has none. */
  scoreOnAnchors: number | null;
  levels: LevelCount[];
}

export interface WaveRecords {
  enrolled: string[];
  opening: TakenForm[];
  closing: TakenForm[];
  delayed: TakenForm[];
  unfinished: { opening: number; closing: number };
  anchored: boolean;
}

/** The section whose forms are asked for. */
export interface Section {
  id: string;
  term: string;
}

interface Row {
  learnerKey: string;
  wave: 'opening' | 'closing' | 'delayed';
  attemptId: string;
  sittingId: string;
  takenAt: Date;
  rapid: boolean;
  form: string;
  items: number;
  anchors: number;
  finished: boolean;
  answered: number;
  fractionSum: number;
  rightCount: number;
  confidenceSum: number;
  brierSum: number;
}

interface LevelRow extends LevelCount {
  attemptId: string;
  anchorFractionSum: number;
}

/**
 * What the people of a section did at the opening, closing and delayed form of a course, in sittings that are over. Who
 * left without moving to another section of the term stays among the enrolled, or attrition would hide itself; who
 * moved in brings the forms taken there. A form counts once it was finished, ran out of time, or was answered whole.
 */
export const listWaveRecords = async (
  db: InstitutionDatabase,
  cohort: Section,
  courseId: string,
  { catalogue, now }: { catalogue: Catalogue; now: Date },
): Promise<WaveRecords> => {
  const course = catalogue.getCourse(courseId);
  const anchors = [...new Set(course.assessment.forms.flatMap((form) => form.anchors))];
  const { rows: enrolled } = await db.$client.query<{ learnerKey: string }>(
    `select e.learner_key as "learnerKey" from enrolments e
     where e.institution_id = $1 and e.cohort_id = $2 and (e.left_at is null or not exists (
       select from enrolments other
       join cohorts c on c.institution_id = other.institution_id and c.id = other.cohort_id
       join cohort_courses t on t.institution_id = c.institution_id and t.cohort_id = c.id
       where other.institution_id = $1 and other.learner_key = e.learner_key and other.cohort_id <> $2
         and other.left_at is null and c.term = $3 and t.course_id = $4))
     order by 1`,
    [db.institutionId, cohort.id, cohort.term, course.id],
  );
  const learnerKeys = enrolled.map((row) => row.learnerKey);
  const { rows } = await db.$client.query<Row>(
    `select distinct on (a.learner_key, a.wave) a.learner_key as "learnerKey", a.wave, a.id as "attemptId", a.content_id as form,
       a.sitting_id as "sittingId", a.started_at as "takenAt",
       coalesce(a.learner_key = any(x.rapid_learner_keys), false) as rapid, cardinality(a.items) as items,
       cardinality(array(select unnest(a.items) intersect select unnest($5::text[]))) as anchors,
       ${finishedForm} as finished,
       t.counted as answered, t.fraction_sum as "fractionSum", t.right_count as "rightCount",
       t.confidence_sum as "confidenceSum", t.brier_sum as "brierSum"
     from attempts a
     join attempt_totals t on t.institution_id = a.institution_id and t.attempt_id = a.id
     join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     left join sitting_analyses x on x.institution_id = s.institution_id and x.sitting_id = s.id
     where a.institution_id = $1 and a.learner_key = any($2::uuid[]) and a.course_id = $3
       and a.wave in ('opening', 'closing', 'delayed') and c.term = $4 and (s.closed_at is not null or s.closes_at < $6)
     order by a.learner_key, a.wave, finished desc, a.started_at, a.id`,
    [db.institutionId, learnerKeys, course.id, cohort.term, anchors, now],
  );
  const { rows: levels } = await db.$client.query<LevelRow>(
    `select attempt_id as "attemptId", confidence_level as level, confidence, count(*)::int as responses,
       (count(*) filter (where fraction = 1))::int as right,
       coalesce(sum(fraction) filter (where item_id = any($3::text[])), 0) as "anchorFractionSum"
     from counted_responses where institution_id = $1 and attempt_id = any($2::uuid[])
     group by 1, 2, 3 order by 1, 2, 3`,
    [db.institutionId, rows.map((row) => row.attemptId), anchors],
  );
  const levelsOf = Map.groupBy(levels, (level) => level.attemptId);
  const ofWave = (wave: Row['wave']) => rows.filter((row) => row.wave === wave);
  const finished = (wave: Row['wave']) =>
    ofWave(wave)
      .filter((row) => row.finished)
      .map((row) => recordOf(row, levelsOf.get(row.attemptId) ?? []));
  return {
    enrolled: learnerKeys,
    opening: finished('opening'),
    closing: finished('closing'),
    delayed: finished('delayed'),
    unfinished: {
      opening: ofWave('opening').filter((row) => !row.finished).length,
      closing: ofWave('closing').filter((row) => !row.finished).length,
    },
    anchored: rows.some((row) => row.anchors > 0),
  };
};

const recordOf = (row: Row, levels: LevelRow[]): TakenForm => {
  const others = row.items - row.anchors;
  const anchorFractionSum = levels.reduce((sum, level) => sum + level.anchorFractionSum, 0);
  return {
    learnerKey: row.learnerKey,
    attemptId: row.attemptId,
    sittingId: row.sittingId,
    takenAt: row.takenAt,
    rapid: row.rapid,
    form: row.form,
    score: (100 * row.fractionSum) / row.items,
    scoreWithoutAnchors: others > 0 ? (100 * (row.fractionSum - anchorFractionSum)) / others : null,
    scoreOnAnchors: row.anchors > 0 ? (100 * anchorFractionSum) / row.anchors : null,
    confidence: {
      meanConfidence: row.confidenceSum / row.answered,
      accuracy: row.rightCount / row.answered,
      brier: row.brierSum / row.answered,
    },
    levels,
  };
};
