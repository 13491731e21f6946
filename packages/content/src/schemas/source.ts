import { z } from 'zod';
import { idSchema } from './text.ts';

export const sourceSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['textbook', 'guideline', 'paper']).describe('What sort of source it is'),
    citation: z.string().trim().min(1).describe('The full reference, as a bibliography prints it'),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, 'write the bare DOI, such as 10.1113/jphysiol.1952.sp004764')
      .optional()
      .describe('The DOI, without https://doi.org/'),
    url: z
      .string()
      .regex(/^https?:\/\/\S+$/, 'write a full address that starts with https://')
      .optional()
      .describe('Where it can be read'),
    consulted: z.boolean().describe('Could the writer open it while writing?'),
  })
  .describe('A real source that a reader can check');

export const sourceReferenceSchema = z
  .union([
    idSchema,
    z.strictObject({
      id: idSchema,
      place: z.string().trim().min(1).optional().describe('Where in it: a chapter, a page, a table'),
    }),
  ])
  .describe("A source of course.yaml: its id, or { id, place: 'chapter 5' }");

export type Source = z.infer<typeof sourceSchema>;
export type SourceReference = z.infer<typeof sourceReferenceSchema>;
