import type { InstitutionDatabase } from '@puente/database';
import type { LanguageLevel } from '@puente/schemas';
import type { Scores } from './dossier-state.ts';

interface ZoneReading {
  readerId: string;
  /** Null: a conflict of interest. */
  scores: Scores | null;
  note: string | null;
  at: string;
}

export interface ZoneMember {
  learnerKey: string;
  code: string;
  answers: string[];
  english: LanguageLevel | null;
  withdrawn: boolean;
  /** In the order of their time. */
  readings: ZoneReading[];
}

/** The candidates of the review zone with their dossiers and readings, by code. */
export const listZone = async (db: InstitutionDatabase, roundId: string): Promise<ZoneMember[]> => {
  const { rows } = await db.$client.query<ZoneMember>(
    `select c.learner_key as "learnerKey", c.code, a.dossier_answers as answers, a.english,
       a.withdrawn_at is not null as withdrawn,
       coalesce((select jsonb_agg(jsonb_build_object('readerId', d.reader_id, 'scores', d.scores, 'note', d.note, 'at', d.at)
           order by d.at, d.reader_id)
         from dossier_readings d
         where d.institution_id = a.institution_id and d.round_id = a.round_id and d.learner_key = a.learner_key), '[]') as readings
     from round_snapshots s
     join rank_chances p on p.institution_id = s.institution_id and p.snapshot_id = s.id and p.zone = 'review'
     join ranked_candidates c on c.institution_id = p.institution_id and c.snapshot_id = p.snapshot_id
       and c.learner_key = p.learner_key
     join round_applications a on a.institution_id = s.institution_id and a.round_id = s.round_id
       and a.learner_key = p.learner_key
     where s.institution_id = $1 and s.round_id = $2
     order by c.code`,
    [db.institutionId, roundId],
  );
  return rows;
};

export const isEmpty = ({ answers }: Pick<ZoneMember, 'answers'>): boolean =>
  answers.filter((answer) => answer !== '').length < 2;

export const scoredReadings = ({ readings }: Pick<ZoneMember, 'readings'>): Scores[] =>
  readings.flatMap(({ scores }) => (scores ? [scores] : []));
