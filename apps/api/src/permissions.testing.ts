import { newId } from '@puente/database';
import { plainActs } from '@puente/schemas';
import type { InjectOptions } from 'fastify';
import { openSitting, startPractice, startSitting } from './features/attempts/testing.ts';
import { policyOver } from './features/selection/round.testing.ts';
import type { TestApp } from './testing.ts';

/**
 * Who may call what, on whose data: every route × every person, written by hand. `student` owns the attempt and is
 * of the cohort that `faculty` teaches; `outsider` and `otherFaculty` are of the other cohort; `away…` are of
 * another institution and ask for the home institution's things.
 */
export const people = [
  'nobody',
  'student',
  'classmate',
  'outsider',
  'faculty',
  'otherFaculty',
  'staff',
  'admin',
  'awayStudent',
  'awayFaculty',
  'awayStaff',
  'awayAdmin',
] as const;

type Request = () => Promise<Omit<InjectOptions, 'method'>> | Omit<InjectOptions, 'method'>;
export interface Row {
  route: string;
  request: Request;
  /** One status for each of `people`, in their order. */
  outcomes: string;
}

/** Each row asks for what is there, in words that are right, so that only who asks decides. */
export const permissionTable = (app: () => TestApp): { rows: Row[]; acts: (Row & { act: string })[] } => {
  const json = (payload: object) => ({ payload });
  const cohort =
    (suffix = '', rest: object = {}): Request =>
    () => ({ url: `/api/cohorts/${app().home.cohortId}${suffix}`, ...rest });
  const aCohort = {
    name: '',
    term: '2026-2',
    courseIds: ['physiology'],
    startsOn: '2026-08-01',
    endsOn: '2026-12-20',
  };
  let serial = 0;

  const newRound = async (): Promise<string> => {
    const sittingId = await openSitting(app(), 'selection');
    const answer = await app().as('staff')({
      method: 'POST',
      url: '/api/selection-rounds',
      payload: { name: `Ronda ${++serial}`, seats: 1, reserves: 0, sittingIds: [sittingId] },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json().id ?? answer.json().round.id;
  };
  let unfrozen: string | undefined;
  const round =
    (suffix = '', rest: object = {}): Request =>
    async () => ({
      url: `/api/selection-rounds/${(unfrozen ??= await newRound())}${suffix}`,
      ...rest,
    });

  const anAnnouncement = {
    name: 'Convocatoria',
    applicationsOpenAt: '2026-03-01T05:00:00Z',
    applicationsCloseAt: '2026-04-01T05:00:00Z',
    travelFrom: '2026-07-06',
    travelTo: '2026-07-18',
  };
  let announced: string | undefined;
  const announcedRound = async (): Promise<string> => {
    const answer = await app().as('staff')({ method: 'POST', url: '/api/rounds', payload: anAnnouncement });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json().round.id;
  };
  /** A round of the home institution that takes applications and has no policy yet. */
  const convocatoria =
    (suffix = '', rest: object = {}, before = '/api/rounds/'): Request =>
    async () => ({ url: `${before}${(announced ??= await announcedRound())}${suffix}`, ...rest });
  const ownRound = (suffix = '', rest: object = {}): Request =>
    convocatoria(suffix, rest, '/api/own-rounds/');
  const publicRound = (suffix = ''): Request => convocatoria(suffix, {}, '/api/public/home/rounds/');
  const noToken = `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.${'A'.repeat(43)}`;
  const why = 'Acuerdo del comité';
  const aRubric = { motivation: 1, reasoning: 1, decisions: 1, return: 1 };

  let practice: string | undefined;
  const attempt =
    (suffix = ''): Request =>
    async () => ({
      url: `/api/attempts/${(practice ??= (await startPractice(app(), 'student')).id)}${suffix}`,
    });
  const newSitting: Request = async () => ({
    url: `/api/sittings/${await openSitting(app(), 'closing')}/start`,
    ...json({ language: 'es' }),
  });

  /** A proctored closing sitting that `student` has started, and what `staff` may write about it. */
  let proctored: string | undefined;
  const proctoredSitting = async (): Promise<string> => {
    if (proctored) return proctored;
    proctored = await openSitting(app(), 'closing', { proctored: true });
    const { code } = (await app().as('staff')({ url: `/api/sittings/${proctored}/room-code` })).json();
    const answer = await app().as('student')({
      method: 'POST',
      url: `/api/sittings/${proctored}/start`,
      payload: { language: 'es', roomCode: code },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return proctored;
  };
  const room =
    (suffix = '', rest: object = {}): Request =>
    async () => ({ url: `/api/sittings/${await proctoredSitting()}${suffix}`, ...rest });
  const candidate =
    (suffix = '', rest: object = {}): Request =>
    async () => ({
      url: `/api/sittings/${await proctoredSitting()}/candidates/${app().people.student!.membershipId}${suffix}`,
      ...rest,
    });
  const anAnswerFile = () => ({
    format: 'puente/answers',
    schemaVersion: 1,
    savedAt: '2026-03-16T15:00:00Z',
    membershipId: app().people.student!.membershipId,
    responses: [null],
  });

  const csv = 'código;apellidos;nombres\r\nZZ999;Pérez Soto;Ana\r\n';
  const upload = { payload: csv, headers: { 'content-type': 'text/csv' } };

  const anybody = '200 200 200 200 200 200 200 200 200 200 200 200';
  const signedIn = '401 200 200 200 200 200 200 200 200 200 200 200';
  const everyStudent = '401 200 200 200 403 403 403 403 200 403 403 403';
  const ownOnly = '401 200 404 404 403 403 403 403 404 403 403 403';
  const cohortFaculty = '401 403 403 403 200 404 200 200 403 404 404 404';
  const administrators = '401 403 403 403 403 403 403 200 403 403 403 200';
  const officers = '401 403 403 403 403 403 200 200 403 403 200 200';
  const teachers = '401 403 403 403 200 200 200 200 403 200 200 200';
  const proctors = '401 403 403 403 200 404 200 403 403 404 404 403';
  const roundReaders = '401 403 403 403 403 403 200 200 403 403 404 404';

  const staffAlone = (outcome: number) => `401 403 403 403 403 403 ${outcome} 403 403 403 404 403`;
  const readersGet = (outcome: number) => `401 403 403 403 403 403 ${outcome} ${outcome} 403 403 404 404`;
  const homeStudents = (outcome: number) =>
    `401 ${outcome} ${outcome} ${outcome} 403 403 403 403 404 403 403 403`;
  const nothingThere = '404 404 404 404 404 404 404 404 404 404 404 404';

  const rows: Row[] = [
    { route: 'GET /api/health', request: () => ({ url: '/api/health' }), outcomes: anybody },
    {
      route: 'POST /api/session',
      request: () => ({ url: '/api/session', ...json({ email: 'x@y.example', password: 'wrong' }) }),
      outcomes: '401 401 401 401 401 401 401 401 401 401 429 429',
    },
    { route: 'GET /api/session', request: () => ({ url: '/api/session' }), outcomes: signedIn },
    { route: 'DELETE /api/session', request: () => ({ url: '/api/session' }), outcomes: anybody },
    {
      route: 'POST /api/session/refresh',
      request: () => ({ url: '/api/session/refresh' }),
      outcomes: '401 401 401 401 401 401 401 401 401 401 401 401',
    },
    {
      route: 'POST /api/session/switch',
      request: () => ({
        url: '/api/session/switch',
        ...json({ membershipId: app().people.student!.membershipId }),
      }),
      outcomes: '401 200 404 404 404 404 404 404 404 404 404 404',
    },
    {
      route: 'POST /api/activation',
      request: () => ({
        url: '/api/activation',
        ...json({ institution: 'home', studentCode: 'NOBODY', code: 'AAAA-BBBB', password: 'long enough' }),
      }),
      outcomes: '401 401 401 401 401 401 401 401 401 401 429 429',
    },
    {
      route: 'GET /api/join/{code}',
      request: () => ({ url: '/api/join/QQQQQQ' }),
      outcomes: '404 404 404 404 404 404 404 404 404 404 404 404',
    },
    {
      route: 'POST /api/join/{code}',
      request: () => ({
        url: '/api/join/QQQQQQ',
        ...json({ givenNames: 'A', firstSurname: 'B', studentCode: 'J1', password: 'long enough' }),
      }),
      outcomes: '404 404 404 404 404 404 404 404 404 404 404 404',
    },
    {
      route: 'POST /api/cohorts/join',
      request: () => ({ url: '/api/cohorts/join', ...json({ code: 'QQQQQQ' }) }),
      outcomes: '401 404 404 404 403 403 403 403 404 403 403 403',
    },

    { route: 'GET /api/courses', request: () => ({ url: '/api/courses' }), outcomes: signedIn },
    {
      route: 'GET /api/courses/{courseId}',
      request: () => ({ url: '/api/courses/physiology?language=es' }),
      outcomes: signedIn,
    },
    {
      route: 'GET /api/courses/{courseId}/concepts',
      request: () => ({ url: '/api/courses/physiology/concepts?language=es' }),
      outcomes: signedIn,
    },
    {
      route: 'GET /api/courses/{courseId}/modules/{moduleId}/package',
      request: () => ({ url: '/api/courses/physiology/modules/membrane-potential/package?language=es' }),
      outcomes: '401 200 200 200 200 200 403 403 200 200 403 403',
    },
    {
      route: 'PUT /api/courses/{courseId}/modules/{moduleId}/wish',
      request: () => ({
        url: '/api/courses/physiology/modules/membrane-potential/wish',
        ...json({ wanted: false }),
      }),
      outcomes: everyStudent,
    },
    {
      route: 'PUT /api/courses/{courseId}/exam',
      request: () => ({ url: '/api/courses/physiology/exam', ...json({ on: null }) }),
      outcomes: everyStudent,
    },
    {
      route: 'PUT /api/reminder',
      request: () => ({ url: '/api/reminder', ...json({ hour: 20 }) }),
      outcomes: everyStudent,
    },
    {
      route: 'GET /api/figures/{figure}/challenges',
      request: () => ({ url: '/api/figures/heart/challenges' }),
      outcomes: everyStudent,
    },
    { route: 'GET /api/today', request: () => ({ url: '/api/today?language=es' }), outcomes: everyStudent },
    {
      route: 'POST /api/courses/{courseId}/modules/{moduleId}/take-along',
      request: () => ({
        url: '/api/courses/physiology/modules/membrane-potential/take-along',
        ...json({ language: 'es' }),
      }),
      outcomes: everyStudent,
    },
    {
      route: 'PUT /api/courses/{courseId}/lessons/{lessonId}/progress',
      request: () => ({
        url: '/api/courses/physiology/lessons/resting-membrane/progress',
        ...json({ finished: false }),
      }),
      outcomes: everyStudent,
    },
    { route: 'GET /api/review', request: () => ({ url: '/api/review?language=es' }), outcomes: everyStudent },
    {
      route: 'GET /api/results',
      request: () => ({ url: '/api/results?language=es' }),
      outcomes: everyStudent,
    },
    {
      route: 'PUT /api/attempts/{attemptId}',
      request: () => ({
        url: `/api/attempts/${newId()}`,
        ...json({
          kind: 'practice',
          courseId: 'physiology',
          contentId: 'membrane-potential',
          language: 'es',
        }),
      }),
      outcomes: everyStudent,
    },
    { route: 'GET /api/attempts/{attemptId}', request: attempt(), outcomes: ownOnly },
    { route: 'GET /api/attempts/{attemptId}/receipts', request: attempt('/receipts'), outcomes: ownOnly },
    { route: 'POST /api/attempts/{attemptId}/finish', request: attempt('/finish'), outcomes: ownOnly },
    {
      route: 'POST /api/responses',
      request: () => ({ url: '/api/responses', ...json({ responses: [null] }) }),
      outcomes: everyStudent,
    },
    {
      route: 'GET /api/sittings/{sittingId}',
      request: async () => ({ url: `/api/sittings/${await openSitting(app(), 'closing')}?language=es` }),
      outcomes: '401 200 200 404 403 403 403 403 404 403 403 403',
    },
    {
      route: 'POST /api/sittings/{sittingId}/start',
      request: newSitting,
      outcomes: '401 200 200 404 403 403 403 403 404 403 403 403',
    },
    {
      route: 'POST /api/attempts/{attemptId}/take-over',
      request: async () => {
        const sittingId = await openSitting(app(), 'closing');
        return {
          url: `/api/attempts/${(await startSitting(app(), 'student', sittingId)).id}/take-over`,
          ...json({}),
        };
      },
      outcomes: ownOnly,
    },
    {
      route: 'POST /api/attempts/{attemptId}/interruptions',
      request: async () => {
        const sittingId = await openSitting(app(), 'closing');
        const from = '2026-03-16T15:00:00Z';
        return {
          url: `/api/attempts/${(await startSitting(app(), 'student', sittingId)).id}/interruptions`,
          ...json({ interruptions: [{ id: newId(), kind: 'offline', from, to: from }] }),
        };
      },
      outcomes: ownOnly,
    },
    {
      route: 'GET /api/public/cases',
      request: () => ({ url: '/api/public/cases?language=es' }),
      outcomes: anybody,
    },
    {
      route: 'GET /api/public/cases/{courseId}',
      request: () => ({ url: '/api/public/cases/physiology?language=es' }),
      outcomes: anybody,
    },
    {
      route: 'GET /api/public/courses/{courseId}/modules/{moduleId}',
      request: () => ({ url: '/api/public/courses/physiology/modules/membrane-potential?language=es' }),
      outcomes: anybody,
    },
    { route: 'GET /api/time', request: () => ({ url: '/api/time' }), outcomes: anybody },
    {
      route: 'GET /api/sittings/{sittingId}/self-efficacy',
      request: async () => ({
        url: `/api/sittings/${await openSitting(app(), 'closing')}/self-efficacy?language=es`,
      }),
      outcomes: '401 200 200 404 403 403 403 403 404 403 403 403',
    },
    {
      route: 'PUT /api/sittings/{sittingId}/self-efficacy',
      request: async () => ({
        url: `/api/sittings/${await openSitting(app(), 'closing')}/self-efficacy?language=es`,
        ...json({ ratings: [{ objectiveId: 'nothing', now: 3, then: 2 }] }),
      }),
      outcomes: '401 400 400 404 403 403 403 403 404 403 403 403',
    },
    {
      route: 'GET /api/sittings/{sittingId}/analysis',
      request: async () => ({ url: `/api/sittings/${await openSitting(app(), 'closing')}/analysis` }),
      outcomes: cohortFaculty,
    },
    { route: 'GET /api/standings', request: () => ({ url: '/api/standings' }), outcomes: everyStudent },
    {
      route: 'GET /api/standings/{roundId}',
      request: async () => ({ url: `/api/standings/${(unfrozen ??= await newRound())}?language=es` }),
      outcomes: '401 404 404 404 403 403 403 403 404 403 403 403',
    },

    { route: 'GET /api/cohorts', request: () => ({ url: '/api/cohorts' }), outcomes: teachers },
    {
      route: 'POST /api/cohorts',
      request: () => ({ url: '/api/cohorts', ...json({ ...aCohort, name: `Sección ${++serial}` }) }),
      outcomes: teachers,
    },
    { route: 'GET /api/cohorts/{cohortId}', request: cohort(), outcomes: cohortFaculty },
    {
      route: 'POST /api/cohorts/{cohortId}/comparison',
      // Two students are too few to draw from.
      request: cohort('/comparison', json({ name: 'Sin curso', students: 10 })),
      outcomes: '401 403 403 403 403 403 409 403 403 403 404 403',
    },
    {
      route: 'GET /api/cohorts/{cohortId}/explanations/{conceptId}',
      request: cohort('/explanations/potassium-and-rest?course=physiology&language=es'),
      outcomes: cohortFaculty,
    },
    { route: 'POST /api/cohorts/{cohortId}/code', request: cohort('/code'), outcomes: cohortFaculty },
    { route: 'GET /api/cohorts/{cohortId}/students', request: cohort('/students'), outcomes: cohortFaculty },
    {
      route: 'PATCH /api/cohorts/{cohortId}/students/{membershipId}',
      request: () => ({
        url: `/api/cohorts/${app().home.cohortId}/students/${newId()}`,
        ...json({ leave: true }),
      }),
      outcomes: '401 403 403 403 404 404 404 404 403 404 404 404',
    },
    {
      route: 'GET /api/cohorts/{cohortId}/roster.csv',
      request: cohort('/roster.csv'),
      outcomes: cohortFaculty,
    },
    {
      route: 'POST /api/cohorts/{cohortId}/roster',
      request: cohort('/roster?dryRun=true', upload),
      outcomes: cohortFaculty,
    },
    { route: 'GET /api/cohorts/{cohortId}/sittings', request: cohort('/sittings'), outcomes: cohortFaculty },
    {
      route: 'POST /api/cohorts/{cohortId}/sittings',
      request: cohort(
        '/sittings',
        json({
          courseId: 'physiology',
          wave: 'closing',
          opensAt: '2026-06-01T00:00:00Z',
          closesAt: '2026-06-02T00:00:00Z',
          durationMinutes: 20,
        }),
      ),
      outcomes: cohortFaculty,
    },
    {
      route: 'POST /api/sittings/{sittingId}/state',
      request: async () => ({
        url: `/api/sittings/${await openSitting(app(), 'closing')}/state`,
        ...json({ to: 'closed' }),
      }),
      outcomes: cohortFaculty,
    },
    {
      route: 'GET /api/rooms',
      request: () => ({ url: '/api/rooms' }),
      outcomes: '401 403 403 403 200 200 200 403 403 200 200 403',
    },
    { route: 'GET /api/sittings/{sittingId}/proctoring', request: room('/proctoring'), outcomes: proctors },
    {
      route: 'PUT /api/sittings/{sittingId}/proctoring',
      request: () =>
        room(
          '/proctoring',
          json({ room: 'B-201', proctorMembershipIds: [app().people.staff!.membershipId] }),
        )(),
      outcomes: proctors,
    },
    { route: 'GET /api/sittings/{sittingId}/room-code', request: room('/room-code'), outcomes: proctors },
    {
      route: 'POST /api/sittings/{sittingId}/proctoring/moments',
      request: async () => ({
        url: `/api/sittings/${await openSitting(app(), 'closing', { proctored: true })}/proctoring/moments`,
        ...json({ moment: 'start' }),
      }),
      outcomes: proctors,
    },
    {
      route: 'PUT /api/sittings/{sittingId}/candidates/{membershipId}',
      request: candidate('', json({ seat: '4', proof: 'dni' })),
      outcomes: proctors,
    },
    {
      route: 'POST /api/sittings/{sittingId}/candidates/{membershipId}/room-code-tries',
      request: candidate('/room-code-tries'),
      outcomes: proctors,
    },
    {
      route: 'POST /api/sittings/{sittingId}/candidates/{membershipId}/extension',
      request: candidate('/extension', json({ minutes: 5, why: 'Se cortó la luz' })),
      outcomes: proctors,
    },
    {
      route: 'POST /api/sittings/{sittingId}/notes',
      request: room('/notes', json({ kind: 'incident', text: 'Ruido en el pasillo' })),
      outcomes: proctors,
    },
    {
      // Nobody may sign what lacks its end.
      route: 'POST /api/sittings/{sittingId}/attestation',
      request: room('/attestation', json({ text: 'Doy fe' })),
      outcomes: '401 403 403 403 403 404 409 403 403 404 404 403',
    },
    { route: 'GET /api/sittings/{sittingId}/set-aside', request: room('/set-aside'), outcomes: proctors },
    {
      route: 'POST /api/sittings/{sittingId}/candidates/{membershipId}/time-decisions',
      request: candidate(
        '/time-decisions',
        json({ responseIds: ['01890000-0000-7000-8000-000000000000'], decision: 'accepted', why: 'Lo vi' }),
      ),
      outcomes: '401 403 403 403 400 404 400 403 403 404 404 403',
    },
    {
      route: 'POST /api/answer-files',
      request: () => ({ url: '/api/answer-files', ...json({ file: anAnswerFile(), why: 'Sin señal' }) }),
      outcomes: '401 403 403 403 403 403 200 403 403 403 404 403',
    },
    {
      route: 'GET /api/cohorts/{cohortId}/insights',
      request: cohort('/insights?course=physiology'),
      outcomes: cohortFaculty,
    },
    {
      route: 'GET /api/cohorts/{cohortId}/items',
      request: cohort('/items?course=physiology'),
      outcomes: cohortFaculty,
    },
    {
      route: 'GET /api/cohorts/{cohortId}/projection',
      request: cohort('/projection?course=physiology'),
      outcomes: cohortFaculty,
    },
    {
      route: 'GET /api/cohorts/{cohortId}/items.csv',
      request: cohort('/items.csv?course=physiology'),
      outcomes: cohortFaculty,
    },
    {
      route: 'GET /api/cohorts/{cohortId}/insights.csv',
      request: cohort('/insights.csv?course=physiology'),
      outcomes: cohortFaculty,
    },

    { route: 'GET /api/people', request: () => ({ url: '/api/people' }), outcomes: officers },
    {
      route: 'POST /api/people',
      request: () => ({
        url: '/api/people',
        ...json({
          role: 'faculty',
          givenNames: 'Eva',
          firstSurname: 'Luna',
          email: `eva${++serial}@home.example`,
        }),
      }),
      outcomes: administrators,
    },
    {
      route: 'POST /api/people/import',
      request: () => ({ url: '/api/people/import?dryRun=true', ...upload }),
      outcomes: administrators,
    },
    {
      route: 'POST /api/people/{personId}/erasure',
      // For good: each who asks has somebody of their own to erase.
      request: async () => {
        const answer = await app().as('admin')({
          method: 'POST',
          url: '/api/people',
          payload: {
            role: 'faculty',
            givenNames: 'Nadie',
            firstSurname: 'Luna',
            email: `nadie${++serial}@home.example`,
          },
        });
        return { url: `/api/people/${answer.json().person.personId}/erasure`, ...json({ why }) };
      },
      outcomes: '401 403 403 403 403 403 403 200 403 403 403 404',
    },
    { route: 'GET /api/campuses', request: () => ({ url: '/api/campuses' }), outcomes: teachers },
    {
      route: 'POST /api/campuses',
      request: () => ({ url: '/api/campuses', ...json({ name: `Sede ${++serial}` }) }),
      outcomes: administrators,
    },
    { route: 'GET /api/audit-log', request: () => ({ url: '/api/audit-log' }), outcomes: administrators },
    {
      route: 'POST /api/people/activation-codes',
      request: () => ({ url: '/api/people/activation-codes', ...json({ membershipIds: [newId()] }) }),
      outcomes: '401 403 403 403 403 403 404 404 403 403 404 404',
    },

    {
      route: 'GET /api/selection-rounds',
      request: () => ({ url: '/api/selection-rounds' }),
      outcomes: officers,
    },
    {
      route: 'POST /api/selection-rounds',
      request: async () => ({
        url: '/api/selection-rounds',
        ...json({
          name: `R ${++serial}`,
          seats: 1,
          reserves: 0,
          sittingIds: [await openSitting(app(), 'selection')],
        }),
      }),
      outcomes: '401 403 403 403 403 403 200 403 403 403 400 403',
    },
    { route: 'GET /api/selection-rounds/{roundId}', request: round(), outcomes: roundReaders },
    {
      route: 'POST /api/selection-rounds/{roundId}/snapshot',
      request: round('/snapshot', json({})),
      outcomes: '401 403 403 403 403 403 409 403 403 403 404 403',
    },
    {
      route: 'POST /api/selection-rounds/{roundId}/publish',
      request: round('/publish', json({ why: 'Fin de la revisión' })),
      outcomes: '401 403 403 403 403 403 409 403 403 403 404 403',
    },
    {
      route: 'GET /api/selection-rounds/{roundId}/shortlist',
      request: round('/shortlist'),
      outcomes: '401 403 403 403 403 403 404 404 403 403 404 404',
    },
    {
      route: 'GET /api/selection-rounds/{roundId}/shortlist.csv',
      request: round('/shortlist.csv'),
      outcomes: '401 403 403 403 403 403 404 404 403 403 404 404',
    },
    {
      route: 'GET /api/selection-rounds/{roundId}/shortlist.xlsx',
      request: round('/shortlist.xlsx'),
      outcomes: '401 403 403 403 403 403 404 404 403 403 404 404',
    },
    {
      route: 'GET /api/selection-rounds/{roundId}/snapshot.json',
      request: round('/snapshot.json'),
      outcomes: '401 403 403 403 403 403 404 404 403 403 404 404',
    },

    { route: 'GET /api/rounds', request: () => ({ url: '/api/rounds' }), outcomes: officers },
    {
      route: 'POST /api/rounds',
      request: () => ({ url: '/api/rounds', ...json(anAnnouncement) }),
      outcomes: '401 403 403 403 403 403 200 403 403 403 200 403',
    },
    { route: 'GET /api/rounds/{roundId}', request: convocatoria(), outcomes: readersGet(200) },
    {
      route: 'PUT /api/rounds/{roundId}/policy',
      request: convocatoria('/policy', json(policyOver([{ sittingId: newId(), makeUp: false }]))),
      outcomes: staffAlone(422),
    },
    {
      route: 'POST /api/rounds/{roundId}/acts',
      request: convocatoria('/acts', json({ act: 'freeze', why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'POST /api/rounds/{roundId}/draw',
      request: convocatoria('/draw', json({ numbers: '1 2 3', why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'POST /api/rounds/{roundId}/results',
      request: convocatoria('/results', json({ at: '2026-06-01T00:00:00Z', why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/applications',
      request: convocatoria('/applications'),
      outcomes: readersGet(200),
    },
    {
      route: 'GET /api/rounds/{roundId}/merits',
      request: convocatoria('/merits'),
      outcomes: readersGet(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/merits.csv',
      request: convocatoria('/merits.csv'),
      outcomes: readersGet(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/merits.xlsx',
      request: convocatoria('/merits.xlsx'),
      outcomes: readersGet(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/merits.pdf',
      request: convocatoria('/merits.pdf'),
      outcomes: readersGet(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/merits.json',
      request: convocatoria('/merits.json'),
      outcomes: readersGet(404),
    },
    {
      route: 'GET /api/rounds/{roundId}/snapshot.json',
      request: convocatoria('/snapshot.json'),
      outcomes: readersGet(404),
    },
    {
      route: 'GET /api/rounds/{roundId}/acta.pdf',
      request: convocatoria('/acta.pdf'),
      outcomes: readersGet(404),
    },
    {
      route: 'GET /api/rounds/{roundId}/dossiers',
      request: convocatoria('/dossiers'),
      outcomes: staffAlone(200),
    },
    {
      route: 'GET /api/rounds/{roundId}/dossiers/{code}',
      request: convocatoria('/dossiers/C-0001'),
      outcomes: staffAlone(404),
    },
    {
      route: 'POST /api/rounds/{roundId}/dossiers/{code}/readings',
      request: convocatoria('/dossiers/C-0001/readings', json({ scores: aRubric, note: null })),
      outcomes: staffAlone(409),
    },
    {
      route: 'POST /api/rounds/{roundId}/dossiers/{code}/conflict',
      request: convocatoria('/dossiers/C-0001/conflict', json({ why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/overrides',
      request: convocatoria('/overrides'),
      outcomes: readersGet(200),
    },
    {
      route: 'POST /api/rounds/{roundId}/overrides',
      request: convocatoria('/overrides', json({ code: 'C-0001', to: 'seat', why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'POST /api/rounds/{roundId}/overrides/{overrideId}/decision',
      request: convocatoria(`/overrides/${newId()}/decision`, json({ approve: true, why })),
      outcomes: staffAlone(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/fairness',
      request: convocatoria('/fairness'),
      outcomes: readersGet(409),
    },
    {
      route: 'GET /api/rounds/{roundId}/claims',
      request: convocatoria('/claims'),
      outcomes: readersGet(200),
    },
    {
      route: 'POST /api/rounds/{roundId}/claims/{claimId}/answer',
      request: convocatoria(`/claims/${newId()}/answer`, json({ upheld: false, answer: why })),
      outcomes: staffAlone(409),
    },
    { route: 'GET /api/own-rounds', request: () => ({ url: '/api/own-rounds' }), outcomes: everyStudent },
    { route: 'GET /api/own-rounds/{roundId}', request: ownRound(), outcomes: homeStudents(200) },
    {
      route: 'PUT /api/own-rounds/{roundId}/application',
      request: ownRound(
        '/application',
        json({
          canTravel: true,
          datesFit: true,
          under18: false,
          english: null,
          consents: { selection: true, transfer: false },
          dossierAnswers: [],
        }),
      ),
      outcomes: homeStudents(200),
    },
    {
      route: 'POST /api/own-rounds/{roundId}/guardian',
      request: ownRound('/guardian'),
      outcomes: homeStudents(409),
    },
    {
      route: 'POST /api/own-rounds/{roundId}/withdrawal',
      request: ownRound('/withdrawal'),
      outcomes: homeStudents(200),
    },
    {
      route: 'GET /api/own-rounds/{roundId}/result',
      request: ownRound('/result'),
      outcomes: homeStudents(404),
    },
    {
      route: 'GET /api/own-rounds/{roundId}/letter.pdf',
      request: ownRound('/letter.pdf'),
      outcomes: homeStudents(404),
    },
    {
      route: 'POST /api/own-rounds/{roundId}/claims',
      request: ownRound('/claims', json({ text: why })),
      outcomes: homeStudents(404),
    },
    {
      route: 'GET /api/fairness-facts',
      request: () => ({ url: '/api/fairness-facts' }),
      outcomes: everyStudent,
    },
    {
      route: 'PUT /api/fairness-facts',
      request: () => ({ url: '/api/fairness-facts', ...json({ sex: null, firstLanguage: null }) }),
      outcomes: everyStudent,
    },
    {
      route: 'GET /api/guardian/{token}',
      request: () => ({ url: `/api/guardian/${noToken}` }),
      outcomes: nothingThere,
    },
    {
      route: 'POST /api/guardian/{token}',
      request: () => ({
        url: `/api/guardian/${noToken}`,
        ...json({
          consents: { selection: true, transfer: true },
          fullName: 'A',
          relationship: 'mother',
          documentNumber: '1',
        }),
      }),
      outcomes: nothingThere,
    },
    {
      route: 'GET /api/public/{institution}/rounds/{roundId}',
      request: publicRound(),
      outcomes: nothingThere,
    },
    {
      route: 'GET /api/public/{institution}/rounds/{roundId}/acta.pdf',
      request: publicRound('/acta.pdf'),
      outcomes: nothingThere,
    },
  ];
  // One route bears them all: none may be anybody's but the programme's.
  const acts = plainActs.map((act) => ({
    route: 'POST /api/rounds/{roundId}/acts',
    request: convocatoria('/acts', json({ act, why })),
    outcomes: staffAlone(409),
    act,
  }));
  return { rows, acts };
};
