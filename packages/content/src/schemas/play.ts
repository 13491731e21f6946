import { z } from 'zod';

/** Where a mark stands in a drawing, in the numbers of its viewBox. */
export const markSchema = z
  .tuple([z.number(), z.number()])
  .describe('[x, y]: where its mark stands, in the numbers of the viewBox');

export const settingsSchema = z.record(z.string(), z.union([z.number(), z.string()]));

export const goalSchema = z
  .strictObject({
    reading: z.string().describe('A reading of the view'),
    least: z.number().optional(),
    most: z.number().optional(),
  })
  .refine(({ least, most }) => least !== undefined || most !== undefined, 'write least, most, or both')
  .describe('A reading that must lie from least to most');
