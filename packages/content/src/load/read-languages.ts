import { languages } from '../schemas/text.ts';
import type { Language } from '../text.ts';
import type { Loading } from './loading.ts';

const names = { es: 'Spanish', en: 'English' };

/** `<path>.es.<extension>` and `<path>.en.<extension>`. */
export function readLanguages(
  loading: Loading,
  path: string,
  extension: string,
): Partial<Record<Language, string>> {
  const texts: Partial<Record<Language, string>> = {};
  for (const language of languages) {
    const file = `${path}.${language}.${extension}`;
    if (loading.files.has(file)) texts[language] = loading.reader.text(file);
    else {
      loading.missing(file, 'missing-language', `The ${names[language]} is missing`, `write ${file}`);
    }
  }
  return texts;
}
