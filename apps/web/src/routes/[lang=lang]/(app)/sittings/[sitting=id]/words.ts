import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    today: 'Hoy',
    lead: {
      opening: (course: string) => `De dónde partes en ${course}, antes de empezar.`,
      closing: (course: string) => `Lo que sabes de ${course} al terminar el curso.`,
      delayed: (course: string) => `Lo que queda de ${course}, unos meses después.`,
      selection: (course: string) => `Las preguntas de ${course} para elegir a quienes van a la inmersión.`,
    },
    questions: (items: number) => `${items} preguntas`,
    forecast: (minutes: number) => `unos ${minutes} minutos`,
    limit: (minutes: number) => `${minutes} minutos`,
    window: (opens: string, closes: string, city: string) => `Del ${opens} al ${closes}, hora de ${city}`,
    how: 'Cómo es',
    late: (hours: number) =>
      hours === 0
        ? 'Tus respuestas tienen que llegar antes de que acabe el tiempo: da esta sesión donde haya señal.'
        : `Lo que respondas sin señal queda en tu teléfono y se envía cuando vuelva: tiene ${hours} horas para llegar.`,
    pass: (mark: string) => `Se aprueba con ${mark} de 20.`,
    start: 'Empezar',
    goOn: 'Seguir',
    elsewhere: 'Está abierta en otro aparato. Puedes traerla a este.',
    refused: {
      sitting_not_open: 'Todavía no abre. Mira la hora de apertura y vuelve.',
      sitting_closed: 'Esta sesión ya cerró.',
      lost: 'No hay señal, o la respuesta no llegó. Prueba otra vez: si ya había empezado, sigues donde estabas.',
      other: 'No se pudo empezar. No se gastó tiempo ni intento; prueba otra vez.',
    },
    standing: (name: string) => `Tu resultado en ${name}`,
    receipts: (amount: number) => (amount === 1 ? '1 respuesta recibida' : `${amount} respuestas recibidas`),
  },
  en: {
    today: 'Today',
    lead: {
      opening: (course: string) => `Where you start from in ${course}, before you begin.`,
      closing: (course: string) => `What you know of ${course} as the course ends.`,
      delayed: (course: string) => `What stays of ${course}, some months later.`,
      selection: (course: string) => `The questions on ${course} that choose who goes to the immersion.`,
    },
    questions: (items: number) => `${items} questions`,
    forecast: (minutes: number) => `about ${minutes} minutes`,
    limit: (minutes: number) => `${minutes} minutes`,
    window: (opens: string, closes: string, city: string) => `From ${opens} to ${closes}, time of ${city}`,
    how: 'What it is like',
    late: (hours: number) =>
      hours === 0
        ? 'Your answers must arrive before time is up: take this sitting where there is a signal.'
        : `What you answer without signal stays on your phone and is sent once it is back: it has ${hours} hours to arrive.`,
    pass: (mark: string) => `The pass mark is ${mark} out of 20.`,
    start: 'Start',
    goOn: 'Go on',
    elsewhere: 'It is open on another device. You can bring it to this one.',
    refused: {
      sitting_not_open: 'It has not opened yet. See when it opens and come back.',
      sitting_closed: 'This sitting is closed.',
      lost: 'No signal, or the reply did not arrive. Try again: if it had started, you go on where you were.',
      other: 'It could not be started. No time and no attempt was used; try again.',
    },
    standing: (name: string) => `Your result in ${name}`,
    receipts: (amount: number) => (amount === 1 ? '1 answer received' : `${amount} answers received`),
  },
});
