import { ofAccount, readClockOffset, type KeptInterruption, type OutboxDatabase } from './outbox-store.ts';
import { postSignedIn, type Around } from './send.ts';

/** As the API takes it. */
export interface Interruption {
  id: string;
  kind: 'offline' | 'focus_lost';
  from: string;
  to: string;
}

const parcel = 200;

/** Held by the page on which an interruption goes on: freed with the page, whatever ends that. */
export const interruptionLock = (id: string): string => `puente-interruption-${id}`;

export const keepInterruption = (db: OutboxDatabase, interruption: KeptInterruption): Promise<unknown> =>
  db.put('interruptions', interruption);

/** Whether the server has heard; a sitting that it does not know is over. */
export const sendInterruptions = async (
  account: string,
  attemptId: string,
  interruptions: readonly Interruption[],
  around: Around = {},
): Promise<boolean> => {
  try {
    const path = `/api/attempts/${attemptId}/interruptions`;
    const { answer } = await postSignedIn(path, account, around, { interruptions });
    return answer.ok || answer.status === 404;
  } catch {
    return false;
  }
};

interface Telling {
  now: () => number;
  locks: Pick<LockManager, 'query'> | undefined;
  interrupted?: typeof sendInterruptions;
}

/**
 * Tells the server when a proctored sitting was left or without signal: what is over, and what a page that is
 * gone had begun, which ends now. Whether nothing is left to tell.
 */
export const tellInterruptions = async (
  db: OutboxDatabase,
  account: string,
  { now, locks, interrupted: send = sendInterruptions }: Telling,
): Promise<boolean> => {
  const serverMs = now() + ((await readClockOffset(db)) ?? 0);
  const kept = await db.getAll('interruptions', ofAccount(account));
  const { held = [], pending = [] } = (await locks?.query()) ?? {};
  const pages = new Set([...held, ...pending].map(({ name }) => name));
  const over = kept.filter(({ id, to }) => to !== undefined || !pages.has(interruptionLock(id)));
  for (const attempt of new Set(over.map(({ attemptId }) => attemptId))) {
    const mine = over.filter(({ attemptId }) => attemptId === attempt);
    for (let first = 0; first < mine.length; first += parcel) {
      const told = mine.slice(first, first + parcel);
      const interruptions = told.map(({ id, kind, from, to = serverMs }) => ({
        id,
        kind,
        from: new Date(from).toISOString(),
        to: new Date(Math.max(from, to)).toISOString(),
      }));
      if (!(await send(account, attempt, interruptions))) return false;
      const work = db.transaction('interruptions', 'readwrite');
      for (const { id } of told) void work.store.delete([account, attempt, id]);
      await work.done;
    }
  }
  return true;
};
