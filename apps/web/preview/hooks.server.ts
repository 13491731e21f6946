import type { Handle } from '@sveltejs/kit/hooks';
import { langOfPath } from '../src/lib/i18n.ts';

/** No session and no API: an author reads files. */
export const handle: Handle = ({ event, resolve }) => {
  event.locals.lang = langOfPath(event.url.pathname);
  event.locals.theme = 'auto';
  event.locals.me = null;
  event.locals.sessionUnknown = false;
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%puente.lang%', event.locals.lang).replace('%puente.theme%', 'auto'),
  });
};
