import type { Language } from '@puente/schemas';

const words: Record<Language, [string, string]> = { es: ['sí', 'no'], en: ['yes', 'no'] };

/** A yes or no as a table says it. */
export const yesNo = (yes: boolean, language: Language): string => words[language][yes ? 0 : 1];
