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
  return {
    applied: standing.length,
    withdrawn: applicants.length - standing.length,
    awaitingGuardian: standing.filter(awaitsGuardian).length,
    eligible: standing.filter(isEligible).length,
  };
};
