import type { ItemCounts, ItemInsight } from '@puente/schemas';
import type { Lang } from '#lib/i18n.ts';

/** An option as a section answered it. */
export interface ChosenOption {
  id: string;
  text: string;
  reason: string;
  right: boolean;
  responses: number;
  /** Of them, at 85 % or more. */
  sure: number;
}

/** Under this many responses a share says nothing. */
export const enoughForShares = 10;

/** The options of a practice item in the order to show, each with how many chose it in one scope. */
export const chosenOptions = (
  options: NonNullable<ItemInsight['text']>['options'],
  counts: ItemCounts | undefined,
  lang: Lang,
): ChosenOption[] => {
  const countOf = new Map(counts?.options.map((option) => [option.id, option]));
  return options.map(({ id, text, reason, right }) => ({
    id,
    text: text[lang],
    reason: reason[lang],
    right,
    responses: countOf.get(id)?.responses ?? 0,
    sure: countOf.get(id)?.sure ?? 0,
  }));
};
