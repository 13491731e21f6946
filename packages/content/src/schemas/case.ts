import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { goalSchema, markSchema, settingsSchema } from './play.ts';
import { sourceReferenceSchema } from './source.ts';
import { idSchema, optionIdSchema, textSchema } from './text.ts';

const factGroupSchema = z.enum(['history', 'examination', 'tests']);

export const factSchema = z
  .strictObject({
    group: factGroupSchema.describe('Listed under Historia, Examen or Pruebas'),
    label: textSchema,
    value: z.union([z.number(), z.string().trim().min(1), textSchema]).describe('Number or words'),
    unit: z
      .union([z.string().trim().min(1), textSchema])
      .optional()
      .describe('Every number has one; "1" where there is none, as for pH'),
    reference: z
      .union([z.string().trim().min(1), textSchema])
      .optional()
      .describe('The reference range; every test with a number has one'),
    vital: z
      .enum(['FC', 'PA', 'SatO2', 'T', 'FR'])
      .optional()
      .describe('Shown in the sticky line of vital signs'),
  })
  .describe('Something that is now known');

export const decisionOptionSchema = z
  .strictObject({
    id: optionIdSchema,
    text: textSchema,
    fraction: z.number().min(0).max(1).describe('Credit from 0 to 1; exactly one option has 1'),
    reason: textSchema,
    consequence: textSchema.describe('What happens to the patient'),
    next: idSchema.describe('The stage it leads to, or debrief'),
    misconception: idSchema.optional().describe('The error behind it; every wrong option has one'),
    at: markSchema.optional(),
    goals: z
      .array(goalSchema)
      .min(1)
      .optional()
      .describe('Of a challenge: what the model must read for this to happen; the last option has none'),
    solution: settingsSchema
      .optional()
      .describe('Of a challenge: one way to bring this about; the check runs it'),
  })
  .describe('One of the choices');

const decisionChallengeSchema = z
  .strictObject({
    figure: idSchema.describe('A figure to play with'),
    view: idSchema.describe('Which of its views'),
    from: settingsSchema.describe('Where it begins; controls that are not named stand at their start'),
    moves: z.array(z.string()).min(1).max(3).describe('The controls that may be moved'),
  })
  .describe('A model is brought to a state; the first option whose goals it meets is what happens');

export const decisionSchema = z
  .strictObject({
    id: idSchema,
    concepts: z.array(idSchema).min(1).describe('What the decision rests on'),
    keyFeature: z.boolean().optional().describe('Scored; two or three of the decisions are'),
    question: textSchema,
    figure: idSchema
      .optional()
      .describe('A figure of the module: the options are places in its drawing, each with at'),
    challenge: decisionChallengeSchema.optional(),
    options: z.array(decisionOptionSchema).min(2).max(6),
    answers: answersSchema,
  })
  .describe('A choice that changes what happens');

export const stageSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['history', 'examination', 'tests', 'course']),
    title: textSchema,
    narrative: textSchema,
    facts: z.array(factSchema).optional(),
    next: idSchema.optional().describe('The stage that follows, or debrief'),
    decision: decisionSchema.optional().describe('A choice, in place of next'),
    answers: answersSchema,
  })
  .describe('A step of the case');

export const caseSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    minutes: z.number().int().min(1).max(90),
    setting: textSchema.describe('Where and when'),
    altitudeMetres: z
      .number()
      .min(-500)
      .max(9000)
      .optional()
      .describe('Needed where gases or haemoglobin appear'),
    complaint: textSchema.describe('The complaint, with its duration'),
    sources: z.array(sourceReferenceSchema).min(1),
    start: idSchema.describe('The first stage'),
    stages: z.array(stageSchema).min(1),
    debrief: z.strictObject({
      summary: textSchema,
      script: z
        .strictObject({
          risk: textSchema.describe('Who is at risk'),
          breaks: textSchema.describe('What breaks'),
          see: textSchema.describe('What you see'),
        })
        .describe('The illness script'),
      mechanism: textSchema,
    }),
    answers: answersSchema,
  })
  .describe('case.yaml: a small graph of stages and decisions');

export type CaseFile = z.infer<typeof caseSchema>;
export type StageFile = z.infer<typeof stageSchema>;
export type DecisionFile = z.infer<typeof decisionSchema>;
export type DecisionOption = z.infer<typeof decisionOptionSchema>;
export type Fact = z.infer<typeof factSchema>;
