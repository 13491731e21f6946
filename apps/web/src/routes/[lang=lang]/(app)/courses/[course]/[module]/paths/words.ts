import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    title: (module: string) => `Dos caminos: ${module}`,
    level: (right: string) => `De 10 preguntas de dificultad media de este módulo acertarías unas ${right}.`,
    unknown: 'Todavía no se puede decir tu nivel: hacen falta tres respuestas de algún concepto.',
    few: 'De tu confianza todavía no se puede decir nada: hacen falta diez respuestas en el módulo.',
    close: 'Tu confianza va junto con lo que sabes.',
    over: (points: string) => `Tu confianza va ${points} puntos por encima de lo que aciertas.`,
    under: (points: string) => `Tu confianza va ${points} puntos por debajo de lo que aciertas.`,
    kinds: {
      unknown: 'Los dos caminos están abiertos: empieza por donde quieras.',
      reinforcement: 'Te proponemos reforzar primero.',
      between: 'Vas por el camino de todos: lecciones, práctica y caso.',
      enrichment: 'Te proponemos ir más allá.',
    },
    rule: (below: string, from: string, within: string) =>
      `La regla: por debajo de ${below} % de aciertos esperados se propone reforzar; desde ${from} %, con al menos la mitad de los conceptos respondidos y la confianza a ${within} puntos o menos de lo que aciertas, ir más allá. Es una propuesta: tú decides. No entra en ninguna nota ni convocatoria.`,
    reinforce: 'Reforzar',
    reinforceText: 'Primero la base de cada concepto flojo, explicada de otra forma; después, el concepto.',
    noneWeak: 'Ningún concepto de este módulo está por debajo del nivel.',
    explain: 'Explícame de otra forma',
    practise: (concept: string) => `Practicar: ${concept}`,
    further: 'Ir más allá',
    testOut: 'Ponme a prueba',
    testOutText:
      'La pregunta más difícil de cada concepto. Si todas las planchas del puente quedan puestas y sigues en este nivel, Hoy deja de pedirte las lecciones y te lleva al caso. Las lecciones siguen ahí.',
    step: 'Un paso más',
  },
  en: {
    title: (module: string) => `Two paths: ${module}`,
    level: (right: string) =>
      `Of 10 questions of middling difficulty in this module you would get about ${right} right.`,
    unknown: 'Your level cannot be told yet: it takes three answers to some concept.',
    few: 'Nothing can be said of your confidence yet: it takes ten answers in the module.',
    close: 'Your confidence goes together with what you know.',
    over: (points: string) => `Your confidence lies ${points} points above what you get right.`,
    under: (points: string) => `Your confidence lies ${points} points below what you get right.`,
    kinds: {
      unknown: 'Both paths are open: begin wherever you like.',
      reinforcement: 'We propose to reinforce first.',
      between: 'You are on the common path: lessons, practice and case.',
      enrichment: 'We propose to go further.',
    },
    rule: (below: string, from: string, within: string) =>
      `The rule: below ${below} % expected right, reinforcement is proposed; from ${from} %, with at least half of the concepts answered and confidence within ${within} points of what you get right, going further. It is a proposal: you decide. It enters no grade and no selection.`,
    reinforce: 'Reinforce',
    reinforceText: 'First what each weak concept rests on, explained another way; then the concept.',
    noneWeak: 'No concept of this module lies below the level.',
    explain: 'Explain it to me another way',
    practise: (concept: string) => `Practise: ${concept}`,
    further: 'Go further',
    testOut: 'Test me',
    testOutText:
      'The hardest question of each concept. If every plank of the bridge then lies and you stay at this level, Today no longer asks for the lessons and takes you to the case. The lessons stay where they are.',
    step: 'One step further',
  },
});
