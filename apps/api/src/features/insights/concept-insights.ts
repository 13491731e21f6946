import { minimums, wilsonInterval } from '@puente/measurement';
import type { ConceptInsight } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';
import { findWaitingEspejismo } from '../attempts/concept-state.ts';
import type { InsightsScope } from './insights-scope.ts';
import type { SectionAnswer } from './list-section-answers.ts';

interface Tally {
  learners: number;
  responses: number;
  right: number;
  waiting: number;
}

/**
 * What each concept of a course looks like in a section, most confidently wrong first. Whether an espejismo waits in a
 * learner is told as on the learner's own bridge. Pure.
 */
export const conceptInsights = (
  section: readonly (readonly SectionAnswer[])[],
  course: InsightsScope['course'],
  catalogue: Catalogue,
): ConceptInsight[] => {
  const tallies = tally(section);
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

const tally = (section: readonly (readonly SectionAnswer[])[]): Map<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const answers of section) {
    const own = new Map<string, SectionAnswer[]>();
    for (const answer of answers) {
      for (const conceptId of answer.item.concepts) {
        const entries = own.get(conceptId);
        if (entries) entries.push(answer);
        else own.set(conceptId, [answer]);
      }
    }
    for (const [conceptId, entries] of own) {
      let sum = tallies.get(conceptId);
      if (!sum) tallies.set(conceptId, (sum = { learners: 0, responses: 0, right: 0, waiting: 0 }));
      sum.learners += 1;
      sum.responses += entries.length;
      for (const entry of entries) if (entry.fraction === 1) sum.right += 1;
      if (findWaitingEspejismo(entries)) sum.waiting += 1;
    }
  }
  return tallies;
};

/** By how many people hold it, since that is what a class can mend; too little data last. The sort is stable. */
const byEspejismo = (a: ConceptInsight, b: ConceptInsight): number =>
  Number(b.sureAndWrongShare !== null) - Number(a.sureAndWrongShare !== null) ||
  b.sureAndWrongLearners - a.sureAndWrongLearners ||
  (b.sureAndWrongShare ?? 0) - (a.sureAndWrongShare ?? 0) ||
  b.learners - a.learners;
