import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

type Hold = { release: () => Promise<void> } | { holder: number };

/**
 * Takes a file for this process alone, or says which process has it. It names a process and when that started, since
 * the machine gives a dead one's number to another; what a crash left behind does not count.
 */
export const holdFile = async (path: string): Promise<Hold> => {
  const mark = `${process.pid} ${await startOf(process.pid)}`;
  const own = `${path}.${process.pid}-${crypto.randomUUID()}`;
  await writeFile(own, mark, { mode: 0o600 });
  try {
    for (;;) {
      // A link appears whole or not at all, and only where there is nothing.
      if (await succeeds(link(own, path))) return { release: () => rm(path, { force: true }) };
      const found = await readFile(path, 'utf8').catch(() => undefined);
      if (found === undefined) continue;
      if (await lives(found)) return { holder: Number(found.split(' ')[0]) };
      await removeLeftover(path, found);
    }
  } finally {
    await rm(own, { force: true });
  }
};

/** One command over a data folder at a time. */
export const holdData = async (folder: string): Promise<() => Promise<void>> => {
  const hold = await holdFile(join(folder, 'puente.pid'));
  if ('release' in hold) return hold.release;
  throw new Error(
    `Puente already runs over this data folder (process ${hold.holder}). Stop it first, or set PUENTE_DATA to another folder.`,
  );
};

/** One at a time, so that of two that find the same leftover the second does not take away the first one's mark. */
const removeLeftover = async (path: string, leftover: string): Promise<void> => {
  const turn = await holdFile(`${path}.taking`);
  if (!('release' in turn)) return void (await pause(10));
  try {
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === leftover) await rm(path, { force: true });
  } finally {
    await turn.release();
  }
};

const lives = async (mark: string): Promise<boolean> => {
  const [pid, ...start] = mark.split(' ');
  return /^\d+$/.test(pid!) && start.length > 0 && (await startOf(Number(pid))) === start.join(' ');
};

/** When a process started, in its machine's own words; undefined: there is none. */
const startOf = async (pid: number): Promise<string | undefined> => {
  if (existsSync('/proc/self/stat')) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The name before it stands in brackets and may hold spaces. A zombie has ended.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() || undefined;
};

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
      throw error;
    },
  );
