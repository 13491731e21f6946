const worker = '/service-worker.js';

/** Registers the service worker and asks the browser not to throw away what this phone keeps. */
export const prepareWorker = async (): Promise<ServiceWorkerRegistration | undefined> => {
  void navigator.storage?.persist?.();
  // Absent over plain HTTP and where the browser is told to remember nothing.
  return navigator.serviceWorker?.register(worker, { type: 'module' });
};

/** Has the service worker keep this page, with all that it was made of, for times without signal. */
export const keepPage = async (): Promise<void> => {
  if (!(await prepareWorker())) return;
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_app/immutable/'))
    .map(({ pathname }) => pathname);
  active?.postMessage({ page: location.pathname, files });
};
