import { practicePackage } from '@puente/content/practice';
import type { InstitutionDatabase } from '@puente/database';
import type { ConceptExplanations, Language } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { getCohortFor } from '../cohorts/get-cohort-for.ts';

/** What whoever works with a section may project of a concept: other explanations, figures; no question, no key. */
export const getExplanations = async (
  db: InstitutionDatabase,
  actor: Actor,
  { cohortId, conceptId }: { cohortId: string; conceptId: string },
  { course: courseId, language }: { course: string; language: Language },
  { catalogue }: Context,
): Promise<ConceptExplanations> => {
  const cohort = await getCohortFor(db, actor, cohortId);
  const home = catalogue.concepts.get(conceptId);
  if (!cohort.courseIds.includes(courseId) || home?.courseId !== courseId || !home.moduleId)
    throw new NotFound('concept in this cohort');
  const module = practicePackage({ courses: catalogue.courses }, home.moduleId, language);
  const concept = module.concepts.find(({ id }) => id === conceptId);
  if (!concept) throw new NotFound('concept in this cohort');
  const lesson = module.lessons.find(({ concepts }) => concepts.includes(conceptId));
  return {
    cohort: { id: cohort.id, name: cohort.name },
    concept: { id: concept.id, title: concept.title, summary: concept.summary },
    explanations: (concept.explanations ?? []).map(({ kind, text }) => ({ kind, text })),
    lesson: lesson ? { id: lesson.id, moduleId: module.moduleId, title: lesson.title } : null,
    figures: module.figures.map(({ name, title, words, table }) => ({
      name,
      title,
      words,
      ...(table && { table }),
    })),
  };
};
