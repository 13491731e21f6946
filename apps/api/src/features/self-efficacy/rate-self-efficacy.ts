import type * as z from 'zod/mini';
import { selfEfficacyRatings, type InstitutionDatabase } from '@puente/database';
import type { Language, OwnSelfEfficacy, rateSelfEfficacy as endpoint } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { markSittingDue } from '../insights/mark-due.ts';
import { getSelfEfficacy } from './get-self-efficacy.ts';

type Ratings = z.output<NonNullable<(typeof endpoint)['body']>>['ratings'];

/** Keeps how able a learner feels, objective by objective: all of them at once, and once. */
export const rateSelfEfficacy = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  ratings: Ratings,
  language: Language,
  context: Context,
): Promise<OwnSelfEfficacy> => {
  const learnerKey = learnerKeyOf(actor);
  const known = await getSelfEfficacy(db, actor, sittingId, language, context);
  const fault = (field: string, message: string) => new Invalid('invalid', message, [{ field, message }]);
  const given = new Map(ratings.map((rating) => [rating.objectiveId, rating]));
  ratings.forEach(({ objectiveId, then }, index) => {
    if (!known.objectives.some(({ id }) => id === objectiveId))
      throw fault(`ratings.${index}.objectiveId`, `The course has no objective ${objectiveId}.`);
    if (known.looksBack !== (then !== undefined))
      throw fault(
        `ratings.${index}.then`,
        known.looksBack ? 'Looking back is asked too.' : 'Looking back is asked at the closing form only.',
      );
  });
  const missing = known.objectives.find(({ id }) => !given.has(id));
  if (missing) throw fault('ratings', `Rate every objective; ${missing.id} is missing.`);
  if (given.size < ratings.length) throw fault('ratings', 'Rate each objective once.');
  if (known.rated) {
    const same = known.objectives.every(
      ({ id, now, then }) => given.get(id)!.now === now && (given.get(id)!.then ?? null) === then,
    );
    if (same) return known;
    throw new Conflict('already_rated', 'You rated this already; what you said first stands.');
  }
  if (!known.asked)
    throw new Conflict('not_asked', 'This is asked after the form, until its last answers may arrive.');

  const row = { institutionId: db.institutionId, sittingId, learnerKey, ratedAt: context.now };
  await db
    .insert(selfEfficacyRatings)
    .values(
      ratings.flatMap(({ objectiveId, now, then }) => [
        { ...row, objectiveId, moment: 'now' as const, rating: now },
        ...(then === undefined ? [] : [{ ...row, objectiveId, moment: 'then' as const, rating: then }]),
      ]),
    );
  await markSittingDue(db, sittingId);
  return getSelfEfficacy(db, actor, sittingId, language, context);
};
