import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Mapa de conceptos',
    lead: 'En qué se apoya cada concepto del curso, y los caminos de cada caso.',
    modules: 'Módulos',
    paths: (story: string) => `caminos de «${story}»`,
  },
  en: {
    title: 'Concept map',
    lead: 'What each concept of the course rests on, and the paths of each case.',
    modules: 'Modules',
    paths: (story: string) => `paths of “${story}”`,
  },
});
