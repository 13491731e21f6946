import type { InstitutionDatabase } from '@puente/database';
import type { Merit, Outcome, Policy } from '@puente/schemas';
import type { RoundRow } from '../round-row.ts';
import { decideOutcomes, type DecidedV1 } from '../rules/selection-v1.ts';
import { dossierState, type DossierState, type Scores } from './dossier-state.ts';
import { isEmpty } from './list-zone.ts';

export interface Candidate {
  learnerKey: string;
  code: string;
  campusId: string | null;
  rank: number;
  score: number;
  estimate: number;
  standardError: number;
  rights: number[];
  percents: number[];
  makeUp: boolean;
  rankLow: number | null;
  rankHigh: number | null;
  probability: number | null;
  zone: Merit['zone'];
  tiedWith: number;
  withdrawn: boolean;
  dossier: DossierState | null;
  decided: (Omit<DecidedV1, 'decidedBy'> & { decidedBy: Merit['decidedBy'] }) | null;
}

interface Row extends Omit<Candidate, 'dossier' | 'decided'> {
  answers: string[];
  scores: Scores[];
  outcome: Outcome | null;
  place: number | null;
  decidedBy: Merit['decidedBy'];
  override: Outcome | null;
}

export interface Candidates {
  rows: Candidate[];
  /** What still keeps the outcome from being told. */
  missing: ('dossiers' | 'draw' | 'overrides')[];
  final: boolean;
}

const gone = ({ learnerKey }: Pick<Candidate, 'learnerKey'>): NonNullable<Candidate['decided']> => ({
  learnerKey,
  outcome: 'none',
  place: null,
  decidedBy: 'withdrawal',
});

/**
 * Everybody who was ranked, in the order of rank, with what is decided: what two people approved; before that, what
 * the rule, the readings, the draw and the approved overrides come to as they stand.
 */
export const listCandidates = async (
  db: InstitutionDatabase,
  round: RoundRow,
  policy: Policy,
  snapshot: { id: string; sha256: string },
): Promise<Candidates> => {
  const { rows } = await db.$client.query<Row>(
    `select c.learner_key as "learnerKey", c.code, c.campus_id as "campusId", c.rank, c.score, c.estimate,
       c.standard_error as "standardError", c.rights, c.percents, c.make_up as "makeUp",
       p.rank_low as "rankLow", p.rank_high as "rankHigh", p.probability, p.zone,
       (count(*) over (partition by c.campus_id, c.rank) - 1)::int as "tiedWith",
       a.withdrawn_at is not null as withdrawn, a.dossier_answers as answers,
       coalesce(d.scores, '[]') as scores, o.outcome, o.place, o.decided_by as "decidedBy", v."to" as override
     from ranked_candidates c
     join round_applications a on a.institution_id = c.institution_id and a.round_id = $3
       and a.learner_key = c.learner_key
     left join rank_chances p on p.institution_id = c.institution_id and p.snapshot_id = c.snapshot_id
       and p.learner_key = c.learner_key
     left join round_outcomes o on o.institution_id = c.institution_id and o.snapshot_id = c.snapshot_id
       and o.learner_key = c.learner_key
     left join (
       select learner_key, jsonb_agg(scores order by at, reader_id) as scores from dossier_readings
       where institution_id = $1 and round_id = $3 and scores is not null group by learner_key) d
       on d.learner_key = c.learner_key
     left join (
       select distinct on (learner_key) learner_key, "to" from round_overrides
       where institution_id = $1 and round_id = $3 and approved order by learner_key, decided_at desc) v
       on v.learner_key = c.learner_key
     where c.institution_id = $1 and c.snapshot_id = $2
     order by c.rank, c.code`,
    [db.institutionId, snapshot.id, round.id],
  );
  const { rows: pending } = await db.$client.query(
    'select from round_overrides where institution_id = $1 and round_id = $2 and approved is null limit 1',
    [db.institutionId, round.id],
  );
  const byDossiers = policy.zone === 'dossiers';
  const candidates = rows.map(
    ({ answers, scores, outcome, place, decidedBy, override: _, ...row }): Candidate => ({
      ...row,
      dossier: byDossiers && row.zone === 'review' ? dossierState(scores, isEmpty({ answers })) : null,
      // Approved outcomes stay as they were signed; who withdrew after that leaves the place empty.
      decided:
        outcome && (row.withdrawn ? gone(row) : { learnerKey: row.learnerKey, outcome, place, decidedBy }),
    }),
  );
  const unread = candidates.some(({ dossier, withdrawn }) => dossier?.score === null && !withdrawn);
  const missing = [
    ...(unread ? (['dossiers'] as const) : []),
    ...(round.drawNumbers === null ? (['draw'] as const) : []),
    ...(pending.length > 0 ? (['overrides'] as const) : []),
  ];
  const final = round.approvedAt !== null;
  const ranked = candidates.every(({ zone }) => zone !== null);
  if (final || unread || round.drawNumbers === null || !ranked) return { rows: candidates, missing, final };

  const overrides = new Map(rows.flatMap((row) => (row.override ? [[row.learnerKey, row.override]] : [])));
  const decided = decideOutcomes(
    { policy },
    snapshot.sha256,
    candidates
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ dossier, zone, ...row }) => ({ ...row, zone: zone!, dossier: dossier?.score ?? null })),
    round.drawNumbers,
    overrides,
  );
  const decidedOf = new Map(decided.map((one) => [one.learnerKey, one]));
  return {
    rows: candidates.map((row) => ({
      ...row,
      decided: decidedOf.get(row.learnerKey) ?? gone(row),
    })),
    missing,
    final,
  };
};
