import { constants, setPriority } from 'node:os';
import { fairnessOf, type FairnessInput } from './results/fairness-of.ts';
import { rehearsePolicy, type RehearsalInput } from './policy/rehearse-policy.ts';
import { snapshotBytes } from './snapshot-bytes.ts';
import { meritsBytes } from './snapshot/merits-bytes.ts';
import { evidenceOf } from './snapshot/evidence-of.ts';
import { chanceSteps, rankCandidates, type SnapshotV1 } from './rules/selection-v1.ts';
import type { Evidence, Fairness, Rehearsal } from '@puente/schemas';

export type Task =
  | { kind: 'prepare'; file: SnapshotV1 }
  | { kind: 'rank'; file: string; sha256: string }
  | { kind: 'rehearse'; input: RehearsalInput }
  | { kind: 'fairness'; input: FairnessInput };

/** What each kind of task sends back: parts as they come, and at last the result. */
export interface ComputedApart {
  prepare: { result: { text: string; sha256: string; candidates: number } };
  rank:
    | { ranked: string }
    | { evidence: Evidence }
    | { done: number }
    | { chances: string }
    | { result: { evidence: Evidence; sha256: string } };
  rehearse: { result: Omit<Rehearsal, 'rehearsedAt'> };
  fairness: { result: Fairness };
}

const rowsAtOnce = 2000;
const progressEveryMs = 500;

const send = <Kind extends keyof ComputedApart>(_kind: Kind, message: ComputedApart[Kind]): void => {
  process.send!(message);
};

const sendRows = <Row>(rows: readonly Row[], part: (text: string) => void): void => {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    part(JSON.stringify(rows.slice(from, from + rowsAtOnce)));
};

const rank = ({ file: text, sha256 }: Extract<Task, { kind: 'rank' }>): void => {
  const file = JSON.parse(text) as SnapshotV1;
  const ranking = rankCandidates(file, sha256);
  sendRows(ranking.ranked, (ranked) => send('rank', { ranked }));
  send('rank', { evidence: evidenceOf(file, ranking, null) });
  const steps = chanceSteps(file, ranking.ranked);
  let told = Date.now();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (Date.now() - told < progressEveryMs) continue;
    told = Date.now();
    send('rank', { done: step.value });
  }
  const chances = step.value;
  sendRows(chances, (rows) => send('rank', { chances: rows }));
  send('rank', {
    result: {
      evidence: evidenceOf(file, ranking, chances),
      sha256: meritsBytes(sha256, ranking.ranked, chances).sha256,
    },
  });
};

const prepare = (file: SnapshotV1): void => {
  const { text, sha256 } = snapshotBytes(file);
  // Refuses here, while the round can still be mended, what could not be ranked.
  rankCandidates(file, sha256);
  send('prepare', { result: { text, sha256, candidates: file.candidates.length } });
};

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', (task: Task) => {
  try {
    if (task.kind === 'prepare') prepare(task.file);
    else if (task.kind === 'rank') rank(task);
    else if (task.kind === 'rehearse') send('rehearse', { result: rehearsePolicy(task.input) });
    else send('fairness', { result: fairnessOf(task.input) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.send!({ refused: error.message });
  }
});
