import type { Outbox } from './outbox.ts';

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, the worker sends once there is a signal, with no page open. */
const askBrowser = async (): Promise<void> => {
  // Fails where the worker, which comes with the first answer, is not there yet.
  const { sync } = (await navigator.serviceWorker.getRegistration()) as WithSync;
  await sync?.register('puente-outbox');
};

/** Asks once for each loss of signal, until the asking has worked; what it returns asks again. */
export const askAfterEachLoss = (
  outbox: Pick<Outbox, 'onchange' | 'why'>,
  ask: () => Promise<void> = askBrowser,
): (() => void) => {
  let asked = false;
  const look = () => {
    if (!outbox.why) asked = false;
    else if (!asked) {
      asked = true;
      ask().catch(() => (asked = false));
    }
  };
  outbox.onchange(look);
  return () => {
    asked = false;
    look();
  };
};
