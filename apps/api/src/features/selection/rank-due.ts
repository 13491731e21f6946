import { setImmediate } from 'node:timers/promises';
import type { Database, InstitutionDatabase } from '@puente/database';
import { rankingSteps, type SnapshotFile } from './rules/selection-v0.ts';
import { saveShortlist } from './save-shortlist.ts';

/** Whoever has not been seen for so long has ended: another begins anew, and comes to the same. */
const forgottenSeconds = 60;
const tellEveryMs = 1000;

interface Task {
  snapshotId: string;
  sha256: string;
  file: string;
}

/** Ranks the snapshots of an institution that wait for it; says how many. For a thread of its own. */
export const rankDue = async (
  database: Database,
  institutionId: string,
  stopped: () => boolean = () => false,
): Promise<number> => {
  const within = <T>(work: (db: InstitutionDatabase) => Promise<T>) =>
    database.asInstitution(institutionId, work);
  let ranked = 0;
  for (let task = await within(take); task; task = await within(take)) {
    const { snapshotId, sha256, file } = task;
    const tell = (drawsDone: number) =>
      within((db) =>
        db.$client.query(
          'update shortlist_rankings set draws_done = $3, seen_at = now() where institution_id = $1 and snapshot_id = $2',
          [institutionId, snapshotId, drawsDone],
        ),
      );
    const release = () =>
      within((db) =>
        db.$client.query(
          'update shortlist_rankings set seen_at = null where institution_id = $1 and snapshot_id = $2',
          [institutionId, snapshotId],
        ),
      );
    try {
      const steps = rankingSteps(JSON.parse(file) as SnapshotFile, sha256);
      let told = performance.now();
      let step = steps.next();
      while (!step.done) {
        if (performance.now() - told > tellEveryMs) {
          told = performance.now();
          await tell(step.value.done);
          await setImmediate();
          if (stopped()) {
            await release();
            return ranked;
          }
        }
        step = steps.next();
      }
      const entries = step.value;
      await within(async (db) => {
        await saveShortlist(db, snapshotId, entries);
        await db.$client.query(
          'delete from shortlist_rankings where institution_id = $1 and snapshot_id = $2',
          [institutionId, snapshotId],
        );
      });
      ranked += 1;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      await within((db) =>
        db.$client.query(
          'update shortlist_rankings set failure = $3 where institution_id = $1 and snapshot_id = $2',
          [institutionId, snapshotId, error.message],
        ),
      );
    }
  }
  return ranked;
};

/** The next one that nobody works on; from here it is this thread's. */
const take = async (db: InstitutionDatabase): Promise<Task | undefined> => {
  const { rows } = await db.$client.query<Task>(
    `with mine as (
       select snapshot_id from shortlist_rankings
       where institution_id = $1 and failure is null
         and (seen_at is null or seen_at < now() - ${forgottenSeconds} * interval '1 second')
       order by snapshot_id limit 1 for update skip locked),
     taken as (
       update shortlist_rankings k set seen_at = now(), draws_done = 0 from mine
       where k.institution_id = $1 and k.snapshot_id = mine.snapshot_id returning k.snapshot_id)
     select s.id as "snapshotId", s.sha256, s.file
     from snapshots s join taken on taken.snapshot_id = s.id where s.institution_id = $1`,
    [db.institutionId],
  );
  return rows[0];
};
