import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    today: 'Hoy',
    modules: 'Módulos',
    conceptMap: 'Mapa de conceptos y caminos de los casos',
    figures: 'Figuras para proyectar y compartir',
    announced: 'Anunciado',
    meet: (name: string) => `Conocer a ${name}`,
    waiting: (n: number) => `Esperan que abra: ${n}`,
    wished: 'Te avisaremos',
    opened: 'Pediste que te avisáramos: ya está abierto.',
    met: (met: number, all: number) => `${met} de ${all} preguntas vistas`,
    kinds: { lesson: 'Lección', practice: 'Práctica', case: 'Caso' },
    done: 'hecho',
    twoPaths: 'Dos caminos',
    paths: {
      unknown: 'Reforzar o ir más allá',
      reinforcement: 'Conviene reforzar',
      between: 'Reforzar o ir más allá',
      enrichment: 'Puedes ir más allá',
    },
    phone: 'En este teléfono',
    takeAlong: 'Llevarlo sin señal',
    objectives: 'Lo que promete este curso',
    review: 'Revisión clínica',
    sources: (n: number) =>
      n === 0
        ? 'Todas las fuentes citadas se consultaron al escribir.'
        : n === 1
          ? '1 fuente citada no se pudo consultar al escribir.'
          : `${n} fuentes citadas no se pudieron consultar al escribir.`,
  },
  en: {
    today: 'Today',
    modules: 'Modules',
    conceptMap: 'Concept map and paths of the cases',
    figures: 'Figures to project and share',
    announced: 'Announced',
    meet: (name: string) => `Meet ${name}`,
    waiting: (n: number) => `Waiting for it: ${n}`,
    wished: 'We will tell you',
    opened: 'You asked to be told: it is open now.',
    met: (met: number, all: number) => `${met} of ${all} questions met`,
    kinds: { lesson: 'Lesson', practice: 'Practice', case: 'Case' },
    done: 'done',
    twoPaths: 'Two paths',
    paths: {
      unknown: 'Reinforce or go further',
      reinforcement: 'Better reinforce',
      between: 'Reinforce or go further',
      enrichment: 'You may go further',
    },
    phone: 'On this phone',
    takeAlong: 'Take it along without a signal',
    objectives: 'What this course promises',
    review: 'Clinical review',
    sources: (n: number) =>
      n === 0
        ? 'Every source cited was consulted while writing.'
        : n === 1
          ? '1 source cited could not be consulted while writing.'
          : `${n} sources cited could not be consulted while writing.`,
  },
});
