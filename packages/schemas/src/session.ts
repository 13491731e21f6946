import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Empty, Id, LocalizedText, Role, storable, text } from './words.ts';

export const Password = z.string().check(z.minLength(8), z.maxLength(200), storable);
export const InstitutionCode = z.string().check(z.regex(/^[a-z0-9-]{2,40}$/));
export const StudentCode = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9._-]{1,30}$/));
export const CohortCode = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z2-9]{6}$/));

export const Me = z.object({
  membershipId: Id,
  role: Role,
  givenNames: z.string(),
  fullName: z.string(),
  institution: z.object({
    id: Id,
    code: z.string(),
    name: z.string(),
    timeZone: z.string(),
    passMark: z.number(),
    demonstration: z.boolean(),
  }),
  /** Every membership of the account, this one included. */
  memberships: z.array(z.object({ membershipId: Id, institutionName: z.string(), role: Role })),
});
export type Me = z.infer<typeof Me>;

export const SignInBody = z.union([
  z.strictObject({
    email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254), storable),
    password: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({
    institution: InstitutionCode,
    studentCode: StudentCode,
    password: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
]);

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail or student code; sets the session cookies',
  body: SignInBody,
  response: Me,
});

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  response: Me,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'End this session',
  response: Empty,
});

export const refreshSession = endpoint({
  method: 'POST',
  path: '/api/session/refresh',
  summary: 'Exchange the refresh cookie for new cookies; a repeat within 60 s gets the same successor',
  response: Me,
});

export const switchMembership = endpoint({
  method: 'POST',
  path: '/api/session/switch',
  summary: 'Go on under another membership of the same account',
  body: z.strictObject({ membershipId: Id }),
  response: Me,
});

const activation = {
  institution: InstitutionCode,
  code: z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z0-9]{4}-?[A-Z0-9]{4}$/)),
  password: Password,
};
export const ActivateBody = z.union([
  z.strictObject({ ...activation, studentCode: StudentCode }),
  z.strictObject({
    ...activation,
    email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254), storable),
  }),
]);

export const activate = endpoint({
  method: 'POST',
  path: '/api/activation',
  summary: 'Use a one-time code, with student code or e-mail, to set a password and sign in',
  body: ActivateBody,
  response: Me,
});

export const getJoin = endpoint({
  method: 'GET',
  path: '/api/join/:code',
  summary: 'What a cohort code opens',
  params: z.object({ code: CohortCode }),
  response: z.object({
    code: z.string(),
    institutionName: z.string(),
    cohortName: z.string(),
    courseTitles: z.array(LocalizedText),
    facultyNames: z.array(z.string()),
  }),
});

export const join = endpoint({
  method: 'POST',
  path: '/api/join/:code',
  summary: 'Join a cohort by its code, unconfirmed until a roster claims the person',
  params: z.object({ code: CohortCode }),
  body: z.strictObject({
    givenNames: text(100),
    firstSurname: text(100),
    secondSurname: z.optional(z.string().check(z.trim(), z.maxLength(100), storable)),
    studentCode: StudentCode,
    password: Password,
  }),
  response: Me,
});

export const joinSignedIn = endpoint({
  method: 'POST',
  path: '/api/cohorts/join',
  summary: 'A signed-in student joins a cohort of the same institution by its code',
  body: z.strictObject({ code: CohortCode }),
  response: z.object({ cohortId: Id, cohortName: z.string() }),
});
