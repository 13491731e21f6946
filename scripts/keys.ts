import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWritten, writeWhole } from '../packages/database/src/write-whole.ts';

/** Keys that sign sessions: from the environment, or made once, readable by their owner only. There is no default key. */
export const loadKeys = async (dataFolder: string): Promise<{ access: string; refresh: string }> => {
  const { PUENTE_ACCESS_KEY: access, PUENTE_REFRESH_KEY: refresh } = process.env;
  if (access && refresh) {
    for (const [name, key] of Object.entries({ PUENTE_ACCESS_KEY: access, PUENTE_REFRESH_KEY: refresh })) {
      if (key.length < 32) throw new Error(`${name} is too short: give at least 32 characters.`);
    }
    return { access, refresh };
  }
  if (access || refresh) throw new Error('Set both PUENTE_ACCESS_KEY and PUENTE_REFRESH_KEY, or neither.');
  const path = join(dataFolder, 'keys.json');
  if (!isWritten(path)) {
    const key = () => randomBytes(32).toString('base64url');
    await writeWhole(path, JSON.stringify({ access: key(), refresh: key() }));
  }
  return JSON.parse(await readFile(path, 'utf8')) as { access: string; refresh: string };
};
