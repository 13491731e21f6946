import { and, asc, eq, gte } from 'drizzle-orm';
import { examDates, type InstitutionDatabase } from '@puente/database';
import type { Language, OwnExam } from '@puente/schemas';
import type { Catalogue } from '../../catalogue.ts';

const dayMs = 24 * 3_600_000;

/** A learner's exams ahead in courses that they take, the nearest first. */
export const listExams = async (
  db: InstitutionDatabase,
  learnerKey: string,
  today: string,
  courses: Pick<Catalogue['courses'][number], 'id' | 'title'>[],
  language: Language,
): Promise<OwnExam[]> => {
  const rows = await db
    .select({ courseId: examDates.courseId, on: examDates.examOn })
    .from(examDates)
    .where(
      and(
        eq(examDates.institutionId, db.institutionId),
        eq(examDates.learnerKey, learnerKey),
        gte(examDates.examOn, today),
      ),
    )
    .orderBy(asc(examDates.examOn), asc(examDates.courseId));
  return rows.flatMap(({ courseId, on }) => {
    const course = courses.find(({ id }) => id === courseId);
    if (!course) return [];
    const days = Math.round((Date.parse(on) - Date.parse(today)) / dayMs);
    return [{ courseId, title: course.title[language], on, days }];
  });
};
