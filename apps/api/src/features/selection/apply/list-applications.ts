import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { InstitutionDatabase } from '@puente/database';
import type { ApplicationRow } from '@puente/schemas';
import type { Context } from '../../../context.ts';
import { getRoundRow, type RoundRow } from '../round-row.ts';
import { isEligible, listApplicants, type Applicant } from './list-applicants.ts';

const awaitsGuardian = ({ under18, guardian }: Applicant): boolean => under18 && guardian !== true;

/** Who applied, by a reference that means nothing, earliest first, with what each still lacks. */
export const listApplications = async (
  db: InstitutionDatabase,
  roundId: string,
  context: Context,
): Promise<z.output<typeof ApplicationRow>[]> => {
  const round = await getRoundRow(db, roundId);
  const applicants = await listApplicants(db, round, round.policy, context);
  return applicants
    .map((applicant) => ({
      reference: referenceOf(roundId, applicant.learnerKey),
      appliedAt: applicant.appliedAt.toISOString(),
      withdrawnAt: applicant.withdrawnAt?.toISOString() ?? null,
      eligible: !applicant.withdrawnAt && isEligible(applicant),
      awaitingGuardian: awaitsGuardian(applicant),
      items: applicant.items,
    }))
    .sort((a, b) => (a.appliedAt < b.appliedAt ? -1 : a.appliedAt > b.appliedAt ? 1 : 0));
};

export const referenceOf = (roundId: string, learnerKey: string): string =>
  `P-${createHash('sha256').update(`${roundId}${learnerKey}`).digest('hex').slice(0, 8)}`;

export const countApplications = async (db: InstitutionDatabase, round: RoundRow, context: Context) => {
  const applicants = await listApplicants(db, round, round.policy, context);
  const standing = applicants.filter((applicant) => !applicant.withdrawnAt);
  // Who was erased is counted still.
  const { rows } = await db.$client.query<{ applied: number; withdrawn: number }>(
    `select count(*) filter (where withdrawn_at is null)::int as applied, count(withdrawn_at)::int as withdrawn
     from round_applications where institution_id = $1 and round_id = $2`,
    [db.institutionId, round.id],
  );
  return {
    ...rows[0]!,
    awaitingGuardian: standing.filter(awaitsGuardian).length,
    eligible: standing.filter(isEligible).length,
  };
};
