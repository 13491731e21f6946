import { optionOfDecision, scoreResponse, type Answerable } from '@puente/content/server';
import { minimums, wilsonInterval } from '@puente/measurement';
import type { InstitutionDatabase } from '@puente/database';
import { scopes, sureLevel, type ItemCounts, type ItemInsight, type Scope } from '@puente/schemas';
import type { Actor } from '../../actor.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { Context } from '../../context.ts';
import { getInsightsScope, namesOf, type InsightsScope } from './insights-scope.ts';

/** Folded counts of one item, one scope, one choice and one level. */
export interface ChoiceCount {
  scope: Scope;
  itemId: string;
  scoringHash: string;
  choice: string;
  level: number;
  responses: number;
}

/** What a section chose, item by item. */
export const listCohortItems = async (
  db: InstitutionDatabase,
  actor: Actor,
  cohortId: string,
  courseId: string,
  context: Context,
) => {
  const scope = await getInsightsScope(db, actor, cohortId, courseId, context);
  const counts = Map.groupBy(await listChoiceCounts(db, scope), (count) => count.itemId);
  const items = [...context.catalogue.items.values()]
    .filter(
      (item) =>
        item.courseId === courseId && (item.use === 'practice' || item.use === 'case' || counts.has(item.id)),
    )
    .map((item) => itemInsight(context.catalogue, item, counts.get(item.id) ?? []));
  return { ...namesOf(scope), items };
};

/** The folded counts of a section, as far as they may be shown. */
export const listChoiceCounts = async (
  db: InstitutionDatabase,
  { cohort, hiddenScopes }: InsightsScope,
): Promise<ChoiceCount[]> => {
  const { rows } = await db.$client.query<ChoiceCount>(
    `select scope, item_id as "itemId", scoring_hash as "scoringHash", choice, confidence_level as level, responses
     from response_counts
     where institution_id = $1 and cohort_id = $2 and scope <> all($3::text[])`,
    [db.institutionId, cohort.id, hiddenScopes],
  );
  return rows;
};

const itemInsight = (catalogue: Catalogue, item: Answerable, counts: readonly ChoiceCount[]): ItemInsight => {
  const use = item.use === 'practice' || item.use === 'case' ? item.use : 'assessment';
  const assessment = use === 'assessment';
  const groups = Map.groupBy(counts, (count) => count.scope);
  return {
    itemId: item.id,
    use,
    moduleId: item.moduleId,
    concepts: item.concepts.flatMap((id) => {
      const concept = catalogue.concepts.get(id);
      return concept ? [{ id, title: concept.title }] : [];
    }),
    counts: scopes.flatMap((scope) =>
      groups.has(scope) ? [itemCounts(item, scope, groups.get(scope)!, assessment)] : [],
    ),
    text: assessment
      ? null
      : {
          stem: item.kind === 'case-decision' ? { es: '', en: '' } : item.stem,
          question: item.question,
          options: optionsOf(item).map(({ id, text, reason }) => ({
            id,
            text,
            reason,
            right: isRight(item, id),
          })),
        },
  };
};

/** One item in one scope from its folded counts. Pure. */
export const itemCounts = (
  item: Answerable,
  scope: Scope,
  counts: readonly ChoiceCount[],
  nameless: boolean,
): ItemCounts => {
  const current = counts
    .filter((count) => count.scoringHash === item.scoringHash)
    .map((count) => ({ ...count, choice: choiceOf(item, count.choice) }));
  const sum = (rows: readonly ChoiceCount[]) => rows.reduce((total, row) => total + row.responses, 0);
  const sure = (rows: readonly ChoiceCount[]) => sum(rows.filter((row) => row.level >= sureLevel));
  const right = current.filter((count) => isRight(item, count.choice));
  const wrong = current.filter((count) => !isRight(item, count.choice));
  const responses = sum(current);
  const enough = responses >= minimums.itemPeople;
  const choices = new Set([...optionsOf(item).map(({ id }) => id), ...current.map((count) => count.choice)]);
  return {
    scope,
    responses,
    right: sum(right),
    sureAndWrong: sure(wrong),
    rightShare: enough ? sum(right) / responses : null,
    interval: enough ? wilsonInterval(sum(right), responses) : null,
    tooLittleData: !enough,
    options: [...choices]
      .map((id) => {
        const chosen = current.filter((count) => count.choice === id);
        return { id: nameless ? null : id, responses: sum(chosen), sure: sure(chosen) };
      })
      .sort((a, b) => b.responses - a.responses || b.sure - a.sure),
    underEarlierKeys: sum(counts) - responses,
  };
};

/** Of settings that decide a case, what the model made of them: hundreds of settings come to a few outcomes. */
const choiceOf = (item: Answerable, choice: string): string =>
  item.kind === 'case-decision' && item.challenge ? (optionOfDecision(item, choice)?.id ?? choice) : choice;

/** In the order of their ids, which are random: in the file the key often stands first. */
const optionsOf = (item: Answerable) =>
  !('options' in item) || item.kind === 'multiple-response' || item.kind === 'ordering'
    ? []
    : item.options.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const isRight = (item: Answerable, choice: string): boolean => {
  if (item.kind === 'case-decision') return item.options.find(({ id }) => id === choice)?.fraction === 1;
  const several = item.kind === 'multiple-response' || item.kind === 'ordering';
  return scoreResponse(item, several ? choice.split(' ').filter(Boolean) : choice) === 1;
};
