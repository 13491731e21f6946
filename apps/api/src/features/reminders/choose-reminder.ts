import { reminders, type InstitutionDatabase } from '@puente/database';
import type { OwnReminder } from '@puente/schemas';
import { learnerKeyOf, type Actor } from '../../actor.ts';

/** Answers the one offer, or changes the answer. */
export const chooseReminder = async (
  db: InstitutionDatabase,
  actor: Actor,
  hour: number | null,
  now: Date,
): Promise<OwnReminder> => {
  const chosen = { hour, decidedAt: now };
  await db
    .insert(reminders)
    .values({ institutionId: db.institutionId, learnerKey: learnerKeyOf(actor), ...chosen })
    .onConflictDoUpdate({ target: [reminders.institutionId, reminders.learnerKey], set: chosen });
  return { offered: false, hour };
};
