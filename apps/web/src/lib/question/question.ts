import type { ConfidenceLevel, sureLevel as sharedSureLevel } from '@puente/schemas';

// A value import would bring every schema, and zod, to the phone; the type keeps the number equal.
const sureLevel: typeof sharedSureLevel = 3;

/** An item as it is shown: options already in order. `ShownItem` of the API fits. */
export interface QuestionItem {
  id: string;
  stem: string;
  question: string;
  options: { id: string; text: string }[];
}

export interface GivenAnswer {
  option: string;
  confidence: ConfidenceLevel;
}

/** What may be said once an answer is recorded; never in a sitting. */
export interface Feedback extends GivenAnswer {
  key: string;
  /** Why each option is right or wrong, by option id. */
  reasons: Record<string, string>;
  /** The concept's other explanation: opens by itself for an espejismo. */
  explanation?: string;
  /** A decision of a case may earn part of the credit. */
  partly?: boolean;
}

export type Verdict = 'right' | 'rightUnsure' | 'partly' | 'wrong' | 'espejismo';

export const verdictOf = ({ option, key, confidence, partly = false }: Feedback): Verdict => {
  const sure = confidence >= sureLevel;
  if (option === key) return sure ? 'right' : 'rightUnsure';
  if (sure) return 'espejismo';
  return partly ? 'partly' : 'wrong';
};

/** Reads a sent question form: the option chosen and the confidence tapped. */
export const readAnswer = (form: FormData): GivenAnswer | undefined => {
  const option = form.get('option');
  const level = Number(form.get('confidence') ?? NaN);
  if (typeof option !== 'string' || ![0, 1, 2, 3, 4].includes(level)) return undefined;
  return { option, confidence: level as ConfidenceLevel };
};
