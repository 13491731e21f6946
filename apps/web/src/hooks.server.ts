import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { langOfPath, preferredLang, type Lang } from '#lib/i18n.ts';
import { Problem } from '#lib/problem.ts';
import { askApi } from '#lib/server/api-bridge.ts';
import { compressed } from '#lib/server/compress.ts';
import { readSession } from '#lib/server/session.ts';
import { isTheme } from '#lib/theme.ts';

const yearInSeconds = 365 * 24 * 3600;

const squeeze: Handle = async ({ event, resolve }) =>
  event.isSubRequest ? resolve(event) : compressed(event.request, await resolve(event));

const language: Handle = ({ event, resolve }) => {
  const { cookies, url, request } = event;
  const remembered = cookies.get('puente_lang');
  const inPath = /^\/(es|en)(\/|$)/.test(url.pathname);
  const lang: Lang = inPath
    ? langOfPath(url.pathname)
    : remembered === 'es' || remembered === 'en'
      ? remembered
      : preferredLang(request.headers.get('accept-language'));
  if (inPath && remembered !== lang) {
    cookies.set('puente_lang', lang, {
      maxAge: yearInSeconds,
      secure: url.protocol === 'https:',
    });
  }
  const theme = cookies.get('puente_theme');
  event.locals.lang = lang;
  event.locals.theme = isTheme(theme) ? theme : 'auto';
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replaceAll('%puente.lang%', lang).replace('%puente.theme%', event.locals.theme),
  });
};

const session: Handle = async ({ event, resolve }) => {
  const me = event.route.id ? await readSession(event) : null;
  event.locals.me = me ?? null;
  event.locals.sessionUnknown = me === undefined;
  return resolve(event);
};

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-cache');
  }
  // Tells the service worker whose pages these are; nothing where nobody can say.
  if (!event.locals.sessionUnknown && !event.isSubRequest) {
    response.headers.set('puente-account', event.locals.me?.membershipId ?? 'none');
  }
  return response;
};

export const handle = sequence(squeeze, headers, language, session);

export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url);
  const ours = url.origin === event.url.origin && url.pathname.startsWith('/api/');
  return ours ? askApi(event, request) : fetch(request);
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (error instanceof Problem) {
    return { status: error.details.status, message: error.details.title, code: error.details.code };
  }
  if (kind !== 'unknown') return;
  // The route and never the address: addresses may carry codes, and messages may carry answers.
  const { name, stack } = error instanceof Error ? error : new Error(String(error));
  const where = stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6);
  console.error(JSON.stringify({ level: 'error', route: event.route.id, name, where }));
};
