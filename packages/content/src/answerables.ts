import type { Answerable, Content, Item } from './content.ts';

export function listAnswerables(content: Content): Answerable[] {
  return content.courses.flatMap((course) => [
    ...course.modules.flatMap((module): Answerable[] => [
      ...module.challenges,
      ...(module.status === 'announced'
        ? module.questions
        : [...module.practice, ...(module.case?.stages ?? []).flatMap((stage) => stage.decision ?? [])]),
    ]),
    ...course.assessment.items,
  ]);
}

export interface AnswerableIndex {
  byId: ReadonlyMap<string, Answerable>;
  byContentHash: ReadonlyMap<string, Answerable>;
}

export function indexAnswerables(content: Content): AnswerableIndex {
  const all = listAnswerables(content);
  return {
    byId: new Map(all.map((answerable) => [answerable.id, answerable])),
    byContentHash: new Map(all.map((answerable) => [answerable.contentHash, answerable])),
  };
}

export function isItem(answerable: Answerable): answerable is Item {
  return answerable.kind !== 'case-decision';
}
