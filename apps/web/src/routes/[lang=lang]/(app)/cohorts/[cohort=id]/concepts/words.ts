import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Conceptos',
    back: 'Resumen',
    lead: 'En qué se equivoca con seguridad la sección, concepto por concepto.',
    how: 'Un espejismo espera mientras la persona no acierte otra pregunta del mismo concepto. Con menos de 10 personas no se dice un porcentaje.',
    table: 'Espejismos por concepto, primero los que más personas tienen',
    concept: 'Concepto',
    espejismo: 'Espejismo',
    n: 'n',
    learners: 'Respondieron',
    right: 'Aciertos',
    download: 'Descargar CSV',
    map: 'En qué se apoya cada concepto: el mapa del curso',
  },
  en: {
    title: 'Concepts',
    back: 'Overview',
    lead: 'What the cohort is confidently wrong about, concept by concept.',
    how: 'A mirage waits until the person gets another question of that concept right. Under 10 people no share is given.',
    table: 'Mirages by concept, those that most people hold first',
    concept: 'Concept',
    espejismo: 'Mirage',
    n: 'n',
    learners: 'Answered',
    right: 'Right',
    download: 'Download CSV',
    map: 'What each concept rests on: the map of the course',
  },
});
