import { Outbox } from './outbox.ts';

interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, the worker sends once there is a signal, with no page open. */
const askToSendLater = async () => {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register('puente-outbox').catch(() => undefined);
};

let opened: Outbox | undefined;

/** The outbox of whoever is signed in; called in a browser only. From then on it sends by itself. */
export const openOutbox = (account: string): Outbox => {
  if (opened?.account === account) return opened;
  // Another person has signed in here: what the one before left waits for them.
  opened?.stop();
  const outbox = (opened = new Outbox(account));
  const wake = () => {
    if (opened === outbox && document.visibilityState === 'visible') void outbox.flush();
  };
  let asked = false;
  outbox.onchange(() => {
    if (asked || !outbox.why) return;
    asked = true;
    void askToSendLater();
  });
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  return outbox;
};
