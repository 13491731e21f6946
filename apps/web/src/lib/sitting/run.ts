import type { Attempt, ConfidenceLevel, ResponseInput } from '@puente/schemas';
import type { GivenAnswer } from '../question/question.ts';

/** An answer that this phone gave, and what became of it: `RecordedAnswer` of the recorder fits. */
export interface AnswerHere {
  response: Pick<ResponseInput, 'itemId' | 'answer' | 'confidenceLevel' | 'deviceSequence' | 'lease'>;
  state: 'saving' | 'sending' | 'waiting' | 'recorded' | 'set_aside' | 'refused';
  reason?: string;
}

export interface StandingAnswer extends GivenAnswer {
  /** The server has it. */
  received: boolean;
}

type Responses = Attempt['responses'];

/** Refused, or set aside for good; a disputed time may still be accepted. */
const standsForNothing = ({ state, reason }: AnswerHere) =>
  state === 'refused' || (state === 'set_aside' && reason !== 'time_disputed');

/**
 * The answer that stands for each item: the last by the device's own count, wherever it lies; what an
 * earlier turn of this device gave comes before what the server has. A refused one stands for nothing;
 * the answer before it does.
 */
export const standingAnswers = (
  responses: Responses,
  here: readonly AnswerHere[],
  lease: number,
): Map<string, StandingAnswer> => {
  const given = [
    ...responses.map((response) => ({ response, turn: lease, received: true })),
    ...here
      .filter((answer) => !standsForNothing(answer))
      .map(({ response, state }) => ({
        response,
        turn: response.lease,
        received: state === 'recorded' || state === 'set_aside',
      })),
  ].sort((a, b) => a.turn - b.turn || a.response.deviceSequence - b.response.deviceSequence);
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

export type Phase = 'running' | 'elsewhere' | 'finished' | 'over';

/** Finished by the person's own word, over because the time is up, or gone on on another device. */
export const phaseOf = (
  { finishedAt, closesAt, held }: Pick<Attempt, 'finishedAt' | 'closesAt' | 'held'>,
  serverMs: number,
): Phase => {
  if (finishedAt) return 'finished';
  if (closesAt && serverMs > Date.parse(closesAt)) return 'over';
  return held ? 'running' : 'elsewhere';
};
