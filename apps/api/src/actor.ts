import type { Role } from '@puente/schemas';
import { Forbidden } from './errors.ts';

/** Who acts: read from the access token, true for one institution. */
export interface Actor {
  accountId: string;
  institutionId: string;
  membershipId: string;
  sessionId: string;
  role: Role;
  /** Students only. */
  learnerKey: string | null;
}

export const learnerKeyOf = (actor: Actor): string => {
  if (!actor.learnerKey) throw new Forbidden('not_a_learner', 'Only a student has answers of their own.');
  return actor.learnerKey;
};
