import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Estimate, Interval } from './estimates.ts';
import { Id, Instant, Wave } from './words.ts';

/** What an option did; nameless, since a count beside an option's id would tell the key. */
export const OptionStatistics = z.object({
  isKey: z.boolean(),
  people: z.int(),
  share: z.number(),
  interval: Interval,
  /** r of choosing it with the score of the other items; null where nobody or everybody chose it. */
  correlation: z.nullable(z.number()),
  /** Chosen by 5 % or more, by those who know less; null for the key. */
  works: z.nullable(z.boolean()),
  meanConfidence: z.nullable(z.number()),
});

export const AnalysedItem = z.object({
  itemId: z.string(),
  /** Finished the form that holds it. */
  people: z.int(),
  /** Under 50 people: too little data, and everything below is null. */
  tooLittleData: z.boolean(),
  difficulty: z.nullable(z.number()),
  interval: z.nullable(Interval),
  /** Corrected point-biserial; null too where all answered alike. */
  discrimination: z.nullable(Estimate),
  kelley: z.nullable(Estimate),
  alphaIfDeleted: z.nullable(z.number()),
  /** What to do, from 100 people on; before that, null. */
  advice: z.nullable(z.enum(['keep', 'review', 'check-key'])),
  /** Of the response model, on the scale of the sitting's first form. */
  model: z.nullable(
    z.object({
      difficulty: z.number(),
      difficultyError: z.number(),
      discrimination: z.number(),
      discriminationError: z.number(),
    }),
  ),
  /** Easier than in an earlier term by more than .3 and beyond error: it may have leaked. Null: nothing to compare. */
  leaked: z.nullable(z.boolean()),
  /** Most chosen first. */
  options: z.array(OptionStatistics),
});
export type AnalysedItem = z.infer<typeof AnalysedItem>;

/** Which response model, on how many people, or why none. */
export const FormModel = z.union([
  z.object({
    kind: z.enum(['rasch', '2pl']),
    people: z.int(),
    /** The lower asymptote, fixed at chance where the opening lies within .10 of it; else 0. */
    guessing: z.number(),
    logLikelihood: z.number(),
    iterations: z.int(),
  }),
  /** The parameters of the opening sitting, which stay. */
  z.object({ kind: z.literal('opening'), sittingId: Id, people: z.int() }),
  z.object({
    kind: z.literal('none'),
    /** Under 100 responses to an item; all alike, or no maximum; a closing form without an opening that has a model. */
    reason: z.enum(['responses', 'not-converged', 'no-opening']),
    people: z.int(),
  }),
]);
export type FormModel = z.infer<typeof FormModel>;

export const AnalysedForm = z.object({
  form: z.string(),
  /** Were given it: each has seen its items. */
  started: z.int(),
  /** Finished it, ran out of time on it, or answered it whole. */
  people: z.int(),
  items: z.array(AnalysedItem),
  /** Everything from here to `model` is null under 50 people. */
  meanPercent: z.nullable(Estimate),
  sdPercent: z.nullable(z.number()),
  alpha: z.nullable(Estimate),
  /** In percentage points of the form. */
  semPercent: z.nullable(Estimate),
  model: FormModel,
});
export type AnalysedForm = z.infer<typeof AnalysedForm>;

/** Puts the second form on the scale of the first: θ₁ = A·θ₂ + B. */
export const FormLink = z.object({
  from: z.string(),
  to: z.string(),
  /** Random groups where fewer than four anchors stay. */
  method: z.enum(['mean-mean', 'stocking-lord', 'random-groups']),
  A: z.number(),
  B: z.number(),
  anchors: z.int(),
  dropped: z.array(z.string()),
});
export type FormLink = z.infer<typeof FormLink>;

export const SittingAnalysis = z.object({
  sittingId: Id,
  courseId: z.string(),
  wave: Wave,
  forms: z.array(AnalysedForm),
  link: z.nullable(FormLink),
  /** Who answered more than a tenth of the items faster than one can read them: a flag, never proof. */
  effort: z.nullable(z.object({ people: z.int(), rapid: z.int() })),
});
export type SittingAnalysis = z.infer<typeof SittingAnalysis>;

export const getSittingAnalysis = endpoint({
  method: 'GET',
  path: '/api/sittings/:sittingId/analysis',
  summary:
    'What a closed sitting says of its items, its forms and its model; of form S to staff and administrators only',
  params: z.object({ sittingId: Id }),
  response: z.object({
    cohortId: Id,
    cohortName: z.string(),
    synthetic: z.boolean(),
    /** Null while the sitting is open, or its analysis under way. */
    analysis: z.nullable(SittingAnalysis),
    computedAt: z.nullable(Instant),
    /** Answers or keys changed since: it is being computed anew. */
    due: z.boolean(),
    /** How often each item has been shown in sittings of the institution, and whether it may be shown again. */
    exposures: z.array(
      z.object({ itemId: z.string(), shown: z.int(), state: z.enum(['in use', 'rests', 'retired']) }),
    ),
  }),
});
