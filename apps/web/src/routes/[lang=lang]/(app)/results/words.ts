import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: 'Mi espejo',
    today: 'Hoy',
    mirror: 'Lo que dices y lo que aciertas',
    sentence: (level: string, ofTen: number) => `Cuando dices «${level}», aciertas ${ofTen} de 10.`,
    between: (low: number, high: number, responses: string) =>
      `Entre ${low} y ${high} de 10, con tus ${responses} respuestas hasta ahora.`,
    verdict: {
      fits: 'Es lo que dices: puedes creerle.',
      less: 'Aciertas menos de lo que dices: ahí están tus espejismos.',
      more: 'Aciertas más de lo que dices: puedes confiar más.',
    },
    little: 'Aún hay pocos datos para una frase honesta.',
    littleText: (level: string, responses: number, missing: number) =>
      `Tu nivel más usado es «${level}», con ${responses} ${responses === 1 ? 'respuesta' : 'respuestas'}. ${missing === 1 ? 'Falta 1' : `Faltan ${missing}`} para poder decir algo.`,
    from: (responses: string) =>
      `De ${responses === '1' ? '1 respuesta' : `${responses} respuestas`} en prácticas y casos. Solo tú ves esta página.`,
    bias: {
      over: (points: string) => `En conjunto confías ${points} puntos de más`,
      under: (points: string) => `En conjunto confías ${points} puntos de menos`,
      even: (points: string) =>
        `En conjunto, ${points} puntos: no se puede decir que confíes de más ni de menos`,
    },
    chart: 'Cada punto es un nivel de confianza',
    concepts: 'Por concepto',
    conceptsCaption: 'Primero donde hubo espejismos',
    concept: 'Concepto',
    right: 'Aciertos',
    espejismos: 'Espejismos',
    of: (right: number, responses: number) => `${right} de ${responses}`,
    none: 'ninguno',
    moreConcepts: (amount: number) => `Ver ${amount} más`,
    sittings: 'Mis evaluaciones',
    rounds: 'Convocatorias',
    noSittings: 'Todavía no diste ninguna. Cuando des la primera, aquí la verás por objetivos.',
    taken: (when: string) => `Dada el ${when}`,
    grade: (grade: string) => `${grade} de 20`,
    share: (right: string, items: number, percent: string) => `${right} de ${items} aciertos · ${percent}`,
    pass: (mark: string) => `Se aprueba con ${mark}.`,
    noMark: 'Sin nota: es de dónde partías.',
    noGrade: 'No cambia tu nota.',
    running: 'En curso: lo respondido está guardado.',
    goOn: 'Seguir donde estaba',
    waits: 'Resultados después de la publicación, para todo el grupo a la misma hora.',
    byObjective: 'Por objetivo',
    receipts: (amount: number) => (amount === 1 ? 'Ver el recibo' : `Ver los ${amount} recibos`),
    how: 'Cómo se calcula',
    howDots:
      'Cada punto junta tus respuestas de un nivel: a la derecha, la probabilidad que dijiste; hacia arriba, la parte que acertaste. La raya es su intervalo de 95 % (Wilson). Con menos de 10 respuestas no hay punto.',
    howBias:
      'El sesgo es el promedio de lo que dijiste menos la parte que acertaste, en puntos porcentuales, con su intervalo de 95 %. Sobre cero, confías de más; bajo cero, de menos.',
    howEspejismo: 'Un espejismo es fallar habiendo dicho 85 % o más.',
    howCounts:
      'De cada pregunta de práctica cuenta la primera respuesta de cada intento. Las evaluaciones no entran aquí.',
    cbmTitle: 'Puntos por certeza, para jugar limpio',
    cbmText:
      'No son una nota y no entran en ninguna. Muestran por qué conviene decir la verdad: cada nivel rinde más que los otros justo cuando es el honesto.',
    cbm: { said: 'Dijiste', right: 'Si era', wrong: 'Si no era' },
    cbmLevels: ['menos de 2/3: al azar, 50 %', 'de 2/3 a 80 %: 70 %', 'más de 80 %: 85 %, 97 %'],
    all: 'Cómo medimos, completo',
    empty: 'Tu espejo se forma con lo que practicas',
    emptyText: 'Con tus primeras respuestas aparece qué tan bien sabes lo que sabes. Solo tú lo ves.',
    go: 'Ir a Hoy',
  },
  en: {
    title: 'My mirror',
    today: 'Today',
    mirror: 'What you say and what you get right',
    sentence: (level: string, ofTen: number) =>
      `When you say “${level}”, you are right ${ofTen} times in 10.`,
    between: (low: number, high: number, responses: string) =>
      `Between ${low} and ${high} in 10, with your ${responses} answers so far.`,
    verdict: {
      fits: 'It is what you say: you may believe it.',
      less: 'You are right less often than you say: there are your mirages.',
      more: 'You are right more often than you say: you may trust yourself more.',
    },
    little: 'Too little data yet for an honest sentence.',
    littleText: (level: string, responses: number, missing: number) =>
      `The level you use most is “${level}”, with ${responses} ${responses === 1 ? 'answer' : 'answers'}. ${missing} more and something can be said.`,
    from: (responses: string) =>
      `From ${responses === '1' ? '1 answer' : `${responses} answers`} in practice and cases. Only you see this page.`,
    bias: {
      over: (points: string) => `On the whole you are ${points} points too confident`,
      under: (points: string) => `On the whole you are ${points} points too little confident`,
      even: (points: string) =>
        `On the whole, ${points} points: one cannot say that you are too confident, or too little`,
    },
    chart: 'Each dot is a level of confidence',
    concepts: 'By concept',
    conceptsCaption: 'Those with mirages first',
    concept: 'Concept',
    right: 'Right',
    espejismos: 'Mirages',
    of: (right: number, responses: number) => `${right} of ${responses}`,
    none: 'none',
    moreConcepts: (amount: number) => `See ${amount} more`,
    sittings: 'My assessments',
    rounds: 'Selection rounds',
    noSittings: 'You have taken none yet. Once you take the first, you see it here by objective.',
    taken: (when: string) => `Taken on ${when}`,
    grade: (grade: string) => `${grade} of 20`,
    share: (right: string, items: number, percent: string) => `${right} of ${items} right · ${percent}`,
    pass: (mark: string) => `The pass mark is ${mark}.`,
    noMark: 'No mark: it is where you started from.',
    noGrade: 'It does not change your grade.',
    running: 'Under way: what you answered is kept.',
    goOn: 'Go on where I was',
    waits: 'Results after release, for the whole group at one hour.',
    byObjective: 'By objective',
    receipts: (amount: number) => (amount === 1 ? 'See the receipt' : `See the ${amount} receipts`),
    how: 'How this is computed',
    howDots:
      'Each dot gathers your answers at one level: to the right, the probability you stated; upwards, the share that was right. The line is its 95% interval (Wilson). Under 10 answers there is no dot.',
    howBias:
      'Bias is the mean of what you stated minus the share that was right, in percentage points, with its 95% interval. Above zero you are too confident; below, too little.',
    howEspejismo: 'A mirage is a wrong answer given at 85% or more.',
    howCounts:
      'Of each practice question the first answer in each attempt counts. Assessments do not enter here.',
    cbmTitle: 'Certainty-based marks, to play fair',
    cbmText:
      'They are no grade and enter none. They show why telling the truth pays: each level earns more than the others just where it is the honest one.',
    cbm: { said: 'You said', right: 'If right', wrong: 'If wrong' },
    cbmLevels: ['under 2/3: a guess, 50%', '2/3 to 80%: 70%', 'above 80%: 85%, 97%'],
    all: 'How we measure, in full',
    empty: 'Your mirror takes shape as you practise',
    emptyText: 'Your first answers show how well you know what you know. Only you see it.',
    go: 'Go to Today',
  },
});
