import { eq } from 'drizzle-orm';
import { campuses, type InstitutionDatabase } from '@puente/database';

export const listCampuses = async (
  db: InstitutionDatabase,
): Promise<{ id: string; name: string; timeZone: string }[]> => {
  const found = await db
    .select({ id: campuses.id, name: campuses.name, timeZone: campuses.timeZone })
    .from(campuses)
    .where(eq(campuses.institutionId, db.institutionId));
  return found.sort((a, b) => a.name.localeCompare(b.name, 'es'));
};
