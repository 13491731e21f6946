import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Hoy',
    threeMinutes: 'Solo tengo 3 minutos',
    doneText: 'Lo que se practica se queda: unas preguntas de repaso lo mantienen firme.',
    review: 'Repaso',
    misled: (when: string) => `Te engañó el ${when}`,
    sittings: 'Evaluaciones',
    until: (when: string) => `hasta ${when}`,
    past: 'Anteriores',
    released: 'resultado publicado',
    sittingStates: {
      none: '',
      running: 'en curso',
      finished: 'enviada',
      expired: 'terminó',
    },
    standings: 'Convocatorias',
    standing: (name: string) => `Tu resultado en ${name}`,
    courses: 'Cursos',
    steps: (done: number, all: number) => `${done} de ${all} pasos`,
    nothing: 'Todavía no estás en ninguna sección',
    nothingText:
      'Tu docente tiene un código de seis letras. Con él entras a tu curso y tus respuestas cuentan desde la primera.',
    join: 'Tengo un código',
  },
  en: {
    title: 'Today',
    threeMinutes: 'I only have 3 minutes',
    doneText: 'What is practised stays: a few questions now and then keep it firm.',
    review: 'Review',
    misled: (when: string) => `It fooled you on ${when}`,
    sittings: 'Assessments',
    until: (when: string) => `until ${when}`,
    past: 'Earlier',
    released: 'result published',
    sittingStates: {
      none: '',
      running: 'under way',
      finished: 'sent',
      expired: 'over',
    },
    standings: 'Selection rounds',
    standing: (name: string) => `Your result in ${name}`,
    courses: 'Courses',
    steps: (done: number, all: number) => `${done} of ${all} steps`,
    nothing: 'You are not in any cohort yet',
    nothingText:
      'Your teacher has a six-letter code. It takes you into your course, and your answers count from the first.',
    join: 'I have a code',
  },
});
