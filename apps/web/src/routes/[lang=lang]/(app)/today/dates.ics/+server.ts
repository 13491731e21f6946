import { getToday } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { calendarFile } from '#lib/calendar.ts';
import { requireRole } from '#lib/server/guard.ts';
import { sharedWords } from '#lib/words.ts';
import { calendarAnswer } from '../calendar-answer.ts';
import { datesWords } from '../dates-words.ts';
import type { RequestHandler } from './$types';

/** The student's own exams, and the sittings that are still to be taken. */
export const GET: RequestHandler = async ({ fetch, locals, params, url }) => {
  requireRole(locals, 'student');
  const { lang } = params;
  const { exams, sittings } = await call(fetch, getToday, { query: { language: lang } });
  const coming = sittings.filter(
    ({ state, attemptState }) =>
      (state === 'prepared' || state === 'open') && (attemptState === 'none' || attemptState === 'running'),
  );
  const t = datesWords(lang);
  return calendarAnswer(
    calendarFile(
      [
        ...exams.map(({ courseId, title, on }) => ({
          id: `exam-${courseId}`,
          title: t.examOf(title),
          day: on,
          address: `${url.origin}/${lang}/today`,
          warnMinutes: 24 * 60,
        })),
        ...coming.map(({ id, wave, courseTitle, opensAt, closesAt }) => ({
          id: `sitting-${id}`,
          title: `${sharedWords(lang).wave[wave]} · ${courseTitle}`,
          from: opensAt,
          to: closesAt,
          address: `${url.origin}/${lang}/sittings/${id}`,
          warnMinutes: 60,
        })),
      ],
      new Date(),
    ),
    'puente.ics',
  );
};
