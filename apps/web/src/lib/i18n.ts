export type Lang = 'es' | 'en';

export const langs: readonly Lang[] = ['es', 'en'];

type Words = {
  [key: string]: string | readonly string[] | ((...values: never[]) => string) | Words;
};

type SameShape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : T[K] extends (...values: infer Values) => string
        ? (...values: Values) => string
        : SameShape<T[K]>;
};

/**
 * The words of one page or component, beside it. English that lacks a word, or has one too many,
 * is a type error.
 */
export const messages =
  <T extends Words>(dictionary: { es: T; en: NoInfer<SameShape<T>> }) =>
  (lang: Lang): SameShape<T> =>
    dictionary[lang] as SameShape<T>;

export const langOfPath = (path: string): Lang => (/^\/en(\/|$)/.test(path) ? 'en' : 'es');

/** The same address in another language. */
export const inLang = (url: { pathname: string; search: string }, lang: Lang): string =>
  `/${lang}${url.pathname.replace(/^\/(es|en)(?=\/|$)/, '')}${url.search}`;

/** The first of our languages that the browser asks for; Spanish when it asks for neither. */
export const preferredLang = (acceptLanguage: string | null): Lang => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2), quality: quality ? Number(quality) : 1 };
    })
    .filter(({ tag, quality }) => (tag === 'es' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'es';
};
