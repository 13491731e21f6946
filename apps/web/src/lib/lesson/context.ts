import { createContext } from 'svelte';
import type { Feedback, GivenAnswer, QuestionArt, QuestionItem } from '#lib/question/question.ts';

export interface LessonFigure {
  title: string;
  svg: string;
  words: string;
  table?: { columns: string[]; rows: (string | number)[][] };
  /** To be played with, once a script may run: fetched when it comes near. */
  play?: { figure: string; view: string; preset: string };
}

export interface LessonCheck {
  item: QuestionItem;
  art?: QuestionArt | undefined;
  feedback?: Feedback;
  /** Hidden fields of its form, so that it sends before JavaScript arrives. */
  fields: Record<string, string>;
  /** Why an answer was not received, in words. */
  refusal?: string;
}

/** What the prose asks of the page around it. The page reads the package; the prose never does. */
export interface LessonContext {
  figure: (name: string) => LessonFigure | undefined;
  check: (itemId: string) => LessonCheck | undefined;
  /** Records an answer on this device; left out, the form goes to the page's `answer` action. */
  answer?: (itemId: string, answer: GivenAnswer) => void;
  /** The concept's explanations other than the lesson's own. */
  explanations: (conceptId: string) => { kind: string; text: string }[];
  enrichment: (conceptId: string) => string | undefined;
  term: (id: string) => { summary: string; other: { lang: string; title: string } } | undefined;
}

export const [getLesson, setLesson] = createContext<LessonContext>();
