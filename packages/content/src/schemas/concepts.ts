import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { idSchema, textSchema } from './text.ts';

export const explanationSchema = z
  .strictObject({
    kind: z.enum(['analogy', 'figure', 'worked-example']).describe('How it explains'),
    text: textSchema.describe('60–150 words'),
  })
  .describe('The concept explained in another way than the lesson does');

export const conceptSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    summary: textSchema.describe('The idea in one or two sentences'),
    prerequisites: z.array(idSchema).describe('Concepts that come first; [] for none'),
    explanations: z
      .array(explanationSchema)
      .optional()
      .describe('Other explanations, each of another kind; needed once a module with it is open'),
    enrichment: textSchema
      .optional()
      .describe('One step further, 40–120 words; needed once a module with it is open'),
    answers: answersSchema,
  })
  .describe('An idea that items measure');

export const conceptsSchema = z
  .strictObject({ concepts: z.array(conceptSchema).min(1) })
  .describe('concepts.yaml: every concept of the course');

export type Concept = z.infer<typeof conceptSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
