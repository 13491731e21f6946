import type { CaseDecision, Item } from '../content.ts';
import type { Language, Text } from '../text.ts';
import { decisions, everyItem } from './questions.ts';
import type { Scope } from './scope.ts';

/** A question with options, as the advice on writing them sees it. */
export interface Choices {
  question: Item | CaseDecision;
  stem: Text;
  options: readonly { id: string; text: Text }[];
  isKey: (id: string) => boolean;
}

const none: Text = { es: '', en: '' };

export function everyChoice(scope: Scope): Choices[] {
  return [
    ...everyItem(scope).flatMap((item) => choicesOf(item) ?? []),
    // What a model may come to is never read side by side.
    ...decisions(scope)
      .filter(({ challenge }) => !challenge)
      .map(choicesOfCase),
  ];
}

export function choicesOf(item: Item): Choices | undefined {
  if (item.kind === 'single-best-answer' || item.kind === 'pick-on-a-figure') {
    return {
      question: item,
      stem: item.stem,
      options: item.options,
      isKey: (id) => id === item.key,
    };
  }
  if (item.kind !== 'multiple-response') return undefined;
  return { question: item, stem: item.stem, options: item.options, isKey: (id) => item.key.includes(id) };
}

function choicesOfCase(decision: CaseDecision): Choices {
  const best = new Set(decision.options.filter(({ fraction }) => fraction === 1).map(({ id }) => id));
  return { question: decision, stem: none, options: decision.options, isKey: (id) => best.has(id) };
}

export interface ChoiceSet {
  /** Where it is said, and answered: the form, or the module of the practice. */
  place: object;
  name: string;
  choices: Choices[];
}

/** What one person meets together: the single best answers of a form, and those of a module's practice. */
export function choiceSets(scope: Scope): ChoiceSet[] {
  const byId = new Map(scope.course.assessment.items.map((item) => [item.id, item]));
  const single = (items: Item[]) =>
    items.filter(({ kind }) => kind === 'single-best-answer').flatMap((item) => choicesOf(item) ?? []);
  return [
    ...scope.course.assessment.forms.map((form) => ({
      place: form,
      name: `form ${form.id}`,
      choices: single(form.items.flatMap((id) => byId.get(id) ?? [])),
    })),
    ...scope.openModules.map((module) => ({
      place: module,
      name: `practice of ${module.id}`,
      choices: single(module.practice),
    })),
  ];
}

export const contentWords = (text: string, language: Language): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    .filter((word) => !common[language].has(word))
    .map((word) => stemOf(word, language));

/** Singular and plural, masculine and feminine are one word. */
function stemOf(word: string, language: Language): string {
  return language === 'es' ? word.replace(/(es|[aeo]s?)$/u, '') : word.replace(/(ies|es|s|ed|ing)$/u, '');
}

const common = {
  es: new Set(
    (
      'para como pero este esta estos estas esto esos esas aquel desde hasta entre sobre porque cuando ' +
      'donde quien quienes cual cuál cuáles cuanto cuánto cómo qué más menos muy también otra otro otros otras ' +
      'todo toda todos todas cada tiene tienen está están será sería puede pueden había hace hacen sido ' +
      'ella ellas ellos unos unas según sino aunque antes después durante mientras mismo misma mejor ' +
      'explica explican ocurre queda quedan sigue primero primera'
    ).split(' '),
  ),
  en: new Set(
    (
      'with from that this these those which what when where whom whose than then them they their there ' +
      'have been were will would could should does into over under after before while because each ' +
      'other others more most less least very also only same such some both about between through ' +
      'best explain explains happens stays during first'
    ).split(' '),
  ),
};
