import { eq } from 'drizzle-orm';
import { institutions, type Database, type InstitutionDatabase } from '@puente/database';
import type { PublicRound } from '@puente/schemas';
import type { Context } from '../../../context.ts';
import { NotFound } from '../../../errors.ts';
import { courseTitles, measuredCourses } from '../apply/measured-courses.ts';
import { getRoundRow, publishedPolicyOf, resultsReadable, showRound } from '../round-row.ts';
import { findSnapshotRow } from '../snapshot/get-snapshot-row.ts';

/** Runs within the institution of this code, for who needs no account. */
export const inPublic = async <Result>(
  database: Database,
  code: string,
  work: (db: InstitutionDatabase, institution: { name: string; timeZone: string }) => Promise<Result>,
): Promise<Result> => {
  const [institution] = await database.asGlobal((db) =>
    db
      .select({ id: institutions.id, name: institutions.name, timeZone: institutions.timeZone })
      .from(institutions)
      .where(eq(institutions.code, code)),
  );
  if (!institution) throw new NotFound('round');
  return database.asInstitution(institution.id, (db) => work(db, institution));
};

/** A published round to anybody: its rule, its hash, and from the one hour on the list by code. */
export const getPublicRound = (
  database: Database,
  code: string,
  roundId: string,
  { catalogue, now }: Context,
): Promise<PublicRound> =>
  inPublic(database, code, async (db, institution) => {
    const round = await getRoundRow(db, roundId);
    const policy = publishedPolicyOf(round);
    if (!policy) throw new NotFound('round');
    const snapshot = await findSnapshotRow(db, roundId);
    return {
      institutionName: institution.name,
      timeZone: institution.timeZone,
      round: showRound(round),
      policy,
      courses: await measuredCourses(db, round, policy, snapshot?.ranking.evidence ?? null, catalogue),
      titles: courseTitles(policy, catalogue),
      snapshotSha256: snapshot?.sha256 ?? null,
      draw:
        round.drawNumbers !== null
          ? { numbers: round.drawNumbers, enteredAt: round.drawEnteredAt!.toISOString() }
          : null,
      candidates: snapshot?.ranking.evidence?.candidates ?? null,
      list: resultsReadable(round, now) && snapshot ? await listByCode(db, snapshot.id) : [],
      actaReadable: round.closedAt !== null,
    };
  });

const listByCode = async (db: InstitutionDatabase, snapshotId: string): Promise<PublicRound['list']> => {
  const { rows } = await db.$client.query<PublicRound['list'][number]>(
    `select c.code, o.outcome, o.place
     from round_outcomes o
     join ranked_candidates c on c.institution_id = o.institution_id and c.snapshot_id = o.snapshot_id
       and c.learner_key = o.learner_key
     join round_applications a on a.institution_id = o.institution_id and a.round_id = o.round_id
       and a.learner_key = o.learner_key and a.withdrawn_at is null
     where o.institution_id = $1 and o.snapshot_id = $2 and o.outcome <> 'none'
     order by o.outcome desc, o.place, c.code`,
    [db.institutionId, snapshotId],
  );
  return rows;
};
