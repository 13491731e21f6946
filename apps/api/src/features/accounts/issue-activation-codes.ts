import { and, gt, eq, inArray, isNull, sql } from 'drizzle-orm';
import { activationCodes, newId, type InstitutionDatabase } from '@puente/database';
import { activationDays, hashActivationCode, newActivationCode } from './activation-code.ts';

/** A new code for each membership; earlier ones end. Stored hashed: only the caller ever sees them. */
export const issueActivationCodes = async (
  db: InstitutionDatabase,
  membershipIds: string[],
  now: Date,
): Promise<Map<string, { code: string; expiresAt: Date }>> => {
  if (membershipIds.length === 0) return new Map();
  const expiresAt = new Date(now.getTime() + activationDays * 24 * 3600 * 1000);
  const codes = membershipIds.map((membershipId) => ({
    membershipId,
    id: newId(now.getTime()),
    code: newActivationCode(),
  }));
  await db
    .update(activationCodes)
    .set({ expiresAt: now })
    .where(
      and(
        eq(activationCodes.institutionId, db.institutionId),
        inArray(activationCodes.membershipId, membershipIds),
        isNull(activationCodes.usedAt),
        gt(activationCodes.expiresAt, now),
      ),
    );
  const hashed = codes.map(({ membershipId, id, code }) => ({
    membershipId,
    id,
    hash: hashActivationCode(db.institutionId, code),
  }));
  await db.execute(sql`
    insert into activation_codes (institution_id, id, membership_id, code_hash, expires_at, created_at)
    select ${db.institutionId}::uuid, r.id, r."membershipId", r.hash, ${expiresAt.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(hashed)}::jsonb) as r(id uuid, "membershipId" uuid, hash text)`);
  return new Map(codes.map(({ membershipId, code }) => [membershipId, { code, expiresAt }]));
};
