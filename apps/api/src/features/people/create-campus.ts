import { eq } from 'drizzle-orm';
import { campuses, institutions, type InstitutionDatabase } from '@puente/database';
import type { Actor } from '../../actor.ts';
import { audit } from '../../audit.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { cleanText } from './clean-text.ts';
import { isTimeZone } from './time-zone.ts';

export const createCampus = async (
  db: InstitutionDatabase,
  actor: Actor,
  input: { name: string; timeZone?: string | undefined },
  now: Date,
): Promise<{ id: string; name: string; timeZone: string }> => {
  if (input.timeZone && !isTimeZone(input.timeZone)) {
    const message = 'This is no IANA time zone, such as America/Lima.';
    throw new Invalid('invalid', message, [{ field: 'timeZone', message }]);
  }
  const name = cleanText(input.name);
  if (!name) {
    const message = 'Write a name.';
    throw new Invalid('invalid', message, [{ field: 'name', message }]);
  }
  const [institution] = await db
    .select({ timeZone: institutions.timeZone })
    .from(institutions)
    .where(eq(institutions.id, db.institutionId));
  const [campus] = await db
    .insert(campuses)
    .values({ institutionId: db.institutionId, name, timeZone: input.timeZone ?? institution!.timeZone })
    .onConflictDoNothing()
    .returning({ id: campuses.id, name: campuses.name, timeZone: campuses.timeZone });
  if (!campus) {
    const message = 'There is a campus of this name already.';
    throw new Conflict('campus_exists', message, [{ field: 'name', message }]);
  }
  await audit(db, actor, now, { act: 'campus.create', subjectKind: 'campus', subjectId: campus.id });
  return campus;
};
