import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { isEspejismo } from '../attempts/concept-state.ts';
import { addDays, dayOf } from './local-clock.ts';

export interface Answered {
  itemId: string;
  fraction: number;
  confidenceLevel: number;
  /** By the local clock. */
  answeredAt: Date;
}

const scheduler = fsrs();

/** Days within which what was sure and wrong returns as another item of its concept. */
const espejismoDays = 7;

/**
 * When FSRS-6 with its default parameters asks again, from all answers to a concept or an item, oldest first: wrong is
 * Again, right is Good.
 */
export const fsrsDue = (answers: readonly Pick<Answered, 'fraction' | 'answeredAt'>[]): Date => {
  let card = createEmptyCard(answers[0]!.answeredAt);
  for (const { fraction, answeredAt } of answers)
    card = scheduler.next(card, answeredAt, fraction === 1 ? Rating.Good : Rating.Again).card;
  return card.due;
};

/**
 * The day on which it is due: what FSRS says, never the day of the last answer, since feedback followed that; and
 * within seven days of an espejismo, until another item of the concept was answered on a later day.
 */
export const dueDay = (answers: readonly Answered[]): string => {
  const fsrsDay = dayOf(fsrsDue(answers));
  const espejismo = answers.findLast(isEspejismo);
  const asked =
    espejismo &&
    answers.some(
      ({ itemId, answeredAt }) =>
        itemId !== espejismo.itemId && dayOf(answeredAt) > dayOf(espejismo.answeredAt),
    );
  const latest = espejismo && !asked ? addDays(dayOf(espejismo.answeredAt), espejismoDays) : fsrsDay;
  const first = addDays(dayOf(answers.at(-1)!.answeredAt), 1);
  const day = fsrsDay < latest ? fsrsDay : latest;
  return day < first ? first : day;
};
