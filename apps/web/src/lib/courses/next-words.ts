import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    next: 'Sigue:',
    go: 'Seguir',
    opens: (when: string) => `Se abre ${when}`,
    kinds: {
      attempt: 'Terminar lo empezado',
      espejismo: 'Volver a lo que te engañó',
      review: 'Repaso',
      exam: 'Para tu examen',
      practice: 'Práctica',
      case: 'Caso',
    },
    back: 'Qué bueno verte por aquí.',
    backGo: 'Empecemos por 10 minutos',
    done: 'Terminaste todo lo que está abierto',
  },
  en: {
    next: 'Next:',
    go: 'Continue',
    opens: (when: string) => `Opens ${when}`,
    kinds: {
      attempt: 'Finish what you began',
      espejismo: 'Back to what fooled you',
      review: 'Review',
      exam: 'For your exam',
      practice: 'Practice',
      case: 'Case',
    },
    back: 'Good to see you here.',
    backGo: 'Let us begin with 10 minutes',
    done: 'You have finished all that is open',
  },
});
