import type { Receipt, ResponseInput } from '@puente/schemas';
import { strict, type OutboxDatabase } from './outbox-store.ts';

/** What an older build kept in `localStorage` moves over; it is removed there once it is here. */
export const adoptOlder = async (
  db: OutboxDatabase,
  account: string,
  storage: Storage,
  now: number,
): Promise<void> => {
  const [unsent, sequences] = ['unsent', 'sequence'].map((kind) => {
    const prefix = `puente:${kind}:${account}:`;
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, rest: key.slice(prefix.length) }));
  }) as [{ key: string; rest: string }[], { key: string; rest: string }[]];
  if (unsent.length + sequences.length === 0) return;
  const adopted: string[] = [];
  const work = db.transaction(['answers', 'attempts'], 'readwrite', strict);
  const answers = work.objectStore('answers');
  for (const { key } of unsent) {
    const older = readOlder(storage.getItem(key));
    if (!older) continue;
    const { response, refusal } = older;
    const { id, attemptId } = response;
    adopted.push(key);
    if (await answers.getKey([account, id])) continue;
    const kept = { account, id, attemptId, response, keptAt: now };
    void answers.put(
      refusal
        ? { ...kept, state: 'refused', reason: refusal }
        : { ...kept, state: 'waiting', waitingSince: now },
    );
  }
  for (const { key, rest: attemptId } of sequences) {
    adopted.push(key);
    const attempt = await work.objectStore('attempts').get([account, attemptId]);
    const sequence = Math.max(attempt?.sequence ?? 0, Number(storage.getItem(key)) || 0);
    void work.objectStore('attempts').put({ ...attempt, account, attemptId, sequence });
  }
  await work.done;
  for (const key of adopted) storage.removeItem(key);
};

type Older = { response: ResponseInput; refusal?: NonNullable<Receipt['reason']> };

/** What cannot be read stays where it is. */
const readOlder = (text: string | null): Older | undefined => {
  try {
    const older = JSON.parse(text ?? '') as Older;
    return older.response.id && older.response.attemptId ? older : undefined;
  } catch {
    return undefined;
  }
};
