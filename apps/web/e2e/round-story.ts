import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Attempt, Me, ProctorRecord } from '@puente/schemas';
import { checkContent, readDirectory } from '../../../packages/content/src/server.ts';
import { openDatabase } from '../../../packages/database/src/index.ts';
import { apiPerson, type ApiPerson } from './api-person.ts';
import { password } from './people.ts';

const keys = new Map(
  checkContent(readDirectory(join(import.meta.dirname, '../../../content'))).courses.flatMap((course) =>
    course.assessment.items.flatMap((item) =>
      item.kind === 'single-best-answer' ? [[item.id, item.key] as const] : [],
    ),
  ),
);

export interface Colleague extends ApiPerson {
  credentials: { email: string };
}

export interface Office {
  institution: string;
  elena: Colleague;
  marcos: Colleague;
  rosa: Colleague;
  proctor: Colleague;
  admin: Colleague;
}

/**
 * An institution of its own for a story of weeks: three of the programme, a teacher and an administrator. It is made as
 * an operator makes one, and marked as a demonstration, since the keys of the forms in this repository are public.
 */
export const openOffice = async (
  address: string,
  { api, owner }: { api: string; owner: string },
): Promise<Office> => {
  const institution = 'ronda';
  const email = (name: string) => `${name}@ronda.example`;
  const made = promisify(execFile)(
    process.execPath,
    [
      join(import.meta.dirname, '../../../scripts/admin-create.ts'),
      ...['--institution-code', institution, '--institution-name', 'Universidad de la Ronda'],
      ...['--email', email('admin'), '--given-names', 'Raúl', '--surname', 'Campos', '--password-stdin'],
    ],
    { env: { ...process.env, DATABASE_URL: api, DATABASE_OWNER_URL: owner } },
  );
  made.child.stdin!.end(password);
  await made;
  const database = openDatabase(owner, { maximum: 1 });
  await database.pool.query('update institutions set demonstration = true where code = $1', [institution]);
  await database.close();

  const colleague = (name: string): Colleague => {
    const credentials = { email: email(name) };
    return { ...apiPerson(address, credentials), credentials };
  };
  const admin = colleague('admin');
  const hire = async (role: 'staff' | 'faculty', givenNames: string, firstSurname: string) => {
    const own = email(givenNames.toLowerCase());
    const { activation } = await admin.post<{ activation: { code: string } }>('people', {
      role,
      givenNames,
      firstSurname,
      email: own,
    });
    const activated = await fetch(`${address}/api/activation`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({ institution, email: own, code: activation.code, password }),
    });
    if (!activated.ok) throw new Error(await activated.text());
    return colleague(givenNames.toLowerCase());
  };
  return {
    institution,
    admin,
    elena: await hire('staff', 'Elena', 'Vargas'),
    marcos: await hire('staff', 'Marcos', 'Lazo'),
    rosa: await hire('staff', 'Rosa', 'Ticona'),
    proctor: await hire('faculty', 'Carmen', 'Salas'),
  };
};

export interface Candidate extends ApiPerson {
  credentials: { institution: string; studentCode: string };
}

/** A section in two courses, with students who join by its code. */
export const gatherCandidates = async (
  address: string,
  { proctor, institution }: Office,
  amount: number,
): Promise<{ cohortId: string; candidates: Candidate[] }> => {
  const year = new Date().getFullYear();
  const cohort = await proctor.post<{ id: string; code: string }>('cohorts', {
    name: 'Sección de la convocatoria',
    term: `${year}-2`,
    startsOn: `${year}-01-01`,
    endsOn: `${year + 1}-12-31`,
    courseIds: ['physiology', 'genetics'],
  });
  const enrol = async (place: number): Promise<Candidate> => {
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
    const credentials = { institution, studentCode };
    return { ...apiPerson(address, credentials), credentials };
  };
  return {
    cohortId: cohort.id,
    candidates: await Promise.all(Array.from({ length: amount }, (_, place) => enrol(place))),
  };
};

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
  { elena, proctor }: Office,
  sittingId: string,
  seated: { candidate: Candidate; right: number }[],
): Promise<void> => {
  const { membershipId } = await proctor.get<Me>('session');
  const at = `sittings/${sittingId}`;
  await elena.put(`${at}/proctoring`, { room: 'Aula 204', proctorMembershipIds: [membershipId] });
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
