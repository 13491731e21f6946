import type { EligibilityItem, LeftOutResult, OwnRound } from '@puente/schemas';
import { dateTime } from '#lib/format.ts';
import type { Lang } from '#lib/i18n.ts';
import { travelDates } from '#lib/rounds/round-dates.ts';
import { words } from './words.ts';

interface Line {
  key: string;
  met: boolean;
  text: string;
  /** What there is to do, or when. */
  note: string;
}

type Named = Pick<EligibilityItem, 'item' | 'courseId'>;
/** What a round asks, as far as its conditions name it. */
type Asked = Pick<LeftOutResult, 'round' | 'titles' | 'english'>;

export const askedBy = ({ round, titles, policy }: OwnRound): Asked => ({
  round,
  titles,
  english: policy?.eligibility.english ?? null,
});

/** One condition in words. */
export const conditionText = ({ item, courseId }: Named, own: Asked, lang: Lang): string => {
  const t = words(lang).eligibility.items;
  const course = own.titles.find(({ id }) => id === courseId)?.title[lang] ?? courseId ?? '';
  if (item === 'course_completed' || item === 'sitting_taken') return t[item](course);
  if (item === 'dates') return t.dates(travelDates(own.round, lang));
  if (item === 'english') return t.english(own.english ?? '');
  return t[item];
};

/** Each condition as it stands now, and what would settle it. */
export const eligibilityLines = (own: OwnRound, lang: Lang, timeZone: string): Line[] => {
  const t = words(lang).eligibility.where;
  return own.eligibility.map((one) => {
    const { item, courseId, met, done, of } = one;
    const course = own.courses.find(({ id }) => id === courseId);
    const notes: Record<typeof item, string> = {
      consent: t.form,
      can_travel: t.form,
      dates: t.form,
      english: t.form,
      guardian: t.guardian,
      course_completed: done !== null && of !== null ? t.steps(done, of) : '',
      sitting_taken: course ? t.sitting(dateTime(course.opensAt, lang, timeZone)) : '',
    };
    return {
      key: `${item} ${courseId ?? ''}`,
      met,
      text: conditionText(one, askedBy(own), lang),
      note: met ? '' : notes[item],
    };
  });
};

/** `sitting_taken:physiology` of the snapshot, in words. */
export const missingText = (missing: string, own: Asked, lang: Lang): string => {
  if (missing === 'campus_with_seats') return words(lang).frozen.campus_with_seats;
  const [item, courseId = null] = missing.split(':') as [EligibilityItem['item'], string?];
  return conditionText({ item, courseId }, own, lang);
};
