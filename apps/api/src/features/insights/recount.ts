import type { InstitutionDatabase } from '@puente/database';
import type { Answer, AttemptKind, Scope } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { answeredAtOf } from '../attempts/answered-at.ts';
import { countedResponse } from './counted-response.ts';
import { choiceOf, keyOfVersion, scoreRecorded, type Key, type Score } from './score-recorded.ts';

/** One item of one attempt. */
export interface Pair {
  attemptId: string;
  itemId: string;
}

interface AttemptRow {
  id: string;
  learnerKey: string;
  kind: AttemptKind;
  cohortId: string;
  courseId: string;
  scope: Scope;
  startedAt: Date;
}

interface ResponseRow extends Pair {
  id: string;
  learnerKey: string;
  contentHash: string;
  answer: Answer;
  confidenceLevel: number;
  confidence: number;
  deviceSequence: number;
  lease: number;
  elapsedMs: number | null;
  wallTime: Date;
  clockOffsetMs: number | null;
  receivedAt: Date;
}

interface CountedRow extends Pair {
  responseId: string;
  learnerKey: string;
  cohortId: string;
  courseId: string;
  scope: Scope;
  scoringHash: string;
  choice: string;
  confidenceLevel: number;
  confidence: number;
  fraction: number;
  answeredAt: Date;
}

interface Recount {
  /** Counted responses that are new, other than before, or gone. */
  changed: number;
  /** Rows added to response_scores. */
  scoresAdded: number;
  /** What the change adds to, or takes from, each row of response_counts. */
  deltas: CountDelta[];
}

interface CountDelta {
  cohortId: string;
  scope: Scope;
  itemId: string;
  scoringHash: string;
  choice: string;
  confidenceLevel: number;
  change: number;
}

/**
 * Scores every response to these items of these attempts and makes counted_responses say which one counts. Locks the
 * attempts in key order, so that two folds never decide about one attempt at once.
 */
export const recount = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  pairs: readonly Pair[],
): Promise<Recount> => {
  const query = async <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
    (await db.$client.query(text, [db.institutionId, ...values])).rows as Row[];
  const pairColumns = [pairs.map((pair) => pair.attemptId), pairs.map((pair) => pair.itemId)];

  const attempts = await query<AttemptRow>(
    `select id, learner_key as "learnerKey", kind, cohort_id as "cohortId", course_id as "courseId",
       coalesce(wave, kind) as scope, started_at as "startedAt"
     from attempts where institution_id = $1 and id = any($2::uuid[])
     order by id for no key update`,
    [...new Set(pairColumns[0])],
  );
  const responses = await query<ResponseRow>(
    `select r.attempt_id as "attemptId", r.item_id as "itemId", r.id, r.learner_key as "learnerKey",
       r.content_hash as "contentHash", r.answer, r.confidence_level as "confidenceLevel", r.confidence,
       r.device_sequence as "deviceSequence", r.lease, r.elapsed_ms::float8 as "elapsedMs", r.wall_time as "wallTime",
       r.clock_offset_ms::float8 as "clockOffsetMs", r.received_at as "receivedAt"
     from unnest($2::uuid[], $3::text[]) as pair (attempt_id, item_id)
     join responses r on r.institution_id = $1 and r.attempt_id = pair.attempt_id and r.item_id = pair.item_id`,
    ...pairColumns,
  );
  const before = await query<CountedRow>(
    `select c.attempt_id as "attemptId", c.item_id as "itemId", c.response_id as "responseId", c.learner_key as "learnerKey",
       c.cohort_id as "cohortId", c.course_id as "courseId", c.scope, c.scoring_hash as "scoringHash", c.choice,
       c.confidence_level as "confidenceLevel", c.confidence, c.fraction, c.answered_at as "answeredAt"
     from unnest($2::uuid[], $3::text[]) as pair (attempt_id, item_id)
     join counted_responses c on c.institution_id = $1 and c.attempt_id = pair.attempt_id and c.item_id = pair.item_id`,
    ...pairColumns,
  );

  const versions = await loadVersions(db, catalogue, responses);
  const scores = new Map<string, Score>();
  for (const response of responses) {
    const score = scoreRecorded(
      response.answer,
      todaysKey(catalogue, response.itemId),
      versions.get(response.contentHash),
    );
    if (score) scores.set(response.id, score);
  }

  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const responsesOf = Map.groupBy(responses, keyOf);
  const beforeOf = new Map(before.map((row) => [keyOf(row), row]));
  const deltas = new Map<string, CountDelta>();
  const changedRows: CountedRow[] = [];
  const goneRows: Pair[] = [];
  for (const pair of pairs) {
    const key = keyOf(pair);
    const attempt = attemptOf.get(pair.attemptId);
    const scored = (responsesOf.get(key) ?? []).filter((response) => scores.has(response.id));
    const counted = attempt && countedResponse(attempt.kind, scored);
    const next = counted && countedRowOf(attempt, counted, scores.get(counted.id)!, catalogue);
    const previous = beforeOf.get(key);
    if (next ? previous && isSame(previous, next) : !previous) continue;
    if (previous) addDelta(deltas, previous, -1);
    if (next) addDelta(deltas, next, 1);
    if (next) changedRows.push(next);
    else goneRows.push(pair);
  }

  const scored = responses.filter((response) => scores.has(response.id));
  const added = await db.$client.query(
    `insert into response_scores (institution_id, learner_key, response_id, scoring_hash, fraction)
     select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::float8[])
     on conflict do nothing`,
    [
      db.institutionId,
      scored.map((response) => response.learnerKey),
      scored.map((response) => response.id),
      scored.map((response) => scores.get(response.id)!.scoringHash),
      scored.map((response) => scores.get(response.id)!.fraction),
    ],
  );
  if (changedRows.length > 0)
    await upsertCounted(
      db,
      changedRows.sort((a, b) => compare(keyOf(a), keyOf(b))),
    );
  if (goneRows.length > 0) {
    await query(
      `delete from counted_responses c using unnest($2::uuid[], $3::text[]) as pair (attempt_id, item_id)
       where c.institution_id = $1 and c.attempt_id = pair.attempt_id and c.item_id = pair.item_id`,
      goneRows.map((pair) => pair.attemptId),
      goneRows.map((pair) => pair.itemId),
    );
  }
  return {
    changed: changedRows.length + goneRows.length,
    scoresAdded: added.rowCount ?? 0,
    deltas: [...deltas]
      .sort(([a], [b]) => compare(a, b))
      .map(([, delta]) => delta)
      .filter((delta) => delta.change !== 0),
  };
};

/** Sums over the counted responses of these attempts, always in the order of the items: the same bits every time. */
export const recountTotals = async (
  db: InstitutionDatabase,
  attemptIds: readonly string[],
): Promise<void> => {
  const values = [db.institutionId, attemptIds];
  await db.$client.query(
    `insert into attempt_totals (institution_id, attempt_id, learner_key, cohort_id, course_id, scope,
       counted, fraction_sum, right_count, confidence_sum, brier_sum)
     ${totalsOf('and attempt_id = any($2::uuid[])')} order by 1, 2
     on conflict (institution_id, attempt_id) do update set
       learner_key = excluded.learner_key, cohort_id = excluded.cohort_id, course_id = excluded.course_id,
       scope = excluded.scope, counted = excluded.counted, fraction_sum = excluded.fraction_sum,
       right_count = excluded.right_count, confidence_sum = excluded.confidence_sum, brier_sum = excluded.brier_sum`,
    values,
  );
  await db.$client.query(
    `delete from attempt_totals t where t.institution_id = $1 and t.attempt_id = any($2::uuid[]) and not exists (
       select from counted_responses c where c.institution_id = t.institution_id and c.attempt_id = t.attempt_id)`,
    values,
  );
};

/** What attempt_totals must hold; $1 is the institution. */
export const totalsOf = (which: string): string => `
  select institution_id, attempt_id, learner_key, cohort_id, course_id, scope,
    count(*)::int as counted,
    sum(fraction order by item_id) as fraction_sum,
    (count(*) filter (where fraction = 1))::int as right_count,
    sum(confidence order by item_id) as confidence_sum,
    sum((confidence - (fraction = 1)::int) * (confidence - (fraction = 1)::int) order by item_id) as brier_sum
  from counted_responses where institution_id = $1 ${which}
  group by institution_id, attempt_id, learner_key, cohort_id, course_id, scope`;

const todaysKey = (catalogue: Catalogue, itemId: string): Key | undefined => {
  const item = catalogue.items.get(itemId);
  return item && { item, scoringHash: item.scoringHash };
};

/** The versions that were shown, of responses whose content is no longer today's. */
const loadVersions = async (
  db: InstitutionDatabase,
  catalogue: Catalogue,
  responses: readonly ResponseRow[],
): Promise<Map<string, Key>> => {
  const older = new Set(
    responses
      .filter((response) => catalogue.items.get(response.itemId)?.contentHash !== response.contentHash)
      .map((response) => response.contentHash),
  );
  if (older.size === 0) return new Map();
  const { rows } = await db.$client.query<{ contentHash: string; scoringHash: string; document: string }>(
    `select content_hash as "contentHash", scoring_hash as "scoringHash", document
     from content_versions where content_hash = any($1::text[])`,
    [[...older]],
  );
  return new Map(
    rows.flatMap(({ contentHash, scoringHash, document }) => {
      const key = keyOfVersion(document, scoringHash);
      return key ? [[contentHash, key]] : [];
    }),
  );
};

const upsertCounted = (db: InstitutionDatabase, rows: readonly CountedRow[]) =>
  db.$client.query(
    `insert into counted_responses (institution_id, attempt_id, item_id, response_id, learner_key, cohort_id, course_id,
       scope, scoring_hash, choice, confidence_level, confidence, fraction, answered_at)
     select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::smallint[], $12::float8[], $13::float8[], $14::timestamptz[])
     on conflict (institution_id, attempt_id, item_id) do update set
       response_id = excluded.response_id, learner_key = excluded.learner_key, cohort_id = excluded.cohort_id,
       course_id = excluded.course_id, scope = excluded.scope, scoring_hash = excluded.scoring_hash,
       choice = excluded.choice, confidence_level = excluded.confidence_level, confidence = excluded.confidence,
       fraction = excluded.fraction, answered_at = excluded.answered_at`,
    [
      db.institutionId,
      rows.map((row) => row.attemptId),
      rows.map((row) => row.itemId),
      rows.map((row) => row.responseId),
      rows.map((row) => row.learnerKey),
      rows.map((row) => row.cohortId),
      rows.map((row) => row.courseId),
      rows.map((row) => row.scope),
      rows.map((row) => row.scoringHash),
      rows.map((row) => row.choice),
      rows.map((row) => row.confidenceLevel),
      rows.map((row) => row.confidence),
      rows.map((row) => row.fraction),
      rows.map((row) => row.answeredAt),
    ],
  );

const countedRowOf = (
  attempt: AttemptRow,
  response: ResponseRow,
  score: Score,
  catalogue: Catalogue,
): CountedRow => ({
  attemptId: attempt.id,
  itemId: response.itemId,
  responseId: response.id,
  learnerKey: attempt.learnerKey,
  cohortId: attempt.cohortId,
  courseId: attempt.courseId,
  scope: attempt.scope,
  scoringHash: score.scoringHash,
  choice: choiceOf(response.answer, catalogue.items.get(response.itemId)),
  confidenceLevel: response.confidenceLevel,
  confidence: response.confidence,
  fraction: score.fraction,
  answeredAt: answeredAtOf(response, attempt),
});

const isSame = (a: CountedRow, b: CountedRow): boolean =>
  a.responseId === b.responseId &&
  a.learnerKey === b.learnerKey &&
  a.cohortId === b.cohortId &&
  a.courseId === b.courseId &&
  a.scope === b.scope &&
  a.scoringHash === b.scoringHash &&
  a.choice === b.choice &&
  a.confidenceLevel === b.confidenceLevel &&
  a.confidence === b.confidence &&
  a.fraction === b.fraction &&
  a.answeredAt.getTime() === b.answeredAt.getTime();

const addDelta = (deltas: Map<string, CountDelta>, row: CountedRow, change: number): void => {
  const { cohortId, scope, itemId, scoringHash, choice, confidenceLevel } = row;
  const key = [cohortId, scope, itemId, scoringHash, choice, confidenceLevel].join('\n');
  const delta = deltas.get(key);
  if (delta) delta.change += change;
  else deltas.set(key, { cohortId, scope, itemId, scoringHash, choice, confidenceLevel, change });
};

const keyOf = ({ attemptId, itemId }: Pair): string => `${attemptId}/${itemId}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
