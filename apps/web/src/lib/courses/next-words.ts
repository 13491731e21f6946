import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    next: 'Sigue:',
    go: 'Seguir',
    opens: (when: string) => `Se abre ${when}`,
    kinds: {
      attempt: 'Terminar lo empezado',
      espejismo: 'Volver a lo que te engañó',
      practice: 'Práctica',
      case: 'Caso',
    },
    done: 'Terminaste todo lo que está abierto',
  },
  en: {
    next: 'Next:',
    go: 'Continue',
    opens: (when: string) => `Opens ${when}`,
    kinds: {
      attempt: 'Finish what you began',
      espejismo: 'Back to what fooled you',
      practice: 'Practice',
      case: 'Case',
    },
    done: 'You have finished all that is open',
  },
});
