import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    go: 'Seguir',
    finish: 'Terminar la lección',
    next: 'Sigue:',
    today: 'Volver a Hoy',
    kinds: { lesson: 'Lección', practice: 'Práctica', case: 'Caso' },
  },
  en: {
    go: 'Continue',
    finish: 'Finish the lesson',
    next: 'Next:',
    today: 'Back to Today',
    kinds: { lesson: 'Lesson', practice: 'Practice', case: 'Case' },
  },
});
