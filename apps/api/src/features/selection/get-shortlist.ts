import type { InstitutionDatabase } from '@puente/database';
import type { RoundSummary, SelectionRound, ShortlistRow } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { fullNameOf } from '../accounts/get-me.ts';
import { refuseWhileRanked } from './find-ranking.ts';
import { findSnapshot } from './find-snapshot.ts';
import { getRoundRow, showRound } from './get-selection-round.ts';

export interface Shortlist {
  round: SelectionRound;
  sha256: string;
  summary: RoundSummary;
  synthetic: boolean;
  rows: ShortlistRow[];
}

type Row = Omit<ShortlistRow, 'scorePercent' | 'fullName'> & {
  givenNames: string | null;
  firstSurname: string | null;
  secondSurname: string | null;
};

/** The ranked candidates by code; with names only after publication, and then the audit log says who read them. */
export const getShortlist = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  { names, as }: { names: boolean; as: 'page' | 'csv' | 'xlsx' },
  context: Context,
): Promise<Shortlist> => {
  const round = await getRoundRow(db, roundId);
  const snapshot = await findSnapshot(db, roundId);
  if (!snapshot) {
    await refuseWhileRanked(db, roundId);
    throw new NotFound('shortlist');
  }
  if (names) {
    if (!round.resultsPublishedAt) {
      throw new Conflict(
        'names_before_results',
        'Names stand beside codes once the results are published. Until then read the list by code.',
      );
    }
    await audit(db, actor, context.now, {
      act: 'selection_round.names_read',
      subjectKind: 'selection_round',
      subjectId: roundId,
      detail: { as, snapshotId: snapshot.id },
    });
  }
  const { rows } = await db.$client.query<Row>(
    `select s.code, s.rank, s.score, s.rank_low as "rankLow", s.rank_high as "rankHigh", s.probability, s.zone,
       (count(*) over (partition by s.rank) - 1)::int as "tiedWith",
       p.given_names as "givenNames", p.first_surname as "firstSurname", p.second_surname as "secondSurname",
       p.student_code as "studentCode"
     from shortlist_entries s
     left join learner_links l on $3 and l.institution_id = s.institution_id and l.learner_key = s.learner_key
     left join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
     left join people p on p.institution_id = m.institution_id and p.id = m.person_id and p.erased_at is null
     where s.institution_id = $1 and s.snapshot_id = $2
     order by s.rank, s.code`,
    [db.institutionId, snapshot.id, names],
  );
  return {
    round: showRound(round, true),
    sha256: snapshot.sha256,
    summary: snapshot.summary,
    synthetic: snapshot.synthetic,
    rows: rows.map(({ givenNames, firstSurname, secondSurname, ...row }) => ({
      ...row,
      scorePercent: (100 * row.score) / snapshot.summary.items,
      fullName:
        givenNames !== null && firstSurname !== null
          ? fullNameOf({ givenNames, firstSurname, secondSurname })
          : null,
    })),
  };
};
