import { invalidateAll } from '$app/navigation';

/** A load that fails puts an error page over whatever is being projected: ask first whether anybody answers. */
const answers = () =>
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Keeps the figures of a page that is being looked at fresh; returns what stops it. */
export const refreshWhileSeen = (seconds: number): (() => void) => {
  let busy = false;
  const refresh = async () => {
    if (busy || document.visibilityState !== 'visible') return;
    busy = true;
    if (await answers()) await invalidateAll();
    busy = false;
  };
  const timer = setInterval(() => void refresh(), seconds * 1000);
  return () => clearInterval(timer);
};
