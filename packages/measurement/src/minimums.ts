/**
 * The least data under which a figure is not shown to anybody ("too little data").
 * Source: our choice.
 */
export const minimums = {
  /** responses in one bin of a calibration curve */
  binResponses: 10,
  /** pairs of a gain */
  gainPairs: 10,
  /** pairs of a standardised effect */
  effectPairs: 30,
  /** people behind an item statistic that is shown */
  itemPeople: 50,
  /** people behind an item statistic that is acted upon */
  itemPeopleToAct: 100,
  /** people in a subgroup */
  subgroupPeople: 10,
  /** responses to an item that enters a response model */
  modelResponses: 100,
  /** people from which the two-parameter model replaces Rasch */
  twoParameterPeople: 500,
  /** right answers, and wrong answers, behind AUROC2 */
  aurocEach: 10,
  /** share of the opening that must be matched before a gain goes without a warning */
  matchedShare: 0.8,
} as const;
