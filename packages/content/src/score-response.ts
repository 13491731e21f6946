import { findExperiment } from '@puente/models/experiments';
import {
  findOutcome,
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
  | ScorableDecision;

interface Outcome {
  id: string;
  fraction: number;
  goals?: readonly Goal[] | undefined;
}

interface ScorableDecision {
  kind: 'case-decision';
  options: readonly Outcome[];
  challenge?: Playable | undefined;
}

interface Playable {
  figure: string;
  view: string;
  from: Settings;
  moves: readonly string[];
}

interface ScorableChallenge extends Playable {
  kind: 'challenge';
  key: readonly Goal[];
}

/** The option that a decision's answer comes to: the one named, or what the model makes of the settings. */
export function optionOfDecision<Option extends Outcome>(
  { options, challenge }: { options: readonly Option[]; challenge?: Playable | undefined },
  answer: string,
): Option | undefined {
  return challenge
    ? findOutcome(experimentOf(challenge), options, answer)
    : options.find(({ id }) => id === answer);
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
      return optionOfDecision(item, answer as string)?.fraction ?? 0;
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
  const played = item.kind === 'challenge' ? item : item.kind === 'case-decision' && item.challenge;
  if (played) {
    if (typeof answer !== 'string') return 'answer: give the settings as one text.';
    const fault = findSettingsFault(experimentOf(played), played, answer);
    return fault && `answer: ${fault}.`;
  }
  if (item.kind === 'challenge') return undefined;
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

function experimentOf({ figure, view }: Playable) {
  const found = findExperiment(figure, view);
  if (!found) throw new RangeError(`There is no view "${view}" of a figure "${figure}".`);
  return found;
}
