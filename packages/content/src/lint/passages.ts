import type { Problem } from '../problem.ts';
import { scanProse } from '../prose/scan-prose.ts';
import type { WarningCode } from '../schemas/answers.ts';
import type { Language, Text } from '../text.ts';
import { everyItem } from './questions.ts';
import type { Scope } from './scope.ts';
import { warn } from './warn.ts';

/** Something that is said in both languages, and what else is said of the same patient. */
export interface Passage {
  words: Text;
  /** Everything that belongs with it: the item, the case, the lesson. */
  around: Text;
  /** Said by a wrong option, where a wrong figure may be meant. */
  wrong: boolean;
  warn(language: Language, code: WarningCode, message: string, fix: string, at?: number): Problem;
}

const read = new WeakMap<Scope, Passage[]>();

/** Gathered once for all who read them. */
export function passages(scope: Scope): Passage[] {
  const known = read.get(scope) ?? gather(scope);
  read.set(scope, known);
  return known;
}

function gather(scope: Scope): Passage[] {
  const { course, openModules } = scope;
  return [
    ...[
      ...everyItem(scope),
      ...openModules.flatMap((module) => [...(module.case ? [module.case] : []), ...module.figures]),
      ...course.concepts,
      ...course.modules.map(({ patient }) => patient),
    ].flatMap((thing) => saidBy(scope, thing)),
    ...openModules.flatMap((module) =>
      module.lessons.flatMap(({ folder, prose: { es, en } }) =>
        es === undefined || en === undefined ? [] : prose(folder, es, en),
      ),
    ),
  ];
}

function saidBy(scope: Scope, thing: object): Passage[] {
  const texts = textsIn(thing, false);
  const joined = (language: Language) => texts.map(({ text }) => text[language]).join('\n');
  const around = { es: joined('es'), en: joined('en') };
  return texts.map(({ text, wrong }) => ({
    words: text,
    around,
    wrong,
    warn: (language, code, message, fix) => warn(scope, text, [language], code, message, fix),
  }));
}

function textsIn(value: unknown, wrong: boolean): { text: Text; wrong: boolean }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { es, en } = value as Partial<Text>;
  if (typeof es === 'string' && typeof en === 'string') return [{ text: value as Text, wrong }];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, wrong));
  const fields = value as Record<string, unknown>;
  const inWrong = wrong || 'misconception' in fields || (fields['fraction'] as number) < 0.5;
  return Object.entries(fields).flatMap(([name, field]) => (name === 'svg' ? [] : textsIn(field, inWrong)));
}

function prose(folder: string, es: string, en: string): Passage[] {
  const words = { es: scanProse(es).words, en: scanProse(en).words };
  return [
    {
      words,
      around: words,
      wrong: false,
      warn: (language, code, message, fix, at = 0): Problem => ({
        severity: 'warning',
        code,
        file: `${folder}/lesson.${language}.svx`,
        line: words[language].slice(0, at).split('\n').length,
        field: '',
        message,
        fix,
      }),
    },
  ];
}
