import { eq } from 'drizzle-orm';
import { institutions, type InstitutionDatabase } from '@puente/database';
import { learnerKeyOf, type Actor } from '../../../actor.ts';
import type { Context } from '../../../context.ts';
import { namesOf } from '../review/get-merits.ts';
import { getOwnResult } from './get-own-result.ts';
import type { Letter } from './write-letter-pdf.ts';

/** What a candidate's own letter says. */
export const getLetter = async (
  db: InstitutionDatabase,
  actor: Actor,
  roundId: string,
  context: Context,
): Promise<Letter> => {
  const result = await getOwnResult(db, actor, roundId, context);
  const learnerKey = learnerKeyOf(actor);
  const [institution] = await db
    .select({ institutionName: institutions.name, timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const own = (await namesOf(db, [learnerKey])).get(learnerKey);
  return {
    result,
    fullName: own?.fullName ?? '',
    studentCode: own?.studentCode ?? null,
    ...institution!,
  };
};
