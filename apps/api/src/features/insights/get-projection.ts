import { minimums } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import type { ProjectedQuestion } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { getCohortDocument } from './get-cohort-document.ts';
import { getInsightsScope, namesOf } from './insights-scope.ts';
import { itemCounts, listChoiceCounts } from './list-cohort-items.ts';

const questionsToProject = 3;

/** Three practice questions on the three concepts that the section is most confidently wrong about. */
export const getProjection = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  courseId: string,
  context: Context,
) => {
  const scope = await getInsightsScope(db, actor, cohortId, courseId, context);
  const {
    document: { concepts },
  } = await getCohortDocument(db, scope, context);
  const counts = Map.groupBy(
    (await listChoiceCounts(db, scope)).filter((count) => count.scope === 'practice'),
    (count) => count.itemId,
  );
  const practice = [...context.catalogue.modules.values()]
    .filter((module) => module.courseId === courseId)
    .flatMap((module) => module.practice);

  const questions: ProjectedQuestion[] = [];
  for (const concept of concepts) {
    if (questions.length === questionsToProject) break;
    if (concept.sureAndWrongLearners === 0) continue;
    const chosen = practice
      .filter(
        (item) =>
          item.concepts.includes(concept.conceptId) &&
          !questions.some((question) => question.itemId === item.id),
      )
      .flatMap((item) =>
        item.kind === 'single-best-answer'
          ? [{ item, counts: itemCounts(item, 'practice', counts.get(item.id) ?? [], false) }]
          : [],
      )
      .sort((a, b) => b.counts.sureAndWrong - a.counts.sureAndWrong)[0];
    if (!chosen) continue;
    const { item } = chosen;
    const countOf = new Map(chosen.counts.options.map((option) => [option.id, option]));
    questions.push({
      conceptId: concept.conceptId,
      conceptTitle: concept.title,
      itemId: item.id,
      stem: item.stem,
      question: item.question,
      key: item.key,
      options: item.options
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, text, reason }) => ({
          id,
          text,
          reason,
          right: id === item.key,
          responses: countOf.get(id)?.responses ?? 0,
          sure: countOf.get(id)?.sure ?? 0,
        })),
      responses: chosen.counts.responses,
      tooLittleData: chosen.counts.responses < minimums.binResponses,
    });
  }
  return { ...namesOf(scope), questions };
};
