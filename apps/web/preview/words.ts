import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    says: (n: number) =>
      n === 0 ? 'La revisión no objeta nada aquí.' : `Observaciones de la revisión: ${n}.`,
    practice: 'Práctica',
    branches: 'Cada elección, vivida',
  },
  en: {
    says: (n: number) => (n === 0 ? 'The check objects to nothing here.' : `Remarks of the check: ${n}.`),
    practice: 'Practice',
    branches: 'Every choice, lived',
  },
});
