import type { NextStep, Today } from '@puente/schemas';
import { modulePath, practiceMinutes, stepPath } from './steps.ts';
import type { Lang } from '#lib/i18n.ts';

export interface NextAction {
  href: string;
  /** A practice or a case begins with a form: a link must change nothing. */
  begins: boolean;
  minutes: number;
}

const sittingMinutes = 20;

/** Where the day's button leads; undefined once all that is open is done. */
export const nextAction = (next: NextStep, lang: Lang): NextAction | undefined => {
  switch (next.kind) {
    case 'sitting':
      return {
        href: `/${lang}/sittings/${next.sitting.id}`,
        begins: false,
        minutes: next.sitting.durationMinutes ?? sittingMinutes,
      };
    case 'attempt':
      return {
        href: `/${lang}/${next.attemptKind === 'case' ? 'cases' : 'practice'}/${next.attemptId}`,
        begins: false,
        minutes: practiceMinutes(Math.max(1, next.items - next.answered)),
      };
    case 'espejismo':
      return {
        href: espejismoPath(next, lang),
        begins: true,
        minutes: practiceMinutes(espejismoItems),
      };
    case 'exam':
      return {
        href: `${modulePath(lang, next.courseId, next.moduleId)}/practice?concept=${next.conceptId}&size=${examItems}`,
        begins: true,
        minutes: practiceMinutes(examItems),
      };
    case 'review':
      return {
        href: reviewPath(lang, next.courseId),
        begins: true,
        minutes: practiceMinutes(next.items),
      };
    case 'lesson':
      return {
        href: stepPath(modulePath(lang, next.courseId, next.moduleId), { kind: 'lesson', id: next.lessonId }),
        begins: false,
        minutes: next.minutes,
      };
    case 'practice':
      return {
        href: `${modulePath(lang, next.courseId, next.moduleId)}/practice`,
        begins: true,
        minutes: next.minutes,
      };
    case 'case':
      return {
        href: `${modulePath(lang, next.courseId, next.moduleId)}/case`,
        begins: false,
        minutes: next.minutes,
      };
    case 'done':
      return undefined;
  }
};

/** Another item of the concept, and two more so that the return is not given away. */
const espejismoItems = 3;
const examItems = 6;

interface Espejismo {
  courseId: string;
  moduleId: string;
  conceptId: string;
}

export const espejismoPath = ({ courseId, moduleId, conceptId }: Espejismo, lang: Lang): string =>
  `${modulePath(lang, courseId, moduleId)}/practice?concept=${conceptId}&size=${espejismoItems}`;

/** Where a review of a course begins: the day's, or so many questions. */
export const reviewPath = (lang: Lang, courseId: string, size?: number): string =>
  `/${lang}/review?course=${courseId}${size ? `&size=${size}` : ''}`;

/** "Solo tengo 3 minutos": what waits first, then what is due for review, else the module in hand. */
export const threeMinutesPath = (
  module: { courseId: string; id: string },
  { espejismos, review }: Pick<Today, 'espejismos' | 'review'>,
  lang: Lang,
): string => {
  const [first] = espejismos;
  const [dose] = review;
  if (first) return espejismoPath(first, lang);
  if (dose) return reviewPath(lang, dose.courseId, 3);
  return `${modulePath(lang, module.courseId, module.id)}/practice?size=3`;
};
