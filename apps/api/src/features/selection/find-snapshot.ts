import type { InstitutionDatabase } from '@puente/database';
import type { RoundSummary } from '@puente/schemas';
import { roundSummary } from './round-summary.ts';
import type { RankedEntry, SnapshotFile } from './rules/selection-v0.ts';

/** What pages show of a snapshot, file and entries aside. */
export interface SnapshotFacts {
  id: string;
  sha256: string;
  rule: string;
  frozenAt: Date;
  bytes: number;
  /** Anybody among the candidates is made up. */
  synthetic: boolean;
  policy: SnapshotFile['policy'];
  sittings: SnapshotFile['sittings'];
  forms: { id: string; courseId: string; items: number }[];
  summary: RoundSummary;
}

// A snapshot never changes, so whoever computed its summary may keep it: results reach everybody at one hour.
const kept = new Map<string, SnapshotFacts>();
const mostKept = 50;

/** The round's snapshot, once its candidates are ranked. */
export const findSnapshot = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<SnapshotFacts | undefined> => {
  const { rows } = await db.$client.query<{ id: string }>(
    `select s.id from snapshots s where s.institution_id = $1 and s.round_id = $2
       and not exists (select from shortlist_rankings k where k.institution_id = s.institution_id and k.snapshot_id = s.id)`,
    [db.institutionId, roundId],
  );
  const id = rows[0]?.id;
  if (!id) return undefined;
  const known = kept.get(id);
  if (known) return known;
  const facts = await readSnapshot(db, id);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(id, facts);
  return facts;
};

const readSnapshot = async (db: InstitutionDatabase, id: string): Promise<SnapshotFacts> => {
  const { rows } = await db.$client.query<{ sha256: string; rule: string; frozenAt: Date; file: string }>(
    'select sha256, rule, frozen_at as "frozenAt", file from snapshots where institution_id = $1 and id = $2',
    [db.institutionId, id],
  );
  const { rows: entries } = await db.$client.query<
    Pick<RankedEntry, 'score' | 'probability' | 'zone'> & { synthetic: boolean }
  >(
    `select s.score, s.probability, s.zone, coalesce(p.synthetic, false) as synthetic
     from shortlist_entries s
     left join learner_links l on l.institution_id = s.institution_id and l.learner_key = s.learner_key
     left join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     left join people p on p.institution_id = m.institution_id and p.id = m.person_id
     where s.institution_id = $1 and s.snapshot_id = $2 order by s.learner_key`,
    [db.institutionId, id],
  );
  const { file: text, ...row } = rows[0]!;
  const file = JSON.parse(text) as SnapshotFile;
  return {
    id,
    ...row,
    bytes: Buffer.byteLength(text),
    synthetic: entries.some((entry) => entry.synthetic),
    policy: file.policy,
    sittings: file.sittings,
    forms: file.forms.map((form) => ({ id: form.id, courseId: form.courseId, items: form.items.length })),
    summary: roundSummary(file, entries),
  };
};
