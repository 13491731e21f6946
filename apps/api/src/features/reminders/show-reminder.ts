import { and, eq } from 'drizzle-orm';
import { reminders, type InstitutionDatabase } from '@puente/database';
import type { OwnReminder } from '@puente/schemas';

/** Who comes back for the third time may want it; before, it would be noise. */
const offeredAfterDays = 3;

/** The reminder of a learner who has answered on so many days. */
export const showReminder = async (
  db: InstitutionDatabase,
  learnerKey: string,
  answeredDays: number,
): Promise<OwnReminder> => {
  const [chosen] = await db
    .select({ hour: reminders.hour })
    .from(reminders)
    .where(and(eq(reminders.institutionId, db.institutionId), eq(reminders.learnerKey, learnerKey)));
  return { offered: !chosen && answeredDays >= offeredAfterDays, hour: chosen?.hour ?? null };
};
