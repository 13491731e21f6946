import type { Answerable } from '../content.ts';
import type { DecisionFile } from '../schemas/case.ts';
import type { ItemFile } from '../schemas/item.ts';

/** An item or a decision, as its file has it or as the courses hold it. */
export type Scored = Answerable | ItemFile | DecisionFile;

export function isDecision(scored: Scored): scored is DecisionFile {
  return !('kind' in scored) || scored.kind === 'case-decision';
}
