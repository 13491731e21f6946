import type { Attempt } from '@puente/schemas';
import { browser, version } from '$app/env';
import { afterNavigate } from '$app/navigation';
import { readClocks, type Reading } from './attempt-clock.ts';
import { openOutbox } from './open-outbox.ts';
import { Recorder } from './recorder.svelte.ts';

/**
 * When the server's answer that this page was made from reached the device. Scripts may arrive
 * seconds later on a slow line, and those seconds are not the clock's error.
 */
const pageReading = (): Reading => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const monotonicMs = entry?.responseStart ?? 0;
  return { wallMs: performance.timeOrigin + monotonicMs, monotonicMs };
};

/** The service worker writes this on a page that it kept for times without signal. */
const isKept = () => document.documentElement.dataset.kept !== undefined;

/** The recorder of the attempt that a page shows; called while the page's component starts. */
export const startRecorder = (attempt: Attempt, account: string): Recorder => {
  const heard = !browser ? readClocks() : isKept() ? undefined : pageReading();
  const outbox = browser ? openOutbox(account) : undefined;
  // Who answers may lose the signal: whoever only looks pays nothing for that.
  const onanswer = () =>
    void import('./keep-page.ts').then(
      ({ prepareWorker }) => prepareWorker(),
      () => undefined,
    );
  const recorder = new Recorder(attempt, { heard, appVersion: version, outbox, onanswer });
  let arrived = false;
  afterNavigate(({ type }) => {
    if (arrived) return;
    arrived = true;
    // Without a page load of its own, the attempt came just now and not with the first page.
    const came = type === 'enter' ? heard : readClocks();
    if (came) recorder.hear(attempt.serverNow, came, came);
    void recorder.flush();
  });
  return recorder;
};
