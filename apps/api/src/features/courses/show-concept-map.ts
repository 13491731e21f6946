import type { ConceptMap, Language } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';

export const showConceptMap = (catalogue: Catalogue, courseId: string, language: Language): ConceptMap => {
  const course = catalogue.getCourse(courseId);
  return {
    title: course.title[language],
    modules: course.modules.map((module) => ({
      id: module.id,
      title: module.title[language],
      caseTitle: module.status === 'open' ? (module.case?.title[language] ?? null) : null,
    })),
    concepts: course.concepts.map(({ id, title, prerequisites }) => ({
      id,
      title: title[language],
      prerequisites,
      module: course.modules.findIndex(({ concepts }) => concepts.includes(id)) + 1,
    })),
  };
};
