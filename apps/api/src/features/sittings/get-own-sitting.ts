import type { InstitutionDatabase } from '@puente/database';
import type { Language, OwnSittingDetail } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { listOwnSittings } from './list-own-sittings.ts';

/** A sitting of one of the learner's cohorts. */
export const getOwnSitting = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  language: Language,
  context: Context,
): Promise<OwnSittingDetail> => {
  const [sitting] = await listOwnSittings(db, actor, language, context, sittingId);
  if (!sitting) throw new NotFound('sitting');
  return sitting;
};
