import { askAfterEachLoss } from './ask-to-send-later.ts';
import { Outbox } from './outbox.ts';

let opened: Outbox | undefined;

/** The outbox of whoever is signed in; called in a browser only. From then on it sends by itself. */
export const openOutbox = (account: string): Outbox => {
  if (opened?.account === account) return opened;
  // Another person has signed in here: what the one before left waits for them.
  opened?.stop();
  const outbox = (opened = new Outbox(account));
  const askAgain = askAfterEachLoss(outbox);
  const wake = () => {
    if (opened !== outbox) return;
    if (document.visibilityState === 'visible') void outbox.flush();
    else askAgain();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  return outbox;
};
