import { z } from 'zod';

export const languages = ['es', 'en'] as const;

const words = z.string().trim().min(1);

export const textSchema = z
  .strictObject({
    es: words.describe('Spanish'),
    en: words.describe('English'),
  })
  .describe('The same words in Spanish (es) and English (en)');

export const textMayBeEmptySchema = z
  .strictObject({
    es: z.string().trim().describe('Spanish'),
    en: z.string().trim().describe('English'),
  })
  .describe('The same words in Spanish (es) and English (en); both may be empty');

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it with lower-case letters, digits and hyphens')
  .describe('A stable id: lower-case letters, digits and hyphens; never reused');

export const optionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]{3}$/, 'write a letter and three letters or digits, such as k3f9')
  .describe('A random slug: a letter and three letters or digits, so that it hints at nothing');
