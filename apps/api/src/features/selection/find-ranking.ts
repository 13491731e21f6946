import type { InstitutionDatabase } from '@puente/database';
import { Conflict } from '../../errors.ts';

interface RankingUnderWay {
  id: string;
  sha256: string;
  rule: string;
  frozenAt: Date;
  bytes: number;
  drawsDone: number;
  draws: number;
  failure: string | null;
}

/** The round's snapshot while a job ranks its candidates. */
export const findRanking = async (
  db: InstitutionDatabase,
  roundId: string,
): Promise<RankingUnderWay | undefined> => {
  const { rows } = await db.$client.query<RankingUnderWay>(
    `select s.id, s.sha256, s.rule, s.frozen_at as "frozenAt", octet_length(s.file) as bytes,
       k.draws_done as "drawsDone", k.draws, k.failure
     from snapshots s join shortlist_rankings k on k.institution_id = s.institution_id and k.snapshot_id = s.id
     where s.institution_id = $1 and s.round_id = $2`,
    [db.institutionId, roundId],
  );
  return rows[0];
};

export const refuseWhileRanked = async (db: InstitutionDatabase, roundId: string): Promise<void> => {
  const ranking = await findRanking(db, roundId);
  if (!ranking) return;
  throw new Conflict(
    'ranking_under_way',
    `The evidence is frozen and its candidates are being ranked: ${ranking.drawsDone} of ${ranking.draws} draws. Come back in a minute.`,
  );
};
