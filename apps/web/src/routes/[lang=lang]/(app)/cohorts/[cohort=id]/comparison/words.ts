import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Sortear un grupo de comparación',
    back: 'Medición',
    lead: 'Algunas personas toman las formas sin el curso, y lo reciben después. Solo así la diferencia es un efecto del curso.',
    points: [
      'Las elige un sorteo con una semilla nuestra, que se publica. Nadie elige personas.',
      'Solo entran al sorteo quienes aún no empezaron nada: hazlo antes de la foto inicial.',
      'Quedan en una sección aparte, con las mismas evaluaciones por preparar, y no ven lecciones ni práctica.',
      'Hacen falta al menos 10 en cada lado. Después de la evaluación final, muévelas a una sección del curso.',
    ],
    name: 'Nombre de la sección de comparación',
    students: 'Cuántas personas',
    studentsHint: 'Desde 10.',
    draw: 'Sortear ahora',
    existing: (name: string) => `Esta sección ya tiene un grupo de comparación: ${name}.`,
    isComparison: 'Esta sección es ella misma un grupo de comparación.',
    tooFew:
      'Son demasiadas para quienes aún no empezaron nada: tienen que quedar al menos 10 en cada lado. No se sorteó nada.',
    refused: 'No se sorteó nada. Revisa lo marcado.',
    errors: {
      name: 'Escribe un nombre que no se use ya en este ciclo.',
      students: 'Un número entero desde 10.',
    },
  },
  en: {
    title: 'Draw a comparison group by lot',
    back: 'Measurement',
    lead: 'Some people take the forms without the course, and get it afterwards. Only so is the difference an effect of the course.',
    points: [
      'A lot chooses them with a seed of ours, which is published. Nobody chooses people.',
      'Only those who have begun nothing are in the lot: draw before the first picture.',
      'They stand in a cohort of their own, with the same assessments to prepare, and see neither lessons nor practice.',
      'At least 10 are needed on either side. After the final assessment, move them to a cohort of the course.',
    ],
    name: 'Name of the comparison cohort',
    students: 'How many people',
    studentsHint: 'From 10.',
    draw: 'Draw now',
    existing: (name: string) => `This cohort already has a comparison group: ${name}.`,
    isComparison: 'This cohort is itself a comparison group.',
    tooFew:
      'Too many for those who have begun nothing: at least 10 must stay on either side. Nothing was drawn.',
    refused: 'Nothing was drawn. Look at what is marked.',
    errors: { name: 'Write a name that the term does not use yet.', students: 'A whole number from 10.' },
  },
});
