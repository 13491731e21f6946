import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { OwnExam } from './exams.ts';
import { OwnReminder } from './reminders.ts';
import { ReviewDose } from './review.ts';
import { OwnSitting } from './sittings.ts';
import { ContentId, Id, Instant, Language, LocalizedText } from './words.ts';

const query = z.object({ language: Language });

export const conceptStates = ['missing', 'laid', 'tilted', 'gold'] as const;
/** One plank of the bridge: not yet, held, an espejismo that waits, gone further. */
export const ConceptState = z.enum(conceptStates);
export type ConceptState = z.infer<typeof ConceptState>;

/** Under this chance of being right a concept is reinforced first; from `enrichFrom`, well calibrated, the advanced opens. */
export const reinforceBelow = 0.55;
export const enrichFrom = 0.8;
/** Well calibrated: confidence and share right lie no farther apart. */
export const calibratedWithin = 0.1;

/** Which way a module is proposed to go on; both stay open. */
export const ModulePath = z.object({
  kind: z.enum(['unknown', 'reinforcement', 'between', 'enrichment']),
  /** The chance of being right at a middling question of four options; null: too little data. */
  level: z.nullable(z.number()),
  /** Mean confidence minus share right in the module; null: too little data. */
  bias: z.nullable(z.number()),
  /** What reinforcement begins with: each weak concept after what it rests on. */
  first: z.array(z.object({ id: z.string(), title: z.string(), moduleId: z.string() })),
});
export type ModulePath = z.infer<typeof ModulePath>;

export const ModuleMap = z.object({
  id: z.string(),
  status: z.enum(['open', 'announced']),
  title: z.string(),
  patientName: z.string(),
  headline: z.string(),
  facts: z.string(),
  presentation: z.string(),
  question: z.string(),
  concepts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: ConceptState,
      /** Every practice question of it was last answered right. */
      spent: z.boolean(),
    }),
  ),
  path: ModulePath,
  lessons: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      minutes: z.int(),
      finished: z.boolean(),
      /** Where it was left, on whatever device: `step-3`; null from the start. */
      place: z.nullable(z.string()),
    }),
  ),
  case: z.nullable(z.object({ id: z.string(), title: z.string(), minutes: z.int(), finished: z.boolean() })),
  practice: z.object({ items: z.int(), met: z.int() }),
  /** Of one that is announced: who asked to be told. Only those who decide what is written see how many. */
  wish: z.object({ own: z.boolean(), students: z.nullable(z.int()) }),
});
export type ModuleMap = z.infer<typeof ModuleMap>;

export const CourseMap = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.object({ id: z.string(), text: z.string() })),
  modules: z.array(ModuleMap),
  /** Sources cited, and how many the writers could not open. */
  sourcesNotConsulted: z.int(),
  reviewStatus: z.string(),
});
export type CourseMap = z.infer<typeof CourseMap>;

export const listCourses = endpoint({
  method: 'GET',
  path: '/api/courses',
  summary: 'The courses there are, and how much of each is open',
  response: z.object({
    courses: z.array(
      z.object({ id: z.string(), title: LocalizedText, modules: z.int(), openModules: z.int() }),
    ),
  }),
});

export const getCourse = endpoint({
  method: 'GET',
  path: '/api/courses/:courseId',
  summary: "A course's map with the learner's own progress; anyone of the institution may read it",
  params: z.object({ courseId: ContentId }),
  query,
  response: CourseMap,
});

export const ConceptMap = z.object({
  title: z.string(),
  modules: z.array(z.object({ id: z.string(), title: z.string(), caseTitle: z.nullable(z.string()) })),
  concepts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      prerequisites: z.array(z.string()),
      /** The place of the module whose bridge has it, from 1; 0 for none. */
      module: z.int(),
    }),
  ),
});
export type ConceptMap = z.infer<typeof ConceptMap>;

export const getConceptMap = endpoint({
  method: 'GET',
  path: '/api/courses/:courseId/concepts',
  summary: 'Which concept of a course rests on which; anyone of the institution may read it',
  params: z.object({ courseId: ContentId }),
  query,
  response: ConceptMap,
});

/** What comes next, in the order of the day: see `Today.next`. */
export const NextStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sitting'), sitting: OwnSitting }),
  z.object({
    kind: z.literal('attempt'),
    attemptId: z.string(),
    attemptKind: z.enum(['practice', 'case', 'review']),
    courseId: z.string(),
    contentId: z.string(),
    title: z.string(),
    answered: z.int(),
    items: z.int(),
  }),
  z.object({
    kind: z.literal('espejismo'),
    courseId: z.string(),
    moduleId: z.string(),
    conceptId: z.string(),
    title: z.string(),
  }),
  z.object({
    kind: z.literal('review'),
    courseId: z.string(),
    title: z.string(),
    items: z.int(),
    /** Back after days away: ten minutes are offered, and nothing is counted. */
    back: z.boolean(),
  }),
  /** Within a week of its course's exam: a concept that was last answered wrong. */
  z.object({
    kind: z.literal('exam'),
    courseId: z.string(),
    moduleId: z.string(),
    conceptId: z.string(),
    title: z.string(),
    days: z.int(),
  }),
  z.object({
    kind: z.literal('lesson'),
    courseId: z.string(),
    moduleId: z.string(),
    lessonId: z.string(),
    title: z.string(),
    minutes: z.int(),
  }),
  z.object({
    kind: z.literal('practice'),
    courseId: z.string(),
    moduleId: z.string(),
    title: z.string(),
    minutes: z.int(),
  }),
  z.object({
    kind: z.literal('case'),
    courseId: z.string(),
    moduleId: z.string(),
    caseId: z.string(),
    title: z.string(),
    minutes: z.int(),
  }),
  z.object({ kind: z.literal('done') }),
]);
export type NextStep = z.infer<typeof NextStep>;

export const Today = z.object({
  next: NextStep,
  /** The module in hand, with its bridge; null before any enrolment. */
  module: z.nullable(z.extend(ModuleMap, { courseId: z.string() })),
  courses: z.array(z.object({ id: z.string(), title: z.string(), stepsDone: z.int(), steps: z.int() })),
  espejismos: z.array(
    z.object({
      courseId: z.string(),
      moduleId: z.string(),
      conceptId: z.string(),
      title: z.string(),
      since: Instant,
    }),
  ),
  /** What is left of the day's review, by course: first what comes first; empty where nothing is due. */
  review: z.array(ReviewDose),
  sittings: z.array(OwnSitting),
  standings: z.array(z.object({ roundId: z.string(), name: z.string() })),
  /** Those ahead, the nearest first. */
  exams: z.array(OwnExam),
  reminder: OwnReminder,
});
export type Today = z.infer<typeof Today>;

export const getToday = endpoint({
  method: 'GET',
  path: '/api/today',
  summary: 'What a student does next',
  query,
  response: Today,
});

/**
 * Everything in a module that may be answered at once, keys and reasons included: for enrolled students and
 * for those who teach the course. Its shape is `ModulePackage` of the content package's practice entry.
 */
export const getModulePackage = endpoint({
  method: 'GET',
  path: '/api/courses/:courseId/modules/:moduleId/package',
  summary:
    "A module's practice, case and explanations, keys included; for enrolled students and their faculty",
  params: z.object({ courseId: ContentId, moduleId: ContentId }),
  query,
  response: z.unknown(),
});

/** What a phone takes along of a module, begun while there is a signal: answers given without one have where to go. */
export const TakenModule = z.object({
  /** All of the module's questions; its lessons' checks come with the lessons. */
  practiceId: Id,
  caseId: z.nullable(Id),
  /** What is due for review in the course; null where nothing is. */
  reviewId: z.nullable(Id),
  /** Whose drawings the review's questions need besides the module's own. */
  moduleIds: z.array(z.string()),
});
export type TakenModule = z.infer<typeof TakenModule>;

export const takeModuleAlong = endpoint({
  method: 'POST',
  path: '/api/courses/:courseId/modules/:moduleId/take-along',
  summary:
    "Begin a module's practice, its case and the course's review for a phone without signal; what was taken along and not ended is found again",
  params: z.object({ courseId: ContentId, moduleId: ContentId }),
  body: z.strictObject({ language: Language }),
  response: TakenModule,
});

export const listFigureChallenges = endpoint({
  method: 'GET',
  path: '/api/figures/:figure/challenges',
  summary: "A figure's challenges that the student may answer on record: those of the courses they take",
  params: z.object({ figure: ContentId }),
  response: z.object({
    challenges: z.array(
      z.object({ itemId: z.string(), view: z.string(), courseId: z.string(), moduleId: z.string() }),
    ),
  }),
});

export const wishForModule = endpoint({
  method: 'PUT',
  path: '/api/courses/:courseId/modules/:moduleId/wish',
  summary: 'Ask to be told once an announced module opens, or no longer',
  params: z.object({ courseId: ContentId, moduleId: ContentId }),
  body: z.strictObject({ wanted: z.boolean() }),
  response: z.object({ wanted: z.boolean() }),
});

export const listOpenCases = endpoint({
  method: 'GET',
  path: '/api/public/cases',
  summary: 'The cases that open without an account, one of a course; for anybody',
  query,
  response: z.object({
    cases: z.array(z.object({ courseId: z.string(), courseTitle: z.string(), headline: z.string() })),
  }),
});

/** The one case of a course that anybody may begin, up to its first decision. */
export const getOpenCase = endpoint({
  method: 'GET',
  path: '/api/public/cases/:courseId',
  summary: "A course's open case up to its first decision, reasons included; for anybody",
  params: z.object({ courseId: ContentId }),
  query,
  /** Its shape is `OpenCase` of the content package's practice entry. */
  response: z.unknown(),
});

/** What a link to a module says of itself to whoever gets it, signed in or not. */
export const getLinkPreview = endpoint({
  method: 'GET',
  path: '/api/public/courses/:courseId/modules/:moduleId',
  summary: "The title of a module, or of a lesson in it, and its patient's headline; for anybody",
  params: z.object({ courseId: ContentId, moduleId: ContentId }),
  query: z.extend(query, { lessonId: z.optional(ContentId) }),
  response: z.object({ title: z.string(), headline: z.string() }),
});

export const finishLesson = endpoint({
  method: 'PUT',
  path: '/api/courses/:courseId/lessons/:lessonId/progress',
  summary: 'Mark a lesson as read, or remember the place in it',
  params: z.object({ courseId: ContentId, lessonId: ContentId }),
  body: z.strictObject({
    finished: z.boolean(),
    place: z.optional(z.string().check(z.regex(/^step-[1-9]\d?$/))),
  }),
  response: z.object({ finished: z.boolean(), place: z.nullable(z.string()) }),
});
