import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Recibos',
    back: 'Volver',
    lead: {
      sitting:
        'Lo que el servidor tiene de esta sesión, respuesta por respuesta. De cada pregunta cuenta la última.',
      practice:
        'Lo que el servidor tiene de esta práctica, respuesta por respuesta. De cada pregunta cuenta la primera.',
      review:
        'Lo que el servidor tiene de este repaso, respuesta por respuesta. De cada pregunta cuenta la primera.',
      case: 'Lo que el servidor tiene de este caso, respuesta por respuesta. De cada decisión cuenta la primera.',
    },
    caption: (received: number, counted: number, day: string, city: string) =>
      `${received} recibidas, ${counted} cuentan · ${day}, hora de ${city}`,
    question: 'Pregunta',
    confidence: 'Confianza',
    answered: 'Respondida',
    received: 'Recibida',
    counts: 'Cuenta',
    yes: 'Sí',
    no: 'No: hay otra',
    setAside: 'Apartada',
    rejected: 'Quien supervisa no aceptó su hora.',
    unknown: 'en duda',
    none: 'Todavía no llegó ninguna respuesta',
    noneText: 'Cuando llegue la primera, aquí verás a qué hora la diste y a qué hora la recibimos.',
    key: 'Número de este intento',
  },
  en: {
    title: 'Receipts',
    back: 'Back',
    lead: {
      sitting:
        'What the server holds of this sitting, answer by answer. The last answer to each question counts.',
      practice:
        'What the server holds of this practice, answer by answer. The first answer to each question counts.',
      review:
        'What the server holds of this review, answer by answer. The first answer to each question counts.',
      case: 'What the server holds of this case, answer by answer. The first answer to each decision counts.',
    },
    caption: (received: number, counted: number, day: string, city: string) =>
      `${received} received, ${counted} count · ${day}, time of ${city}`,
    question: 'Question',
    confidence: 'Confidence',
    answered: 'Answered',
    received: 'Received',
    counts: 'Counts',
    yes: 'Yes',
    no: 'No: another does',
    setAside: 'Set aside',
    rejected: 'The proctor did not accept its time.',
    unknown: 'in doubt',
    none: 'No answer has arrived yet',
    noneText: 'Once the first arrives, you see here when you gave it and when we received it.',
    key: 'Number of this attempt',
  },
});
