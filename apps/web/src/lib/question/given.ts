import type { Attempt, ConfidenceLevel, ResponseInput } from '@puente/schemas';
import type { GivenAnswer } from './question.ts';

type Recorded = Pick<ResponseInput, 'itemId' | 'answer' | 'confidenceLevel'>;

/** What was answered in a practice or a case, here or before: the first answer to an item counts. */
export const firstAnswers = (
  responses: Attempt['responses'],
  here: readonly { response: Recorded }[],
): Map<string, GivenAnswer> => {
  const all: Recorded[] = [...responses, ...here.map(({ response }) => response)];
  const given = new Map<string, GivenAnswer>();
  for (const { itemId, answer, confidenceLevel } of all) {
    if (given.has(itemId)) continue;
    given.set(itemId, { option: String(answer), confidence: confidenceLevel as ConfidenceLevel });
  }
  return given;
};
