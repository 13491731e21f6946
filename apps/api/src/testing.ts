import { fileURLToPath } from 'node:url';
import { loadContent, readDirectory, type Content } from '@puente/content/server';
import {
  accounts,
  campuses,
  cohortCourses,
  cohortFaculty,
  cohorts,
  enrolments,
  institutions,
  learnerLinks,
  memberships,
  people,
  type InstitutionDatabase,
} from '@puente/database';
import { createTestDatabase, type TestDatabase } from '@puente/database/testing';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '@puente/schemas';
import { buildApp } from './app.ts';
import { hashPassword } from './features/accounts/password.ts';

export const testPassword = 'una clave de prueba';

export interface TestPerson {
  name: string;
  role: Role;
  email: string;
  institutionId: string;
  personId: string;
  membershipId: string;
  accountId: string;
  learnerKey: string | null;
  studentCode: string | null;
}

export interface TestInstitution {
  id: string;
  code: string;
  campusId: string;
  /** Taught by `faculty`, with the students `student` and `classmate`. */
  cohortId: string;
  /** Taught by `otherFaculty`, with the student `outsider`. */
  otherCohortId: string;
}

export interface TestApp {
  app: FastifyInstance;
  database: TestDatabase;
  content: Content;
  /** Two institutions alike: nothing may cross between them. */
  home: TestInstitution;
  away: TestInstitution;
  people: Record<string, TestPerson>;
  /** The clock of the app; tests may set it. */
  clock: { now: Date };
  /** A client signed in by name: `student`, `classmate`, `outsider`, `faculty`, `otherFaculty`, `staff`, `admin`, `awayStudent` …; with another session, from another device. */
  as(name: string, session?: string): (request: InjectOptions) => Promise<LightMyRequestResponse>;
  within<T>(institution: TestInstitution, work: (db: InstitutionDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

let courses: Content | undefined;
const contentFolder = fileURLToPath(new URL('../../../content', import.meta.url));
let passwordHash: Promise<string> | undefined;

const cast: [name: string, role: Role, given: string, first: string, second: string | null][] = [
  ['student', 'student', 'Rosa María', 'Ñahui', 'Quispe'],
  ['classmate', 'student', 'José', 'Huamán', 'Peña'],
  ['outsider', 'student', 'Inés', 'Agüero', null],
  ['faculty', 'faculty', 'Carmen', 'Salas', 'Rojas'],
  ['otherFaculty', 'faculty', 'Luis', 'Ponce', 'Díaz'],
  ['staff', 'staff', 'Elena', 'Vargas', 'Soto'],
  ['otherStaff', 'staff', 'Marcos', 'Lazo', 'Nina'],
  ['admin', 'admin', 'Raúl', 'Campos', 'Vera'],
];

/** The API over a database of its own, with two institutions and someone in every role. */
export const createTestApp = async (
  change: (content: Content) => Content = (content) => content,
): Promise<TestApp> => {
  courses ??= loadContent(readDirectory(contentFolder));
  const content = change(courses);
  passwordHash ??= hashPassword(testPassword);
  const database = await createTestDatabase();
  const clock = { now: new Date('2026-03-16T15:00:00Z') };
  const app = await buildApp({
    db: database.db,
    content,
    keys: { access: 'test-access-key-of-thirty-two-bytes', refresh: 'test-refresh-key-of-thirty-two-byte' },
    version: 'test',
    clock: () => clock.now,
  });
  await app.ready();

  const everyone: Record<string, TestPerson> = {};
  const addInstitution = async (code: string, prefix: string): Promise<TestInstitution> => {
    const id = await database.db.asGlobal(async (db) => {
      const [row] = await db
        .insert(institutions)
        .values({ code, name: `Universidad ${code}` })
        .returning({ id: institutions.id });
      return row!.id;
    });
    return database.db.asInstitution(id, async (db) => {
      const [campus] = await db
        .insert(campuses)
        .values({ institutionId: id, name: 'Lima Centro' })
        .returning({ id: campuses.id });
      for (const [index, [name, role, givenNames, firstSurname, secondSurname]] of cast.entries()) {
        const key = prefix + (prefix ? name[0]!.toUpperCase() + name.slice(1) : name);
        const email = `${key.toLowerCase()}@${code}.example`;
        const studentCode = role === 'student' ? `U${code.toUpperCase()}${100 + index}` : null;
        const [person] = await db
          .insert(people)
          .values({
            institutionId: id,
            givenNames,
            firstSurname,
            secondSurname,
            email,
            studentCode,
            campusId: campus!.id,
          })
          .returning({ id: people.id });
        const [account] = await db
          .insert(accounts)
          .values({ email, passwordHash: await passwordHash! })
          .returning({ id: accounts.id });
        const [membership] = await db
          .insert(memberships)
          .values({ institutionId: id, personId: person!.id, accountId: account!.id, role })
          .returning({ id: memberships.id });
        const [link] =
          role === 'student'
            ? await db
                .insert(learnerLinks)
                .values({ institutionId: id, membershipId: membership!.id })
                .returning()
            : [];
        everyone[key] = {
          name: key,
          role,
          email,
          institutionId: id,
          personId: person!.id,
          membershipId: membership!.id,
          accountId: account!.id,
          learnerKey: link?.learnerKey ?? null,
          studentCode,
        };
      }
      const person = (name: string) =>
        everyone[prefix + (prefix ? name[0]!.toUpperCase() + name.slice(1) : name)]!;
      const addCohort = async (name: string, faculty: string, students: string[]) => {
        const [cohort] = await db
          .insert(cohorts)
          .values({
            institutionId: id,
            name,
            term: '2026-1',
            startsOn: '2026-03-01',
            endsOn: '2026-07-31',
            campusId: campus!.id,
          })
          .returning({ id: cohorts.id });
        await db
          .insert(cohortCourses)
          .values({ institutionId: id, cohortId: cohort!.id, courseId: 'physiology' });
        await db
          .insert(cohortFaculty)
          .values({ institutionId: id, cohortId: cohort!.id, membershipId: person(faculty).membershipId });
        for (const student of students) {
          await db
            .insert(enrolments)
            .values({ institutionId: id, cohortId: cohort!.id, learnerKey: person(student).learnerKey! });
        }
        return cohort!.id;
      };
      return {
        id,
        code,
        campusId: campus!.id,
        cohortId: await addCohort('Sección A', 'faculty', ['student', 'classmate']),
        otherCohortId: await addCohort('Sección B', 'otherFaculty', ['outsider']),
      };
    });
  };
  const home = await addInstitution('home', '');
  const away = await addInstitution('away', 'away');

  return {
    app,
    database,
    content,
    home,
    away,
    people: everyone,
    clock,
    as: (name, session) => async (request) => {
      const person = everyone[name];
      if (!person) throw new Error(`There is no ${name} in the cast`);
      const issuedAt = Math.floor(clock.now.getTime() / 1000);
      const token = app.jwt.sign({
        acc: person.accountId,
        ins: person.institutionId,
        mem: person.membershipId,
        ses: session ?? person.membershipId,
        rol: person.role,
        lrn: person.learnerKey,
        iat: issuedAt,
        exp: issuedAt + 600,
      });
      return app.inject({ ...request, cookies: { ...request.cookies, puente_access: token } });
    },
    within: (institution, work) => database.db.asInstitution(institution.id, work),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
};
