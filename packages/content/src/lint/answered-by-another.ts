import type { Item } from '../content.ts';
import type { Problem } from '../problem.ts';
import { languages } from '../schemas/text.ts';
import type { Language } from '../text.ts';
import { choicesOf, contentWords } from './choices.ts';
import type { Rule } from './scope.ts';
import { warn } from './warn.ts';

/** In one form, a sentence of a stem that holds the key of another question gives it away. */
export const answeredByAnother: Rule = (scope) => {
  const byId = new Map(scope.course.assessment.items.map((item) => [item.id, item]));
  return scope.course.assessment.forms.flatMap((form) => {
    const items = form.items.flatMap((id) => byId.get(id) ?? []);
    return items.flatMap((item, index) =>
      languages.flatMap((language): Problem[] => {
        const key = choicesOf(item)?.options.find(({ id }) => 'key' in item && id === item.key);
        const words = key ? new Set(contentWords(key.text[language], language)) : new Set<string>();
        if (words.size < 3) return [];
        const other = items.find((candidate) => candidate !== item && says(candidate, words, language));
        if (!other) return [];
        return [
          warn(
            scope,
            form,
            ['items', index],
            'answered-by-another',
            `The stem of "${other.id}" says what the key of "${item.id}" says (${language})`,
            'put them into different forms, or say less in that stem',
          ),
        ];
      }),
    );
  });
};

function says(item: Item, key: ReadonlySet<string>, language: Language): boolean {
  return item.stem[language].split(/(?<=[.;?!])\s+/).some((sentence) => {
    const said = new Set(contentWords(sentence, language));
    const shared = [...key].filter((word) => said.has(word)).length;
    return shared / key.size >= 0.8;
  });
}
