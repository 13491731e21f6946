import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    lead: (title: string) => `${title} · Este módulo todavía no está escrito: lo anuncia su paciente.`,
    begin: 'Responder sus dos preguntas',
    again: 'Volver a responder sus dos preguntas',
    truth: 'Cada respuesta se guarda con tu confianza, y enseguida ves el porqué de cada opción.',
    wish: 'Avísame cuando abra',
    wished: 'Lo pediste: cuando abra, te lo diremos en la página del curso.',
    unwish: 'Ya no me avises',
    waiting: (n: number) =>
      n === 0
        ? 'Nadie ha pedido todavía que le avisen.'
        : n === 1
          ? '1 estudiante pidió que le avisen cuando abra.'
          : `${n} estudiantes pidieron que les avisen cuando abra.`,
    will: 'Lo que enseñará',
    refused: 'No se pudo hacer. No se cambió nada; ¿llevas este curso?',
  },
  en: {
    lead: (title: string) => `${title} · This module is not written yet: its patient announces it.`,
    begin: 'Answer its two questions',
    again: 'Answer its two questions again',
    truth: 'Each answer is kept with your confidence, and at once you see the reason for each option.',
    wish: 'Tell me when it opens',
    wished: 'You asked for it: once it opens, the page of the course will say so.',
    unwish: 'No longer tell me',
    waiting: (n: number) =>
      n === 0
        ? 'Nobody has asked to be told yet.'
        : n === 1
          ? '1 student asked to be told once it opens.'
          : `${n} students asked to be told once it opens.`,
    will: 'What it will teach',
    refused: 'It could not be done. Nothing was changed; do you take this course?',
  },
});
