import type { AnyView } from '@puente/figures';
import type { FirstRuns } from '@puente/figures/runner.svelte.ts';
import type ChallengeFeedback from './ChallengeFeedback.svelte';
import type ChallengeQuestion from './ChallengeQuestion.svelte';
import type NumberField from './NumberField.svelte';
import type OrderList from './OrderList.svelte';
import type PickFigure from './PickFigure.svelte';
import type { ConfidenceLevel, sureLevel as sharedSureLevel } from '@puente/schemas';

// A value import would bring every schema, and zod, to the phone; the type keeps the number equal.
export const sureLevel: typeof sharedSureLevel = 3;

/** An item as it is shown: options already in order. `ShownItem` of the API fits. */
export interface QuestionItem {
  id: string;
  stem: string;
  question: string;
  options: { id: string; text: string; at?: [number, number] | undefined }[];
  kind?: string;
  /** Of a number; "1" where there is none. */
  unit?: string | undefined;
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
  NumberField?: typeof NumberField;
  isNumber?: (typed: string) => boolean;
  meets?: (key: NumberKey, typed: string) => boolean;
  OrderList?: typeof OrderList;
  /** The view that a challenge plays with, and what it draws as it opens. */
  played?: {
    view: AnyView;
    first: FirstRuns;
    Challenge: typeof ChallengeQuestion;
    After: typeof ChallengeFeedback;
  };
  /** Whether settings reach the goals. */
  solves?: (goals: ChallengeKey['goals'], option: string) => boolean;
}

export interface GivenAnswer {
  /** The option, the number as it was typed, the settings; several options with commas between them, in their order. */
  option: string;
  confidence: ConfidenceLevel;
}

/** What may be said once an answer is recorded; never in a sitting. */
export interface Feedback extends GivenAnswer {
  /** The right answer; of a number or a challenge, the one given if it is right, else empty. */
  key: string;
  number?: NumberKey;
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
  ...(key.number && art?.meets && { key: art.meets(key.number, given.option) ? given.option : '' }),
  ...(key.challenge &&
    art?.solves && { key: art.solves(key.challenge.goals, given.option) ? given.option : '' }),
});

/** A unit as it stands behind a number: nothing for "1". */
export const unitText = (unit: string | undefined): string => (unit && unit !== '1' ? ` ${unit}` : '');

const isSeveral = (kind: string | undefined) => kind === 'ordering' || kind === 'multiple-response';

/** The answer as it is recorded: of several options, their list. */
export const answerOf = ({ kind }: Pick<QuestionItem, 'kind'>, option: string): string | string[] =>
  isSeveral(kind) ? option.split(',') : option;

export interface AnswerShown {
  text: string;
  reason: string;
  mark: 'right' | 'wrong' | 'espejismo';
}

/** What was answered and what is right, each with its reason; where the order is asked, every step in the right one. */
export const shownAnswers = (item: QuestionItem, feedback: Feedback): AnswerShown[] => {
  const { option, key, reasons, number } = feedback;
  const lost = verdictOf(feedback) === 'espejismo' ? 'espejismo' : 'wrong';
  if (number) {
    const unit = unitText(number.unit);
    const right: AnswerShown = { text: `${number.key}${unit}`, reason: number.reason, mark: 'right' };
    const own = `${option}${unit}`;
    return key === option ? [{ ...right, text: own }] : [{ text: own, reason: '', mark: lost }, right];
  }
  const textOf = (id: string) => item.options.find((one) => one.id === id)?.text;
  const given = option.split(',');
  const keys = key.split(',');
  if (item.kind === 'ordering')
    return keys.map((id, place) => ({
      text: `${place + 1}. ${textOf(id)}`,
      reason: reasons[id] ?? '',
      mark: given[place] === id ? 'right' : lost,
    }));
  return [...new Set([...given, ...keys])].flatMap((id) => {
    const text = textOf(id);
    return text ? [{ text, reason: reasons[id] ?? '', mark: keys.includes(id) ? 'right' : lost }] : [];
  });
};

export interface NumberKey {
  key: number;
  tolerance: number;
  unit: string;
  reason: string;
}

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

/** The options chosen; in an order, by the places that a form without JavaScript gives them, each its own. */
const optionsOf = (form: FormData): string | undefined => {
  const options = form.getAll('option').map(String);
  const places = form.getAll('place').map(Number);
  if (options.length === 0) return undefined;
  if (places.length === 0) return options.join(',');
  if (new Set(places).size < options.length) return undefined;
  return options
    .map((id, row) => ({ id, place: places[row]! }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id)
    .join(',');
};

/** Reads a sent question form: what was chosen, typed, ordered or brought about, and the confidence tapped. */
export const readAnswer = (form: FormData): GivenAnswer | undefined => {
  const option = optionsOf(form) ?? settingsOf(form);
  const level = Number(form.get('confidence') ?? NaN);
  if (typeof option !== 'string' || ![0, 1, 2, 3, 4].includes(level)) return undefined;
  return { option, confidence: level as ConfidenceLevel };
};
