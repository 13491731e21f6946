import { redirect } from '@sveltejs/kit';
import { safePath } from '#lib/server/guard.ts';
import { isTheme } from '#lib/theme.ts';
import type { RequestHandler } from './$types';

const yearInSeconds = 365 * 24 * 3600;

export const POST: RequestHandler = async ({ request, cookies, params, url }) => {
  const form = await request.formData();
  const theme = form.get('theme');
  if (isTheme(theme)) {
    cookies.set('puente_theme', theme, {
      maxAge: yearInSeconds,
      secure: url.protocol === 'https:',
    });
  }
  const back = form.get('back');
  redirect(303, (typeof back === 'string' && safePath(back)) || `/${params.lang}`);
};
