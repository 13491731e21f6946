import type { Outbox } from '../recording/outbox.ts';
import type { KeptInterruption } from '../recording/outbox-store.ts';
import { interruptionLock, keepInterruption } from '../recording/tell-interruptions.ts';
import { newId } from '../state/new-id.ts';

type Kind = KeptInterruption['kind'];
type Begun = Omit<KeptInterruption, 'account'>;

/** Says, for as long as this page stands, that the interruption goes on; returns what ends that. */
const hold = (locks: Pick<LockManager, 'request'> | undefined, id: string): (() => void) => {
  let free: () => void = () => undefined;
  const until = new Promise<void>((done) => (free = done));
  void locks?.request(interruptionLock(id), () => until);
  return free;
};

/** What a proctored sitting also records: when the phone was offline, and when the page was left. */
export class Interruptions {
  #outbox: Pick<Outbox, 'account' | 'onDevice' | 'flush'>;
  #attemptId: string;
  #serverMs: () => number;
  #locks: Pick<LockManager, 'request'> | undefined;
  #open = new Map<Kind, { begun: Begun; free: () => void }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    outbox: Pick<Outbox, 'account' | 'onDevice' | 'flush'>,
    attemptId: string,
    serverMs: () => number,
    locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
  ) {
    this.#outbox = outbox;
    this.#attemptId = attemptId;
    this.#serverMs = serverMs;
    this.#locks = locks;
  }

  /** One after the other, so that an end never overtakes its beginning. */
  #keep(interruption: Begun): Promise<unknown> {
    const kept = { ...interruption, account: this.#outbox.account };
    this.#last = this.#last.then(() => this.#outbox.onDevice((db) => keepInterruption(db, kept)));
    return this.#last;
  }

  /** Kept as it begins: the page may be gone before it ends. */
  async note(kind: Kind, interrupted: boolean): Promise<void> {
    const open = this.#open.get(kind);
    if (interrupted === (open !== undefined)) return;
    const now = this.#serverMs();
    if (open) {
      this.#open.delete(kind);
      await this.#keep({ ...open.begun, to: now });
      open.free();
      await this.#outbox.flush();
    } else {
      const begun = { attemptId: this.#attemptId, id: newId(), kind, from: now };
      this.#open.set(kind, { begun, free: hold(this.#locks, begun.id) });
      await this.#keep(begun);
    }
  }

  /** The page is left within the app: what it had begun is for the next sender to end. */
  leave() {
    for (const { free } of this.#open.values()) free();
    this.#open.clear();
  }
}

/** Watches the page for as long as it stands; returns what stops it. */
export const watchInterruptions = (interruptions: Interruptions): (() => void) => {
  const look = () => {
    void interruptions.note('focus_lost', document.visibilityState !== 'visible' || !document.hasFocus());
    void interruptions.note('offline', !navigator.onLine);
  };
  const events = ['blur', 'focus', 'online', 'offline'] as const;
  for (const event of events) addEventListener(event, look);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    for (const event of events) removeEventListener(event, look);
    document.removeEventListener('visibilitychange', look);
    interruptions.leave();
  };
};
