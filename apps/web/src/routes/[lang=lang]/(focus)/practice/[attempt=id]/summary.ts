import type { CourseMap, ModuleMap } from '@puente/schemas';
import { messages, type Lang } from '#lib/i18n.ts';

export interface AnswerSummary {
  /** The probability that the confidence meant. */
  confidence: number;
  confidenceLevel: number;
  right: boolean;
}

export type Judgement = 'few' | 'close' | 'over' | 'under';

export interface PracticeSummary {
  answered: number;
  right: number;
  /** How many right answers the confidences add up to. */
  expected: number;
  judgement: Judgement;
  sure: { said: number; right: number };
}

/** Under five answers a confidence says nothing yet. */
const fewest = 5;
const sureLevel = 3;

/** What a practice says of knowledge and of confidence, side by side. */
export const summarise = (answers: readonly AnswerSummary[]): PracticeSummary => {
  const answered = answers.length;
  const right = answers.filter((answer) => answer.right).length;
  const expected = answers.reduce((sum, { confidence }) => sum + confidence, 0);
  const sure = answers.filter(({ confidenceLevel }) => confidenceLevel >= sureLevel);
  // Of the numbers that the sentence shows, so that it never seems to miscount.
  const difference = Math.round(expected) - right;
  const judgement =
    answered < fewest ? 'few' : Math.abs(difference) <= 1 ? 'close' : difference > 0 ? 'over' : 'under';
  return {
    answered,
    right,
    expected,
    judgement,
    sure: { said: sure.length, right: sure.filter((answer) => answer.right).length },
  };
};

const words = messages({
  es: {
    few: (right: string, all: string) =>
      `Acertaste ${right} de ${all}. Con tan pocas, de tu confianza todavía no se puede decir nada.`,
    close: (right: string, all: string, expected: string) =>
      `Por tu confianza esperabas acertar unas ${expected} de ${all}; acertaste ${right}. Lo que crees saber y lo que sabes van juntos.`,
    over: (right: string, all: string, expected: string) =>
      `Por tu confianza esperabas acertar unas ${expected} de ${all}; acertaste ${right}. Aquí dudar un poco más te ayuda.`,
    under: (right: string, all: string, expected: string) =>
      `Por tu confianza esperabas acertar unas ${expected} de ${all}; acertaste ${right}. Sabes más de lo que crees.`,
    sure: (right: string, said: string) =>
      said === '1'
        ? `Una vez casi no dudaste, y ${right === '1' ? 'era' : 'no era'}.`
        : `Cuando casi no dudaste, acertaste ${right} de ${said}.`,
  },
  en: {
    few: (right: string, all: string) =>
      `You got ${right} of ${all} right. With so few, nothing can be said of your confidence yet.`,
    close: (right: string, all: string, expected: string) =>
      `By your confidence you expected about ${expected} of ${all} right; it was ${right}. What you think you know and what you know go together.`,
    over: (right: string, all: string, expected: string) =>
      `By your confidence you expected about ${expected} of ${all} right; it was ${right}. Here a little more doubt helps you.`,
    under: (right: string, all: string, expected: string) =>
      `By your confidence you expected about ${expected} of ${all} right; it was ${right}. You know more than you think.`,
    sure: (right: string, said: string) =>
      said === '1'
        ? `Once you hardly doubted, and ${right === '1' ? 'it was right' : 'it was wrong'}.`
        : `When you hardly doubted, you were right ${right} times of ${said}.`,
  },
});

/** The sentence that ends a practice. */
export const endSentence = (
  { answered, right, expected, judgement, sure }: PracticeSummary,
  lang: Lang,
): string => {
  const t = words(lang);
  const first = t[judgement](String(right), String(answered), String(Math.round(expected)));
  return sure.said === 0 || judgement === 'few'
    ? first
    : `${first} ${t.sure(String(sure.right), String(sure.said))}`;
};

/** The concepts of these modules, once each, in the order of their bridges. */
export const conceptsOf = (
  course: Pick<CourseMap, 'modules'>,
  moduleIds: readonly string[],
): ModuleMap['concepts'] =>
  course.modules.filter(({ id }) => moduleIds.includes(id)).flatMap(({ concepts }) => concepts);
