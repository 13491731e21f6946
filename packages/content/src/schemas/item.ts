import { z } from 'zod';
import { sourceReferenceSchema } from './source.ts';
import { idSchema, optionIdSchema, textMayBeEmptySchema, textSchema } from './text.ts';

const optionSchema = z
  .strictObject({
    id: optionIdSchema,
    text: textSchema,
    reason: textSchema.describe('Why it is right, or why it is wrong, naming the error'),
    misconception: idSchema.optional().describe('The error behind it; every wrong option has one'),
  })
  .describe('One of the answers offered');

const itemFields = {
  id: idSchema,
  use: z.enum(['practice', 'gain', 'sealed']).describe('Where it may be asked'),
  concepts: z.array(idSchema).min(1).describe('What it measures'),
  objective: idSchema.describe('The objective of the course that it serves'),
  level: z.enum(['recall', 'apply', 'analyse']).describe('What it asks of the student'),
  stem: textMayBeEmptySchema.describe('The situation; may be empty only for recall'),
  question: textSchema.describe('The lead-in: asks or instructs'),
  source: sourceReferenceSchema,
};

export const singleBestAnswerSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('single-best-answer'),
    key: optionIdSchema.describe('The id of the right option'),
    options: z.array(optionSchema).describe('3–5; exactly 4 in gain and sealed'),
  })
  .describe('One option is the best');

export const multipleResponseSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('multiple-response'),
    key: z.array(optionIdSchema).min(1).describe('The ids of the right options'),
    options: z.array(optionSchema).min(3).max(8),
  })
  .describe('Several options may be right');

export const numericSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('numeric'),
    key: z.number().describe('The right value'),
    tolerance: z.number().min(0).describe('How far from it still counts'),
    unit: z.string().trim().min(1).describe('The unit; "1" where there is none'),
    reason: textSchema.describe('How the value is found'),
  })
  .describe('The answer is a number');

export const orderingSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('ordering'),
    key: z.array(optionIdSchema).min(3).describe('Every option id, in the right order'),
    options: z.array(optionSchema).min(3).max(6),
  })
  .describe('The answer is an order');

export const itemSchema = z
  .discriminatedUnion('kind', [singleBestAnswerSchema, multipleResponseSchema, numericSchema, orderingSchema])
  .describe('One question with one scoring rule');

export const itemsSchema = z
  .strictObject({ items: z.array(itemSchema) })
  .describe('practice.yaml, gain.yaml, sealed.yaml: a list of items');

export type ItemFile = z.infer<typeof itemSchema>;
export type ItemOption = z.infer<typeof optionSchema>;
export type ItemUse = ItemFile['use'];
export type ItemKind = ItemFile['kind'];
