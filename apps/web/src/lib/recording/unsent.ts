import type { Receipt, ResponseInput } from '@puente/schemas';

/** An answer without a receipt, or one that was refused. */
export interface Unsent {
  response: ResponseInput;
  refusal?: NonNullable<Receipt['reason']>;
}

/** What a reload must find again of one attempt, apart for each account: two people may share a phone. */
export interface UnsentStore {
  list(): Unsent[];
  /** False where the phone keeps nothing: storage full, or closed by the browser. */
  keep(unsent: Unsent): boolean;
  drop(id: string): void;
  /** One more than the last that this device gave, whichever of its tabs did. */
  nextSequence(last: number): number;
}

const parsed = (text: string | null): Unsent | undefined => {
  try {
    const value = JSON.parse(text ?? '') as Unsent;
    return value.response.schemaVersion === 1 ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A key for each answer, so that two tabs never write over each other. */
export const unsentIn = (storage: Storage, account: string, attemptId: string): UnsentStore => {
  const prefix = `puente:unsent:${account}:${attemptId}:`;
  const sequenceKey = `puente:sequence:${account}:${attemptId}`;
  return {
    list: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index))
        .filter((key) => key?.startsWith(prefix))
        .flatMap((key) => parsed(storage.getItem(key!)) ?? [])
        .sort((a, b) => a.response.deviceSequence - b.response.deviceSequence),
    keep: (unsent) => {
      try {
        storage.setItem(prefix + unsent.response.id, JSON.stringify(unsent));
        return true;
      } catch {
        return false;
      }
    },
    drop: (id) => storage.removeItem(prefix + id),
    nextSequence: (last) => {
      const next = Math.max(last, Number(storage.getItem(sequenceKey)) || 0) + 1;
      try {
        storage.setItem(sequenceKey, String(next));
      } catch {
        // Full storage: this tab's own count goes on.
      }
      return next;
    },
  };
};

/** On this phone, for the account that is signed in; undefined where the browser offers no storage. */
export const unsentOf = (account: string, attemptId: string): UnsentStore | undefined => {
  try {
    return unsentIn(localStorage, account, attemptId);
  } catch {
    return undefined;
  }
};

/** How many answers of this account wait on the phone for their receipt, over all its attempts. */
export const countUnsent = (account: string): number => {
  try {
    return Object.keys(localStorage).filter(
      (key) => key.startsWith(`puente:unsent:${account}:`) && !parsed(localStorage.getItem(key))?.refusal,
    ).length;
  } catch {
    return 0;
  }
};
