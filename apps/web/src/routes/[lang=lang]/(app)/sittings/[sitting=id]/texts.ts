import type { Wave } from '@puente/schemas';
import { messages, type Lang } from '#lib/i18n.ts';

// What is only read comes with the page's data, in one language, and not with the script in two.

const dictionary = messages({
  es: {
    points: {
      opening: [
        'No lleva nota y no decide nada sobre ti. Con ella se ve, al final, cuánto avanzó el grupo.',
        'Si no sabes, dilo: responder «al azar» es una respuesta honesta.',
        'Puedes pausar y volver cuando quieras hasta el cierre.',
        'Al terminar ves un mapa por objetivos y tu primera lección.',
      ],
      closing: [
        'Cuenta para tu nota del curso: tu porcentaje de aciertos, llevado a la escala de 0 a 20.',
        'Puedes volver atrás y cambiar una respuesta: cuenta la última.',
        'Ves tus resultados cuando se publican para todo tu grupo.',
      ],
      delayed: [
        'Mide qué queda con el tiempo. No cambia la nota de tu evaluación final.',
        'Puedes volver atrás y cambiar una respuesta: cuenta la última.',
        'Ves tus resultados cuando se publican para todo tu grupo.',
      ],
      selection: [
        'Es la forma S: las mismas preguntas para cada persona que postula. Con sus aciertos, y con la regla publicada de la convocatoria, se decide quién va a la inmersión en Boston.',
        'No cambia tu nota del curso. Cuentan los aciertos: ni la confianza, ni la rapidez, ni las horas.',
        'Puedes volver atrás y cambiar una respuesta: cuenta la última.',
      ],
    },
    demonstration: {
      title: 'Es una demostración, sin vigilancia',
      text: 'Nadie supervisa esta sesión y las claves de sus preguntas son públicas. Sirve para probar el camino completo; ninguna plaza puede decidirse con ella.',
    },
    unproctored: {
      title: 'Esta sesión no tiene vigilancia',
      text: 'Nadie la supervisa. Así no puede decidir ninguna plaza.',
    },
    confidence: {
      title: 'Cada respuesta dice también tu confianza',
      rehearse: 'Ensayo: toca un nivel y lee qué quiere decir',
      notKept: 'Esto no se guarda.',
      meanings: [
        'No lo sabes y eliges una cualquiera: con cuatro opciones, aciertas 1 de cada 4.',
        'De 10 respuestas así, esperas acertar 5.',
        'De 10 respuestas así, esperas acertar 7.',
        'De 100 respuestas así, esperas acertar 85. Si no era, es un espejismo.',
        'De 100 respuestas así, esperas acertar 97. Si no era, es un espejismo.',
      ],
      who: 'Quién la ve',
      you: 'Tú ves todo lo tuyo.',
      faculty:
        'Tus docentes ven conceptos y respuestas, con nombres donde haga falta ayudar. Nunca una lista de personas ordenada por confianza.',
      never:
        'Tu confianza nunca entra en una nota ni en un orden de mérito: nadie pierde por decir la verdad.',
      more: 'Cómo medimos',
    },
    language: 'Idioma de las preguntas',
    languageHint: 'Queda fijo al empezar.',
    noScript:
      'Las sesiones de evaluación necesitan JavaScript, para que ninguna respuesta se pierda en el camino. Actívalo, o abre esta página en otro navegador. Lo demás de Puente funciona sin él.',
    waits: {
      title: 'Todavía no abre',
      text: 'Vuelve cuando abra: esta misma dirección te deja empezar.',
    },
    missed: {
      title: 'Esta sesión ya cerró y no la diste',
      opening:
        'Aprendes igual que todo tu grupo. Solo quedas fuera de la cuenta de cuánto avanzó el grupo, porque falta tu foto de antes.',
      other: 'Si hubo un motivo, habla con tu docente.',
    },
    mark: {
      opening: 'sin nota · puedes pausar',
      closing: 'cuenta para tu nota',
      delayed: 'no cambia tu nota',
      selection: 'decide plazas, no tu nota',
    },
    runs: 'El tiempo corre desde que empiezas y no se detiene si sales o se corta la señal.',
    running: {
      opening: 'La dejaste a medias. Lo respondido está guardado; sigue donde estabas.',
      timed: 'Ya empezó y el tiempo corre. Lo respondido está guardado.',
    },
  },
  en: {
    points: {
      opening: [
        'It carries no mark and decides nothing about you. With it one sees, at the end, how far the group has come.',
        'If you do not know, say so: answering “a guess” is an honest answer.',
        'You may pause and come back whenever you like until it closes.',
        'It ends in a map by objective and your first lesson.',
      ],
      closing: [
        'It counts for your course grade: your share of right answers on the 0 to 20 scale.',
        'You may go back and change an answer: the last one counts.',
        'You see your results once they are released for your whole group.',
      ],
      delayed: [
        'It measures what stays with time. It does not change the grade of your final assessment.',
        'You may go back and change an answer: the last one counts.',
        'You see your results once they are released for your whole group.',
      ],
      selection: [
        'This is form S: the same questions for everyone who applies. Right answers, under the published rule of the round, decide who goes to the immersion in Boston.',
        'It does not change your course grade. Right answers count; confidence, speed and hours do not.',
        'You may go back and change an answer: the last one counts.',
      ],
    },
    demonstration: {
      title: 'This is a demonstration, without a proctor',
      text: 'Nobody supervises this sitting and the keys of its questions are public. It is there to try the whole way through; no seat can rest on it.',
    },
    unproctored: {
      title: 'This sitting has no proctor',
      text: 'Nobody supervises it. As it is, it cannot decide any seat.',
    },
    confidence: {
      title: 'Each answer also says how confident you are',
      rehearse: 'Rehearsal: tap a level and read what it means',
      notKept: 'This is not kept.',
      meanings: [
        'You do not know and pick any: with four options you are right 1 time in 4.',
        'Of 10 answers like this, you expect 5 to be right.',
        'Of 10 answers like this, you expect 7 to be right.',
        'Of 100 answers like this, you expect 85 to be right. If it was wrong, it is a mirage.',
        'Of 100 answers like this, you expect 97 to be right. If it was wrong, it is a mirage.',
      ],
      who: 'Who sees it',
      you: 'You see all of your own.',
      faculty:
        'Your faculty see concepts and answers, with names where help is needed. Never a list of people in order of confidence.',
      never: 'Your confidence never enters a grade or a ranking: nobody loses by telling the truth.',
      more: 'How we measure',
    },
    language: 'Language of the questions',
    languageHint: 'It is locked at the start.',
    noScript:
      'Sittings need JavaScript, so that no answer is lost on the way. Turn it on, or open this page in another browser. The rest of Puente works without it.',
    waits: {
      title: 'Not open yet',
      text: 'Come back once it opens: you start from this same address.',
    },
    missed: {
      title: 'This sitting is closed and you did not take it',
      opening:
        'You learn like everybody else. You are only left out of the count of how far the group came, since your picture from before is missing.',
      other: 'If there was a reason, talk to your teacher.',
    },
    mark: {
      opening: 'no mark · may be paused',
      closing: 'counts for your grade',
      delayed: 'does not change your grade',
      selection: 'decides seats, not your grade',
    },
    runs: 'Time runs from the start and does not stop if you leave or lose the signal.',
    running: {
      opening: 'You left it half way. What you answered is kept; go on where you were.',
      timed: 'It has started and time is running. What you answered is kept.',
    },
  },
});

/** What is told before an attempt at this wave is over. */
export const beforeTexts = (lang: Lang, wave: Wave) => {
  const { points, mark, ...rest } = dictionary(lang);
  return { ...rest, points: points[wave], mark: mark[wave] };
};
export type BeforeTexts = ReturnType<typeof beforeTexts>;

export const afterTexts = messages({
  es: {
    done: 'Ya está: tus respuestas llegaron',
    expired: 'Se acabó el tiempo: lo que enviaste está guardado',
    feeling: {
      title: 'Una cosa más, de un minuto',
      text: 'Di del 1 al 5 qué tan capaz te sientes en cada objetivo del curso, antes de mirar tu mapa. No es nota.',
      go: 'Decir qué tan capaz me siento',
    },
    map: 'Tu mapa por objetivos',
    mapLead:
      'Es de dónde partes, no una nota. Las preguntas y sus claves no se muestran, para que la medida del final sea limpia.',
    first: 'Empieza por aquí',
    today: 'Ir a Hoy',
    afterRelease: 'Resultados después de la publicación',
    afterReleaseText:
      'Se publican para todo tu grupo a la misma hora. Los verás en «Mi espejo», por objetivos.',
    released: 'Tus resultados ya están publicados',
    results: 'Ver mis resultados',
    selection:
      'El resultado de la convocatoria se publica para todas las personas a la misma hora. Aparecerá en «Hoy».',
    standings: 'Resultados publicados',
    seeReceipts: 'Ver los recibos',
  },
  en: {
    done: 'Done: your answers have arrived',
    expired: 'Time is up: what you sent is kept',
    feeling: {
      title: 'One more thing, one minute',
      text: 'Say from 1 to 5 how able you feel at each objective of the course, before you look at your map. It is no mark.',
      go: 'Say how able I feel',
    },
    map: 'Your map by objective',
    mapLead:
      'It is where you start from, not a mark. Questions and keys are not shown, so that the measure at the end is clean.',
    first: 'Start here',
    today: 'Go to Today',
    afterRelease: 'Results after release',
    afterReleaseText:
      'They are released for your whole group at one hour. You will see them in “My mirror”, by objective.',
    released: 'Your results have been released',
    results: 'See my results',
    selection:
      'The result of the selection round is published for everybody at one hour. It will appear in “Today”.',
    standings: 'Published results',
    seeReceipts: 'See the receipts',
  },
});
export type AfterTexts = ReturnType<typeof afterTexts>;
