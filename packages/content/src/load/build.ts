import type { Case, CaseDecision, Item, Stage } from '../content.ts';
import { caseContentHash, contentHash } from '../hash/content-hash.ts';
import { scoringHash } from '../hash/scoring-hash.ts';
import type { CaseFile, DecisionFile } from '../schemas/case.ts';
import type { ItemFile } from '../schemas/item.ts';
import type { Loading } from './loading.ts';

export function buildItem(loading: Loading, file: ItemFile, courseId: string, moduleId: string | null): Item {
  const item: Item = {
    ...file,
    courseId,
    moduleId,
    contentHash: contentHash(file),
    scoringHash: scoringHash(file),
  };
  loading.sources.follow(file, item);
  return item;
}

export function buildCase(loading: Loading, file: CaseFile, courseId: string, moduleId: string): Case {
  const stages = file.stages.map((stage): Stage => {
    const decision = stage.decision && buildDecision(loading, stage.decision, file, courseId, moduleId);
    const built: Stage = { ...stage, decision };
    loading.sources.follow(stage, built);
    return built;
  });
  const built: Case = { ...file, courseId, moduleId, stages, contentHash: caseContentHash(file) };
  loading.sources.follow(file, built);
  return built;
}

function buildDecision(
  loading: Loading,
  file: DecisionFile,
  { id: caseId }: CaseFile,
  courseId: string,
  moduleId: string,
): CaseDecision {
  const decision: CaseDecision = {
    ...file,
    kind: 'case-decision',
    use: 'case',
    courseId,
    moduleId,
    caseId,
    contentHash: contentHash(file),
    scoringHash: scoringHash(file),
  };
  loading.sources.follow(file, decision);
  return decision;
}
