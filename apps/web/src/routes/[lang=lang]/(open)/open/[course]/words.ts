import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: (headline: string) => `${headline}. ¿Qué haces?`,
    preview: (complaint: string, question: string) =>
      `${complaint}. ${question} Decide, di qué tan probable es que aciertes, y mira qué pasa. Sin cuenta, en un minuto.`,
    unanswered: 'Elige una opción y toca qué tan probable es que aciertes.',
    nothingKept: 'Aquí no se guarda nada: es para probar.',
    more: (n: number) =>
      n === 1
        ? 'Queda 1 decisión, y el camino de quien tiene experiencia.'
        : `Quedan ${n} decisiones, y el camino de quien tiene experiencia.`,
    invitation: 'Con tu cuenta el caso sigue, y lo que respondes cuenta para ti.',
    activate: 'Activar mi cuenta con un código',
    join: 'Unirme a una sección con seis letras',
    goOn: 'Vivir el caso completo',
    share: 'Compartir por WhatsApp',
    again: 'Decidir otra vez',
  },
  en: {
    title: (headline: string) => `${headline}. What do you do?`,
    preview: (complaint: string, question: string) =>
      `${complaint}. ${question} Decide, say how likely you are to be right, and see what happens. No account, one minute.`,
    unanswered: 'Choose an option and tap how likely you are to be right.',
    nothingKept: 'Nothing is kept here: it is to try.',
    more: (n: number) =>
      n === 1
        ? '1 decision is left, and the path of an expert.'
        : `${n} decisions are left, and the path of an expert.`,
    invitation: 'With your account the case goes on, and what you answer counts for you.',
    activate: 'Activate my account with a code',
    join: 'Join a cohort with six letters',
    goOn: 'Live the whole case',
    share: 'Share on WhatsApp',
    again: 'Decide again',
  },
});
