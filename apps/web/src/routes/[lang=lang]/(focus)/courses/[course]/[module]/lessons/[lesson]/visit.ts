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
  const [visited, known] = (cookies.get(cookie) ?? '').split('.');
  if (visited === lessonId && known) {
    // Another account on this phone, or an attempt that is over: a visit of its own.
    const attempt = await start(known).catch(() => undefined);
    if (attempt && !attempt.finishedAt) return attempt;
  }
  const attempt = await start(newId());
  cookies.set(cookie, `${lessonId}.${attempt.id}`, { maxAge: visitSeconds, secure });
  return attempt;
};

export const endVisit = (cookies: Cookies) => cookies.delete(cookie);
