import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { singleBestAnswerSchema } from './item.ts';
import { idSchema, textSchema } from './text.ts';

export const patientSchema = z
  .strictObject({
    name: z.string().trim().min(1),
    headline: textSchema.describe('What happened, in a few words'),
    presentation: textSchema.describe('40–80 words: who, since when, what you see'),
    question: textSchema.describe('What the module answers'),
    facts: textSchema.describe('One short line of facts'),
  })
  .describe('The patient who opens the module');

export const reviewSchema = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('awaiting clinical review') }),
    z.strictObject({
      status: z.literal('reviewed'),
      by: z.string().trim().min(1).describe('The named physician who signs'),
      on: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the date as year-month-day, such as 2026-11-21')
        .describe('The date, year-month-day'),
    }),
  ])
  .describe('Has a named physician reviewed the module?');

const openModuleSchema = z.strictObject({
  id: idSchema,
  status: z.literal('open'),
  title: textSchema,
  patient: patientSchema,
  concepts: z.array(idSchema).min(1).describe('The bridge: one plank each, in order'),
  lessons: z.array(idSchema).min(1).describe('Lesson ids, which are folder names under lessons/'),
  case: idSchema.describe('The id in case.yaml'),
  review: reviewSchema,
  answers: answersSchema,
});

const announcedModuleSchema = z.strictObject({
  id: idSchema,
  status: z.literal('announced'),
  title: textSchema,
  patient: patientSchema,
  concepts: z.array(idSchema).min(1).describe('The bridge: one plank each, in order'),
  questions: z.array(singleBestAnswerSchema).length(2).describe('Two practice items'),
  answers: answersSchema,
});

export const moduleSchema = z
  .discriminatedUnion('status', [openModuleSchema, announcedModuleSchema])
  .describe('module.yaml: an open module, or one that its patient announces');

export type ModuleFile = z.infer<typeof moduleSchema>;
export type OpenModuleFile = z.infer<typeof openModuleSchema>;
export type AnnouncedModuleFile = z.infer<typeof announcedModuleSchema>;
export type Patient = z.infer<typeof patientSchema>;
export type Review = z.infer<typeof reviewSchema>;
