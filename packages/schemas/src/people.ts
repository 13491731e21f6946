import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { InstitutionCode, StudentCode } from './session.ts';
import { Id, Instant, Language, Role, storable, text } from './words.ts';

export const documentKinds = ['dni', 'ce', 'passport'] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

const page = z._default(z.coerce.number().check(z.multipleOf(1), z.gte(1), z.lte(100_000)), 1);
const email = z
  .string()
  .check(z.trim(), z.maxLength(254), storable, z.regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/));

/** A person in one role; who holds two is listed twice. */
export const Person = z.object({
  personId: Id,
  membershipId: Id,
  role: Role,
  fullName: z.string(),
  givenNames: z.string(),
  firstSurname: z.string(),
  secondSurname: z.nullable(z.string()),
  studentCode: z.nullable(z.string()),
  email: z.nullable(z.string()),
  campus: z.nullable(z.string()),
  /** False for who joined by a cohort's code and no roster claimed yet. */
  confirmed: z.boolean(),
  activated: z.boolean(),
  synthetic: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  summary: 'People by surname; search matches codes, names and e-mail, with or without accents',
  query: z.object({
    search: z.optional(z.string().check(z.trim(), z.maxLength(100), storable)),
    role: z.optional(Role),
    /** One person, in each of their roles. */
    personId: z.optional(Id),
    page,
  }),
  response: z.object({ people: z.array(Person), total: z.int(), page: z.int(), pageSize: z.int() }),
});

/** A one-time code; shown once and stored hashed. */
export const Activation = z.object({ institution: InstitutionCode, code: z.string(), expiresAt: Instant });

export const createPerson = endpoint({
  method: 'POST',
  path: '/api/people',
  summary:
    'Create a person in a role; students need a student code, everybody else an e-mail to activate with',
  body: z.strictObject({
    role: Role,
    givenNames: text(100),
    firstSurname: text(100),
    secondSurname: z.optional(z.string().check(z.trim(), z.maxLength(100), storable)),
    studentCode: z.optional(StudentCode),
    documentKind: z.optional(DocumentKind),
    documentNumber: z.optional(z.string().check(z.trim(), z.regex(/^[A-Za-z0-9]{5,15}$/))),
    email: z.optional(email),
    campusId: z.optional(Id),
  }),
  response: z.object({ person: Person, activation: Activation }),
});

export const erasePerson = endpoint({
  method: 'POST',
  path: '/api/people/:personId/erasure',
  summary:
    'Erase who a person was: names, documents, e-mail, secrets and the link to what they learnt; answers stay without a name. For good; a repeat changes nothing',
  params: z.object({ personId: Id }),
  /** Kept in the audit log, without a name. */
  body: z.strictObject({ why: text(500) }),
  response: z.object({ personId: Id, erasedAt: Instant }),
});

export const issueActivationCodes = endpoint({
  method: 'POST',
  path: '/api/people/activation-codes',
  summary: 'New one-time codes, for a printed sheet, for those who have not activated; older codes end',
  body: z.union([
    z.strictObject({ cohortId: Id }),
    z.strictObject({ membershipIds: z.array(Id).check(z.minLength(1), z.maxLength(5000)) }),
  ]),
  response: z.object({
    institution: InstitutionCode,
    institutionName: z.string(),
    sheet: z.array(
      z.object({
        membershipId: Id,
        fullName: z.string(),
        studentCode: z.nullable(z.string()),
        email: z.nullable(z.string()),
        code: z.string(),
        expiresAt: Instant,
      }),
    ),
    /** Left out: they sign in already. */
    alreadyActivated: z.int(),
  }),
});

export const Campus = z.object({ id: Id, name: z.string(), timeZone: z.string() });

export const listCampuses = endpoint({
  method: 'GET',
  path: '/api/campuses',
  summary: "The institution's campuses",
  response: z.object({ campuses: z.array(Campus) }),
});

export const createCampus = endpoint({
  method: 'POST',
  path: '/api/campuses',
  summary: 'Add a campus, for rosters and cohorts to name',
  body: z.strictObject({ name: text(100), timeZone: z.optional(text(60)) }),
  response: Campus,
});

/** Something in a roster, by the row and the column header that the office sees in its spreadsheet. */
export const RosterProblem = z.object({
  code: z.string(),
  row: z.int(),
  column: z.string(),
  value: z.optional(z.string()),
  /** The value that was probably meant. */
  offer: z.optional(z.string()),
  message: z.string(),
  fix: z.string(),
});
export type RosterProblem = z.infer<typeof RosterProblem>;

export const rosterActs = ['create', 'update', 'claim', 'enrol'] as const;

export const RosterReport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  /** New people. */
  creates: z.int(),
  /** People whose record changes. */
  updates: z.int(),
  /** People who enter the cohort. */
  enrols: z.int(),
  /** People who joined by code and are now confirmed. */
  claims: z.int(),
  unchanged: z.int(),
  /** At most 500 of each are listed; the counts are of all. */
  errors: z.array(RosterProblem),
  errorCount: z.int(),
  warnings: z.array(RosterProblem),
  warningCount: z.int(),
  /** How the file was understood: the header that each field was read from. */
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
  ignoredColumns: z.array(z.string()),
  /** The first 20 rows. */
  preview: z.array(
    z.object({
      row: z.int(),
      /** Empty: nothing changes. */
      acts: z.array(z.enum(rosterActs)),
      studentCode: z.nullable(z.string()),
      document: z.nullable(z.object({ kind: DocumentKind, number: z.string() })),
      givenNames: z.nullable(z.string()),
      firstSurname: z.nullable(z.string()),
      secondSurname: z.nullable(z.string()),
      email: z.nullable(z.string()),
      campus: z.nullable(z.string()),
      /** Fields that the row changes on record. */
      changes: z.array(z.string()),
    }),
  ),
});
export type RosterReport = z.infer<typeof RosterReport>;

/** Nothing is changed unless `dryRun=false` is said. */
const dryRun = z._default(z.enum(['true', 'false']), 'true');
const language = z._default(Language, 'en');
const rosterFile = {
  /** The file's bytes as they are. */
  body: z.unknown(),
  consumes: ['text/csv', 'application/octet-stream'],
  response: RosterReport,
};

export const importPeople = endpoint({
  method: 'POST',
  path: '/api/people/import',
  summary: 'Create or update students from a roster, all or nothing; with cohortId also enrol them',
  query: z.object({ dryRun, language, cohortId: z.optional(Id) }),
  ...rosterFile,
});

export const importRoster = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/roster',
  summary: 'Enrol the people of a roster in a cohort, all or nothing; administrators also create them',
  params: z.object({ cohortId: Id }),
  query: z.object({ dryRun, language }),
  ...rosterFile,
});

export const exportRoster = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId/roster.csv',
  summary:
    "A cohort's roster as CSV (BOM, semicolons), which the import takes back; documents only for staff and administrators",
  params: z.object({ cohortId: Id }),
  response: z.unknown(),
});
