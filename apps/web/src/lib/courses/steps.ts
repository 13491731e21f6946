import type { ModuleMap } from '@puente/schemas';
import type { Lang } from '#lib/i18n.ts';

/** About how long a practice takes: 12 questions in ten minutes, or 3 where time is short. */
export const practiceMinutes = (items: number): number => (items <= 3 ? 3 : Math.ceil((items * 10) / 12));

export interface Step {
  kind: 'lesson' | 'practice' | 'case';
  id: string;
  /** Empty for a practice: the page has its own word. */
  title: string;
  minutes: number;
  done: boolean;
}

/** A module's steps in their order: lessons, practice, case. */
export const stepsOf = (module: ModuleMap): Step[] => [
  ...module.lessons.map(({ id, title, minutes, finished }) => ({
    kind: 'lesson' as const,
    id,
    title,
    minutes,
    done: finished,
  })),
  ...(module.practice.items > 0
    ? [
        {
          kind: 'practice' as const,
          id: module.id,
          title: '',
          minutes: practiceMinutes(Math.min(12, module.practice.items)),
          done: module.concepts.every(({ state }) => state === 'laid' || state === 'gold'),
        },
      ]
    : []),
  ...(module.case
    ? [
        {
          kind: 'case' as const,
          id: module.case.id,
          title: module.case.title,
          minutes: module.case.minutes,
          done: module.case.finished,
        },
      ]
    : []),
];

/** What follows a lesson in its module: the next that is not done, else the next at all. */
export const stepAfter = (module: ModuleMap, lessonId: string): Step | undefined => {
  const steps = stepsOf(module);
  const rest = steps.slice(steps.findIndex(({ kind, id }) => kind === 'lesson' && id === lessonId) + 1);
  return rest.find(({ done }) => !done) ?? rest[0];
};

export const modulePath = (lang: Lang, courseId: string, moduleId: string): string =>
  `/${lang}/courses/${courseId}/${moduleId}`;

export const stepPath = (modulePath: string, { kind, id }: Pick<Step, 'kind' | 'id'>): string =>
  kind === 'lesson' ? `${modulePath}/lessons/${id}` : `${modulePath}/${kind}`;
