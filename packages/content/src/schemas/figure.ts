import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { idSchema, textSchema } from './text.ts';

const cellSchema = z.union([z.number(), z.string().trim().min(1), textSchema]);

export const figureSchema = z
  .strictObject({
    title: textSchema,
    words: textSchema.describe('The same facts in words, for who cannot see the drawing'),
    table: z
      .strictObject({
        columns: z.array(textSchema).min(1),
        rows: z.array(z.array(cellSchema)).min(1),
      })
      .optional()
      .describe('Its values, where there are any'),
    play: z
      .strictObject({
        figure: idSchema.describe('The figure to play with'),
        view: idSchema.describe('Which of its views'),
        preset: idSchema.describe('The patient or situation that it opens on'),
      })
      .optional()
      .describe('Played with where there is JavaScript; the drawing stands where there is none'),
    answers: answersSchema,
  })
  .describe('figures/<figure>.yaml: what the drawing says, in words');

export type FigureFile = z.infer<typeof figureSchema>;
export type FigureCell = z.infer<typeof cellSchema>;
