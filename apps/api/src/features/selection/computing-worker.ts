import { constants, setPriority } from 'node:os';
import { fairnessOf, type FairnessInput } from './results/fairness-of.ts';
import { rehearsePolicy, type RehearsalInput } from './policy/rehearse-policy.ts';
import { snapshotBytes } from './snapshot-bytes.ts';
import { meritsBytes } from './snapshot/merits-bytes.ts';
import { evidenceOf } from './snapshot/evidence-of.ts';
import { chanceSteps, rankCandidates, type RankedV1, type SnapshotV1 } from './rules/selection-v1.ts';
import type { Evidence, Fairness, Rehearsal } from '@puente/schemas';

export type Task =
  | { kind: 'prepare'; file: SnapshotV1 }
  | { kind: 'rank'; file: string; sha256: string }
  | { kind: 'rehearse'; input: RehearsalInput }
  | { kind: 'fairness'; input: FairnessInput };

/** One list for each column of `ranked_candidates`, as `rank-rounds.ts` names them; the last two as array literals. */
export type RankedColumns = [
  learnerKey: string[],
  code: string[],
  campusId: (string | null)[],
  rank: number[],
  score: number[],
  estimate: number[],
  standardError: number[],
  makeUp: boolean[],
  rights: string[],
  percents: string[],
];

/** What each kind of task sends back: parts as they come, and at last the result. */
export interface ComputedApart {
  prepare: { result: { text: string; sha256: string; candidates: number } };
  rank:
    | { ranked: RankedColumns }
    | { evidence: Evidence }
    | { done: number }
    | { chances: string }
    | { result: { evidence: Evidence; sha256: string } };
  rehearse: { result: Omit<Rehearsal, 'rehearsedAt'> };
  fairness: { result: Fairness };
}

const rowsAtOnce = 1000;
const progressEveryMs = 500;

/** Ends once the message has left: a computation that never waits would keep its parts until its end. */
const send = <Kind extends keyof ComputedApart>(_kind: Kind, message: ComputedApart[Kind]): Promise<void> =>
  new Promise((sent, failed) => {
    process.send!(message, (error: Error | null) => (error ? failed(error) : sent()));
  });

const sendRows = async <Row>(rows: readonly Row[], part: (some: Row[]) => Promise<void>): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await part(rows.slice(from, from + rowsAtOnce));
};

const columnsOf = (rows: readonly RankedV1[]): RankedColumns => [
  rows.map((row) => row.learnerKey),
  rows.map((row) => row.code),
  rows.map((row) => row.campusId),
  rows.map((row) => row.rank),
  rows.map((row) => row.score),
  rows.map((row) => row.estimate),
  rows.map((row) => row.standardError),
  rows.map((row) => row.makeUp),
  rows.map((row) => `{${row.rights.join(',')}}`),
  rows.map((row) => `{${row.percents.join(',')}}`),
];

const rank = async ({ file: text, sha256 }: Extract<Task, { kind: 'rank' }>): Promise<void> => {
  const file = JSON.parse(text) as SnapshotV1;
  const ranking = rankCandidates(file, sha256);
  await sendRows(ranking.ranked, (rows) => send('rank', { ranked: columnsOf(rows) }));
  await send('rank', { evidence: evidenceOf(file, ranking, null) });
  const steps = chanceSteps(file, ranking.ranked);
  let told = Date.now();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (Date.now() - told < progressEveryMs) continue;
    told = Date.now();
    await send('rank', { done: step.value });
  }
  const chances = step.value;
  await sendRows(chances, (rows) => send('rank', { chances: JSON.stringify(rows) }));
  await send('rank', {
    result: {
      evidence: evidenceOf(file, ranking, chances),
      sha256: meritsBytes(sha256, ranking.ranked, chances).sha256,
    },
  });
};

const prepare = (file: SnapshotV1): Promise<void> => {
  const { text, sha256 } = snapshotBytes(file);
  // Refuses here, while the round can still be mended, what could not be ranked.
  rankCandidates(file, sha256);
  return send('prepare', { result: { text, sha256, candidates: file.candidates.length } });
};

const compute = (task: Task): Promise<void> => {
  if (task.kind === 'prepare') return prepare(task.file);
  if (task.kind === 'rank') return rank(task);
  if (task.kind === 'rehearse') return send('rehearse', { result: rehearsePolicy(task.input) });
  return send('fairness', { result: fairnessOf(task.input) });
};

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', async (task: Task) => {
  try {
    await compute(task);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.send!({ refused: error.message });
  }
});
