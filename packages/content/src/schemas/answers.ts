import { z } from 'zod';

/** What the check may warn of; a warning that stays is answered in its file by this name. */
export const warningCodes = [
  'absolute-word',
  'abbreviation',
  'anion-gap',
  'answered-by-another',
  'dose-per-weight',
  'estimated-filtration',
  'form-anchors',
  'gases-disagree',
  'genotype-sum',
  'key-echoes-stem',
  'key-ids-uneven',
  'key-long',
  'keys-longest',
  'languages-differ',
  'lesson-length',
  'mean-pressure',
  'mixed-options',
  'negative-lead-in',
  'number-order',
  'number-overlap',
  'saturation-disagrees',
  'svg-class',
  'text-length',
  'unused-id',
  'wordy',
] as const;

export type WarningCode = (typeof warningCodes)[number];

export const answersSchema = z
  .array(
    z.strictObject({
      warning: z.enum(warningCodes).describe('The name of the warning, as the check prints it'),
      why: z.string().trim().min(1).describe('Why it stays, in one sentence'),
    }),
  )
  .min(1)
  .optional()
  .describe('Warnings of the check that stay here, each with its reason');
