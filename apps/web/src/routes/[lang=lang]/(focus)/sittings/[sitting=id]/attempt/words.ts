import { messages } from '#lib/i18n.ts';
import { placeRanges } from '#lib/sitting/run.ts';

const listed = (places: readonly number[], and: string): string => {
  const parts = placeRanges(places);
  const last = parts.pop();
  return parts.length > 0 ? `${parts.join(', ')} ${and} ${last}` : (last ?? '');
};

export const words = messages({
  es: {
    question: (place: number, all: number) => `Pregunta ${place} de ${all}`,
    of: (place: number, all: number) => `${place} de ${all}`,
    previous: 'Pregunta anterior',
    following: 'Pregunta siguiente',
    overview: 'Ver todas',
    left: 'Quedan',
    pausable: 'Sin límite: puedes pausar',
    soon: {
      five: 'Quedan menos de cinco minutos.',
      one: 'Queda menos de un minuto.',
      over: 'Se acabó el tiempo.',
    },
    changed: 'Ya la respondiste. Elige y toca otra confianza para cambiarla; cuenta la última.',
    noScript:
      'Las sesiones de evaluación necesitan JavaScript, para que ninguna respuesta se pierda en el camino. Actívalo y recarga; tu tiempo sigue corriendo si la sesión tiene límite.',
    all: {
      title: 'Todas las preguntas',
      answered: (done: number, all: number) => `Respondiste ${done} de ${all}`,
      place: (place: number, level: string) => `Pregunta ${place}: ${level}`,
      here: 'en este teléfono, por enviar',
      empty: 'sin responder',
      legend: 'Cada casilla lleva la confianza que diste; punteada, falta responder.',
      back: 'Seguir respondiendo',
      finish: 'Terminar',
    },
    finish: {
      title: '¿Terminar ahora?',
      complete: 'Respondiste todas. Después ya no se puede cambiar nada.',
      missing: (places: readonly number[]) =>
        places.length === 1
          ? `Falta responder la pregunta ${places[0]}. Cuenta como no acertada, y después ya no se puede cambiar nada.`
          : `Falta responder ${places.length}: las preguntas ${listed(places, 'y')}. Cuentan como no acertadas, y después ya no se puede cambiar nada.`,
      missingOpening: (places: readonly number[]) =>
        places.length === 1
          ? `Falta responder la pregunta ${places[0]}. Si no la sabes, «al azar» también sirve.`
          : `Falta responder ${places.length}: las preguntas ${listed(places, 'y')}. Si no las sabes, «al azar» también sirve.`,
      sending: 'Enviando lo que falta…',
      unsent: (amount: number) =>
        `${amount === 1 ? 'Una respuesta no se pudo enviar' : `${amount} respuestas no se pudieron enviar`} todavía: están guardadas en este teléfono.`,
      failed: 'No llegó el aviso de que terminas. Tus respuestas sí están guardadas.',
      later: 'Terminar en este teléfono',
      laterText: 'Lo que espera, y el aviso de que terminaste, se envían cuando haya señal.',
      again: 'Probar otra vez',
      back: 'Seguir respondiendo',
      go: 'Terminar',
    },
    elsewhere: {
      title: 'Esta sesión está abierta en otro aparato',
      text: 'Se da en un solo aparato a la vez, o en un solo ingreso.',
      moved: 'Seguiste en otro aparato',
      movedText: 'Lo que respondiste aquí antes está guardado y cuenta.',
      meaning:
        'Si la traes aquí, el otro aparato se cierra: lo que responda después llega, pero no cuenta. El cambio queda anotado, y el tiempo es el mismo.',
      go: 'Seguir en este aparato',
      stay: 'Dejarla donde está',
      lost: 'No hay señal, o la respuesta no llegó. Prueba otra vez.',
      refused: 'No se pudo traer: la sesión ya terminó o cambió. Vuelve atrás y mira qué sigue.',
    },
    kept: {
      title: 'Recibos de tus respuestas',
      question: 'Pregunta',
      receipt: 'Recibida',
      here: 'En este teléfono, por enviar',
      refused: 'No recibida',
      setAside: '· apartada',
      first: 'Cada respuesta se guarda primero en este teléfono.',
      persisted: 'El teléfono prometió no borrarlas aunque le falte espacio.',
      fleeting: 'Si al teléfono le falta espacio podría borrarlas: no borres los datos del navegador.',
    },
    over: {
      title: 'Se acabó el tiempo',
      finished: 'Ya terminaste esta sesión',
      answered: (done: number) => (done === 1 ? 'Respondiste 1 pregunta.' : `Respondiste ${done} preguntas.`),
      sent: 'Todo lo que respondiste llegó.',
      rest: 'Lo demás que respondiste llegó.',
      waits: (hours: number) =>
        hours === 0
          ? 'Enviamos lo que espera en este teléfono. En esta sesión tenía que llegar antes del final.'
          : `Enviamos lo que espera en este teléfono. Cuenta si lo respondiste a tiempo y llega dentro de ${hours} horas.`,
      go: 'Ver qué sigue',
    },
  },
  en: {
    question: (place: number, all: number) => `Question ${place} of ${all}`,
    of: (place: number, all: number) => `${place} of ${all}`,
    previous: 'Previous question',
    following: 'Next question',
    overview: 'See all',
    left: 'Left',
    pausable: 'No limit: you may pause',
    soon: {
      five: 'Less than five minutes left.',
      one: 'Less than one minute left.',
      over: 'Time is up.',
    },
    changed: 'You have answered this. Choose, and tap a confidence again, to change it; the last one counts.',
    noScript:
      'Sittings need JavaScript, so that no answer is lost on the way. Turn it on and reload; if the sitting has a limit, your time goes on running.',
    all: {
      title: 'All questions',
      answered: (done: number, all: number) => `You answered ${done} of ${all}`,
      place: (place: number, level: string) => `Question ${place}: ${level}`,
      here: 'on this phone, to be sent',
      empty: 'not answered',
      legend: 'Each box carries the confidence you gave; a dashed one waits for an answer.',
      back: 'Go on answering',
      finish: 'Finish',
    },
    finish: {
      title: 'Finish now?',
      complete: 'You answered all of them. Nothing can be changed afterwards.',
      missing: (places: readonly number[]) =>
        places.length === 1
          ? `Question ${places[0]} has no answer. It counts as not right, and nothing can be changed afterwards.`
          : `${places.length} have no answer: questions ${listed(places, 'and')}. They count as not right, and nothing can be changed afterwards.`,
      missingOpening: (places: readonly number[]) =>
        places.length === 1
          ? `Question ${places[0]} has no answer. If you do not know, “a guess” is an answer too.`
          : `${places.length} have no answer: questions ${listed(places, 'and')}. If you do not know, “a guess” is an answer too.`,
      sending: 'Sending what is left…',
      unsent: (amount: number) =>
        `${amount === 1 ? 'One answer could not be sent' : `${amount} answers could not be sent`} yet: they are saved on this phone.`,
      failed: 'The word that you finish did not arrive. Your answers are kept.',
      later: 'Finish on this phone',
      laterText: 'What waits, and the word that you finished, are sent once there is a signal.',
      again: 'Try again',
      back: 'Go on answering',
      go: 'Finish',
    },
    elsewhere: {
      title: 'This sitting is open on another device',
      text: 'It is taken on one device, or one sign-in, at a time.',
      moved: 'You went on on another device',
      movedText: 'What you answered here before is kept and counts.',
      meaning:
        'If you bring it here, the other device closes: what it answers later arrives and does not count. The change is written down, and the time is the same.',
      go: 'Go on on this device',
      stay: 'Leave it where it is',
      lost: 'No signal, or the reply did not arrive. Try again.',
      refused:
        'It could not be brought here: the sitting has ended or changed. Go back and see what comes next.',
    },
    kept: {
      title: 'Receipts of your answers',
      question: 'Question',
      receipt: 'Received',
      here: 'On this phone, to be sent',
      refused: 'Not received',
      setAside: '· set aside',
      first: 'Each answer is saved on this phone first.',
      persisted: 'The phone has promised not to delete them even when space runs out.',
      fleeting: 'If the phone runs out of space it could delete them: do not clear the browser’s data.',
    },
    over: {
      title: 'Time is up',
      finished: 'You have finished this sitting',
      answered: (done: number) =>
        done === 1 ? 'You answered 1 question.' : `You answered ${done} questions.`,
      sent: 'All that you answered has arrived.',
      rest: 'The rest of what you answered has arrived.',
      waits: (hours: number) =>
        hours === 0
          ? 'We are sending what waits on this phone. In this sitting it had to arrive before the end.'
          : `We are sending what waits on this phone. It counts if you answered in time and it arrives within ${hours} hours.`,
      go: 'See what comes next',
    },
  },
});
