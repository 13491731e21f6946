import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Attempt, Me, Merit, PolicyInput, ProctorRecord, RoundPage } from '@puente/schemas';
import { checkContent, readDirectory } from '../../../packages/content/src/server.ts';
import { apiPerson, type ApiPerson } from './api-person.ts';
import { password } from './people.ts';

const keys = new Map(
  checkContent(readDirectory(join(import.meta.dirname, '../../../content'))).courses.flatMap((course) =>
    course.assessment.items.flatMap((item) =>
      item.kind === 'single-best-answer' ? [[item.id, item.key] as const] : [],
    ),
  ),
);

export interface Office {
  staff: ApiPerson;
  otherStaff: ApiPerson;
  proctor: ApiPerson;
}

export const officeAt = (address: string): Office => ({
  staff: apiPerson(address, { email: 'programa@demo.puente' }),
  otherStaff: apiPerson(address, { email: 'programa2@demo.puente' }),
  proctor: apiPerson(address, { email: 'docente@demo.puente' }),
});

export interface Candidate extends ApiPerson {
  credentials: { institution: string; studentCode: string };
}

/** A section of its own in two courses, with students who join by its code. */
export const gatherCandidates = async (address: string, { proctor }: Office, amount: number) => {
  const { institution } = await proctor.get<Me>('session');
  const { cohorts } = await proctor.get<{ cohorts: { term: string; startsOn: string; endsOn: string }[] }>(
    'cohorts',
  );
  const { term, startsOn, endsOn } = cohorts[0]!;
  const cohort = await proctor.post<{ id: string; code: string }>('cohorts', {
    name: 'Sección de la convocatoria',
    term,
    startsOn,
    endsOn,
    courseIds: ['physiology', 'genetics'],
  });
  const candidates: Candidate[] = [];
  for (let place = 0; place < amount; place++) {
    const studentCode = `CONV-${place}`;
    const joined = await fetch(`${address}/api/join/${cohort.code}`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({
        givenNames: 'Ñusta',
        firstSurname: 'Ñahui',
        secondSurname: 'Güere',
        studentCode,
        password,
      }),
    });
    if (!joined.ok) throw new Error(await joined.text());
    const credentials = { institution: institution.code, studentCode };
    candidates.push({ ...apiPerson(address, credentials), credentials });
  }
  return { cohortId: cohort.id, institution, candidates };
};

export const announced = (sittings: PolicyInput['sittings'], drawAt: Date): PolicyInput => ({
  seats: 3,
  reserves: 2,
  campusSeats: null,
  sittings,
  components: [
    { measure: 'form_s', courseId: 'physiology', weight: 2 },
    { measure: 'form_s', courseId: 'genetics', weight: 1 },
  ],
  eligibility: { courses: [], english: 'B1' },
  tieBreaks: ['physiology', 'genetics'],
  zone: 'dossiers',
  dossierQuestions: [
    { es: '¿Qué harías al volver?', en: 'What would you do on your return?' },
    { es: '¿Qué harías primero?', en: 'What would you do first?' },
  ],
  draw: {
    what: 'Sorteo 3,412, bolillas en el orden en que salen',
    place: 'Canal de la lotería',
    at: drawAt.toISOString(),
  },
  expectedCandidates: 10,
  claimDays: 5,
});

/** One act of staff, with a reason long enough for any of them. */
export const act = (who: ApiPerson, roundId: string, name: string): Promise<RoundPage> =>
  who.post(`rounds/${roundId}/acts`, {
    act: name,
    why: 'Así lo acordó el comité de selección en su sesión de hoy, con el acta a la vista.',
  });

/** So many right answers from the first item on, the rest wrong; sent at once and ended. */
const sit = async (candidate: ApiPerson, sittingId: string, roomCode: string, right: number) => {
  const attempt = await candidate.post<Attempt>(`sittings/${sittingId}/start`, { language: 'es', roomCode });
  const inOrder = attempt.items.map(({ id }) => id).sort();
  const responses = attempt.items.map((item, index) => {
    const key = keys.get(item.id)!;
    const wrong = item.options.map(({ id }) => id).filter((id) => id !== key);
    return {
      schemaVersion: 1,
      id: uuidV7(Date.parse(attempt.startedAt) + index),
      attemptId: attempt.id,
      itemId: item.id,
      contentHash: item.contentHash,
      language: 'es',
      optionOrder: item.options.map(({ id }) => id),
      position: index + 1,
      exposure: 1,
      answer: inOrder.indexOf(item.id) < right ? key : wrong.sort()[0],
      confidenceLevel: 2,
      confidence: 0.7,
      deviceSequence: index + 1,
      wallTime: new Date(Date.parse(attempt.startedAt) + 10 * (index + 1)).toISOString(),
      elapsedMs: 10 * (index + 1),
      clockOffsetMs: 0,
      shownMs: 10,
      lease: attempt.lease,
      origin: 'online',
      appVersion: 'journey',
    };
  });
  const { receipts } = await candidate.post<{ receipts: { status: string }[] }>('responses', { responses });
  if (receipts.some(({ status }) => status !== 'recorded')) throw new Error(JSON.stringify(receipts));
  await candidate.post(`attempts/${attempt.id}/finish`);
};

const uuidV7 = (ms: number): string => {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

/** A room from its first minute, once its hour has come, to its proctor's signature. */
export const holdSitting = async (
  { staff, proctor }: Office,
  sittingId: string,
  seated: { candidate: Candidate; right: number }[],
): Promise<void> => {
  const { membershipId } = await proctor.get<Me>('session');
  const at = `sittings/${sittingId}`;
  await staff.put(`${at}/proctoring`, { room: 'Aula 204', proctorMembershipIds: [membershipId] });
  await proctor.post(`${at}/proctoring/moments`, { moment: 'start' });
  for (const [place, { candidate, right }] of seated.entries()) {
    const own = await candidate.get<Me>('session');
    await proctor.put<ProctorRecord>(`${at}/candidates/${own.membershipId}`, {
      seat: `A${place + 1}`,
      proof: 'dni',
    });
    const { code } = await proctor.get<{ code: string }>(`${at}/room-code`);
    await sit(candidate, sittingId, code, right);
  }
  await proctor.post(`${at}/proctoring/moments`, { moment: 'end' });
  await proctor.post(`${at}/attestation`, { text: 'Sin incidentes.' });
};

/** Two readers give every dossier of the zone the same marks, so that what is tied stays tied. */
export const readDossiers = async ({ staff, otherStaff }: Office, roundId: string): Promise<void> => {
  for (const reader of [staff, otherStaff]) {
    const { dossiers } = await reader.get<{ dossiers: { code: string }[] }>(`rounds/${roundId}/dossiers`);
    for (const { code } of dossiers)
      await reader.post(`rounds/${roundId}/dossiers/${code}/readings`, {
        scores: { motivation: 3, reasoning: 3, decisions: 2, return: 4 },
        note: null,
      });
  }
};

export const meritsOf = async ({ staff }: Office, roundId: string): Promise<Merit[]> =>
  (await staff.get<{ rows: Merit[] }>(`rounds/${roundId}/merits`)).rows;
