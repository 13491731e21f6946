import { institutions, type Database } from '@puente/database';

export const listInstitutionIds = async (database: Database): Promise<string[]> => {
  const rows = await database.asGlobal((db) =>
    db.select({ id: institutions.id }).from(institutions).orderBy(institutions.id),
  );
  return rows.map(({ id }) => id);
};
