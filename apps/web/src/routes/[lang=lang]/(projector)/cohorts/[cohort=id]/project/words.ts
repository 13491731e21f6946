import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: (n: number, all: number) => `Pregunta ${n} de ${all}`,
    one: 'Pregunta',
    emptyTitle: 'No hay espejismos que proyectar',
    empty:
      'Cuando al menos una persona se equivoque con seguridad en la práctica, aquí saldrán hasta tres preguntas.',
    back: 'Volver a la sección',
    chose: 'Qué eligió la sección',
    showKey: 'Mostrar la respuesta',
    hideKey: 'Ocultar la respuesta',
    next: 'Siguiente',
    previous: 'Anterior',
    tooFew: (n: number) =>
      `La sección la respondió ${n === 1 ? 'una vez' : `${n} veces`}: muy poco para mostrar porcentajes.`,
    responses: (n: number) => `${n} respuestas de práctica de la sección`,
    place: (n: number, all: number) => `${n} de ${all}`,
    steps: 'Pasos de la pregunta',
  },
  en: {
    title: (n: number, all: number) => `Question ${n} of ${all}`,
    one: 'Question',
    emptyTitle: 'There are no mirages to project',
    empty:
      'Once at least one person is confidently wrong in practice, up to three questions will come up here.',
    back: 'Back to the cohort',
    chose: 'What the cohort chose',
    showKey: 'Show the answer',
    hideKey: 'Hide the answer',
    next: 'Next',
    previous: 'Previous',
    tooFew: (n: number) =>
      `The cohort answered it ${n === 1 ? 'once' : `${n} times`}: too few to show percentages.`,
    responses: (n: number) => `${n} practice responses of the cohort`,
    place: (n: number, all: number) => `${n} of ${all}`,
    steps: 'Steps of the question',
  },
});
