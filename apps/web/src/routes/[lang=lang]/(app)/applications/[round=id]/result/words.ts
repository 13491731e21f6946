import { messages } from '#lib/i18n.ts';

export const words = messages({
  es: {
    back: 'La convocatoria',
    title: (name: string) => `Tu resultado en ${name}`,
    published: (when: string) => `Publicado el ${when}, para todas las personas a la misma hora`,
    demonstration: 'Es una demostración: nadie viaja por este resultado.',
    outcome: {
      seat: 'Tienes una plaza',
      reserve: (place: string) => `Estás en la reserva, en el lugar ${place}`,
      none: 'Esta vez no hay una plaza para ti',
      withdrawn: 'Te retiraste de la convocatoria',
    },
    score: (items: number) => `Tu puntaje, sobre ${items} preguntas. La media de quienes postularon es 50`,
    rank: (low: string, high: string, all: string) =>
      low === high
        ? `Tu puesto es el ${low} de ${all} (intervalo de 90 %).`
        : `Tu puesto está entre el ${low} y el ${high} de ${all} (intervalo de 90 %).`,
    bar: (low: string, high: string, seats: string, all: string) =>
      `De ${all} puestos, el tuyo está entre el ${low} y el ${high}; la raya marca el ${seats}, la última plaza.`,
    first: 'puesto 1',
    missing: (amount: number) =>
      amount === 1 ? 'Te faltó 1 respuesta correcta.' : `Te faltaron ${amount} respuestas correctas.`,
    reached: 'Tu puntaje llega al corte.',
    tied: 'Otras personas tienen ese mismo puntaje y las plazas no alcanzaban: decidió el orden publicado para los empates.',
    turned: {
      displaced: (seats: number) =>
        `${seats === 1 ? 'Una plaza se dio' : `${seats} plazas se dieron`} por un cambio a mano, con motivo y dos firmas; está en el acta.`,
      moved_up: (_seats: number) =>
        'Quedó una plaza sin ocupar por un retiro o un cambio a mano, y te tocó por el orden; está en el acta.',
    },
    leftOut: {
      title: 'Tu postulación no entró en el orden',
      text: 'Cuando se congelaron los datos faltaba esto:',
      next: 'Tu curso y tu nota siguen igual, y la próxima convocatoria está abierta para ti. Si un registro está equivocado, reclama.',
      code: (code: string) => `La referencia de tu postulación es ${code}; en las listas públicas no sales.`,
    },
    why: {
      in: 'La evidencia alcanza con claridad para una plaza.',
      out: 'La evidencia no alcanza para una plaza.',
      review: 'Quedaste en la zona de revisión: las preguntas solas no bastan para decidir.',
    },
    by: {
      dossiers: 'Ahí decidieron los expedientes, leídos sin nombre por dos personas por separado.',
      lottery: 'Ahí decidió el sorteo público anunciado.',
      score: 'Ahí decidió el orden del puntaje.',
      override:
        'Un cambio con su motivo, propuesto por una persona y aprobado por otra, decidió tu resultado.',
    },
    measured: {
      title: 'Qué se midió',
      text: (items: number) =>
        `Tus aciertos en ${items} preguntas de formas selladas, las mismas para cada persona que postuló.`,
      makeUp: 'Rendiste otra forma sellada en lugar de la principal.',
      caption: 'Tus aciertos por curso',
      course: 'Curso',
      right: 'Tuyos',
      of: (right: string, items: number) => `${right} de ${items}`,
      percent: 'Tu %',
      mean: 'Media',
      not: 'No contaron la confianza, la práctica, la rapidez, las horas ni el avance.',
    },
    cut: {
      title: 'El corte',
      text: (cut: string, seats: string, campus: string) =>
        `${cut}: es el puntaje de quien ocupa, por puntaje, la última de las ${seats} plazas${campus}.`,
      campus: (name: string) => ` de ${name}`,
      zones: (inside: string, review: string, open: string, out: string) =>
        `${inside} dentro · ${review} en revisión para ${open} plazas · ${out} fuera`,
    },
    next: {
      title: 'Qué sigue',
      seat: 'El programa te escribe con la invitación, la fecha para confirmar y los documentos.',
      reserve:
        'Si alguien no viaja, el programa propone a la reserva en su orden y te escribe. Mientras tanto nada cambia para ti.',
      none: 'Postular ya fue un paso: este resultado dice algo de una prueba de un día, no de quién eres. No cambia tu curso ni tu nota, y la próxima convocatoria está abierta para ti.',
    },
    claim: {
      title: 'Cómo reclamar',
      until: (when: string) =>
        `Hasta el ${when}, desde aquí. Una persona del programa responde con el motivo, por escrito.`,
      over: (when: string) => `El plazo terminó el ${when}.`,
      make: 'Reclamar',
      see: 'Ver mi reclamo',
    },
    letter: 'Descargar mi carta (PDF)',
    code: (code: string) => `Las listas públicas llevan tu código, ${code}, y no tu nombre.`,
    public: 'La lista pública y el acta',
    how: {
      title: 'Cómo se calculó, desde sus datos',
      composite:
        'De cada curso se toma tu porcentaje de aciertos, se resta la media de quienes postularon y se divide entre su desviación. Se suman con los pesos de la regla y el total se lleva a media 50 y desviación 10.',
      shrink:
        'En todo puntaje hay algo de suerte. La fórmula de Kelley lo acerca a la media según qué tan fiable fue la prueba:',
      estimate: 'estimación = 50 + fiabilidad × (puntaje − 50)',
      draws: (error: string, draws: string, all: string) =>
        `Con esa estimación y su error (${error}) se sortearon ${draws} veces puntajes posibles de las ${all} personas, y cada sorteo se ordenó. En 90 de cada 100, tu puesto cayó dentro del intervalo de arriba.`,
      inputs: 'Datos de la cuenta',
      reliability: 'Fiabilidad',
      sem: 'Error de medición de un puntaje',
      weight: (course: string) => `Peso de ${course}`,
      seed: 'Semilla de los sorteos',
      rule: 'Regla',
      hash: 'Huella del corte (SHA-256)',
      all: 'Cómo medimos, todo',
    },
  },
  en: {
    back: 'The round',
    title: (name: string) => `Your result in ${name}`,
    published: (when: string) => `Published on ${when}, for everybody at the same hour`,
    demonstration: 'This is a demonstration: nobody travels on this result.',
    outcome: {
      seat: 'You have a seat',
      reserve: (place: string) => `You are among the reserves, in place ${place}`,
      none: 'This time there is no seat for you',
      withdrawn: 'You withdrew from the round',
    },
    score: (items: number) => `Your score, over ${items} questions. The mean of those who applied is 50`,
    rank: (low: string, high: string, all: string) =>
      low === high
        ? `Your rank is ${low} of ${all} (90% interval).`
        : `Your rank lies between ${low} and ${high} of ${all} (90% interval).`,
    bar: (low: string, high: string, seats: string, all: string) =>
      `Of ${all} ranks, yours lies between ${low} and ${high}; the line marks ${seats}, the last seat.`,
    first: 'rank 1',
    missing: (amount: number) =>
      amount === 1 ? 'You were 1 right answer short.' : `You were ${amount} right answers short.`,
    reached: 'Your score reaches the cut.',
    tied: 'Others have that same score and the seats were fewer: the published order of ties decided.',
    turned: {
      displaced: (seats: number) =>
        `${seats === 1 ? 'One seat was' : `${seats} seats were`} given by a change by hand, with its reason and two signatures; it stands in the acta.`,
      moved_up: (_seats: number) =>
        'A seat was left empty by a withdrawal or a change by hand, and came to you by the order; it stands in the acta.',
    },
    leftOut: {
      title: 'Your application was not ranked',
      text: 'When the data were frozen this was missing:',
      next: 'Your course and your grade go on as before, and the next round is open to you. If a record is wrong, claim.',
      code: (code: string) => `The reference of your application is ${code}; you are not on public lists.`,
    },
    why: {
      in: 'The evidence clearly suffices for a seat.',
      out: 'The evidence does not suffice for a seat.',
      review: 'You were in the review zone: the questions alone cannot decide.',
    },
    by: {
      dossiers: 'There the dossiers decided, read without names by two people apart.',
      lottery: 'There the announced public draw decided.',
      score: 'There the order of the scores decided.',
      override:
        'A change with its reason, proposed by one person and approved by another, decided your result.',
    },
    measured: {
      title: 'What was measured',
      text: (items: number) =>
        `Your right answers to ${items} questions of sealed forms, the same for everybody who applied.`,
      makeUp: 'You sat another sealed form in place of the main one.',
      caption: 'Your right answers by course',
      course: 'Course',
      right: 'Yours',
      of: (right: string, items: number) => `${right} of ${items}`,
      percent: 'Your %',
      mean: 'Mean',
      not: 'Confidence, practice, speed, hours and gain did not count.',
    },
    cut: {
      title: 'The cut',
      text: (cut: string, seats: string, campus: string) =>
        `${cut}: the score of who takes, by score, the last of the ${seats} seats${campus}.`,
      campus: (name: string) => ` of ${name}`,
      zones: (inside: string, review: string, open: string, out: string) =>
        `${inside} in · ${review} in review for ${open} seats · ${out} out`,
    },
    next: {
      title: 'What comes next',
      seat: 'The programme writes to you with the invitation, the date to confirm and the documents.',
      reserve:
        'If somebody does not travel, the programme proposes the reserves in their order and writes to you. Meanwhile nothing changes for you.',
      none: 'Applying was a step in itself: this result says something of a test of one day, not of who you are. It changes neither your course nor your grade, and the next round is open to you.',
    },
    claim: {
      title: 'How to claim',
      until: (when: string) =>
        `Until ${when}, from here. A person of the programme answers with the reason, in writing.`,
      over: (when: string) => `The time ended on ${when}.`,
      make: 'Claim',
      see: 'See my claim',
    },
    letter: 'Download my letter (PDF)',
    code: (code: string) => `Public lists carry your code, ${code}, and not your name.`,
    public: 'The public list and the acta',
    how: {
      title: 'How it was computed, from its data',
      composite:
        'Of each course your percentage right is taken, less the mean of those who applied, over its deviation. These are added with the weights of the rule, and the total is brought to mean 50 and deviation 10.',
      shrink:
        'There is some luck in every score. Kelley’s formula draws it toward the mean according to how reliable the test was:',
      estimate: 'estimate = 50 + reliability × (score − 50)',
      draws: (error: string, draws: string, all: string) =>
        `With that estimate and its error (${error}) possible scores of the ${all} people were drawn ${draws} times, and each draw was ordered. In 90 of 100, your rank fell within the interval above.`,
      inputs: 'Data of the computation',
      reliability: 'Reliability',
      sem: 'Error of measurement of a score',
      weight: (course: string) => `Weight of ${course}`,
      seed: 'Seed of the draws',
      rule: 'Rule',
      hash: 'Hash of the snapshot (SHA-256)',
      all: 'How we measure, all of it',
    },
  },
});
