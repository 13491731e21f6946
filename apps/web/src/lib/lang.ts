import { page } from '$app/state';
import { langOfPath, type Lang } from './i18n.ts';

/** The language of the page being shown; reads the address, so that error pages know it too. */
export const currentLang = (): Lang => langOfPath(page.url.pathname);
