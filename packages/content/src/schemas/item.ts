import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { goalSchema, markSchema, settingsSchema } from './play.ts';
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
  answers: answersSchema,
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

export const pickOnAFigureSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('pick-on-a-figure'),
    figure: idSchema.describe('A figure of the module; the options are places in its drawing'),
    key: optionIdSchema.describe('The id of the right place'),
    options: z
      .array(optionSchema.extend({ at: markSchema }))
      .min(3)
      .max(6),
  })
  .describe('The answer is a place in a drawing; each option says in words where it is');

export const challengeSchema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('challenge'),
    figure: idSchema.describe('A figure to play with'),
    view: idSchema.describe('Which of its views'),
    from: settingsSchema.describe('Where it begins; controls that are not named stand at their start'),
    moves: z.array(z.string()).min(1).max(3).describe('The controls that may be moved'),
    key: z.array(goalSchema).min(1).describe('The state to be reached'),
    solution: settingsSchema.describe('One way to reach it; the check runs it'),
    reason: textSchema.describe('Why this way reaches it'),
  })
  .describe('A model is brought to a state; the model scores it');

export const itemSchema = z
  .discriminatedUnion('kind', [
    singleBestAnswerSchema,
    multipleResponseSchema,
    numericSchema,
    orderingSchema,
    pickOnAFigureSchema,
    challengeSchema,
  ])
  .describe('One question with one scoring rule');

export const itemsSchema = z
  .strictObject({ items: z.array(itemSchema) })
  .describe('practice.yaml, gain.yaml, sealed.yaml: a list of items');

export const challengesSchema = z
  .strictObject({ challenges: z.array(challengeSchema) })
  .describe("challenges.yaml: what a figure to play with asks on its own page, by the module's patient");

export type ItemFile = z.infer<typeof itemSchema>;
export type ItemOption = z.infer<typeof optionSchema>;
export type ItemUse = ItemFile['use'];
export type ItemKind = ItemFile['kind'];
