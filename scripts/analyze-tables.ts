import { openDatabase } from '../packages/database/src/index.ts';

/** Without statistics the planner misjudges what was loaded at once. */
export const analyzeTables = async (ownerUrl: string): Promise<void> => {
  const owner = openDatabase(ownerUrl, { maximum: 1 });
  try {
    await owner.pool.query('analyze');
  } finally {
    await owner.close();
  }
};
