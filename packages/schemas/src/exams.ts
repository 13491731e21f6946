import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ContentId } from './words.ts';

/** From so many days before an exam, what its course still lacks comes first. */
export const examDays = 7;

/** The university's own exam of a course, on the day that the student says. */
export const OwnExam = z.object({
  courseId: z.string(),
  title: z.string(),
  on: z.iso.date(),
  /** From today to that day, by the institution's clock: 0 is today. */
  days: z.int(),
});
export type OwnExam = z.infer<typeof OwnExam>;

export const setExam = endpoint({
  method: 'PUT',
  path: '/api/courses/:courseId/exam',
  summary: 'Say when the exam of a course is, or that there is none ahead',
  params: z.object({ courseId: ContentId }),
  body: z.strictObject({ on: z.nullable(z.iso.date()) }),
  response: z.object({ on: z.nullable(z.iso.date()) }),
});
