import type { Component } from 'svelte';

const dayMs = 86_400_000;

export interface WaitingHere {
  /** Answers of this account that wait on the phone for their receipt, over all its attempts. */
  amount: number;
  /** What says that some have waited for a day. */
  Long?: Component<{ account: string }>;
}

/** Keeps a layout told of what waits on the phone, and sends it; returns what stops it. */
export const watchWaiting = (account: string, tell: (waiting: WaitingHere) => void): (() => void) => {
  let forget: (() => void) | undefined;
  let stopped = false;
  void (async () => {
    const { openOutbox } = await import('./open-outbox.ts');
    const outbox = openOutbox(account);
    const look = async () => {
      const queue = await outbox.waiting();
      const since = queue[0]?.waitingSince ?? Infinity;
      const long = Date.now() - since > dayMs;
      // A phone that never had this is without signal: the count at least is told.
      const module = long ? await import('./WaitingLong.svelte').catch(() => undefined) : undefined;
      if (!stopped) tell({ amount: queue.length, ...(module && { Long: module.default }) });
    };
    if (stopped) return;
    forget = outbox.onchange(() => void look());
    await look();
    await outbox.flush();
  })();
  return () => {
    stopped = true;
    forget?.();
  };
};
