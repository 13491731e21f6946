import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Postulaciones',
    lead: 'Por referencia y sin nombres: lo que cada una cumple ahora y lo que le falta.',
    none: 'Aún nadie postula',
    noneWhat: 'Cuando se abra el plazo, quien postule aparece aquí con sus condiciones.',
    sentence: (all: string, eligible: string, lacking: string) =>
      `${all} postulaciones: ${eligible} cumplen todo y a ${lacking} les falta algo.`,
    missing: 'Qué falta',
    missingCaption: 'Cuántas personas no cumplen cada condición',
    who: 'A quién le falta',
    whoCaption: 'La referencia no es el código del cuadro ni el de estudiante: no dice quién es.',
    reference: 'Referencia',
    applied: 'Postuló',
    lacks: 'Le falta',
    items: {
      course_completed: 'completar',
      sitting_taken: 'dar la forma de',
      can_travel: 'poder viajar',
      dates: 'tener libres las fechas',
      consent: 'su consentimiento',
      guardian: 'el consentimiento de quien tiene su tutela',
      english: 'el nivel de inglés',
    },
  },
  en: {
    title: 'Applications',
    lead: 'By reference and without names: what each meets now, and what it lacks.',
    none: 'Nobody has applied yet',
    noneWhat: 'Once applications open, whoever applies appears here with their conditions.',
    sentence: (all: string, eligible: string, lacking: string) =>
      `${all} applications: ${eligible} meet everything and ${lacking} lack something.`,
    missing: 'What is missing',
    missingCaption: 'How many people do not meet each condition',
    who: 'Who lacks it',
    whoCaption:
      'The reference is neither the code of the list nor a student code: it tells nobody who it is.',
    reference: 'Reference',
    applied: 'Applied',
    lacks: 'Lacks',
    items: {
      course_completed: 'to complete',
      sitting_taken: 'to sit the form of',
      can_travel: 'to be able to travel',
      dates: 'free dates',
      consent: 'their consent',
      guardian: 'the guardian’s consent',
      english: 'the level of English',
    },
  },
});
