import { messages } from '#lib/i18n.ts';

export const settledWords = messages({
  es: {
    refused: (places: string, n: number) =>
      n === 1 ? `La respuesta a la pregunta ${places} no fue recibida` : `Respuestas no recibidas: ${places}`,
    refusedKept: 'Sigue en este teléfono, a la vista. Guarda una copia y muéstrala a tu docente.',
    setAside: (places: string, n: number) =>
      n === 1
        ? `La respuesta a la pregunta ${places} llegó y quedó apartada`
        : `Llegaron y quedaron apartadas: ${places}`,
    setAsideKept: 'El servidor la conserva; quien supervisa la ve con su motivo.',
  },
  en: {
    refused: (places: string, n: number) =>
      n === 1 ? `The answer to question ${places} was not received` : `Answers not received: ${places}`,
    refusedKept: 'It stays on this phone, in sight. Save a copy and show it to your teacher.',
    setAside: (places: string, n: number) =>
      n === 1
        ? `The answer to question ${places} arrived and was set aside`
        : `Arrived and set aside: ${places}`,
    setAsideKept: 'The server keeps it; whoever supervises sees it with its reason.',
  },
});
