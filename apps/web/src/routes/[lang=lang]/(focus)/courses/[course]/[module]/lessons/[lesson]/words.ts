import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    go: 'Seguir',
    finish: 'Terminar la lección',
    kept: '✓ Lección terminada. Se enviará cuando haya señal.',
    next: 'Sigue:',
    today: 'Volver a Hoy',
    kinds: { lesson: 'Lección', practice: 'Práctica', case: 'Caso' },
  },
  en: {
    go: 'Continue',
    finish: 'Finish the lesson',
    kept: '✓ Lesson finished. It will be sent once there is a signal.',
    next: 'Next:',
    today: 'Back to Today',
    kinds: { lesson: 'Lesson', practice: 'Practice', case: 'Case' },
  },
});
