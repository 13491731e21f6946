import type { Database, InstitutionDatabase } from '@puente/database';
import type { Evidence } from '@puente/schemas';
import { audit } from '../../../audit.ts';
import { computeApart } from '../compute-apart.ts';
import type { RankedColumns } from '../computing-worker.ts';

interface Claimed {
  snapshotId: string;
  roundId: string;
  sha256: string;
  file: string;
}

/** Takes the next ranking that nobody works on; one whose process died is taken over after two minutes. */
const claimRanking = async (database: Database, institutionId: string): Promise<Claimed | undefined> =>
  database.asInstitution(institutionId, async (db) => {
    const { rows } = await db.$client.query<Claimed>(
      `update rankings r set claimed_at = now()
       from round_snapshots s
       where s.institution_id = r.institution_id and s.id = r.snapshot_id and r.institution_id = $1
         and r.snapshot_id = (
           select snapshot_id from rankings
           where institution_id = $1 and finished_at is null and failed_at is null
             and (claimed_at is null or claimed_at < now() - interval '2 minutes')
           order by snapshot_id limit 1 for update skip locked)
       returning r.snapshot_id as "snapshotId", s.round_id as "roundId", s.sha256, s.file`,
      [institutionId],
    );
    return rows[0];
  });

// As columns: reading rows out of JSON took the database longer than writing them. A number's shortest text gives
// every double back exactly.
const insertRanked = (db: InstitutionDatabase, snapshotId: string, ranked: RankedColumns) =>
  db.$client.query(
    `insert into ranked_candidates (institution_id, snapshot_id, learner_key, code, campus_id, rank, score, estimate,
       standard_error, make_up, rights, percents)
     select $1, $2, key, code, campus, rank, score, estimate, error, make_up, rights::float8[], percents::float8[]
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::int[], $7::float8[], $8::float8[], $9::float8[],
       $10::boolean[], $11::text[], $12::text[])
       as c(key, code, campus, rank, score, estimate, error, make_up, rights, percents)
     on conflict do nothing`,
    [db.institutionId, snapshotId, ...ranked],
  );

const insertChances = (db: InstitutionDatabase, snapshotId: string, rows: string) =>
  db.$client.query(
    `insert into rank_chances (institution_id, snapshot_id, learner_key, rank_low, rank_high, probability, zone)
     select $1, $2, "learnerKey", "rankLow", "rankHigh", probability, zone
     from jsonb_to_recordset($3::jsonb) as c("learnerKey" uuid, "rankLow" int, "rankHigh" int, probability float8, zone text)
     on conflict do nothing`,
    [db.institutionId, snapshotId, rows],
  );

const update = (db: InstitutionDatabase, snapshotId: string, set: string, values: unknown[] = []) =>
  db.$client.query(
    `update rankings set claimed_at = now(), ${set} where institution_id = $1 and snapshot_id = $2`,
    [db.institutionId, snapshotId, ...values],
  );

/**
 * Ranks one snapshot: first ranks and ties, soon readable; then chances, intervals and zones, which take their time;
 * with the last of them the round goes on to its review.
 */
const rankSnapshot = async (
  database: Database,
  institutionId: string,
  { snapshotId, roundId, sha256, file }: Claimed,
  clock: () => Date,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const within = <Result>(work: (db: InstitutionDatabase) => Promise<Result>) =>
    database.asInstitution(institutionId, work);
  const chances: string[] = [];
  try {
    const found = await computeApart(
      { kind: 'rank', file, sha256 },
      async (part) => {
        if ('ranked' in part) await within((db) => insertRanked(db, snapshotId, part.ranked));
        else if ('evidence' in part)
          await within((db) =>
            update(db, snapshotId, 'evidence = $3, ranked_at = $4', [part.evidence, clock()]),
          );
        else if ('done' in part) await within((db) => update(db, snapshotId, 'done = $3', [part.done]));
        else chances.push(part.chances);
      },
      signal,
    );
    await within(async (db) => {
      for (const rows of chances) await insertChances(db, snapshotId, rows);
      await finish(db, { snapshotId, roundId, sha256 }, found, clock());
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    await within(async (db) => {
      await update(db, snapshotId, 'failed_at = $3, failure = $4', [clock(), error.message]);
      await audit(db, { institutionId, membershipId: null }, clock(), {
        act: 'round.ranking_failed',
        subjectKind: 'round',
        subjectId: roundId,
        why: error.message,
        detail: { snapshotId, snapshot: sha256 },
      });
    });
  }
};

const finish = async (
  db: InstitutionDatabase,
  { snapshotId, roundId, sha256 }: Omit<Claimed, 'file'>,
  found: { evidence: Evidence; sha256: string },
  now: Date,
): Promise<void> => {
  await update(db, snapshotId, 'done = draws, evidence = $3, sha256 = $4, finished_at = $5', [
    found.evidence,
    found.sha256,
    now,
  ]);
  const { rowCount } = await db.$client.query(
    "update rounds set stage = 'review' where institution_id = $1 and id = $2 and stage = 'snapshot'",
    [db.institutionId, roundId],
  );
  if (rowCount !== 1) throw new Error('A ranking ended for a round that does not wait for it.');
  await audit(db, { institutionId: db.institutionId, membershipId: null }, now, {
    act: 'round.ranked',
    subjectKind: 'round',
    subjectId: roundId,
    detail: { snapshotId, snapshot: sha256, merits: found.sha256, candidates: found.evidence.candidates },
  });
};

/** Ranks everything that waits in one institution. Several processes may do so over one database. */
export const rankRounds = async (
  database: Database,
  institutionId: string,
  clock: () => Date,
  signal?: AbortSignal,
): Promise<void> => {
  for (;;) {
    const claimed = await claimRanking(database, institutionId);
    if (!claimed) return;
    await rankSnapshot(database, institutionId, claimed, clock, signal);
  }
};
