import { auditLog, type InstitutionDatabase } from '@puente/database';
import type { Actor } from './actor.ts';

interface Act {
  act: string;
  subjectKind: string;
  subjectId: string;
  why?: string | null;
  /** Ids and figures only: never a name. */
  detail?: Record<string, unknown>;
}

/** Writes who did what into the audit log, in the transaction that does it. */
export const audit = async (
  db: InstitutionDatabase,
  actor: Pick<Actor, 'institutionId' | 'membershipId'> | { institutionId: string; membershipId: null },
  now: Date,
  act: Act,
): Promise<void> => {
  await db.insert(auditLog).values({
    institutionId: actor.institutionId,
    at: now,
    actorMembershipId: actor.membershipId,
    act: act.act,
    subjectKind: act.subjectKind,
    subjectId: act.subjectId,
    why: act.why ?? null,
    detail: act.detail ?? {},
  });
};
