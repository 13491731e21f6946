import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: '¿Qué tan capaz te sientes?',
    back: 'Volver a la evaluación',
    lead: 'No es nota y no hay respuesta correcta. Al final se ve cuánto cambió el grupo, nunca una persona.',
    now: 'Hoy puedo hacer esto…',
    then: 'Mirando atrás, al empezar el curso podía…',
    scale: ['nada', 'poco', 'a medias', 'bien', 'del todo'],
    save: 'Guardar',
    missing: 'Falta elegir un número aquí.',
    incomplete: 'Falta alguna respuesta: está marcada abajo. Lo que elegiste sigue puesto.',
    done: 'Ya lo dijiste: gracias. Esto es lo que quedó.',
    refused: {
      already_rated: 'Ya lo habías dicho antes: queda lo primero que dijiste.',
      other: 'No se pudo guardar. Prueba otra vez.',
    },
  },
  en: {
    title: 'How able do you feel?',
    back: 'Back to the assessment',
    lead: 'It is no mark and there is no right answer. At the end one sees how far the group came, never one person.',
    now: 'Today I can do this…',
    then: 'Looking back, at the start of the course I could…',
    scale: ['not at all', 'a little', 'half way', 'well', 'fully'],
    save: 'Save',
    missing: 'Choose a number here.',
    incomplete: 'Something is missing: it is marked below. What you chose is still there.',
    done: 'You have said it already: thank you. This is what was kept.',
    refused: {
      already_rated: 'You had said it before: what you said first stands.',
      other: 'It could not be saved. Try again.',
    },
  },
});
