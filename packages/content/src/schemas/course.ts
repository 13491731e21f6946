import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { sourceSchema } from './source.ts';
import { idSchema, textSchema } from './text.ts';

export const objectiveSchema = z
  .strictObject({ id: idSchema, text: textSchema })
  .describe('What the course promises that a student can do');

export const courseSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    summary: textSchema.describe('One sentence'),
    objectives: z.array(objectiveSchema).min(5).max(6).describe('Five or six'),
    modules: z.array(idSchema).min(1).describe('Ids of the modules, in order'),
    sources: z.array(sourceSchema).min(1).describe('Every source that the course cites'),
    answers: answersSchema,
  })
  .describe('course.yaml: a course and the order of its modules');

export type CourseFile = z.infer<typeof courseSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
