import type { Cookies } from '@sveltejs/kit';
import { startPractice, type Attempt, type Language } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { newId } from '#lib/state/new-id.ts';

const cookie = 'puente_visit';
const visitSeconds = 12 * 3600;

interface Lesson {
  courseId: string;
  moduleId: string;
  lessonId: string;
  language: Language;
  checks: string[];
}

/** A phone that takes a module along opens all its lessons at once. */
const atOnce = 8;

const readVisits = (cookies: Cookies): string[] => (cookies.get(cookie) ?? '').split('~').filter(Boolean);

/** The attempt that this visit to the lesson records into: reloading or changing language goes on with it. */
export const openVisit = async (
  fetch: typeof globalThis.fetch,
  cookies: Cookies,
  { courseId, moduleId, lessonId, language, checks }: Lesson,
  secure: boolean,
): Promise<Attempt | undefined> => {
  if (checks.length === 0) return undefined;
  const start = (attemptId: string) =>
    call(fetch, startPractice, {
      params: { attemptId },
      body: { kind: 'practice', courseId, contentId: moduleId, language, items: checks },
    });
  const visits = readVisits(cookies);
  const known = visits.find((visit) => visit.startsWith(`${lessonId}.`))?.slice(lessonId.length + 1);
  if (known) {
    // Another account on this phone, or an attempt that is over: a visit of its own.
    const attempt = await start(known).catch(() => undefined);
    if (attempt && !attempt.finishedAt) return attempt;
  }
  const attempt = await start(newId());
  const others = visits.filter((visit) => !visit.startsWith(`${lessonId}.`)).slice(0, atOnce - 1);
  const now = [`${lessonId}.${attempt.id}`, ...others].join('~');
  cookies.set(cookie, now, { maxAge: visitSeconds, secure });
  return attempt;
};

export const endVisit = (cookies: Cookies, lessonId: string, secure: boolean) => {
  const others = readVisits(cookies).filter((visit) => !visit.startsWith(`${lessonId}.`));
  cookies.set(cookie, others.join('~'), { maxAge: visitSeconds, secure });
};
