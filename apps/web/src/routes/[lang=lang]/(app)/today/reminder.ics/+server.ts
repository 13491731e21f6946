import { error } from '@sveltejs/kit';
import { getToday } from '@puente/schemas';
import { call } from '#lib/api.ts';
import { calendarFile } from '#lib/calendar.ts';
import { localDay } from '#lib/local-time.ts';
import { time } from '#lib/format.ts';
import { requireRole } from '#lib/server/guard.ts';
import { calendarAnswer } from '../calendar-answer.ts';
import { datesWords, reminderDays } from '../dates-words.ts';
import type { RequestHandler } from './$types';

/** The daily reminder at the hour that was chosen, from its next hour on. */
export const GET: RequestHandler = async ({ fetch, locals, params, url }) => {
  const { institution } = requireRole(locals, 'student');
  const { reminder } = await call(fetch, getToday, { query: { language: params.lang } });
  if (reminder.hour === null) error(404, 'No reminder was chosen');
  const now = new Date();
  const at = `${String(reminder.hour).padStart(2, '0')}:00`;
  const day = localDay(now, institution.timeZone, time(now, institution.timeZone) < at ? 0 : 1);
  return calendarAnswer(
    calendarFile(
      [
        {
          id: 'reminder',
          title: datesWords(params.lang).reminderTitle,
          localFrom: `${day}T${at}`,
          minutes: 10,
          days: reminderDays,
          address: `${url.origin}/${params.lang}/today`,
        },
      ],
      now,
    ),
    'puente-recordatorio.ics',
  );
};
