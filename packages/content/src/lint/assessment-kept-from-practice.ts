import type { Item } from '../content.ts';
import type { Rule } from './scope.ts';
import { everyItem } from './questions.ts';

/** The same question under another id would give an assessment key away. */
export const assessmentKeptFromPractice: Rule = (scope) => {
  const assessment = new Set(scope.course.assessment.items);
  const practised = new Map<string, Item>();
  for (const item of everyItem(scope)) {
    if (!assessment.has(item)) for (const words of wordings(item)) practised.set(words, item);
  }
  return scope.course.assessment.items.flatMap((item) => {
    const twin = wordings(item).flatMap((words) => practised.get(words) ?? [])[0];
    if (!twin || twin.id === item.id) return [];
    return scope.report(item, ['stem'], {
      code: 'assessment-in-practice',
      message: `Practice asks the same question as "${twin.id}", and shows its key`,
      fix: 'write another question here, or take that one out of practice',
    });
  });
};

function wordings(item: Item): string[] {
  return (['es', 'en'] as const).map((language) => {
    const options = 'options' in item ? item.options.map((option) => option.text[language]).sort() : [];
    return [language, item.stem[language], item.question[language], ...options]
      .map((part) =>
        part
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .join('|');
  });
}
