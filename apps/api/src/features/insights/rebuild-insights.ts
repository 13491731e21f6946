import type { InstitutionDatabase } from '@puente/database';
import type { Catalogue } from '../../catalogue.ts';
import { rebuildAnalyses } from './rebuild-analyses.ts';
import { foldLock } from './fold-responses.ts';
import { recount, totalsOf, type Pair } from './recount.ts';

export interface Rebuild {
  countedResponses: number;
  /** Score rows that a corrected key, or answers still queued, called for. */
  scoresAdded: number;
  /** Answers that waited in the queue and are counted now. */
  queued: number;
  /** Rows that were missing, wrong or too many before; all zero means that the folded tables agreed. */
  differences: {
    countedResponses: number;
    responseCounts: number;
    attemptTotals: number;
    /** Analyses that passed for current. */
    analyses: number;
  };
}

const attemptsAtOnce = 500;

const countsOf = `
  select institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, count(*)::int as responses
  from counted_responses where institution_id = $1
  group by institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level`;

/** Clears an institution's counts and computes them, and the analyses that rest on them, again from its responses. */
export const rebuildInsights = async (db: InstitutionDatabase, catalogue: Catalogue): Promise<Rebuild> => {
  const query = <Row extends object>(text: string, ...values: unknown[]) =>
    db.$client.query<Row>(text, [db.institutionId, ...values]);
  await query(`select pg_advisory_xact_lock(${foldLock})`);
  // Before anything is read: what is queued from here on stays queued, and is folded afterwards.
  const { rows: queued } = await query<{ learnerKey: string; responseId: string }>(
    'select learner_key as "learnerKey", response_id as "responseId" from unfolded_responses where institution_id = $1',
  );

  let changed = 0;
  let scoresAdded = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows: attempts } = await query<{ id: string }>(
      'select id from attempts where institution_id = $1 and id > $2 order by id limit $3',
      after,
      attemptsAtOnce,
    );
    if (attempts.length === 0) break;
    after = attempts.at(-1)!.id;
    const { rows: pairs } = await query<Pair>(
      `select attempt_id as "attemptId", item_id as "itemId" from responses
         where institution_id = $1 and attempt_id = any($2::uuid[])
       union
       select attempt_id, item_id from counted_responses
         where institution_id = $1 and attempt_id = any($2::uuid[])`,
      attempts.map(({ id }) => id),
    );
    if (pairs.length === 0) continue;
    const recounted = await recount(db, catalogue, pairs);
    changed += recounted.changed;
    scoresAdded += recounted.scoresAdded;
  }

  const responseCounts = await differences(db, countsOf, 'response_counts');
  await query('delete from response_counts where institution_id = $1');
  await query(
    `insert into response_counts (institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, responses) ${countsOf}`,
  );
  const attemptTotals = await differences(db, totalsOf(''), 'attempt_totals');
  await query('delete from attempt_totals where institution_id = $1');
  await query(
    `insert into attempt_totals (institution_id, attempt_id, learner_key, cohort_id, course_id, scope,
       counted, fraction_sum, right_count, confidence_sum, brier_sum) ${totalsOf('')}`,
  );
  await query(
    `delete from unfolded_responses q using unnest($2::uuid[], $3::uuid[]) as done (learner_key, response_id)
     where q.institution_id = $1 and q.learner_key = done.learner_key and q.response_id = done.response_id`,
    queued.map((row) => row.learnerKey),
    queued.map((row) => row.responseId),
  );
  const { rows } = await query<{ count: number }>(
    'select count(*)::int as count from counted_responses where institution_id = $1',
  );
  return {
    countedResponses: rows[0]!.count,
    scoresAdded,
    queued: queued.length,
    differences: {
      countedResponses: changed,
      responseCounts,
      attemptTotals,
      analyses: await rebuildAnalyses(db, catalogue),
    },
  };
};

/** How many rows the truth has and the table lacks, or the other way round. */
const differences = async (
  db: InstitutionDatabase,
  truth: string,
  table: 'response_counts' | 'attempt_totals',
): Promise<number> => {
  const columns =
    table === 'response_counts'
      ? 'institution_id, cohort_id, scope, item_id, scoring_hash, choice, confidence_level, responses'
      : 'institution_id, attempt_id, learner_key, cohort_id, course_id, scope, counted, fraction_sum, right_count, confidence_sum, brier_sum';
  const { rows } = await db.$client.query<{ count: number }>(
    `with truth as (${truth}), stands as (select ${columns} from ${table} where institution_id = $1)
     select ((select count(*) from (select * from truth except select * from stands) missing)
       + (select count(*) from (select * from stands except select * from truth) extra))::int as count`,
    [db.institutionId],
  );
  return rows[0]!.count;
};
