import { and, eq } from 'drizzle-orm';
import { fairnessFacts, type InstitutionDatabase } from '@puente/database';
import type { OwnFacts } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import { audit } from '../../../audit.ts';
import type { Context } from '../../../context.ts';

export const getOwnFacts = async (db: InstitutionDatabase, actor: Actor): Promise<OwnFacts> => {
  const [own] = await db
    .select({ sex: fairnessFacts.sex, firstLanguage: fairnessFacts.firstLanguage })
    .from(fairnessFacts)
    .where(
      and(
        eq(fairnessFacts.institutionId, db.institutionId),
        eq(fairnessFacts.learnerKey, learnerKeyOf(actor)),
      ),
    );
  return own ?? { sex: null, firstLanguage: null };
};

/** Told by oneself, and taken back as easily; shown only in totals of ten or more. */
export const tellOwnFacts = async (
  db: InstitutionDatabase,
  actor: Actor,
  facts: OwnFacts,
  { now }: Context,
): Promise<OwnFacts> => {
  const own = { institutionId: db.institutionId, learnerKey: learnerKeyOf(actor) };
  await db
    .insert(fairnessFacts)
    .values({ ...own, ...facts, changedAt: now })
    .onConflictDoUpdate({
      target: [fairnessFacts.institutionId, fairnessFacts.learnerKey],
      set: { ...facts, changedAt: now },
    });
  // Which facts are told, and never what they say.
  await audit(db, actor, now, {
    act: 'fairness_facts.told',
    subjectKind: 'membership',
    subjectId: actor.membershipId,
    detail: { sex: facts.sex !== null, firstLanguage: facts.firstLanguage !== null },
  });
  return getOwnFacts(db, actor);
};
