import type { Attempt } from '@puente/schemas';
import { browser, version } from '$app/env';
import { afterNavigate } from '$app/navigation';
import { pageReading, readClocks } from './attempt-clock.ts';
import { Recorder } from './recorder.svelte.ts';
import { unsentOf } from './unsent.ts';

/** The recorder of the attempt that a page shows; called while the page's component starts. */
export const startRecorder = (attempt: Attempt, account: string): Recorder => {
  const recorder = new Recorder(attempt, {
    heard: pageReading(),
    appVersion: version,
    store: browser ? unsentOf(account, attempt.id) : undefined,
  });
  let arrived = false;
  afterNavigate(({ type }) => {
    if (arrived) return;
    arrived = true;
    // Without a page load of its own, the attempt came just now and not with the first page.
    if (type !== 'enter') recorder.clock.hear(attempt.serverNow, readClocks(), readClocks());
    void recorder.flush();
  });
  return recorder;
};
