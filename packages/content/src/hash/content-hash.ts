import type { CaseFile, DecisionFile } from '../schemas/case.ts';
import type { ItemFile } from '../schemas/item.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { type Scored, isDecision } from './scored.ts';

/** SHA-256 of what a student is shown: `sha256(canonicalContent(scored))`. */
export function contentHash(scored: Scored): string {
  return sha256(canonicalContent(scored));
}

/** What the content hash is taken of; kept by it, an old response can always be read. */
export function canonicalContent(scored: Scored): string {
  return canonicalJson(isDecision(scored) ? shownDecision(scored) : shownItem(scored));
}

export function caseContentHash(file: CaseFile): string {
  return sha256(canonicalCase(file));
}

export function canonicalCase(file: CaseFile): string {
  return canonicalJson(shownCase(file));
}

/**
 * Both languages. Practice shows the reasons; assessment never does, so mending a reason or a key
 * leaves a frozen form untouched. The key belongs to the scoring hash alone. Options are shuffled
 * for each attempt: their order in the file is no part of the content.
 */
function shownItem(item: ItemFile): object {
  const { id, kind, stem, question } = item;
  const withReasons = item.use === 'practice';
  if (item.kind === 'numeric') {
    const { unit, reason } = item;
    return { id, kind, stem, question, unit, ...(withReasons && { reason }) };
  }
  if (item.kind === 'challenge') {
    const { figure, view, from, moves, reason } = item;
    return { id, kind, stem, question, figure, view, from, moves, ...(withReasons && { reason }) };
  }
  if (item.kind === 'pick-on-a-figure') {
    const places = byId(item.options).map((option) => ({
      id: option.id,
      text: option.text,
      at: option.at,
      ...(withReasons && { reason: option.reason }),
    }));
    return { id, kind, stem, question, figure: item.figure, options: places };
  }
  const options = byId(item.options).map((option) => ({
    id: option.id,
    text: option.text,
    ...(withReasons && { reason: option.reason }),
  }));
  return { id, kind, stem, question, options };
}

function shownDecision(decision: DecisionFile): object {
  const { id, question, figure, challenge } = decision;
  const options = byId(decision.options).map(({ id, text, reason, consequence, at }) => ({
    id,
    text,
    reason,
    consequence,
    ...(at && { at }),
  }));
  return {
    id,
    kind: 'case-decision',
    question,
    ...(figure !== undefined && { figure }),
    ...(challenge && { challenge }),
    options,
  };
}

function shownCase(file: CaseFile): object {
  const { id, title, setting, altitudeMetres, complaint, start, debrief } = file;
  const stages = file.stages.map((stage) => ({
    id: stage.id,
    kind: stage.kind,
    title: stage.title,
    narrative: stage.narrative,
    facts: stage.facts,
    next: stage.next,
    decision: stage.decision && shownDecision(stage.decision),
    paths: stage.decision && byId(stage.decision.options).map((option) => [option.id, option.next]),
  }));
  return { id, title, setting, altitudeMetres, complaint, start, stages, debrief };
}

function byId<T extends { id: string }>(options: readonly T[]): T[] {
  return [...options].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
