import { error, redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import type { Me, Role } from '@puente/schemas';
import type { Lang } from '#lib/i18n.ts';
import { sections } from '#lib/navigation.ts';

export const homeOf = (me: Me, lang: Lang): string => `/${lang}/${sections[me.role][0]}`;

/** A path of ours to go on with after signing in; anything else is ignored. */
export const safePath = (path: string | null | undefined): string | undefined =>
  path && /^\/(es|en)(\/[\w\-./~%]*)?(\?[\w\-.~%=&+]*)?$/.test(path) && !path.includes('//')
    ? path
    : undefined;

/** Who is signed in; otherwise off to sign in, and back here afterwards. */
export const requireMe = (locals: App.Locals): Me => {
  if (locals.me) return locals.me;
  if (locals.sessionUnknown) error(503, 'Nobody can say who this is', { code: 'unreachable' });
  const { url, request } = getRequestEvent();
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : '';
  redirect(303, `/${locals.lang}/sign-in${next}`);
};

export const requireRole = (locals: App.Locals, ...roles: Role[]): Me => {
  const me = requireMe(locals);
  if (!roles.includes(me.role)) error(403, 'Not for this role', { code: 'role' });
  return me;
};
