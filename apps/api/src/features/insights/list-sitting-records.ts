import type { InstitutionDatabase } from '@puente/database';
import type { Answerable } from '@puente/content/server';
import type { AnalysedForm, SittingAnalysis, Wave } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { guessProbabilityOf } from '../attempts/guess-probability.ts';
import type { FormRecords, ItemModel, SittingRecords } from './analyse-sitting.ts';

interface SittingRow {
  id: string;
  cohortId: string;
  courseId: string;
  wave: Wave;
  term: string;
  forms: string[];
  opensAt: Date;
}

interface AttemptRow {
  id: string;
  learnerKey: string;
  form: string;
  items: string[];
  finished: boolean;
}

interface AnswerRow {
  attemptId: string;
  itemId: string;
  choice: string;
  confidence: number;
  right: boolean;
  seconds: number;
}

const attemptsAtOnce = 1000;

/** When a form counts: it was finished, ran out of time, or was answered whole. Of attempt `a`, totals `t`, sitting `s`. */
export const finishedForm =
  '(a.finished_at is not null or s.duration_minutes is not null or t.counted >= cardinality(a.items))';

/** What the analysis of a sitting needs: its finished forms, and the parameters that other sittings found. */
export const listSittingRecords = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  sittingId: string,
): Promise<SittingRecords> => {
  const { rows: sittings } = await db.$client.query<SittingRow>(
    `select s.id, s.cohort_id as "cohortId", s.course_id as "courseId", s.wave, c.term, s.forms, s.opens_at as "opensAt"
     from sittings s join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     where s.institution_id = $1 and s.id = $2`,
    [db.institutionId, sittingId],
  );
  const sitting = sittings[0]!;
  const { rows: attempts } = await db.$client.query<AttemptRow>(
    `select a.id, a.learner_key as "learnerKey", a.content_id as form, a.items, coalesce(${finishedForm}, false) as finished
     from attempts a
     join sittings s on s.institution_id = a.institution_id and s.id = a.sitting_id
     left join attempt_totals t on t.institution_id = a.institution_id and t.attempt_id = a.id
     where a.institution_id = $1 and a.sitting_id = $2
     order by a.learner_key`,
    [db.institutionId, sittingId],
  );
  const forms: FormRecords[] = [];
  // Named by their ids: every machine takes them in one order.
  for (const form of [...new Set(attempts.map((attempt) => attempt.form))].sort()) {
    const given = attempts.filter((attempt) => attempt.form === form);
    const items = given[0]!.items;
    // Who was given an older version of the form stands apart: its totals are of other items.
    const finished = given.filter((attempt) => attempt.finished && attempt.items.join() === items.join());
    forms.push({
      form,
      started: given.length,
      items: items.map((id) => describeItem(id, catalogue.items.get(id))),
      learnerKeys: finished.map((attempt) => attempt.learnerKey),
      ...(await listAnswers(db, finished, items)),
    });
  }
  return {
    sittingId,
    courseId: sitting.courseId,
    wave: sitting.wave,
    forms,
    opening: sitting.wave === 'closing' ? await findOpening(db, sitting) : null,
    earlier: sitting.wave === 'closing' ? new Map() : await findEarlier(db, sitting),
  };
};

const describeItem = (id: string, item: Answerable | undefined): FormRecords['items'][number] => {
  const chooses = item && item.kind === 'single-best-answer';
  return {
    id,
    options: chooses ? item.options.map((option) => option.id) : [],
    key: chooses ? item.key : null,
    chance: item ? guessProbabilityOf(item) : 0,
  };
};

const listAnswers = async (
  db: InstitutionDatabase,
  attempts: readonly AttemptRow[],
  items: readonly string[],
): Promise<Pick<FormRecords, 'right' | 'choices' | 'confidences' | 'seconds'>> => {
  const blank = <T>(value: T) => attempts.map(() => Array.from({ length: items.length }, () => value));
  const right = blank<0 | 1>(0);
  const choices = blank<string | null>(null);
  const confidences = blank<number | null>(null);
  const seconds = blank<number | null>(null);
  const column = new Map(items.map((id, place) => [id, place]));
  const person = new Map(attempts.map(({ id }, place) => [id, place]));
  for (let from = 0; from < attempts.length; from += attemptsAtOnce) {
    const { rows } = await db.$client.query<AnswerRow>(
      `select c.attempt_id as "attemptId", c.item_id as "itemId", c.choice, c.confidence, c.fraction = 1 as right,
         r.shown_ms / 1000.0::float8 as seconds
       from counted_responses c
       join responses r on r.institution_id = c.institution_id and r.learner_key = c.learner_key and r.id = c.response_id
       where c.institution_id = $1 and c.attempt_id = any($2::uuid[])`,
      [db.institutionId, attempts.slice(from, from + attemptsAtOnce).map(({ id }) => id)],
    );
    for (const row of rows) {
      const [at, place] = [person.get(row.attemptId)!, column.get(row.itemId)];
      if (place === undefined) continue;
      right[at]![place] = row.right ? 1 : 0;
      choices[at]![place] = row.choice;
      confidences[at]![place] = row.confidence;
      seconds[at]![place] = row.seconds;
    }
  }
  return { right, choices, confidences, seconds };
};

/** Parameters by `${form}/${item}`: an anchor may have drifted between two forms. */
export const modelsOf = (analysis: SittingAnalysis): Map<string, ItemModel> =>
  new Map(
    analysis.forms.flatMap(({ form, items }) =>
      items.flatMap(({ itemId, model }) => (model ? [[`${form}/${itemId}`, model] as const] : [])),
    ),
  );

export const peopleBehind = ({ forms }: SittingAnalysis): number =>
  Math.min(...forms.map((form: AnalysedForm) => form.model.people));

const findOpening = async (
  db: InstitutionDatabase,
  { cohortId, courseId }: SittingRow,
): Promise<SittingRecords['opening']> => {
  const { rows } = await db.$client.query<{ document: SittingAnalysis }>(
    `select x.document from sitting_analyses x
     join sittings s on s.institution_id = x.institution_id and s.id = x.sitting_id
     where x.institution_id = $1 and s.cohort_id = $2 and s.course_id = $3 and s.wave = 'opening' and x.document is not null
     order by s.opens_at, s.id limit 1`,
    [db.institutionId, cohortId, courseId],
  );
  const [found] = rows;
  if (!found) return null;
  const { document } = found;
  return { sittingId: document.sittingId, people: peopleBehind(document), items: modelsOf(document) };
};

const findEarlier = async (
  db: InstitutionDatabase,
  { courseId, term, forms, opensAt }: SittingRow,
): Promise<SittingRecords['earlier']> => {
  const { rows } = await db.$client.query<{ document: SittingAnalysis }>(
    `select x.document from sitting_analyses x
     join sittings s on s.institution_id = x.institution_id and s.id = x.sitting_id
     join cohorts c on c.institution_id = s.institution_id and c.id = s.cohort_id
     where x.institution_id = $1 and s.course_id = $2 and s.wave in ('opening', 'selection') and c.term <> $3
       and s.forms && $4::text[] and s.closes_at < $5 and x.document is not null
     order by s.opens_at desc, s.id limit 1`,
    [db.institutionId, courseId, term, forms, opensAt],
  );
  return new Map(
    (rows[0]?.document.forms ?? []).flatMap(({ items }) =>
      items.flatMap(({ itemId, model }) => (model ? [[itemId, model] as const] : [])),
    ),
  );
};
