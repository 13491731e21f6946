import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ContentId, Id, Instant, LocalizedText, text } from './words.ts';

const params = z.object({ cohortId: Id });
const Day = z.iso.date();

export const Cohort = z.object({
  id: Id,
  name: z.string(),
  term: z.string(),
  campus: z.nullable(z.string()),
  courses: z.array(z.object({ id: z.string(), title: LocalizedText })),
  /** Full names. */
  faculty: z.array(z.string()),
  students: z.int(),
  /** How many of them no roster has claimed yet. */
  unconfirmed: z.int(),
  startsOn: Day,
  endsOn: Day,
  /** Six letters to project; null while there is none. */
  code: z.nullable(z.string()),
  /** Takes the forms without the course, drawn by lot from another cohort; null for an ordinary one. */
  comparison: z.nullable(z.object({ cohortId: Id, cohortName: z.string(), seed: z.string() })),
});
export type Cohort = z.infer<typeof Cohort>;

export const listCohorts = endpoint({
  method: 'GET',
  path: '/api/cohorts',
  summary: 'Cohorts, the latest first: of faculty those they teach, of staff and administrators all',
  response: z.object({ cohorts: z.array(Cohort) }),
});

export const createCohort = endpoint({
  method: 'POST',
  path: '/api/cohorts',
  summary: 'Open a cohort with its code; faculty who open one teach it',
  body: z.strictObject({
    name: text(100),
    term: text(40),
    courseIds: z.array(ContentId).check(z.minLength(1), z.maxLength(20)),
    campusId: z.optional(Id),
    startsOn: Day,
    endsOn: Day,
    facultyMembershipIds: z.optional(z.array(Id).check(z.maxLength(50))),
  }),
  response: Cohort,
});

export const getCohort = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId',
  summary: 'One cohort',
  params,
  response: Cohort,
});

export const renewCohortCode = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/code',
  summary: 'End the code that was shown and make a new one',
  params,
  response: z.object({ code: z.string() }),
});

export const drawComparison = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/comparison',
  summary: 'Draw by lot who takes the forms without the course; only those who have begun nothing',
  params,
  body: z.strictObject({ name: text(100), students: z.int().check(z.gte(10), z.lte(100_000)) }),
  response: Cohort,
});

export const CohortStudent = z.object({
  membershipId: Id,
  fullName: z.string(),
  givenNames: z.string(),
  firstSurname: z.string(),
  secondSurname: z.nullable(z.string()),
  studentCode: z.nullable(z.string()),
  confirmed: z.boolean(),
  activated: z.boolean(),
  /** When they last began anything in a course of the cohort. */
  lastSeen: z.nullable(Instant),
  synthetic: z.boolean(),
});
export type CohortStudent = z.infer<typeof CohortStudent>;

export const listCohortStudents = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/students',
  summary: 'Who is in a cohort, by surname',
  params,
  response: z.object({ students: z.array(CohortStudent) }),
});

export const changeEnrolment = endpoint({
  method: 'PATCH',
  path: '/api/cohorts/:cohortId/students/:membershipId',
  summary: 'Take a student out of a cohort, or move them to another; what they answered stays where it was',
  params: z.object({ cohortId: Id, membershipId: Id }),
  body: z.union([z.strictObject({ leave: z.literal(true) }), z.strictObject({ toCohortId: Id })]),
  /** Where the student is now; null: in neither. */
  response: z.object({ membershipId: Id, cohortId: z.nullable(Id) }),
});
