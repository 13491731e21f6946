import type { Attempt } from '@puente/schemas';
import {
  keepInterruption,
  listInterruptions,
  dropInterruptions,
  openOutboxDatabase,
  type KeptInterruption,
} from '../recording/outbox-store.ts';
import { postSignedIn } from '../recording/send.ts';
import { newId } from '../state/new-id.ts';

type Kind = KeptInterruption['kind'];

/** What a proctored sitting also records: when the phone was offline, and when the page was left. */
export class Interruptions {
  #account: string;
  #attempt: Pick<Attempt, 'id'>;
  #serverMs: () => number;
  #name: string;
  #open = new Map<Kind, KeptInterruption>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(account: string, attempt: Pick<Attempt, 'id'>, serverMs: () => number, name = 'puente') {
    this.#account = account;
    this.#attempt = attempt;
    this.#serverMs = serverMs;
    this.#name = name;
  }

  #database = () => openOutboxDatabase(this.#name, () => undefined);

  /** One after the other, so that an end never overtakes its beginning. */
  #next(work: () => Promise<unknown>): Promise<unknown> {
    this.#last = this.#last.then(work).catch(() => undefined);
    return this.#last;
  }

  #keep(interruption: KeptInterruption) {
    return this.#next(async () => {
      const db = await this.#database();
      await keepInterruption(db, interruption).finally(() => db.close());
    });
  }

  /** Kept as it begins: the page may be gone before it ends. */
  note(kind: Kind, interrupted: boolean): Promise<unknown> {
    const open = this.#open.get(kind);
    if (interrupted === (open !== undefined)) return this.#last;
    const now = this.#serverMs();
    if (!open) {
      const begun = { account: this.#account, attemptId: this.#attempt.id, id: newId(), kind, from: now };
      this.#open.set(kind, begun);
      return this.#keep(begun);
    }
    this.#open.delete(kind);
    return this.#keep({ ...open, to: now });
  }

  /** Sends what has ended. What a page that is gone had begun ends now. */
  send(post = postSignedIn): Promise<unknown> {
    return this.#next(async () => {
      const db = await this.#database();
      try {
        const open = new Set([...this.#open.values()].map(({ id }) => id));
        const ended = (await listInterruptions(db, this.#account, this.#attempt.id))
          .filter(({ id }) => !open.has(id))
          .slice(0, 200);
        if (ended.length === 0) return;
        const interruptions = ended.map(({ id, kind, from, to }) => ({
          id,
          kind,
          from: new Date(from).toISOString(),
          to: new Date(Math.max(from, to ?? this.#serverMs())).toISOString(),
        }));
        const path = `/api/attempts/${this.#attempt.id}/interruptions`;
        const { answer } = await post(path, this.#account, {}, { interruptions });
        if (answer.ok || answer.status === 404) await dropInterruptions(db, ended);
      } finally {
        db.close();
      }
    });
  }
}

/** Watches the page for as long as it stands; returns what stops it. */
export const watchInterruptions = (interruptions: Interruptions): (() => void) => {
  const look = () => {
    void interruptions.note('focus_lost', document.visibilityState !== 'visible' || !document.hasFocus());
    void interruptions.note('offline', !navigator.onLine);
    if (navigator.onLine) void interruptions.send();
  };
  const events = ['blur', 'focus', 'online', 'offline'] as const;
  for (const event of events) addEventListener(event, look);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    for (const event of events) removeEventListener(event, look);
    document.removeEventListener('visibilitychange', look);
  };
};
