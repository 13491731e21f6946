import type { Outbox } from './outbox.ts';

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, the worker sends once there is a signal, with no page open. */
const askBrowser = async (): Promise<void> => {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  // The worker comes with the first answer: it may not be there yet.
  if (!registration) throw new Error('No worker yet');
  await registration.sync?.register('puente-outbox');
};

/** Asks once for each loss of signal, until the asking has worked; what it returns asks again. */
export const askAfterEachLoss = (
  outbox: Pick<Outbox, 'onchange' | 'why'>,
  ask: () => Promise<void> = askBrowser,
): (() => void) => {
  let asked = false;
  const look = () => {
    if (!outbox.why) asked = false;
    if (!outbox.why || asked) return;
    asked = true;
    ask().catch(() => (asked = false));
  };
  outbox.onchange(look);
  return () => {
    asked = false;
    look();
  };
};
