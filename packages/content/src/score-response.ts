import { findExperiment } from '@puente/models/experiments';
import {
  findSettingsFault,
  solvesChallenge,
  type Goal,
  type Settings,
} from '@puente/models/experiments/experiment';
import { meetsNumber } from './meets-number.ts';
import { parseDecimal } from './parse-decimal.ts';

/** An option id; several, for multiple response and ordering; a number as it was typed; settings as a link has them. */
export type Answer = string | string[];

export type Scorable =
  | { kind: 'single-best-answer'; key: string; options: readonly { id: string }[] }
  | { kind: 'multiple-response'; key: readonly string[]; options: readonly { id: string }[] }
  | { kind: 'ordering'; key: readonly string[]; options: readonly { id: string }[] }
  | { kind: 'pick-on-a-figure'; key: string; options: readonly { id: string }[] }
  | ScorableChallenge
  | { kind: 'numeric'; key: number; tolerance: number }
  | { kind: 'case-decision'; options: readonly { id: string; fraction: number }[] };

interface ScorableChallenge {
  kind: 'challenge';
  figure: string;
  view: string;
  from: Settings;
  moves: readonly string[];
  key: readonly Goal[];
}

/** The credit from 0 to 1 that an answer earns. Throws RangeError on what is no answer to it. */
export function scoreResponse(item: Scorable, answer: Answer): number {
  const problem = findAnswerProblem(item, answer);
  if (problem) throw new RangeError(problem);
  switch (item.kind) {
    case 'challenge':
      return solvesChallenge(experimentOf(item), { goals: item.key }, answer as string) ? 1 : 0;
    case 'single-best-answer':
    case 'pick-on-a-figure':
      return answer === item.key ? 1 : 0;
    case 'case-decision':
      return item.options.find((option) => option.id === answer)!.fraction;
    case 'numeric':
      return meetsNumber(item, answer as string) ? 1 : 0;
    case 'multiple-response': {
      const right = (answer as string[]).filter((id) => item.key.includes(id)).length;
      const wrong = answer.length - right;
      return Math.max(0, (right - wrong) / item.key.length);
    }
    case 'ordering':
      return item.key.every((id, index) => answer[index] === id) ? 1 : 0;
  }
}

/** Why this is no answer to the item, in a sentence; undefined if it is one. */
export function findAnswerProblem(item: Scorable, answer: Answer): string | undefined {
  if (item.kind === 'numeric') {
    return typeof answer === 'string' && parseDecimal(answer) !== undefined
      ? undefined
      : 'answer: write a number, with a point or a comma.';
  }
  if (item.kind === 'challenge') {
    if (typeof answer !== 'string') return 'answer: give the settings as one text.';
    const challenge = { from: item.from, moves: item.moves, goals: item.key };
    const fault = findSettingsFault(experimentOf(item), challenge, answer);
    return fault && `answer: ${fault}.`;
  }
  const ids = item.options.map((option) => option.id);
  const one = item.kind !== 'multiple-response' && item.kind !== 'ordering';
  if (one !== (typeof answer === 'string')) {
    return one ? 'answer: give one option id.' : 'answer: give a list of option ids.';
  }
  const chosen = typeof answer === 'string' ? [answer] : answer;
  const stranger = chosen.find((id) => !ids.includes(id));
  if (stranger !== undefined) {
    return `answer: "${stranger}" is no option; the options are ${ids.join(', ')}.`;
  }
  if (new Set(chosen).size !== chosen.length) return 'answer: name each option once.';
  if (item.kind === 'ordering' && chosen.length !== ids.length) {
    return 'answer: put every option in the order.';
  }
  return undefined;
}

function experimentOf({ figure, view }: ScorableChallenge) {
  const found = findExperiment(figure, view);
  if (!found) throw new RangeError(`There is no view "${view}" of a figure "${figure}".`);
  return found;
}
