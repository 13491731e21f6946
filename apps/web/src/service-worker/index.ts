import { prerendered } from '$app/manifest';
import { self } from '$app/service-worker';
import type { Me } from '@puente/schemas';
import { Outbox } from '../lib/recording/outbox.ts';
import { forgetAccount, pagesCache } from '../lib/offline/kept-modules.ts';
import { keepFiles, keepPageAt, openFile, openPage, openRoute, prepareOfflinePages } from './kept.ts';

/** The browser's word for "there is a signal again", which TypeScript does not know yet. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

// Who signs in or out may be somebody else from the next page on.
const changesPerson = /^\/(es|en)\/(sign-in|sign-out|activate|join|account)\b|^\/api\/session(?!\/refresh)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    prepareOfflinePages(prerendered.map(({ path }) => new URL(path, location.origin).pathname)),
  );
});

// A newer worker waits until no page of the older one is open: an attempt under way never changes hands.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== 'GET') {
    if (changesPerson.test(pathname))
      event.waitUntil(Promise.all([caches.delete(pagesCache), forgetAccount()]));
  } else if (pathname.startsWith('/_app/immutable/')) {
    event.respondWith(openFile(request));
  } else if (pathname.endsWith('/__route.js')) {
    event.respondWith(openRoute(request));
  } else if (request.mode === 'navigate') {
    event.respondWith(openPage(request, (work) => event.waitUntil(work)));
  }
});

self.addEventListener('message', (event) => {
  const { page, files } = event.data as { page: string; files: string[] };
  // A kept page without its files would open and do nothing.
  event.waitUntil(keepFiles(files).then(() => keepPageAt(page)));
});

const whoIsSignedIn = async (): Promise<string | undefined> => {
  const asked = await fetch('/api/session');
  const answer = asked.status === 401 ? await fetch('/api/session/refresh', { method: 'POST' }) : asked;
  return answer.ok ? ((await answer.json()) as Me).membershipId : undefined;
};

/** Sends with no page open, for whoever is signed in and for nobody else. */
const sendInBackground = async () => {
  const account = await whoIsSignedIn();
  if (!account) return;
  const outbox = new Outbox(account);
  await outbox.flush();
  outbox.stop();
  // The browser tries again later.
  if (outbox.why) throw new Error(outbox.why);
};

self.addEventListener('sync' as 'message', (event) => {
  const { tag, waitUntil } = event as unknown as SyncEvent;
  if (tag === 'puente-outbox') waitUntil.call(event, sendInBackground());
});
