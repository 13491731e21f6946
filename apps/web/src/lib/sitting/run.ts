import type { Attempt, ConfidenceLevel, ResponseInput } from '@puente/schemas';
import type { GivenAnswer } from '../question/question.ts';

/** An answer that this phone gave, and what became of it: `RecordedAnswer` of the recorder fits. */
export interface AnswerHere {
  response: Pick<ResponseInput, 'itemId' | 'answer' | 'confidenceLevel' | 'deviceSequence'>;
  state: 'sending' | 'waiting' | 'recorded' | 'refused';
}

export interface StandingAnswer extends GivenAnswer {
  /** The server has it. */
  received: boolean;
}

type Responses = Attempt['responses'];

/**
 * The answer that stands for each item: the last by the device's own count, wherever it lies. A refused
 * one stands for nothing; the answer before it does.
 */
export const standingAnswers = (
  responses: Responses,
  here: readonly AnswerHere[],
): Map<string, StandingAnswer> => {
  const given = [
    ...responses.map((response) => ({ response, received: true })),
    ...here
      .filter(({ state }) => state !== 'refused')
      .map(({ response, state }) => ({ response, received: state === 'recorded' })),
  ].sort((a, b) => a.response.deviceSequence - b.response.deviceSequence);
  return new Map(
    given.map(({ response, received }) => [
      response.itemId,
      {
        option: String(response.answer),
        confidence: response.confidenceLevel as ConfidenceLevel,
        received,
      },
    ]),
  );
};

interface HasId {
  id: string;
}

/** Places without an answer, from 0. */
export const openPlaces = (items: readonly HasId[], answers: ReadonlyMap<string, unknown>): number[] =>
  items.flatMap(({ id }, place) => (answers.has(id) ? [] : [place]));

/** Places in few words: `3`, `6–20`. */
export const placeRanges = (places: readonly number[]): string[] => {
  const runs: [first: number, last: number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs.flatMap(([first, last]) =>
    last === first
      ? [String(first)]
      : last === first + 1
        ? [String(first), String(last)]
        : [`${first}–${last}`],
  );
};

/** Where to go on: the next open place, then those that were passed over; undefined once all have an answer. */
export const nextPlace = (
  items: readonly HasId[],
  answers: ReadonlyMap<string, unknown>,
  from = -1,
): number | undefined => {
  const open = openPlaces(items, answers);
  return open.find((place) => place > from) ?? open[0];
};

/** Whether an answer says what already stands: nothing to record then. */
export const isSame = (answer: GivenAnswer, standing: GivenAnswer | undefined): boolean =>
  standing !== undefined && standing.option === answer.option && standing.confidence === answer.confidence;

export type Phase = 'running' | 'finished' | 'over';

/** Finished by the person's own word, or over because the time is up. */
export const phaseOf = (
  { finishedAt, closesAt }: Pick<Attempt, 'finishedAt' | 'closesAt'>,
  serverMs: number,
): Phase => (finishedAt ? 'finished' : closesAt && serverMs > Date.parse(closesAt) ? 'over' : 'running');
