import { and, eq } from 'drizzle-orm';
import type { Content, OpenModule } from '@puente/content/server';
import {
  accounts,
  institutions,
  learnerLinks,
  memberships,
  people,
  sittings,
  type Database,
} from '@puente/database';
import type {
  Cohort,
  createPerson,
  issueActivationCodes,
  Role,
  RosterReport,
  RoundDetail,
  Sitting,
  Wave,
} from '@puente/schemas';
import type * as z from 'zod/mini';
import { buildApp } from '../app.ts';
import { hashPassword } from '../features/accounts/password.ts';
import { analyseDue } from '../features/insights/analyse-due.ts';
import { foldAll } from '../features/insights/fold-loop.ts';
import { concludeConvocatoria, freezeConvocatoria, openConvocatoria } from './convocatoria.ts';
import { eachOf, inTurns } from './lanes.ts';
import { ownAnswers, ownPlan, ownStudent } from './own-student.ts';
import {
  campuses,
  demonstrationEmails,
  demonstrationPassword,
  rosterFile,
  syntheticPeople,
  type SyntheticPerson,
} from './people.ts';
import { planStudent } from './plan.ts';
import {
  answerSitting,
  call,
  learn,
  rateObjectives,
  startSitting,
  type Caller,
  type Player,
  type Stage,
} from './play.ts';
import { openRoom, type Room } from './room.ts';
import { createSimulatedTime } from './simulated-time.ts';
import { days, termUntil, type Term } from './term.ts';
import { drawAnswer, drawStudent, mirage } from './truth.ts';

type Output<Endpoint extends { response: z.ZodMiniType }> = z.output<Endpoint['response']>;

interface Options {
  /** Empty, migrated, signed in to as the API's role. */
  database: Database;
  content: Content;
  keys: { access: string; refresh: string };
  progress?: (line: string) => void;
  /** Everything that is drawn depends on it alone. */
  seed?: string;
  /** Size of the section. */
  students?: number;
  present?: Date;
}

export interface Demonstration {
  institutionId: string;
  cohortId: string;
  freshCohortId: string;
  roundId: string;
  /** Under selection/v1, in review. */
  convocatoriaId: string;
  /** Under selection/v1, its results out. */
  concludedId: string;
  sittings: Record<'opening' | 'closing' | 'selection', string>;
  players: Player[];
  responses: number;
}

const lanes = 10;
const freshStudents = 6;

/**
 * One term of a synthetic section, played through the real API at simulated times and ending now. What answers or
 * decides goes through the API; what an operator does by hand (the institution, its first administrator) does not.
 */
export const seedDemonstration = async ({
  database,
  content,
  keys,
  progress = () => undefined,
  seed = 'puente',
  students = 240,
  present = new Date(),
}: Options): Promise<Demonstration> => {
  await assertEmpty(database);
  const term = termUntil(present);
  const time = createSimulatedTime(term.at(days.enrolment, 8));
  const app = await buildApp({ db: database, content, keys, version: 'demonstration', clock: time.clock });
  await app.ready();
  try {
    const stage: Stage = {
      app,
      time,
      module: demonstratedModule(content),
      courseIds: content.courses.map(({ id }) => id),
    };
    const { institutionId, admin } = await openInstitution(stage, term);
    const faculty = await addColleague(stage, admin, term, 'faculty', ['Carmen', 'Salas', 'Rojas']);
    const staff = await addColleague(stage, admin, term, 'staff', ['Elena', 'Vargas', 'Soto']);
    const otherStaff = await addColleague(stage, admin, term, 'otherStaff', ['Marcos', 'Lazo', 'Nina']);
    await addColleague(stage, admin, term, 'thirdStaff', ['Rosa', 'Ticona', 'Poma']);

    const section = syntheticPeople(seed, students);
    Object.assign(section[0]!, ownPerson);
    const cohort = await openCohort(
      stage,
      faculty,
      { name: 'Sección B', from: 0, to: 112, at: term.at(days.enrolment, 9) },
      term,
    );
    await importRoster(stage, admin, cohort.id, section, term.at(days.enrolment, 10));
    const players = await signInPlayers(stage, institutionId, section, seed, term);
    await activateOwnStudent(stage, admin, players[0]!, term);
    progress(`${students} synthetic students enrolled`);

    const prepare = (
      who: Caller,
      cohortId: string,
      at: Date,
      wave: Wave,
      opensAt: Date,
      closesAt: Date,
      durationMinutes: number | null,
    ) =>
      prepareSitting(
        stage,
        who,
        cohortId,
        at,
        { wave, opensAt, closesAt, durationMinutes },
        { institutionId, seed },
      );
    let responses = 0;
    const opening = await prepare(
      faculty,
      cohort.id,
      term.at(-2, 12),
      'opening',
      term.at(0, 0),
      term.at(days.openingEnds, 23, 59),
      null,
    );
    await inOrderOf(players, 'opening', async (player, turn) => {
      const opened = await takeSitting(stage, seed, opening.id, 'opening', player, turn);
      responses += opened;
      for (const step of player.plan.learning) {
        const answered = await learn(stage, player, step);
        responses += answered;
      }
    });
    progress('opening form, lessons, practice and case done');

    const selection = await prepare(
      staff,
      cohort.id,
      term.at(days.selectionPrepared, 10),
      'selection',
      term.at(days.selection, 9),
      term.at(days.selection, 11),
      40,
    );
    const round = await call<RoundDetail>(stage, staff, {
      at: term.at(days.selectionPrepared, 11),
      method: 'POST',
      url: '/api/selection-rounds',
      payload: {
        name: `Inmersión en Boston ${term.code}`,
        seats: Math.min(20, Math.floor(students / 5)),
        reserves: 5,
        sittingIds: [selection.id],
      },
    });
    const office = { institutionId, staff, otherStaff };
    const announce = (kind: 'dossiers' | 'score') =>
      openConvocatoria(stage, office, players, selection.id, term, kind);
    const concludedId = await announce('score');
    const convocatoriaId = await announce('dossiers');
    progress('two convocatorias published, applications in');
    const closing = await prepare(
      faculty,
      cohort.id,
      term.at(80, 12),
      'closing',
      term.at(days.closingBegins, 7),
      term.at(days.closingEnds, 22),
      30,
    );
    const room = await openRoom(stage, { staff, proctor: faculty }, selection.id, term.at(days.selection, 8));
    await changeState(stage, staff, selection.id, 'open', term.at(days.selection, 8, 55));
    const seated = players.filter(({ plan }) => plan.selection);
    await eachOf(seated, lanes, (player) => room.seat(player, term.at(days.selection, 8, 57)));
    await room.begin(term.at(days.selection, 9));
    await inOrderOf(players, 'closing', async (player, turn) => {
      const closed = await takeSitting(stage, seed, closing.id, 'closing', player, turn);
      const selected = await sitInRoom(stage, room, selection.id, player);
      responses += closed + selected;
    });
    await room.end(term.at(days.selection, 11));
    await changeState(stage, faculty, closing.id, 'released', term.at(days.closingEnds + 1, 9));
    progress('closing and selection forms taken');
    await foldAll(database, app.catalogue);
    await call(stage, staff, {
      at: term.at(days.snapshot, 10),
      method: 'POST',
      url: `/api/selection-rounds/${round.round.id}/snapshot`,
    });
    await call(stage, staff, {
      at: term.at(days.published, 10),
      method: 'POST',
      url: `/api/selection-rounds/${round.round.id}/publish`,
      payload: { why: 'Demostración: personas sintéticas y formas con claves públicas.' },
    });
    progress('shortlist frozen and published');
    for (const id of [concludedId, convocatoriaId]) await freezeConvocatoria(stage, office, id, term);
    await concludeConvocatoria(stage, office, concludedId, term);
    progress('one convocatoria has its results out, the other waits for its readers');

    const fresh = await openCohort(
      stage,
      faculty,
      { name: 'Sección C', from: days.freshSection, to: 140, at: term.at(days.freshSection, 8) },
      term,
    );
    await importRoster(
      stage,
      admin,
      fresh.id,
      syntheticPeople(seed, freshStudents, students + 1),
      term.at(days.freshSection, 9),
    );
    await prepare(
      faculty,
      fresh.id,
      term.at(days.freshSection, 10),
      'opening',
      term.at(days.freshSection, 12),
      term.at(days.present + 21, 23, 59),
      null,
    );
    await analyseDue(database, app.catalogue, institutionId, { now: present, atOnce: true });
    progress(`${responses} responses recorded`);

    return {
      institutionId,
      cohortId: cohort.id,
      freshCohortId: fresh.id,
      roundId: round.round.id,
      convocatoriaId,
      concludedId,
      sittings: { opening: opening.id, closing: closing.id, selection: selection.id },
      players,
      responses,
    };
  } finally {
    await app.close();
  }
};

const ownPerson: Partial<SyntheticPerson> = {
  givenNames: 'Milagros',
  firstSurname: 'Ñahui',
  secondSurname: 'Quispe',
  email: demonstrationEmails.student,
  campus: 'Juliaca',
};

/** A demonstration never shares a database with anybody real. */
const assertEmpty = async (database: Database): Promise<void> => {
  const [found] = await database.asGlobal((db) =>
    db.select({ id: institutions.id }).from(institutions).limit(1),
  );
  if (found)
    throw new Error('The demonstration needs an empty database: this one has an institution already.');
};

/** The open module that teaches what the section is wrong about. */
const demonstratedModule = (content: Content): OpenModule => {
  for (const course of content.courses) {
    for (const module of course.modules)
      if (module.status === 'open' && module.case && module.concepts.includes(mirage.concept)) return module;
  }
  throw new Error(`The courses have no open module with a case that teaches ${mirage.concept}.`);
};

/** Marked from its first row: people who are added to it are synthetic. */
const openInstitution = async (
  stage: Stage,
  term: Term,
): Promise<{ institutionId: string; admin: Caller }> => {
  const { db } = stage.app;
  const createdAt = term.at(days.enrolment, 8);
  const passwordHash = await hashPassword(demonstrationPassword);
  const [institutionId, accountId] = await db.asGlobal(async (tx) => {
    const [institution] = await tx
      .insert(institutions)
      .values({
        code: 'demo',
        name: 'Universidad de Demostración',
        timeZone: 'America/Lima',
        demonstration: true,
        createdAt,
      })
      .returning({ id: institutions.id });
    const [account] = await tx
      .insert(accounts)
      .values({ email: demonstrationEmails.admin, passwordHash, createdAt })
      .returning({ id: accounts.id });
    return [institution!.id, account!.id];
  });
  const membershipId = await db.asInstitution(institutionId, async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({
        institutionId,
        givenNames: 'Raúl',
        firstSurname: 'Campos',
        secondSurname: 'Vera',
        email: demonstrationEmails.admin,
        synthetic: true,
        createdAt,
      })
      .returning({ id: people.id });
    const [membership] = await tx
      .insert(memberships)
      .values({ institutionId, personId: person!.id, accountId, role: 'admin', createdAt })
      .returning({ id: memberships.id });
    return membership!.id;
  });
  const admin = callerFor(stage, term, { institutionId, membershipId, role: 'admin', learnerKey: null });
  for (const name of campuses)
    await call(stage, admin, { at: createdAt, method: 'POST', url: '/api/campuses', payload: { name } });
  return { institutionId, admin };
};

interface Identity {
  institutionId: string;
  membershipId: string;
  role: Role;
  learnerKey: string | null;
}

/** Signed in without a password, for the length of the term. */
const callerFor = (
  { app }: Stage,
  { present }: Term,
  { institutionId, membershipId, role, learnerKey }: Identity,
): Caller => {
  const issuedAt = Math.floor(present.getTime() / 1000);
  return {
    token: app.jwt.sign({
      acc: membershipId,
      ins: institutionId,
      mem: membershipId,
      ses: membershipId,
      rol: role,
      lrn: learnerKey,
      iat: issuedAt,
      exp: issuedAt + 3600,
    }),
  };
};

const addColleague = async (
  stage: Stage,
  admin: Caller,
  term: Term,
  who: 'faculty' | 'staff' | 'otherStaff' | 'thirdStaff',
  [givenNames, firstSurname, secondSurname]: readonly [string, string, string],
): Promise<Caller & { membershipId: string }> => {
  const at = term.at(days.enrolment, 8, 30);
  const email = demonstrationEmails[who];
  const role = who === 'faculty' ? 'faculty' : 'staff';
  const { person, activation } = await call<Output<typeof createPerson>>(stage, admin, {
    at,
    method: 'POST',
    url: '/api/people',
    payload: { role, givenNames, firstSurname, secondSurname, email },
  });
  const { institution, code } = activation;
  await call(stage, null, {
    at,
    method: 'POST',
    url: '/api/activation',
    payload: { institution, email, code, password: demonstrationPassword },
  });
  const { institutionId } = await identify(stage, institution);
  const { membershipId } = person;
  return { ...callerFor(stage, term, { institutionId, membershipId, role, learnerKey: null }), membershipId };
};

const identify = async ({ app }: Stage, code: string): Promise<{ institutionId: string }> => {
  const [found] = await app.db.asGlobal((db) =>
    db.select({ institutionId: institutions.id }).from(institutions).where(eq(institutions.code, code)),
  );
  return found!;
};

const openCohort = (
  stage: Stage,
  faculty: Caller,
  { name, from, to, at }: { name: string; from: number; to: number; at: Date },
  term: Term,
): Promise<Cohort> =>
  call<Cohort>(stage, faculty, {
    at,
    method: 'POST',
    url: '/api/cohorts',
    payload: {
      name: `${name} · Ciencias básicas ${term.code}`,
      term: term.code,
      courseIds: stage.courseIds,
      startsOn: term.date(from),
      endsOn: term.date(to),
    },
  });

const importRoster = async (
  stage: Stage,
  admin: Caller,
  cohortId: string,
  section: readonly SyntheticPerson[],
  at: Date,
): Promise<void> => {
  const report = await call<RosterReport>(stage, admin, {
    at,
    method: 'POST',
    url: `/api/people/import?dryRun=false&cohortId=${cohortId}`,
    payload: rosterFile(section),
    headers: { 'content-type': 'text/csv' },
  });
  if (report.creates !== section.length || report.enrols !== section.length) {
    throw new Error(
      `The roster of ${section.length} created ${report.creates} people and enrolled ${report.enrols}.`,
    );
  }
};

const signInPlayers = async (
  stage: Stage,
  institutionId: string,
  section: readonly SyntheticPerson[],
  seed: string,
  term: Term,
): Promise<Player[]> => {
  const rows = await stage.app.db.asInstitution(institutionId, (db) =>
    db
      .select({ code: people.studentCode, membershipId: memberships.id, learnerKey: learnerLinks.learnerKey })
      .from(people)
      .innerJoin(
        memberships,
        and(eq(memberships.institutionId, people.institutionId), eq(memberships.personId, people.id)),
      )
      .innerJoin(
        learnerLinks,
        and(
          eq(learnerLinks.institutionId, memberships.institutionId),
          eq(learnerLinks.membershipId, memberships.id),
        ),
      )
      .where(eq(people.institutionId, institutionId)),
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const lessons = stage.module.lessons.length;
  return section.map(({ studentCode }, index): Player => {
    const { membershipId, learnerKey } = byCode.get(studentCode)!;
    const own = index === 0;
    const student = own ? ownStudent(studentCode) : drawStudent(seed, studentCode);
    return {
      ...callerFor(stage, term, { institutionId, membershipId, role: 'student', learnerKey }),
      membershipId,
      learnerKey,
      student,
      plan: own ? ownPlan(term) : planStudent(seed, student, term, lessons),
      answer: own ? ownAnswers(seed) : (occasion, asked) => drawAnswer(seed, occasion, asked),
      explained: false,
      attempts: 0,
    };
  });
};

const activateOwnStudent = async (
  stage: Stage,
  admin: Caller,
  { membershipId, student }: Player,
  term: Term,
): Promise<void> => {
  const at = term.at(days.enrolment, 11);
  const { institution, sheet } = await call<Output<typeof issueActivationCodes>>(stage, admin, {
    at,
    method: 'POST',
    url: '/api/people/activation-codes',
    payload: { membershipIds: [membershipId] },
  });
  await call(stage, null, {
    at,
    method: 'POST',
    url: '/api/activation',
    payload: {
      institution,
      studentCode: student.code,
      code: sheet[0]!.code,
      password: demonstrationPassword,
    },
  });
};

interface Window {
  wave: Wave;
  opensAt: Date;
  closesAt: Date;
  durationMinutes: number | null;
}

const prepareSitting = async (
  stage: Stage,
  who: Caller,
  cohortId: string,
  at: Date,
  { opensAt, closesAt, ...window }: Window,
  { institutionId, seed }: { institutionId: string; seed: string },
): Promise<Sitting> => {
  const sitting = await call<Sitting>(stage, who, {
    at,
    method: 'POST',
    url: `/api/cohorts/${cohortId}/sittings`,
    payload: {
      courseId: stage.module.courseId,
      ...window,
      proctored: window.wave === 'selection',
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    },
  });
  // The lot that assigns the forms is fixed too, or the same seed would not give the same answers.
  await stage.app.db.asInstitution(institutionId, (db) =>
    db
      .update(sittings)
      .set({ assignmentSeed: `${seed}/${window.wave}` })
      .where(and(eq(sittings.institutionId, institutionId), eq(sittings.id, sitting.id))),
  );
  return sitting;
};

const changeState = (
  stage: Stage,
  who: Caller,
  sittingId: string,
  to: 'open' | 'released',
  at: Date,
): Promise<Sitting> =>
  call<Sitting>(stage, who, { at, method: 'POST', url: `/api/sittings/${sittingId}/state`, payload: { to } });

type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Everybody once, several at a time, beginning in the order in which they take a form. */
const inOrderOf = async (
  players: readonly Player[],
  wave: 'opening' | 'closing',
  play: (player: Player, turn: Turn) => Promise<void>,
): Promise<void> => {
  const startOf = ({ plan }: Player) => plan[wave]?.getTime() ?? Infinity;
  const ordered = [...players].sort(
    (a, b) => startOf(a) - startOf(b) || (a.student.code < b.student.code ? -1 : 1),
  );
  const turn = inTurns();
  await eachOf(ordered, lanes, (player) => play(player, turn));
};

/** Starts wait their turn where the order of starting decides the form; answers do not. */
const takeSitting = async (
  stage: Stage,
  seed: string,
  sittingId: string,
  moment: 'opening' | 'closing',
  player: Player,
  turn: Turn,
): Promise<number> => {
  const at = player.plan[moment];
  if (!at) return 0;
  const attempt = await turn(() => startSitting(stage, player, sittingId, at));
  const stopsAfter = moment === 'opening' ? player.plan.opensHalf : null;
  const answered = await answerSitting(stage, player, attempt, moment, stopsAfter);
  if (stopsAfter === null && player.plan.rates)
    await rateObjectives(stage, player, sittingId, at, moment, seed);
  return answered;
};

/** Form S, under supervision: started with the code that the room shows. */
const sitInRoom = async (stage: Stage, room: Room, sittingId: string, player: Player): Promise<number> => {
  const at = player.plan.selection;
  if (!at) return 0;
  const code = await room.codeAt(at);
  return answerSitting(stage, player, await startSitting(stage, player, sittingId, at, code), 'selection');
};
