import type { Case, Content } from '../content.ts';
import { type InLanguage, type Language, inLanguage } from '../text.ts';

type Stage = InLanguage<Case>['stages'][number];

/** The one case of a course that opens without an account: the first of its modules that has one, decided in words. */
export interface OpenCase {
  courseId: string;
  courseTitle: string;
  headline: string;
  title: string;
  setting: string;
  complaint: string;
  start: string;
  /** Up to the first decision, with what each choice leads to and why; the rest is for who joins. */
  stages: Stage[];
  /** How many the whole case has, at most. */
  decisions: number;
  /** Of the concept that the decision rests on. */
  explanation: string | null;
}

export function openCase(content: Content, courseId: string, language: Language): OpenCase | undefined {
  const course = content.courses.find(({ id }) => id === courseId);
  const module = course?.modules.find((one) => one.status === 'open' && one.case);
  if (!course || module?.status !== 'open' || !module.case) return undefined;
  const story = inLanguage(module.case, language);
  const stages: Stage[] = [];
  for (let at: string | undefined = story.start; at;) {
    const stage: Stage | undefined = story.stages.find(({ id }) => id === at);
    if (!stage) break;
    stages.push(stage);
    at = stage.decision ? undefined : stage.next;
  }
  const decision = stages.at(-1)?.decision;
  if (decision?.figure || decision?.challenge) return undefined;
  const concept = decision?.concepts[0];
  const explained = course.concepts.find(({ id }) => id === concept)?.explanations?.[0]?.text;
  return {
    courseId,
    courseTitle: course.title[language],
    headline: module.patient.headline[language],
    title: story.title,
    setting: story.setting,
    complaint: story.complaint,
    start: story.start,
    stages,
    decisions: story.stages.filter(({ decision }) => decision).length,
    explanation: explained?.[language] ?? null,
  };
}
