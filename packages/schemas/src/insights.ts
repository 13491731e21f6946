import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Estimate, Interval } from './estimates.ts';
import { CalibrationDot } from './results.ts';
import { ContentId, Id, Instant, Language, LocalizedText, Scope } from './words.ts';

const params = z.object({ cohortId: Id });
const query = z.object({ course: ContentId });

const InsightsCohort = z.object({
  id: Id,
  name: z.string(),
  term: z.string(),
  /** Enrolled now. */
  students: z.int(),
  /** True if anybody in it is made up: say so wherever the figures show. */
  synthetic: z.boolean(),
});

const InsightsCourse = z.object({ id: z.string(), title: LocalizedText });

/** The wrong option of a practice item or case that most learners hold at 85 % or more. */
export const Headline = z.object({
  conceptId: z.string(),
  conceptTitle: LocalizedText,
  itemId: z.string(),
  question: LocalizedText,
  option: LocalizedText,
  /** Learners whose latest answer to the item is this option, at 85 % or more. */
  sureAndWrong: z.int(),
  /** Learners who answered the item. */
  of: z.int(),
});
export type Headline = z.infer<typeof Headline>;

export const ConceptInsight = z.object({
  conceptId: z.string(),
  title: LocalizedText,
  moduleId: z.nullable(z.string()),
  /** Learners who answered anything of the concept. */
  learners: z.int(),
  responses: z.int(),
  /** Of all responses, 0–1; null under 10 responses: too little data. */
  rightShare: z.nullable(z.number()),
  /** Learners in whom an espejismo waits: wrong at 85 % or more, and no other item of the concept right since. */
  sureAndWrongLearners: z.int(),
  /** Of the learners, 0–1, with its interval; null under 10 learners: too little data. */
  sureAndWrongShare: z.nullable(z.number()),
  interval: z.nullable(Interval),
  remedies: z.object({
    practiceItems: z.int(),
    otherExplanation: z.boolean(),
    lessonId: z.nullable(z.string()),
  }),
});
export type ConceptInsight = z.infer<typeof ConceptInsight>;

const TooLittle = z.object({
  tooLittle: z.literal(true),
  /** Pairs there are; ten are needed, in two orders of the forms with at least two pairs each. */
  n: z.int(),
  reason: z.enum(['pairs', 'orders']),
});

const Change = z.object({ opening: Estimate, closing: Estimate, change: z.number(), interval: Interval });

/** In percentage points. `effectSize` needs 30 pairs. */
export const KnowledgeFigures = z.union([
  TooLittle,
  z.object({
    tooLittle: z.literal(false),
    pairs: z.int(),
    opening: Estimate,
    closing: Estimate,
    difference: z.number(),
    interval: Interval,
    /** d_av, Hedges-corrected. */
    effectSize: z.nullable(z.object({ value: z.number(), interval: Interval })),
    /** (closing − opening) / (100 − opening) of the class means; null where hardly anything was left to gain. */
    normalizedGain: z.nullable(Estimate),
    /** Who met which form first: a harder form shows as a difference between the orders. Null under ten pairs. */
    orders: z.array(z.object({ order: z.string(), pairs: z.int(), change: z.nullable(Estimate) })),
  }),
]);
export type KnowledgeFigures = z.infer<typeof KnowledgeFigures>;

/** Confidence, accuracy and bias in percentage points over the items answered; Brier score 0–1, lower is better. */
export const ConfidenceFigures = z.union([
  TooLittle,
  z.object({
    tooLittle: z.literal(false),
    pairs: z.int(),
    opening: Estimate,
    closing: Estimate,
    difference: z.number(),
    interval: Interval,
    effectSize: z.nullable(z.object({ value: z.number(), interval: Interval })),
    accuracy: Change,
    /** Confidence minus accuracy: its change is the confidence gain that no accuracy came with. */
    bias: Change,
    brier: Change,
  }),
]);
export type ConfidenceFigures = z.infer<typeof ConfidenceFigures>;

/** Enrolled → opening → closing → pairs. */
export const Flow = z.object({
  enrolled: z.int(),
  opening: z.int(),
  closing: z.int(),
  pairs: z.int(),
  /** Took the opening and not the closing. */
  left: z.int(),
  /** Pairs of the opening, 0–1; null while nobody took it. */
  matchedShare: z.nullable(z.number()),
  /** False under 80 % matched: the gain carries a warning. */
  enoughMatched: z.boolean(),
  /** Opening mean of those who stayed minus that of those who left; null under ten of either. */
  openingDifference: z.nullable(
    z.object({ stayed: Estimate, left: Estimate, difference: z.number(), interval: Interval }),
  ),
  /** The gain, had those who left gained nothing; null under ten pairs. */
  boundIfLeaversGainedNothing: z.nullable(Estimate),
  /** Began a form, did not finish it, and count in neither wave. */
  unfinished: z.object({ opening: z.int(), closing: z.int() }),
});
export type Flow = z.infer<typeof Flow>;

export const Gain = z.object({
  flow: Flow,
  knowledge: KnowledgeFigures,
  confidence: ConfidenceFigures,
  /** Knowledge without the items that both forms share; null where the forms share none. */
  withoutAnchors: z.nullable(KnowledgeFigures),
  /** Gain with anchors minus gain without: what meeting an item twice adds. */
  retestEffect: z.nullable(Estimate),
  /** Without the pairs in which one of both sittings has a share of rapid guesses above 10 %; null where there is none. */
  withoutRapid: z.nullable(z.object({ excluded: z.int(), knowledge: KnowledgeFigures })),
  /** On the scale of the response model, in standard deviations of the opening; null without a model or ten pairs. */
  latent: z.nullable(
    z.object({
      kind: z.enum(['rasch', '2pl']),
      /** Behind the item parameters. */
      people: z.int(),
      pairs: z.int(),
      change: z.number(),
      interval: Interval,
    }),
  ),
  /** The cohort that took the forms without the course; null where there is none: then the gain is a change. */
  comparison: z.nullable(
    z.object({
      cohortName: z.string(),
      pairs: z.int(),
      /** Null under ten pairs of either. */
      gain: z.nullable(Estimate),
      effect: z.nullable(Estimate),
    }),
  ),
  /** One an objective, in the order of the course; reported apart from confidence. */
  selfEfficacy: z.array(
    z.object({
      objectiveId: z.string(),
      text: LocalizedText,
      /** Rated it before and after; under ten, `gain` and what follows is null. */
      pairs: z.int(),
      before: z.nullable(Estimate),
      after: z.nullable(Estimate),
      gain: z.nullable(Estimate),
      /** After minus "looking back, where were you?". */
      gainLookingBack: z.nullable(Estimate),
      /** Then minus before: how the yardstick moved. */
      responseShift: z.nullable(Estimate),
    }),
  ),
  /** What stays some months later; null before a delayed sitting is over. */
  delayed: z.nullable(
    z.object({
      people: z.int(),
      /** Took the closing form too. */
      pairs: z.int(),
      days: z.int(),
      /** Of the whole unseen form; null under ten people. */
      meanPercent: z.nullable(Estimate),
      /** On the items of both forms, closing to delayed; null where they share none, or under ten pairs. */
      anchors: z.nullable(z.object({ closing: Estimate, delayed: Estimate, change: Estimate })),
    }),
  ),
});
export type Gain = z.infer<typeof Gain>;

export const Calibration = z.object({
  /** Whose answers these are: the matched pairs once there are ten, all who took each wave before. */
  of: z.enum(['pairs', 'all']),
  /** Five each, by level. */
  opening: z.array(CalibrationDot),
  closing: z.array(CalibrationDot),
});
export type Calibration = z.infer<typeof Calibration>;

export const CohortInsights = z.object({
  /** A large section's figures are being computed for the first time; nothing below says anything yet. */
  pending: z.boolean(),
  /** Every answer received before this moment is in the figures. */
  asOf: Instant,
  cohort: InsightsCohort,
  course: InsightsCourse,
  headline: z.nullable(Headline),
  /** Most confidently wrong first; those with too little data last. */
  concepts: z.array(ConceptInsight),
  gain: Gain,
  calibration: Calibration,
  /** How many have had no activity in 14 days … */
  quietPeople: z.int(),
  /** … and, by surname, the first hundred of them. */
  quiet: z.array(z.object({ membershipId: Id, fullName: z.string(), lastSeen: z.nullable(Instant) })),
});
export type CohortInsights = z.infer<typeof CohortInsights>;

export const getCohortInsights = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/insights',
  summary: 'What a section is confidently wrong about, its gain in knowledge and confidence, who went quiet',
  params,
  query,
  response: CohortInsights,
});

/** Counted responses to one item in one scope, under the item's present key. */
export const ItemCounts = z.object({
  scope: Scope,
  responses: z.int(),
  right: z.int(),
  /** Wrong at 85 % or more. */
  sureAndWrong: z.int(),
  /** Null under 50 responses: too few to judge. */
  rightShare: z.nullable(z.number()),
  interval: z.nullable(Interval),
  tooLittleData: z.boolean(),
  /**
   * Most chosen first. Of an assessment item the options are nameless, since a count beside an option's id
   * would tell the key.
   */
  options: z.array(z.object({ id: z.nullable(z.string()), responses: z.int(), sure: z.int() })),
  /** Responses that only an earlier key of the item can score; they stand apart. */
  underEarlierKeys: z.int(),
});
export type ItemCounts = z.infer<typeof ItemCounts>;

export const ItemInsight = z.object({
  itemId: z.string(),
  use: z.enum(['practice', 'case', 'assessment']),
  moduleId: z.nullable(z.string()),
  concepts: z.array(z.object({ id: z.string(), title: LocalizedText })),
  counts: z.array(ItemCounts),
  /** Practice and cases only. */
  text: z.nullable(
    z.object({
      stem: LocalizedText,
      question: LocalizedText,
      options: z.array(
        z.object({ id: z.string(), text: LocalizedText, reason: LocalizedText, right: z.boolean() }),
      ),
    }),
  ),
});
export type ItemInsight = z.infer<typeof ItemInsight>;

export const listCohortItems = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/items',
  summary: 'Item by item, what a section chose and how surely; of assessment items the code only',
  params,
  query,
  response: z.object({
    asOf: Instant,
    cohort: InsightsCohort,
    course: InsightsCourse,
    items: z.array(ItemInsight),
  }),
});

export const downloadItems = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/items.csv',
  summary: 'Item by item, what a section chose, as CSV; of assessment items the code only',
  params,
  query: z.extend(query, { language: z._default(Language, 'es') }),
  response: z.unknown(),
});

export const ProjectedQuestion = z.object({
  conceptId: z.string(),
  conceptTitle: LocalizedText,
  itemId: z.string(),
  stem: LocalizedText,
  question: LocalizedText,
  key: z.string(),
  /** In the order to show; `responses` and `sure` are the section's counted answers in practice. */
  options: z.array(
    z.object({
      id: z.string(),
      text: LocalizedText,
      reason: LocalizedText,
      right: z.boolean(),
      responses: z.int(),
      sure: z.int(),
    }),
  ),
  responses: z.int(),
  /** Under 10 responses: show the question, not the shares. */
  tooLittleData: z.boolean(),
});
export type ProjectedQuestion = z.infer<typeof ProjectedQuestion>;

export const getProjection = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/projection',
  summary:
    'Three practice questions to project, on the three concepts a section is most confidently wrong about',
  params,
  query,
  response: z.object({
    asOf: Instant,
    cohort: InsightsCohort,
    course: InsightsCourse,
    questions: z.array(ProjectedQuestion),
  }),
});

export const downloadInsights = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/insights.csv',
  summary: 'The concepts of a section as CSV',
  params,
  query: z.extend(query, { language: z._default(Language, 'es') }),
  response: z.unknown(),
});

/** To project: no question, no key. */
export const ConceptExplanations = z.object({
  cohort: z.object({ id: Id, name: z.string() }),
  concept: z.object({ id: z.string(), title: z.string(), summary: z.string() }),
  explanations: z.array(
    z.object({ kind: z.enum(['analogy', 'figure', 'worked-example']), text: z.string() }),
  ),
  lesson: z.nullable(z.object({ id: z.string(), moduleId: z.string(), title: z.string() })),
  figures: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      words: z.string(),
      table: z.optional(
        z.object({
          columns: z.array(z.string()),
          rows: z.array(z.array(z.union([z.number(), z.string()]))),
        }),
      ),
    }),
  ),
});
export type ConceptExplanations = z.infer<typeof ConceptExplanations>;

export const getExplanations = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/explanations/:conceptId',
  summary: "A concept's other explanations and the figures of its module, to project; no question, no key",
  params: z.object({ cohortId: Id, conceptId: ContentId }),
  query: z.extend(query, { language: Language }),
  response: ConceptExplanations,
});
