import type { AnyView } from '@puente/figures';
import type ChallengeFeedback from './ChallengeFeedback.svelte';
import type ChallengeQuestion from './ChallengeQuestion.svelte';
import type PickFigure from './PickFigure.svelte';
import type { ConfidenceLevel, sureLevel as sharedSureLevel } from '@puente/schemas';

// A value import would bring every schema, and zod, to the phone; the type keeps the number equal.
const sureLevel: typeof sharedSureLevel = 3;

/** An item as it is shown: options already in order. `ShownItem` of the API fits. */
export interface QuestionItem {
  id: string;
  stem: string;
  question: string;
  options: { id: string; text: string; at?: [number, number] | undefined }[];
  kind?: string;
  /** Where its drawing lies, if not in the page's module. */
  moduleId?: string | undefined;
  /** Of a pick, the drawing; of a challenge, the figure to play with. */
  figure?: string | undefined;
  challenge?: { view: string; from: Record<string, number | string>; moves: string[] } | undefined;
}

/** The marks of a drawing, in the order that its options are shown. */
export const markLetters = 'ABCDEF';

/** What a question shows besides words: fetched with its page. */
export interface QuestionArt {
  /** The drawing whose places are the options. */
  svg?: string;
  Pick?: typeof PickFigure;
  /** The view that a challenge plays with. */
  view?: AnyView;
  Challenge?: typeof ChallengeQuestion;
  After?: typeof ChallengeFeedback;
  /** Whether settings reach the goals. */
  solves?: (goals: ChallengeKey['goals'], option: string) => boolean;
}

export interface GivenAnswer {
  option: string;
  confidence: ConfidenceLevel;
}

/** What may be said once an answer is recorded; never in a sitting. */
export interface Feedback extends GivenAnswer {
  /** The right answer; of a challenge, the one given if it reached the state, else empty. */
  key: string;
  challenge?: ChallengeKey;
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

/** What may be said of an answer: a challenge's is scored here by the model, as the server will. */
export const feedbackOf = (
  given: GivenAnswer,
  key: Omit<Feedback, keyof GivenAnswer>,
  art?: QuestionArt,
): Feedback => ({
  ...given,
  ...key,
  ...(key.challenge &&
    art?.solves && { key: art.solves(key.challenge.goals, given.option) ? given.option : '' }),
});

/** What a challenge asks for and how it may be met: data, sent with the question. */
export interface ChallengeKey {
  goals: { reading: string; least?: number | undefined; most?: number | undefined }[];
  solution: Record<string, number | string>;
  reason: string;
}

/** A challenge's settings, as the controls of a form without JavaScript stand. */
const settingsOf = (form: FormData): string | undefined => {
  const opening = form.get('opening');
  if (typeof opening !== 'string') return undefined;
  return opening
    .split('&')
    .map((part) => {
      const [name = '', value = ''] = part.split('=');
      return `${name}=${form.get(name) ?? value}`;
    })
    .join('&');
};

/** Reads a sent question form: the option chosen, or the settings brought about, and the confidence tapped. */
export const readAnswer = (form: FormData): GivenAnswer | undefined => {
  const option = form.get('option') ?? settingsOf(form);
  const level = Number(form.get('confidence') ?? NaN);
  if (typeof option !== 'string' || ![0, 1, 2, 3, 4].includes(level)) return undefined;
  return { option, confidence: level as ConfidenceLevel };
};
