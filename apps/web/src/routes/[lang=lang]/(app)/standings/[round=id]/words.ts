import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    today: 'Hoy',
    published: (when: string) => `Publicado el ${when}, para todas las personas a la misma hora`,
    demonstration: {
      title: 'Es una demostración',
      rule: 'La regla selection/v0 sirve para probar el camino completo: ninguna plaza puede decidirse con ella.',
      unproctored: 'Nadie supervisó la sesión.',
      bank: 'Las claves de las preguntas son públicas.',
      synthetic: 'Entre quienes postulan hay personas inventadas.',
    },
    measured: {
      title: 'Qué se midió',
      text: (items: number) =>
        `Tus aciertos en la forma S: ${items} preguntas, las mismas para cada persona que postula.`,
      course: (title: string, items: number) => `${title}: ${items} preguntas`,
      not: 'No contaron la confianza, la rapidez, las horas, la práctica ni el avance.',
    },
    result: {
      title: 'Tu resultado',
      form: (courses: string, items: number) => `Forma S · ${courses} · ${items} preguntas`,
      of: (score: string, items: number) => `${score} de ${items}`,
      right: (percent: string) => `aciertos · ${percent}`,
      rank: (low: string, high: string, all: string) =>
        low === high
          ? `Tu puesto es el ${low} de ${all} (intervalo de 90 %).`
          : `Tu puesto está entre el ${low} y el ${high} de ${all} (intervalo de 90 %).`,
      code: (code: string) => `Las listas públicas llevan tu código, ${code}, y no tu nombre.`,
    },
    bar: (low: string, high: string, seats: string, all: string) =>
      `De ${all} puestos, el tuyo está entre el ${low} y el ${high}; la raya marca el ${seats}, la última plaza.`,
    first: 'puesto 1',
    cut: {
      title: 'El corte',
      text: (cut: string, seats: string) => `${cut} aciertos: hasta ahí alcanzan ${seats} plazas.`,
      missing: (amount: number) =>
        amount === 1 ? 'Te faltó 1 respuesta correcta.' : `Te faltaron ${amount} respuestas correctas.`,
      reached: 'Llegaste al corte.',
      zones: (inside: string, review: string, open: string, out: string) =>
        `${inside} dentro · ${review} en revisión para ${open} plazas · ${out} fuera`,
    },
    zone: {
      in: 'Dentro',
      review: 'En la zona de revisión',
      out: 'Fuera',
    },
    next: {
      title: 'Qué sigue',
      in: 'Tu resultado alcanza con claridad. El equipo del programa te escribe con la fecha para confirmar y los documentos.',
      review:
        'Tu resultado está tan cerca del corte que las preguntas solas no bastan para decidir. Se decide con lo que la política dijo antes de ver los datos, y te avisan.',
      out: 'Esta vez no alcanza. Nada de tu curso ni de tu nota cambia por esto.',
    },
    claim: {
      title: 'Cómo reclamar',
      text: 'Por escrito, ante la coordinación del programa de tu universidad, con tu código y la huella que está al final. Reclamar desde esta página llega más adelante.',
    },
    how: {
      title: 'Cómo se calculó, desde sus datos',
      shrink:
        'En todo puntaje hay algo de suerte. La fórmula de Kelley lo acerca a la media del grupo según qué tan fiable fue la prueba (α):',
      estimate: 'estimación = media + α × (aciertos − media)',
      error: 'error = desviación × √(α × (1 − α))',
      draws: (draws: string, all: string) =>
        `Con la estimación y el error de cada una de las ${all} personas se sortearon ${draws} veces puntajes posibles, y cada sorteo se ordenó. En 90 de cada 100, tu puesto cayó dentro del intervalo de arriba.`,
      zones: (seats: string) =>
        `Dentro: entre las ${seats} plazas en 90 % de los sorteos o más. Fuera: en 10 % o menos. En revisión: lo que queda en medio, ajustado para que alcancen las plazas.`,
      inputs: 'Datos de la cuenta',
      mean: 'Media de aciertos',
      sd: 'Desviación',
      alpha: 'Fiabilidad, α',
      sem: 'Error de medida, en aciertos',
      seed: 'Semilla de los sorteos',
      rule: 'Regla',
      hash: 'Huella del corte de datos (SHA-256)',
      hashText: 'Se congeló antes de calcular. Si un solo dato cambiara, la huella sería otra.',
      all: 'Cómo medimos, completo',
    },
  },
  en: {
    today: 'Today',
    published: (when: string) => `Published on ${when}, for everybody at one hour`,
    demonstration: {
      title: 'This is a demonstration',
      rule: 'The rule selection/v0 is there to try the whole way through: no seat can rest on it.',
      unproctored: 'Nobody supervised the sitting.',
      bank: 'The keys of the questions are public.',
      synthetic: 'Some of the candidates are made up.',
    },
    measured: {
      title: 'What was measured',
      text: (items: number) =>
        `Your right answers in form S: ${items} questions, the same for everyone who applies.`,
      course: (title: string, items: number) => `${title}: ${items} questions`,
      not: 'Confidence, speed, hours, practice and gain did not count.',
    },
    result: {
      title: 'Your result',
      form: (courses: string, items: number) => `Form S · ${courses} · ${items} questions`,
      of: (score: string, items: number) => `${score} of ${items}`,
      right: (percent: string) => `right · ${percent}`,
      rank: (low: string, high: string, all: string) =>
        low === high
          ? `Your rank is ${low} of ${all} (90% interval).`
          : `Your rank lies between ${low} and ${high} of ${all} (90% interval).`,
      code: (code: string) => `Public lists carry your code, ${code}, and not your name.`,
    },
    bar: (low: string, high: string, seats: string, all: string) =>
      `Of ${all} ranks, yours lies between ${low} and ${high}; the line marks ${seats}, the last seat.`,
    first: 'rank 1',
    cut: {
      title: 'The cut',
      text: (cut: string, seats: string) => `${cut} right answers: so far reach ${seats} seats.`,
      missing: (amount: number) =>
        amount === 1 ? 'You were 1 right answer short.' : `You were ${amount} right answers short.`,
      reached: 'You reached the cut.',
      zones: (inside: string, review: string, open: string, out: string) =>
        `${inside} in · ${review} in review for ${open} seats · ${out} out`,
    },
    zone: {
      in: 'In',
      review: 'In the review zone',
      out: 'Out',
    },
    next: {
      title: 'What comes next',
      in: 'Your result is clearly enough. The programme’s staff write to you with a date to confirm and the documents.',
      review:
        'Your result is so near the cut that the questions alone cannot decide. What the policy said before anyone saw the data decides, and you are told.',
      out: 'This time it is not enough. Nothing in your course or your grade changes because of it.',
    },
    claim: {
      title: 'How to appeal',
      text: 'In writing, to the programme office of your university, with your code and the fingerprint at the end. Appealing from this page comes later.',
    },
    how: {
      title: 'How it was computed, from its inputs',
      shrink:
        'There is some luck in every score. Kelley’s formula draws it towards the mean of the group as far as the test was unreliable (α):',
      estimate: 'estimate = mean + α × (right − mean)',
      error: 'error = deviation × √(α × (1 − α))',
      draws: (draws: string, all: string) =>
        `From the estimate and error of each of the ${all} people, possible scores were drawn ${draws} times, and each draw was ranked. In 90 of 100, your rank fell within the interval above.`,
      zones: (seats: string) =>
        `In: within the ${seats} seats in 90% of the draws or more. Out: in 10% or fewer. In review: what lies between, fitted to the seats.`,
      inputs: 'What went in',
      mean: 'Mean of right answers',
      sd: 'Deviation',
      alpha: 'Reliability, α',
      sem: 'Error of measurement, in right answers',
      seed: 'Seed of the draws',
      rule: 'Rule',
      hash: 'Fingerprint of the snapshot (SHA-256)',
      hashText:
        'Frozen before anything was computed. If one datum changed, the fingerprint would be another.',
      all: 'How we measure, in full',
    },
  },
});
