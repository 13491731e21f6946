import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { sourceReferenceSchema } from './source.ts';
import { idSchema, textSchema } from './text.ts';

export const lessonSchema = z
  .strictObject({
    id: idSchema.describe("The same as the lesson's folder"),
    title: textSchema,
    minutes: z.number().int().min(1).max(60).describe('How long it takes; about ten'),
    concepts: z.array(idSchema).min(1).describe('What it teaches'),
    checks: z.array(idSchema).describe('Ids of practice items, in the order they appear'),
    sources: z.array(sourceReferenceSchema).min(1),
    answers: answersSchema,
  })
  .describe('lesson.yaml: the facts of a lesson; its prose lies beside it');

export type LessonFile = z.infer<typeof lessonSchema>;
