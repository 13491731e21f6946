import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../.git/', import.meta.url));

/** The commit that runs: PUENTE_COMMIT where an installation sets it, else what the checkout says. */
export const softwareCommit = (): string => {
  if (process.env.PUENTE_COMMIT) return process.env.PUENTE_COMMIT;
  const read = (path: string) =>
    existsSync(folder + path) ? readFileSync(folder + path, 'utf8').trim() : '';
  const head = read('HEAD');
  return (head.startsWith('ref: ') ? read(head.slice(5)) : head) || 'unknown';
};
