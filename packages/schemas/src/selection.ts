import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { RecordGap } from './proctoring.ts';
import { Id, Instant, Language, LocalizedText, Sha256, SittingState, Zone, text } from './words.ts';

const params = z.object({ roundId: Id });

/** A sitting of wave `selection`, as a round sees it. */
export const RoundSitting = z.object({
  id: Id,
  cohortId: Id,
  cohortName: z.string(),
  courseId: z.string(),
  courseTitle: LocalizedText,
  forms: z.array(z.string()),
  items: z.int(),
  state: SittingState,
  /** From here no answer can be on time any more: the round may be frozen. */
  settled: z.boolean(),
  opensAt: Instant,
  closesAt: Instant,
  /** Answers given in time may arrive so much later. */
  lateHours: z.int(),
  proctored: z.boolean(),
  /** What the record of a proctored sitting lacks; while anything does, the sitting counts as not proctored. */
  recordGaps: z.array(RecordGap),
  demonstration: z.boolean(),
  enrolled: z.int(),
  started: z.int(),
});
export type RoundSitting = z.infer<typeof RoundSitting>;

export const roundStates = ['prepared', 'frozen', 'published'] as const;

export const SelectionRound = z.object({
  id: Id,
  name: z.string(),
  seats: z.int(),
  reserves: z.int(),
  policy: z.object({ rule: z.literal('selection/v0'), draws: z.int(), seed: z.string() }),
  state: z.enum(roundStates),
  createdAt: Instant,
  resultsPublishedAt: z.nullable(Instant),
});
export type SelectionRound = z.infer<typeof SelectionRound>;

export const roundSteps = ['policy', 'sittings', 'snapshot', 'review', 'publish'] as const;

export const roundWarnings = [
  /** selection/v0 is for demonstration: no immersion seat may rest on it. */
  'demonstration_rule',
  /** A sitting had no proctor; this rule alone accepts that. */
  'unproctored',
  /** The form's keys are public. */
  'demonstration_bank',
  /** Under 100 items over the courses: so few cannot name the seats. See `summary.expectedRight`. */
  'few_items',
  /** Reliability under .90: a real round needs a written reason. */
  'reliability_under_90',
  /** Reliability under .85: a real round would be refused. */
  'reliability_under_85',
  /** More people share the score at the cut than seats are left for them. */
  'ties_at_cut',
  /** Another frozen round already rests on one of the sittings. */
  'sitting_used_before',
  /** Somebody in it is made up. */
  'synthetic',
] as const;

/** What the frozen evidence can bear. Scores are sums of right answers. */
export const RoundSummary = z.object({
  candidates: z.int(),
  /** Sat something and lack one of the forms: not among the candidates. */
  leftOut: z.int(),
  items: z.int(),
  /** Items that everybody answered alike, which tell nobody apart; reliability is computed without them. */
  constantItems: z.int(),
  mean: z.number(),
  sd: z.number(),
  alpha: z.number(),
  /** Standard error of measurement, in right answers. */
  sem: z.number(),
  cutScore: z.number(),
  /** How many have exactly the score at the cut, and how many seats are left for them. */
  tiesAtCut: z.int(),
  seatsForTied: z.int(),
  in: z.int(),
  inZone: z.int(),
  out: z.int(),
  openSeats: z.int(),
  /** Of the people whom score order would seat, how many the evidence expects among the true best. */
  expectedRight: z.number(),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

export const RoundDetail = z.object({
  round: SelectionRound,
  steps: z.array(z.object({ id: z.enum(roundSteps), state: z.enum(['done', 'current', 'waiting']) })),
  sittings: z.array(RoundSitting),
  warnings: z.array(z.enum(roundWarnings)),
  snapshot: z.nullable(
    z.object({ id: Id, sha256: Sha256, rule: z.string(), frozenAt: Instant, bytes: z.int() }),
  ),
  /** A job is ranking many candidates; until it is done there is no summary and no shortlist. */
  ranking: z.nullable(z.object({ drawsDone: z.int(), draws: z.int(), failed: z.boolean() })),
  summary: z.nullable(RoundSummary),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

export const listSelectionRounds = endpoint({
  method: 'GET',
  path: '/api/selection-rounds',
  summary: 'The selection rounds, newest first, and the sittings that a new one may use',
  response: z.object({ rounds: z.array(SelectionRound), sittings: z.array(RoundSitting) }),
});

export const createSelectionRound = endpoint({
  method: 'POST',
  path: '/api/selection-rounds',
  summary: 'Write a round and its policy, before the data',
  body: z.strictObject({
    name: text(120),
    seats: z.int().check(z.gte(1), z.lte(1000)),
    reserves: z.int().check(z.gte(0), z.lte(1000)),
    sittingIds: z.array(Id).check(z.minLength(1), z.maxLength(100)),
  }),
  response: RoundDetail,
});

export const getSelectionRound = endpoint({
  method: 'GET',
  path: '/api/selection-rounds/:roundId',
  summary: 'A round: where it stands, what it rests on, what the evidence can bear',
  params,
  response: RoundDetail,
});

export const freezeSnapshot = endpoint({
  method: 'POST',
  path: '/api/selection-rounds/:roundId/snapshot',
  summary: 'Freeze the evidence and compute the shortlist from it, once; a large one by a job',
  params,
  response: RoundDetail,
});

export const publishRound = endpoint({
  method: 'POST',
  path: '/api/selection-rounds/:roundId/publish',
  summary: 'Let every candidate read their result',
  params,
  body: z.strictObject({ why: text(500) }),
  response: RoundDetail,
});

export const ShortlistRow = z.object({
  code: z.string(),
  rank: z.int(),
  score: z.number(),
  scorePercent: z.number(),
  /** 90 % interval of the rank. */
  rankLow: z.int(),
  rankHigh: z.int(),
  /** P(top K), K the seats. */
  probability: z.number(),
  zone: Zone,
  /** How many others have the same rank. */
  tiedWith: z.int(),
  /** Only with `names=true`, and only once the results are published; null for an erased person. */
  fullName: z.nullable(z.string()),
  studentCode: z.nullable(z.string()),
});
export type ShortlistRow = z.infer<typeof ShortlistRow>;

const withNames = { names: z._default(z.enum(['true', 'false']), 'false') };
const downloadQuery = z.object({ ...withNames, language: z._default(Language, 'es') });

export const getShortlist = endpoint({
  method: 'GET',
  path: '/api/selection-rounds/:roundId/shortlist',
  summary: 'The ranked candidates by code; names once the results are published, and then audited',
  params,
  query: z.object(withNames),
  response: z.object({
    round: SelectionRound,
    sha256: Sha256,
    summary: RoundSummary,
    synthetic: z.boolean(),
    rows: z.array(ShortlistRow),
  }),
});

export const downloadShortlistCsv = endpoint({
  method: 'GET',
  path: '/api/selection-rounds/:roundId/shortlist.csv',
  summary: 'The shortlist as CSV: BOM, semicolons, decimal point',
  params,
  query: downloadQuery,
  response: z.unknown(),
});

export const downloadShortlistXlsx = endpoint({
  method: 'GET',
  path: '/api/selection-rounds/:roundId/shortlist.xlsx',
  summary: 'The shortlist as a workbook: numbers typed, codes text',
  params,
  query: downloadQuery,
  response: z.unknown(),
});

export const downloadSnapshot = endpoint({
  method: 'GET',
  path: '/api/selection-rounds/:roundId/snapshot.json',
  summary: 'The exact bytes that were frozen; x-snapshot-sha256 holds their hash',
  params,
  response: z.unknown(),
});

/** A candidate's own place. P(top K) is not in it. */
export const Standing = z.object({
  roundId: Id,
  name: z.string(),
  publishedAt: Instant,
  seats: z.int(),
  reserves: z.int(),
  candidates: z.int(),
  /** What was measured. */
  measured: z.object({
    courses: z.array(z.object({ id: z.string(), title: LocalizedText, items: z.int() })),
    items: z.int(),
    unproctored: z.boolean(),
    demonstrationBank: z.boolean(),
    synthetic: z.boolean(),
  }),
  /** The code under which public lists carry this candidate. */
  code: z.string(),
  /** Right answers. */
  score: z.number(),
  scorePercent: z.number(),
  /** 90 % interval of the rank. */
  rankLow: z.int(),
  rankHigh: z.int(),
  cutScore: z.number(),
  zone: Zone,
  zones: z.object({ in: z.int(), review: z.int(), out: z.int(), openSeats: z.int() }),
  /** How many more right answers would have reached the cut; 0 for who reached it. */
  missing: z.int(),
  /** How the rule came to it: estimate = mean + alpha × (score − mean); standardError = sd × √(alpha × (1 − alpha)). */
  explained: z.object({
    rule: z.literal('selection/v0'),
    mean: z.number(),
    sd: z.number(),
    alpha: z.number(),
    sem: z.number(),
    estimate: z.number(),
    standardError: z.number(),
    draws: z.int(),
    seed: z.string(),
  }),
  /** SHA-256 of the frozen evidence. */
  sha256: Sha256,
});
export type Standing = z.infer<typeof Standing>;

export const listStandings = endpoint({
  method: 'GET',
  path: '/api/standings',
  summary: "A student's own published standings, newest first",
  response: z.object({
    standings: z.array(z.object({ roundId: Id, name: z.string(), publishedAt: Instant, zone: Zone })),
  }),
});

export const getStanding = endpoint({
  method: 'GET',
  path: '/api/standings/:roundId',
  summary: 'A student’s own standing in a round, explained from its inputs',
  params,
  response: Standing,
});
