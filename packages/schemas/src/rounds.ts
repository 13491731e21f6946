import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { RoundSitting } from './selection.ts';
import { ContentId, Id, Instant, Language, LocalizedText, Sha256, Zone, storable, text } from './words.ts';

/*
 * A selection round under selection/v1, from postulación to acta. What happens in which order:
 * apps/api/src/features/selection/README.md.
 */

export const roundStages = [
  /** The policy is being written; applications come in from their opening hour on. */
  'policy',
  /** The policy was rehearsed as it stands. */
  'rehearsed',
  /** One person asked to publish it. */
  'proposed',
  /** Two did: locked, and read by candidates. The sittings are held. */
  'data',
  /** Frozen; the ranking is being computed. */
  'snapshot',
  'review',
  /** One person asked to approve the outcome. */
  'approval',
  /** Two did: nothing of it changes any more, and names may be shown. */
  'approved',
  /** The hour of the results is set. */
  'results',
  /** The acta is sealed. */
  'closed',
] as const;
export const RoundStage = z.enum(roundStages);
export type RoundStage = z.infer<typeof RoundStage>;

/** What the round page shows as its steps. */
export const roundPageSteps = [
  'applications',
  'policy',
  'rehearsal',
  'data',
  'snapshot',
  'review',
  'approval',
  'results',
  'acta',
] as const;

/** Everything that somebody may do to a round. */
export const roundActs = [
  'write_policy',
  'rehearse',
  'propose_policy',
  'return_policy',
  'publish_policy',
  'freeze',
  'read_dossier',
  'declare_conflict',
  'enter_draw',
  'propose_override',
  'decide_override',
  'propose_outcome',
  'return_outcome',
  'approve_outcome',
  'publish_results',
  'answer_claim',
  'close',
] as const;
export const RoundAct = z.enum(roundActs);
export type RoundAct = z.infer<typeof RoundAct>;

/** The acts that need nothing but a reason. */
export const plainActs = [
  'rehearse',
  'propose_policy',
  'return_policy',
  'publish_policy',
  'freeze',
  'propose_outcome',
  'return_outcome',
  'approve_outcome',
  'close',
] as const;

/** What a policy may not measure by; offered here so that the API can say why. */
export const refusedMeasures = ['confidence', 'practice', 'speed', 'hours', 'gain'] as const;
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const LanguageLevel = z.enum(languageLevels);
export type LanguageLevel = z.infer<typeof LanguageLevel>;
/** What decides in the review zone. */
export const zoneDecisions = ['dossiers', 'lottery', 'score'] as const;
export const ZoneDecision = z.enum(zoneDecisions);
export type ZoneDecision = z.infer<typeof ZoneDecision>;

/** The criteria on which each reader scores a dossier, 0 to 4, in this order. */
export const rubricCriteria = ['motivation', 'reasoning', 'decisions', 'return'] as const;
export const RubricCriterion = z.enum(rubricCriteria);
export type RubricCriterion = z.infer<typeof RubricCriterion>;
const RubricScores = z.strictObject({
  motivation: z.int().check(z.gte(0), z.lte(4)),
  reasoning: z.int().check(z.gte(0), z.lte(4)),
  decisions: z.int().check(z.gte(0), z.lte(4)),
  return: z.int().check(z.gte(0), z.lte(4)),
});

const seatCount = z.int().check(z.gte(1), z.lte(1000));
const PolicyComponent = z.object({ courseId: ContentId, weight: z.number() });
const Draw = z.object({
  /** Which public draw: "Sorteo 3,412 de la Tinka, bolillas en orden". */
  what: z.string(),
  /** Where it is made and read. */
  place: z.string(),
  /** Not before the freeze. */
  at: Instant,
});

export const Policy = z.object({
  rule: z.literal('selection/v1'),
  seats: z.int(),
  reserves: z.int(),
  /** Seats of each campus; they add up to `seats`. Null: one list for all. */
  campusSeats: z.nullable(z.array(z.object({ campusId: Id, campusName: z.string(), seats: z.int() }))),
  sittings: z.array(
    z.object({ sittingId: Id, courseId: ContentId, formId: z.string(), makeUp: z.boolean() }),
  ),
  components: z.array(PolicyComponent),
  eligibility: z.object({
    /** To be completed. */
    courses: z.array(ContentId),
    /** The least level of English, as declared; null: none asked. */
    english: z.nullable(LanguageLevel),
  }),
  /** Courses whose score decides between equal totals, first first; at last the public draw. */
  tieBreaks: z.array(ContentId),
  zone: ZoneDecision,
  /** The two questions of the dossier, asked with the application; empty unless dossiers decide. */
  dossierQuestions: z.array(LocalizedText),
  draw: Draw,
  expectedCandidates: z.int(),
  claimDays: z.int(),
  draws: z.int(),
  seed: z.string(),
});
export type Policy = z.infer<typeof Policy>;

const question = z.strictObject({ es: text(300), en: text(300) });
export const PolicyInput = z.strictObject({
  seats: seatCount,
  reserves: z.int().check(z.gte(0), z.lte(1000)),
  campusSeats: z.nullable(
    z.array(z.strictObject({ campusId: Id, seats: seatCount })).check(z.minLength(1), z.maxLength(100)),
  ),
  sittings: z
    .array(z.strictObject({ sittingId: Id, makeUp: z.boolean() }))
    .check(z.minLength(1), z.maxLength(500)),
  components: z
    .array(
      z.strictObject({
        /** `form_s` is the only one accepted; the others are answered 422, with the reason. */
        measure: z.enum(['form_s', ...refusedMeasures]),
        courseId: ContentId,
        weight: z.number().check(z.gt(0), z.lte(100)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  eligibility: z.strictObject({
    courses: z.array(ContentId).check(z.maxLength(20)),
    english: z.nullable(LanguageLevel),
  }),
  tieBreaks: z.array(ContentId).check(z.maxLength(20)),
  zone: ZoneDecision,
  dossierQuestions: z.array(question).check(z.maxLength(2)),
  draw: z.strictObject({ what: text(200), place: text(200), at: Instant }),
  expectedCandidates: z.int().check(z.gte(3), z.lte(100_000)),
  claimDays: z.int().check(z.gte(1), z.lte(60)),
});
export type PolicyInput = z.infer<typeof PolicyInput>;

const WeightFigure = z.object({
  courseId: ContentId,
  weight: z.number(),
  /** Share of the composite's variance that it brings. */
  effectiveWeight: z.number(),
});
const WeightChange = z.object({
  courseId: ContentId,
  /** .8 or 1.2 */
  factor: z.number(),
  rankCorrelation: z.number(),
  /** Share of the seated who would stay seated. */
  topKKept: z.number(),
});

/** The policy tried on made-up candidates. */
export const Rehearsal = z.object({
  rehearsedAt: Instant,
  /** What the made-up candidates and items were taken to be. */
  assumed: z.object({
    candidates: z.int(),
    seats: z.int(),
    items: z.int(),
    discrimination: z.number(),
    difficultyFrom: z.number(),
    difficultyTo: z.number(),
    guessing: z.number(),
    correlation: z.number(),
    cohorts: z.int(),
  }),
  reliability: z.number(),
  /** In standard deviations of the candidates. */
  semAtCut: z.number(),
  tiedAtCut: z.number(),
  topKFound: z.number(),
  reviewZone: z.number(),
  /** `reason-needed`: publishing asks for a written reason; `refused`: only a demonstration may publish it. */
  verdict: z.enum(['accepted', 'reason-needed', 'refused']),
  weights: z.array(WeightFigure),
  /** Empty with one component. */
  sensitivity: z.array(WeightChange),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

export const meritWarnings = [
  'demonstration',
  'unproctored',
  'demonstration_bank',
  'few_items',
  'reliability_under_90',
  'reliability_under_85',
  'ties_at_cut',
  'sitting_used_before',
  'make_ups',
  'synthetic',
] as const;

/** A list of candidates who compete for the same seats: all, or those of one campus. */
const ListFigures = z.object({
  campusId: z.nullable(Id),
  campusName: z.nullable(z.string()),
  candidates: z.int(),
  seats: z.int(),
  cutScore: z.number(),
  tiesAtCut: z.int(),
  seatsForTied: z.int(),
  /** Null until the ranking has ended. */
  zones: z.nullable(z.object({ in: z.int(), review: z.int(), out: z.int(), openSeats: z.int() })),
  /** Of those whom score order would seat, how many the evidence expects among the true best. */
  expectedRight: z.nullable(z.number()),
});

/** What the frozen evidence can bear. Scores are T: mean 50, standard deviation 10. */
export const Evidence = z.object({
  candidates: z.int(),
  leftOut: z.int(),
  makeUps: z.int(),
  items: z.int(),
  /** Of the composite. */
  reliability: z.number(),
  /** In T. */
  sem: z.number(),
  /** Standard deviation of Σ w z among those who sat every main form. */
  compositeSd: z.number(),
  components: z.array(
    z.object({
      courseId: ContentId,
      items: z.int(),
      constantItems: z.int(),
      weight: z.number(),
      effectiveWeight: z.number(),
      /** Of the percentage right. */
      mean: z.number(),
      sd: z.number(),
      alpha: z.number(),
    }),
  ),
  sensitivity: z.array(WeightChange),
  lists: z.array(ListFigures),
});
export type Evidence = z.infer<typeof Evidence>;

export const Round = z.object({
  id: Id,
  name: z.string(),
  stage: RoundStage,
  /** Of a demonstration institution: nobody travels on it. */
  demonstration: z.boolean(),
  applicationsOpenAt: Instant,
  applicationsCloseAt: Instant,
  travelFrom: z.iso.date(),
  travelTo: z.iso.date(),
  createdAt: Instant,
  resultsAt: z.nullable(Instant),
  claimsUntil: z.nullable(Instant),
  closedAt: z.nullable(Instant),
});
export type Round = z.infer<typeof Round>;

/** One is current at most; applications are open beside it. */
const Step = z.object({ id: z.enum(roundPageSteps), state: z.enum(['done', 'current', 'open', 'waiting']) });
/** Who did an act, when and why; as in the audit log. */
const ActRecord = z.object({
  act: z.string(),
  at: Instant,
  by: z.nullable(z.string()),
  /** It was the one who asks. */
  own: z.boolean(),
  why: z.nullable(z.string()),
});

/** A course that a policy measures, and what its readers need beside its id. */
const MeasuredCourse = z.object({
  id: ContentId,
  title: LocalizedText,
  items: z.int(),
  weight: z.number(),
  /** Share of the order that it decides: as rehearsed, and of the evidence once that is frozen. */
  effectiveWeight: z.nullable(z.number()),
  /** From when to when its form is sat; make-ups aside. */
  opensAt: Instant,
  closesAt: Instant,
});
export type MeasuredCourse = z.infer<typeof MeasuredCourse>;
/** The name of every course that a policy names. */
const CourseTitles = z.array(z.object({ id: ContentId, title: LocalizedText }));

export const RoundPage = z.object({
  /** The hour that deadlines are held against. */
  asOf: Instant,
  round: Round,
  steps: z.array(Step),
  /** What the asker may do now. Of an act with two people, it says no to who did the first half. */
  may: z.array(RoundAct),
  applications: z.object({
    applied: z.int(),
    withdrawn: z.int(),
    awaitingGuardian: z.int(),
    eligible: z.int(),
  }),
  policy: z.nullable(Policy),
  /** What candidates read beside the policy. */
  courses: z.array(MeasuredCourse),
  titles: CourseTitles,
  rehearsal: z.nullable(Rehearsal),
  sittings: z.array(z.extend(RoundSitting, { makeUp: z.boolean() })),
  warnings: z.array(z.enum(meritWarnings)),
  snapshot: z.nullable(
    z.object({ id: Id, sha256: Sha256, rule: z.string(), frozenAt: Instant, bytes: z.int() }),
  ),
  ranking: z.nullable(
    z.object({
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      /** Of `draws`. */
      done: z.int(),
      draws: z.int(),
      /** SHA-256 of merits.json. */
      sha256: z.nullable(Sha256),
    }),
  ),
  evidence: z.nullable(Evidence),
  /** The public draw as entered. */
  draw: z.nullable(z.object({ numbers: z.string(), enteredAt: Instant })),
  review: z.nullable(
    z.object({
      inZone: z.int(),
      /** Dossiers with as many readings as they need. */
      read: z.int(),
      agreement: z.nullable(
        z.object({
          pairs: z.int(),
          /** Share of criteria scored the same, and within one level; with 95 % intervals. */
          exact: z.number(),
          exactInterval: z.tuple([z.number(), z.number()]),
          adjacent: z.number(),
          adjacentInterval: z.tuple([z.number(), z.number()]),
          /** Quadratic; null where everybody scored alike. */
          weightedKappa: z.nullable(z.number()),
        }),
      ),
      overridesPending: z.int(),
      overridesApproved: z.int(),
      /** What still keeps the outcome from being approved. */
      missing: z.array(z.enum(['dossiers', 'draw', 'overrides'])),
    }),
  ),
  claims: z.object({ made: z.int(), answered: z.int() }),
  acts: z.array(ActRecord),
});
export type RoundPage = z.infer<typeof RoundPage>;

const params = z.object({ roundId: Id });
const Why = z.strictObject({ why: text(1000) });

export const listRounds = endpoint({
  method: 'GET',
  path: '/api/rounds',
  summary: 'The rounds under selection/v1, newest first, and the sittings that a policy may use',
  response: z.object({ rounds: z.array(Round), sittings: z.array(RoundSitting) }),
});

export const createRound = endpoint({
  method: 'POST',
  path: '/api/rounds',
  summary: 'Announce a round: its name, when students may apply, when the group travels',
  body: z.strictObject({
    name: text(120),
    applicationsOpenAt: Instant,
    applicationsCloseAt: Instant,
    travelFrom: z.iso.date(),
    travelTo: z.iso.date(),
  }),
  response: RoundPage,
});

export const getRound = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId',
  summary: 'A round: where it stands, its policy, rehearsal, evidence, who did what',
  params,
  response: RoundPage,
});

export const writePolicy = endpoint({
  method: 'PUT',
  path: '/api/rounds/:roundId/policy',
  summary: 'Write the policy; a rehearsal of an earlier one is void',
  params,
  body: PolicyInput,
  response: RoundPage,
});

export const actOnRound = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/acts',
  summary: 'One step of the round: rehearse, propose, publish, freeze, approve, close',
  params,
  body: z.strictObject({ act: z.enum(plainActs), why: text(1000) }),
  response: RoundPage,
});

export const enterDraw = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/draw',
  summary: 'Enter the public draw, as it was read out at the announced place; once, after the freeze',
  params,
  body: z.strictObject({ numbers: text(200), why: text(1000) }),
  response: RoundPage,
});

export const publishResults = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/results',
  summary: 'Set the one hour at which every candidate reads their result',
  params,
  body: z.strictObject({ at: Instant, why: text(1000) }),
  response: RoundPage,
});

export const eligibilityItems = [
  'course_completed',
  'sitting_taken',
  'can_travel',
  'dates',
  'consent',
  'guardian',
  'english',
] as const;
/** One condition and whether it holds now. */
export const EligibilityItem = z.object({
  item: z.enum(eligibilityItems),
  courseId: z.nullable(ContentId),
  met: z.boolean(),
  /** `done` of `of`: lessons, cases and closing form of a course. */
  done: z.nullable(z.int()),
  of: z.nullable(z.int()),
});
export type EligibilityItem = z.infer<typeof EligibilityItem>;

export const ApplicationState = z.enum(['none', 'applied', 'withdrawn']);

/** An applicant as staff see them before names: by a reference that means nothing. */
export const ApplicationRow = z.object({
  reference: z.string(),
  appliedAt: Instant,
  withdrawnAt: z.nullable(Instant),
  eligible: z.boolean(),
  awaitingGuardian: z.boolean(),
  items: z.array(EligibilityItem),
});

export const listApplications = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/applications',
  summary: 'Who applied, by reference, with what each still lacks',
  params,
  response: z.object({ applications: z.array(ApplicationRow) }),
});

export const outcomes = ['seat', 'reserve', 'none'] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

export const Merit = z.object({
  code: z.string(),
  campusId: z.nullable(Id),
  /** Within the list: all, or the campus. */
  rank: z.int(),
  /** T: mean 50, standard deviation 10; six decimals decide ties. */
  score: z.number(),
  /** Percentage right of each component, in the policy's order. */
  percents: z.array(z.number()),
  makeUp: z.boolean(),
  tiedWith: z.int(),
  /** Of who is tied, or in a zone that the draw decides: SHA-256(draw, snapshot hash, learner key); the lower is first. */
  lot: z.nullable(Sha256),
  /** Null until the ranking has ended. */
  rankLow: z.nullable(z.int()),
  rankHigh: z.nullable(z.int()),
  probability: z.nullable(z.number()),
  zone: z.nullable(Zone),
  /** Readings of the dossier: how many of how many, mean of 16; null outside the zone. */
  dossier: z.nullable(
    z.object({ readings: z.int(), needed: z.int(), score: z.nullable(z.number()), discrepant: z.boolean() }),
  ),
  /** The outcome as it stands: provisional in review, final from approval on. Null until it can be told. */
  outcome: z.nullable(Outcome),
  /** Place among the seated or the reserves. */
  place: z.nullable(z.int()),
  decidedBy: z.nullable(z.enum(['score', 'zone', 'override', 'withdrawal'])),
  /** Only with `names=true`, from approval on; null for an erased person. */
  fullName: z.nullable(z.string()),
  studentCode: z.nullable(z.string()),
});
export type Merit = z.infer<typeof Merit>;

const withNames = { names: z._default(z.enum(['true', 'false']), 'false') };
const fileQuery = z.object({ ...withNames, language: z._default(Language, 'es') });
const languageQuery = z.object({ language: z._default(Language, 'es') });

export const getMerits = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/merits',
  summary: 'The cuadro de méritos by code; names from approval on, and then audited',
  params,
  query: z.object(withNames),
  response: z.object({
    round: Round,
    policy: Policy,
    evidence: Evidence,
    sha256: Sha256,
    ranked: z.boolean(),
    outcomeFinal: z.boolean(),
    rows: z.array(Merit),
  }),
});

export const downloadMeritsCsv = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/merits.csv',
  summary: 'The cuadro de méritos as CSV: BOM, semicolons, decimal point',
  params,
  query: fileQuery,
  response: z.unknown(),
});
export const downloadMeritsXlsx = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/merits.xlsx',
  summary: 'The cuadro de méritos as a workbook',
  params,
  query: fileQuery,
  response: z.unknown(),
});
export const downloadMeritsPdf = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/merits.pdf',
  summary: 'The cuadro de méritos to print, with the hash on every page',
  params,
  query: fileQuery,
  response: z.unknown(),
});
export const downloadMeritsJson = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/merits.json',
  summary: 'Ranks, intervals and zones as the rule wrote them: the bytes whose hash is in the audit log',
  params,
  response: z.unknown(),
});
export const downloadRoundSnapshot = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/snapshot.json',
  summary: 'The exact bytes that were frozen; x-snapshot-sha256 holds their hash',
  params,
  response: z.unknown(),
});
export const downloadActa = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/acta.pdf',
  summary: 'The acta of a closed round: rule, counts, hash, approvals, overrides, fairness; no names',
  params,
  query: languageQuery,
  response: z.unknown(),
});

const Reading = z.object({
  scores: RubricScores,
  note: z.nullable(z.string()),
  readAt: Instant,
  own: z.boolean(),
});
export const DossierRow = z.object({
  code: z.string(),
  readings: z.int(),
  needed: z.int(),
  discrepant: z.boolean(),
  /** What the asker did with it. */
  own: z.enum(['none', 'read', 'conflict']),
  /** Without two answers there is nothing to read: it counts as 0. */
  empty: z.boolean(),
});
export const listDossiers = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/dossiers',
  summary: 'The dossiers of the review zone, by code',
  params,
  response: z.object({ dossiers: z.array(DossierRow), criteria: z.array(RubricCriterion) }),
});

const dossierParams = z.object({ roundId: Id, code: z.string().check(z.regex(/^C-[0-9]{4,6}$/)) });
/** What a reader sees: no name, no score, no rank, no campus. */
export const Dossier = z.object({
  code: z.string(),
  questions: z.array(LocalizedText),
  answers: z.array(z.string()),
  /** Decisions in cases, first attempts: how many were the expert's, of how many. */
  cases: z.object({ decided: z.int(), asExpert: z.int() }),
  english: z.nullable(LanguageLevel),
  own: z.enum(['none', 'read', 'conflict']),
  needed: z.int(),
  /** All of them once the asker has read it or declared a conflict; before, none. */
  readings: z.array(Reading),
  criteria: z.array(RubricCriterion),
});
export type Dossier = z.infer<typeof Dossier>;
export const getDossier = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/dossiers/:code',
  summary: 'One dossier, blinded',
  params: dossierParams,
  response: Dossier,
});
export const readDossier = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/dossiers/:code/readings',
  summary: 'Score a dossier, once, without seeing what others scored',
  params: dossierParams,
  body: z.strictObject({ scores: RubricScores, note: z.nullable(text(1000)) }),
  response: Dossier,
});
export const declareConflict = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/dossiers/:code/conflict',
  summary: 'Declare a conflict of interest: this reader no longer reads this dossier',
  params: dossierParams,
  body: Why,
  response: Dossier,
});

export const Override = z.object({
  id: Id,
  code: z.string(),
  to: Outcome,
  why: z.string(),
  proposedAt: Instant,
  /** The asker proposed it, and so may not decide it. */
  own: z.boolean(),
  state: z.enum(['pending', 'approved', 'refused']),
  decidedAt: z.nullable(Instant),
  decisionWhy: z.nullable(z.string()),
});
export const listOverrides = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/overrides',
  summary: 'Every change by hand, with its reason and who approved it',
  params,
  response: z.object({ overrides: z.array(Override) }),
});
export const proposeOverride = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/overrides',
  summary: 'Propose to seat, to reserve or to leave out one candidate, with the reason',
  params,
  body: z.strictObject({ code: dossierParams.shape.code, to: Outcome, why: text(1000) }),
  response: z.object({ overrides: z.array(Override) }),
});
export const decideOverride = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/overrides/:overrideId/decision',
  summary: 'Approve or refuse what another person proposed',
  params: z.object({ roundId: Id, overrideId: Id }),
  body: z.strictObject({ approve: z.boolean(), why: text(1000) }),
  response: z.object({ overrides: z.array(Override) }),
});

export const fairnessFacts = ['sex', 'campus', 'firstLanguage'] as const;
const FairnessGroup = z.object({
  /** A value of the fact, or a campus' id. */
  group: z.string(),
  name: z.nullable(z.string()),
  candidates: z.int(),
  selected: z.int(),
  rate: z.number(),
  /** Rate over the highest rate. */
  ratio: z.number(),
  flagged: z.boolean(),
  turnsWithOneMore: z.boolean(),
  /** Fisher's exact test against the group with the highest rate. */
  p: z.number(),
});
export const Fairness = z.object({
  /** Who counts as selected: the seated once approved; before, those in the zone `in`. */
  basis: z.enum(['seated', 'in']),
  facts: z.array(
    z.object({
      fact: z.enum(fairnessFacts),
      /** Of ten candidates or more; empty where fewer than two such groups exist, or nobody is selected. */
      groups: z.array(FairnessGroup),
      /** How many candidates stand in groups that are not told, or told nothing: none, or ten at least. Null without groups. */
      notShown: z.nullable(z.int()),
      /** Every item tried, the groups matched on the score; the flagged first. */
      items: z.array(
        z.object({
          itemCode: z.string(),
          courseId: ContentId,
          reference: z.string(),
          focal: z.string(),
          /** −2.35 ln α; below 0 harder for the focal group. */
          delta: z.number(),
          interval: z.tuple([z.number(), z.number()]),
          etsClass: z.enum(['A', 'B', 'C']),
          /** Under 200 and 300 people: bias cannot be ruled out. */
          enough: z.boolean(),
          /** Its interval excludes 0, or it is of class B or C. */
          flagged: z.boolean(),
        }),
      ),
    }),
  ),
  /** A flag, never proof. */
  effort: z.object({
    candidates: z.int(),
    /** More than 10 % of answers rapid; null under ten, 0 aside. */
    flagged: z.nullable(z.int()),
    medianEffort: z.number(),
  }),
});
export type Fairness = z.infer<typeof Fairness>;
export const getFairness = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/fairness',
  summary: 'Prompts to look: selection rates, item bias, response-time effort; groups under ten hidden',
  params,
  response: Fairness,
});

export const Claim = z.object({
  id: Id,
  /** The candidate's code in the round. */
  code: z.string(),
  text: z.string(),
  madeAt: Instant,
  answer: z.nullable(z.string()),
  upheld: z.nullable(z.boolean()),
  answeredAt: z.nullable(Instant),
});
export type Claim = z.infer<typeof Claim>;
export const listClaims = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/claims',
  summary: 'What candidates claimed, by code, and what was answered',
  params,
  response: z.object({ claims: z.array(Claim) }),
});
export const answerClaim = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/claims/:claimId/answer',
  summary: 'Answer a claim, once, with the reason',
  params: z.object({ roundId: Id, claimId: Id }),
  body: z.strictObject({ upheld: z.boolean(), answer: text(2000) }),
  response: z.object({ claims: z.array(Claim) }),
});

/* What students see and do. */

const words150 = z.string().check(
  z.trim(),
  z.maxLength(2000),
  storable,
  z.refine((answer) => answer.split(/\s+/u).filter(Boolean).length <= 150, 'At most 150 words.'),
);

export const ApplicationInput = z.strictObject({
  canTravel: z.boolean(),
  /** Free for the whole of the announced dates. */
  datesFit: z.boolean(),
  under18: z.boolean(),
  english: z.nullable(LanguageLevel),
  /** Each purpose apart; refusing the transfer closes nothing here. */
  consents: z.strictObject({ selection: z.boolean(), transfer: z.boolean() }),
  /** One to each question of the policy; may be empty until applications close. */
  dossierAnswers: z.array(words150).check(z.maxLength(2)),
});
export type ApplicationInput = z.infer<typeof ApplicationInput>;

export const OwnApplication = z.object({
  state: ApplicationState,
  appliedAt: z.nullable(Instant),
  withdrawnAt: z.nullable(Instant),
  canTravel: z.boolean(),
  datesFit: z.boolean(),
  under18: z.boolean(),
  english: z.nullable(LanguageLevel),
  consents: z.object({ selection: z.boolean(), transfer: z.boolean() }),
  dossierAnswers: z.array(z.string()),
  guardian: z.enum(['not_needed', 'not_asked', 'asked', 'given', 'refused']),
});

/** What the snapshot holds of a candidate; their right answers wait for the hour of the results. */
const OwnInputs = z.object({
  /** False: left out, for what is in `missing`. */
  counted: z.boolean(),
  /** `sitting_taken:physiology`: the conditions that did not hold at the freeze. */
  missing: z.array(z.string()),
  sat: z.array(z.object({ courseId: ContentId, formId: z.string(), answered: z.int(), items: z.int() })),
});

export const OwnRound = z.object({
  round: Round,
  /** Open now. */
  applicationsOpen: z.boolean(),
  /** Once two people published it; null before. */
  policy: z.nullable(Policy),
  courses: z.array(MeasuredCourse),
  titles: CourseTitles,
  eligibility: z.array(EligibilityItem),
  application: OwnApplication,
  /** From the freeze on, before the review. */
  snapshotSha256: z.nullable(Sha256),
  /** Null before the freeze, and for who is not in it. */
  ownInputs: z.nullable(OwnInputs),
  draw: z.nullable(z.object({ numbers: z.string(), enteredAt: Instant })),
  resultReadable: z.boolean(),
});
export type OwnRound = z.infer<typeof OwnRound>;

export const listOwnRounds = endpoint({
  method: 'GET',
  path: '/api/own-rounds',
  summary: 'The rounds that a student may apply to, or did, newest first',
  response: z.object({
    rounds: z.array(
      z.object({
        round: Round,
        applicationsOpen: z.boolean(),
        applied: z.boolean(),
        resultReadable: z.boolean(),
      }),
    ),
  }),
});
export const getOwnRound = endpoint({
  method: 'GET',
  path: '/api/own-rounds/:roundId',
  summary: 'A round to a student: the rules, the own eligibility item by item, the own application',
  params,
  response: OwnRound,
});
export const apply = endpoint({
  method: 'PUT',
  path: '/api/own-rounds/:roundId/application',
  summary: 'Apply, or change the own application, while applications are open',
  params,
  body: ApplicationInput,
  response: OwnRound,
});
export const withdraw = endpoint({
  method: 'POST',
  path: '/api/own-rounds/:roundId/withdrawal',
  summary: 'Withdraw the own application, at any time before the results',
  params,
  response: OwnRound,
});
export const askGuardian = endpoint({
  method: 'POST',
  path: '/api/own-rounds/:roundId/guardian',
  summary: 'A link for the guardian of who is under 18: single use, 14 days; an earlier one ends',
  params,
  response: z.object({ token: z.string(), expiresAt: Instant }),
});

const guardianParams = z.object({
  token: z.string().check(z.regex(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/)),
});
export const GuardianPage = z.object({
  institutionName: z.string(),
  roundName: z.string(),
  /** Given names alone: enough for who knows them. */
  givenNames: z.string(),
  travelFrom: z.iso.date(),
  travelTo: z.iso.date(),
  expiresAt: Instant,
  timeZone: z.string(),
});
export type GuardianPage = z.infer<typeof GuardianPage>;
export const getGuardianPage = endpoint({
  method: 'GET',
  path: '/api/guardian/:token',
  summary: 'What a guardian is asked, by the link they were given; no account needed',
  params: guardianParams,
  response: GuardianPage,
});
export const guardianDecides = endpoint({
  method: 'POST',
  path: '/api/guardian/:token',
  summary: 'A guardian consents or refuses',
  params: guardianParams,
  body: z.strictObject({
    consents: z.strictObject({ selection: z.boolean(), transfer: z.boolean() }),
    fullName: text(200),
    relationship: z.enum(['mother', 'father', 'guardian']),
    documentNumber: text(20),
  }),
  response: z.object({ given: z.boolean() }),
});

/** Told by oneself, apart, and optional; shown only in totals of ten or more. */
export const OwnFacts = z.strictObject({
  sex: z.nullable(z.enum(['female', 'male', 'other'])),
  firstLanguage: z.nullable(z.enum(['spanish', 'quechua', 'aymara', 'amazonian', 'other'])),
});
export type OwnFacts = z.infer<typeof OwnFacts>;
export const getOwnFacts = endpoint({
  method: 'GET',
  path: '/api/fairness-facts',
  summary: 'What oneself told for fairness',
  response: OwnFacts,
});
export const tellOwnFacts = endpoint({
  method: 'PUT',
  path: '/api/fairness-facts',
  summary: 'Tell sex and first language for fairness, or take them back with null',
  body: OwnFacts,
  response: OwnFacts,
});

/** What every applicant reads at the one hour, ranked or left out. */
const anyResult = {
  round: Round,
  code: z.string(),
  claimsUntil: Instant,
  /** One may be made now: it is in time, and none waits for its answer. */
  mayClaim: z.boolean(),
  claims: z.array(Claim),
  sha256: Sha256,
};
/** A candidate's own result. P(top K) is not in it. */
export const RankedResult = z.object({
  ...anyResult,
  counted: z.literal(true),
  measured: z.object({
    courses: z.array(
      z.object({
        id: ContentId,
        title: LocalizedText,
        items: z.int(),
        weight: z.number(),
        /** Own, and of all the candidates. */
        right: z.number(),
        percent: z.number(),
        meanPercent: z.number(),
      }),
    ),
    items: z.int(),
    makeUp: z.boolean(),
  }),
  candidates: z.int(),
  seats: z.int(),
  reserves: z.int(),
  campusName: z.nullable(z.string()),
  score: z.number(),
  /** 90 % interval of the rank. */
  rankLow: z.int(),
  rankHigh: z.int(),
  cutScore: z.number(),
  /** Others have the score of the cut too, and there are fewer seats than of them: the published order decided. */
  tiedAtCut: z.boolean(),
  /** Seats of the own list that were given by hand. */
  seatsByHand: z.int(),
  /** Changes by hand to others, or withdrawals, made the outcome another than the own evidence says. */
  turned: z.nullable(z.enum(['displaced', 'moved_up'])),
  zone: Zone,
  zones: z.object({ in: z.int(), review: z.int(), out: z.int(), openSeats: z.int() }),
  zoneDecision: ZoneDecision,
  outcome: Outcome,
  /** Among the reserves; null otherwise. */
  place: z.nullable(z.int()),
  decidedBy: z.enum(['score', 'zone', 'override', 'withdrawal']),
  /** How many more right answers, in the course where each counts most, would have reached the cut; 0 for who reached it. */
  missing: z.int(),
  explained: z.object({
    rule: z.literal('selection/v1'),
    reliability: z.number(),
    sem: z.number(),
    estimate: z.number(),
    standardError: z.number(),
    draws: z.int(),
    seed: z.string(),
  }),
});
export type RankedResult = z.infer<typeof RankedResult>;
/** Who applied and is not in the ranking: for what was missing when the evidence was frozen. */
export const LeftOutResult = z.object({
  ...anyResult,
  counted: z.literal(false),
  /** `sitting_taken:physiology`, as the snapshot writes it. */
  missing: z.array(z.string()),
  titles: CourseTitles,
  /** The least level of English that the policy asks. */
  english: z.nullable(LanguageLevel),
});
export type LeftOutResult = z.infer<typeof LeftOutResult>;
export const OwnResult = z.discriminatedUnion('counted', [RankedResult, LeftOutResult]);
export type OwnResult = z.infer<typeof OwnResult>;
export const getOwnResult = endpoint({
  method: 'GET',
  path: '/api/own-rounds/:roundId/result',
  summary: 'The own result, from the one hour on, explained from its inputs; or why one was left out',
  params,
  response: OwnResult,
});
export const downloadLetter = endpoint({
  method: 'GET',
  path: '/api/own-rounds/:roundId/letter.pdf',
  summary: 'The own letter',
  params,
  query: languageQuery,
  response: z.unknown(),
});
export const makeClaim = endpoint({
  method: 'POST',
  path: '/api/own-rounds/:roundId/claims',
  summary: 'Claim against the own result, until the deadline; one at a time',
  params,
  body: z.strictObject({ text: text(2000) }),
  response: OwnResult,
});

/* What anybody sees. */

const publicParams = z.object({ institution: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), roundId: Id });
export const PublicRound = z.object({
  institutionName: z.string(),
  timeZone: z.string(),
  round: Round,
  policy: Policy,
  courses: z.array(MeasuredCourse),
  titles: CourseTitles,
  snapshotSha256: z.nullable(Sha256),
  draw: z.nullable(z.object({ numbers: z.string(), enteredAt: Instant })),
  candidates: z.nullable(z.int()),
  /** By code, from the hour of the results on. */
  list: z.array(z.object({ code: z.string(), outcome: z.enum(['seat', 'reserve']), place: z.int() })),
  actaReadable: z.boolean(),
});
export type PublicRound = z.infer<typeof PublicRound>;
export const getPublicRound = endpoint({
  method: 'GET',
  path: '/api/public/:institution/rounds/:roundId',
  summary: 'A published round to anybody: its rule, its hash, and the list by code',
  params: publicParams,
  response: PublicRound,
});
export const downloadPublicActa = endpoint({
  method: 'GET',
  path: '/api/public/:institution/rounds/:roundId/acta.pdf',
  summary: 'The acta of a closed round, to anybody',
  params: publicParams,
  query: languageQuery,
  response: z.unknown(),
});
