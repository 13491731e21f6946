import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    go: 'Seguir',
    resume: 'Seguir donde ibas',
    finish: 'Terminar la lección',
    next: 'Sigue:',
    today: 'Volver a Hoy',
    kinds: { lesson: 'Lección', practice: 'Práctica', case: 'Caso' },
  },
  en: {
    go: 'Continue',
    resume: 'Go on where you were',
    finish: 'Finish the lesson',
    next: 'Next:',
    today: 'Back to Today',
    kinds: { lesson: 'Lesson', practice: 'Practice', case: 'Case' },
  },
});
