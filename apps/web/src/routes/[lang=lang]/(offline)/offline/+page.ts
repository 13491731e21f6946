import { langs } from '#lib/i18n.ts';
import type { EntryGenerator } from './$types';

/** Made once, for everybody: the service worker keeps it and shows it wherever there is no signal. */
export const prerender = true;
export const csr = false;
export const entries: EntryGenerator = () => langs.map((lang) => ({ lang }));
