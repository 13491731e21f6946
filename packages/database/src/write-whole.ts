import { statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/** Writes a file for its owner's eyes: a crash or a full disk leaves the old one or none, never half of it. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.new`;
  const file = await open(aside, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
};

/** False also for a file that something else left empty. */
export const isWritten = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
