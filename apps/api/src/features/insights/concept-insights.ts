import { minimums, wilsonInterval } from '@puente/measurement';
import type { ConceptInsight } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import type { SectionTally } from './section-tally.ts';

type Course = ReturnType<Catalogue['getCourse']>;

/**
 * What each concept of a course looks like in a section, most confidently wrong first. Whether an espejismo waits in a
 * learner is told as on the learner's own bridge. Pure.
 */
export const conceptInsights = (
  { concepts: tallies }: Pick<SectionTally, 'concepts'>,
  course: Course,
  catalogue: Catalogue,
): ConceptInsight[] => {
  const modules = [...catalogue.modules.values()].filter((module) => module.courseId === course.id);
  const practice = modules.flatMap((module) => module.practice);
  const lessons = modules.flatMap((module) => module.lessons);
  const shown = new Set([...modules.flatMap((module) => module.concepts), ...tallies.keys()]);
  return course.concepts
    .filter((concept) => shown.has(concept.id))
    .map((concept): ConceptInsight => {
      const { learners, responses, right, waiting } = tallies.get(concept.id) ?? {
        learners: 0,
        responses: 0,
        right: 0,
        waiting: 0,
      };
      const enough = learners >= minimums.subgroupPeople;
      return {
        conceptId: concept.id,
        title: concept.title,
        moduleId: catalogue.concepts.get(concept.id)?.moduleId ?? null,
        learners,
        responses,
        rightShare: responses >= minimums.binResponses ? right / responses : null,
        sureAndWrongLearners: waiting,
        sureAndWrongShare: enough ? waiting / learners : null,
        interval: enough ? wilsonInterval(waiting, learners) : null,
        remedies: {
          practiceItems: practice.filter((item) => item.concepts.includes(concept.id)).length,
          otherExplanation: (concept.explanations ?? []).length > 0,
          lessonId: lessons.find((lesson) => lesson.concepts.includes(concept.id))?.id ?? null,
        },
      };
    })
    .sort(byEspejismo);
};

/** By how many people hold it, since that is what a class can mend; too little data last. The sort is stable. */
const byEspejismo = (a: ConceptInsight, b: ConceptInsight): number =>
  Number(b.sureAndWrongShare !== null) - Number(a.sureAndWrongShare !== null) ||
  b.sureAndWrongLearners - a.sureAndWrongLearners ||
  (b.sureAndWrongShare ?? 0) - (a.sureAndWrongShare ?? 0) ||
  b.learners - a.learners;
