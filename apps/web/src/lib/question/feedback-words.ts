import { messages } from '#lib/i18n.ts';

export const feedbackWords = messages({
  es: {
    verdict: {
      right: 'Era, y lo sabías',
      rightUnsure: 'Era: puedes confiar más en esto',
      partly: 'En parte: había una mejor, y lo dudabas',
      wrong: 'No era, y lo dudabas: dudar aquí es saber',
      espejismo: 'Esta te engañó',
    },
    said: (level: string) => `Dijiste: ${level.toLowerCase()}`,
    others: 'Las otras opciones',
    another: 'De otra forma',
    returns: 'Esta idea vuelve antes de una semana, en otra pregunta.',
  },
  en: {
    verdict: {
      right: 'Right, and you knew it',
      rightUnsure: 'Right: you may trust this more',
      partly: 'In part: there was a better one, and you doubted it',
      wrong: 'Not this one, and you doubted it: to doubt here is to know',
      espejismo: 'This one fooled you',
    },
    said: (level: string) => `You said: ${level}`,
    others: 'The other options',
    another: 'Another way to see it',
    returns: 'This idea comes back within a week, in another question.',
  },
});
