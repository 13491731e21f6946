import { and, eq } from 'drizzle-orm';
import { selfEfficacyRatings, type InstitutionDatabase } from '@puente/database';
import type { Language, OwnSelfEfficacy } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { getOwnSitting } from '../sittings/get-own-sitting.ts';

const hourMs = 3_600_000;

/** What a learner rated beside a sitting of their own, and whether they are asked to. */
export const getSelfEfficacy = async (
  db: InstitutionDatabase,
  actor: Actor,
  sittingId: string,
  language: Language,
  context: Context,
): Promise<OwnSelfEfficacy> => {
  const sitting = await getOwnSitting(db, actor, sittingId, language, context);
  const rows = await db
    .select()
    .from(selfEfficacyRatings)
    .where(
      and(
        eq(selfEfficacyRatings.institutionId, db.institutionId),
        eq(selfEfficacyRatings.sittingId, sittingId),
        eq(selfEfficacyRatings.learnerKey, learnerKeyOf(actor)),
      ),
    );
  const given = new Map(rows.map((row) => [`${row.objectiveId}/${row.moment}`, row.rating]));
  const measured = sitting.wave === 'opening' || sitting.wave === 'closing';
  // After the form, so that nobody meets it tired of talking about themselves, and before its result.
  const over = sitting.attemptState === 'finished' || sitting.attemptState === 'expired';
  const lastMoment = new Date(sitting.closesAt).getTime() + sitting.lateHours * hourMs;
  return {
    asked: measured && over && rows.length === 0 && context.now.getTime() <= lastMoment,
    looksBack: sitting.wave === 'closing',
    rated: rows.length > 0,
    objectives: measured
      ? context.catalogue.getCourse(sitting.courseId).objectives.map(({ id, text }) => ({
          id,
          text: text[language],
          now: given.get(`${id}/now`) ?? null,
          then: given.get(`${id}/then`) ?? null,
        }))
      : [],
  };
};
