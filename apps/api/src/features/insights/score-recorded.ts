import {
  findAnswerProblem,
  scoreResponse,
  scoringHash as hashOf,
  type Answerable,
} from '@puente/content/server';
import type { Answer } from '@puente/schemas';

type Scorable = Parameters<typeof scoreResponse>[0];

/** An item at one version of its key. */
export interface Key {
  item: Scorable;
  scoringHash: string;
}

export interface Score {
  scoringHash: string;
  fraction: number;
}

/** The key of a stored version; undefined unless the document holds the key that its hash is of. */
export const keyOfVersion = (document: string, scoringHash: string): Key | undefined => {
  const item = JSON.parse(document) as Answerable;
  try {
    return hashOf(item) === scoringHash ? { item, scoringHash } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Scores by today's key while the answer's options still exist in the item, else by the version that was shown.
 * Undefined where neither can read the answer.
 */
export const scoreRecorded = (
  answer: Answer,
  today: Key | undefined,
  shown: Key | undefined,
): Score | undefined => {
  const key = [today, shown].find((candidate) => candidate && !findAnswerProblem(candidate.item, answer));
  return key && { scoringHash: key.scoringHash, fraction: scoreResponse(key.item, answer) };
};

/** How a choice is named in the counts: option ids by themselves, several in a fixed order. */
export const choiceOf = (answer: Answer, item: { kind: string } | undefined): string => {
  if (typeof answer === 'string') return answer;
  return (item?.kind === 'ordering' ? answer : [...answer].sort()).join(' ');
};
