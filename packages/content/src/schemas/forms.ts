import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { idSchema } from './text.ts';

export const formSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'write it with letters, digits and hyphens')
      .describe('Such as P1-A'),
    course: idSchema,
    kind: z.enum(['gain', 'sealed']),
    modules: z.array(idSchema).min(1).describe('The modules that it covers'),
    demonstration: z.boolean().describe('Its keys are public: barred from a real selection round'),
    minutes: z.number().int().min(1).max(240),
    anchors: z.array(idSchema).describe('Six, the same in A and B; empty for sealed'),
    items: z.array(idSchema).min(1).describe('Twenty, in order, anchors included'),
    frozen: z.boolean().describe('True once used'),
    hashes: z
      .record(idSchema, z.string().regex(/^[0-9a-f]{64}$/, 'write a SHA-256 in hexadecimal'))
      .optional()
      .describe('Of a frozen form: the content hash of each item, by its id'),
    answers: answersSchema,
  })
  .describe('An ordered set of assessment items');

export const formsSchema = z
  .strictObject({ forms: z.array(formSchema) })
  .describe('assessment/forms.yaml: the forms of a course');

export type Form = z.infer<typeof formSchema>;
