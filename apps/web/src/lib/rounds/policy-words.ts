import { messages } from '#lib/i18n.ts';

/** A policy in plain words: the same to candidates and to anybody. */
export const policyWords = messages({
  es: {
    title: 'Las reglas',
    locked: 'Las publicaron dos personas antes de que hubiera datos. Desde entonces nadie puede cambiarlas.',
    counts: {
      title: 'Qué cuenta',
      text: (items: number) =>
        `Solo tus aciertos en formas selladas, las mismas para cada persona que postula: ${items} preguntas en total.`,
      caption: 'Cuánto decide cada curso',
      course: 'Curso',
      items: 'Preguntas',
      weight: 'Peso escrito',
      effective: 'Decide',
      note: 'El peso escrito es el de la regla. Lo que un curso decide de verdad depende también de cuánto separa a quienes postulan: por eso van los dos.',
      not: 'No cuentan la confianza, la práctica, la rapidez, las horas ni el avance: nadie pierde por decir la verdad.',
      makeUp:
        'Quien no pueda estar ese día puede rendir otra forma sellada si el programa la abre; queda marcado.',
    },
    seats: {
      title: 'Plazas',
      text: (seats: string, reserves: string) => `${seats} plazas y ${reserves} de reserva.`,
      campuses: 'Cada sede tiene su lista:',
      campus: (name: string, seats: string) => `${name}: ${seats}`,
    },
    conditions: {
      title: 'Condiciones',
      always: [
        'Poder viajar y tener libres las fechas anunciadas',
        'Tu consentimiento, y el de tu madre, padre o quien tenga tu tutela si tienes menos de 18 años',
      ] as const,
      sat: (courses: string) => `Rendir la forma sellada de: ${courses}`,
      completed: (courses: string) => `Completar: ${courses}`,
      english: (level: string) => `Inglés ${level} o más, según declares`,
    },
    zone: {
      title: 'Cómo se decide',
      text: 'El puntaje tiene algo de suerte, y la cuenta lo dice. Dentro: quien estaría entre las plazas en 90 de cada 100 repeticiones o más. Fuera: en 10 o menos. En medio está la zona de revisión, y ahí decide:',
      dossiers:
        'El expediente de cada persona, sin nombre, sede ni puntaje: dos respuestas de 150 palabras, decisiones en casos e inglés. Lo leen dos personas por separado con la misma rúbrica.',
      lottery: 'El sorteo público que se anuncia abajo.',
      score: 'El orden del puntaje.',
      questions: 'Las preguntas del expediente',
    },
    ties: {
      title: 'Si hay empate',
      courses: (courses: string) => `Primero, quién tiene más en: ${courses}.`,
      draw: (what: string) => `Al final, un sorteo público: ${what}.`,
      never: 'Nunca el nombre, el orden de llegada ni la rapidez.',
    },
    dates: {
      title: 'Fechas',
      apply: 'Postulaciones',
      form: (course: string) => `Forma sellada de ${course}`,
      draw: 'Sorteo público',
      travel: 'Viaje',
      claim: 'Reclamos',
      claimDays: (days: number) =>
        days === 1 ? '1 día desde los resultados' : `${days} días desde los resultados`,
      range: (from: string, to: string) => `${from} – ${to}`,
      where: (place: string) => `en ${place}`,
      numbers: (numbers: string) => `Salió: ${numbers}`,
    },
  },
  en: {
    title: 'The rules',
    locked: 'Two people published them before there were any data. Since then nobody can change them.',
    counts: {
      title: 'What counts',
      text: (items: number) =>
        `Your right answers in sealed forms alone, the same for everybody who applies: ${items} questions in all.`,
      caption: 'How much each course decides',
      course: 'Course',
      items: 'Questions',
      weight: 'Written weight',
      effective: 'Decides',
      note: 'The written weight is the rule’s. What a course really decides also depends on how far it tells candidates apart: so both stand here.',
      not: 'Confidence, practice, speed, hours and gain do not count: nobody loses by telling the truth.',
      makeUp:
        'Who cannot be there that day may sit another sealed form if the programme opens one; it is marked.',
    },
    seats: {
      title: 'Seats',
      text: (seats: string, reserves: string) => `${seats} seats and ${reserves} reserves.`,
      campuses: 'Each campus has its list:',
      campus: (name: string, seats: string) => `${name}: ${seats}`,
    },
    conditions: {
      title: 'Conditions',
      always: [
        'To be able to travel, and free on the announced dates',
        'Your consent, and your mother’s, father’s or guardian’s if you are under 18',
      ] as const,
      sat: (courses: string) => `To sit the sealed form of: ${courses}`,
      completed: (courses: string) => `To complete: ${courses}`,
      english: (level: string) => `English ${level} or more, as you declare it`,
    },
    zone: {
      title: 'How it is decided',
      text: 'There is some luck in a score, and the computation says so. In: who would be among the seats in 90 of 100 repetitions or more. Out: in 10 or fewer. Between lies the review zone, where this decides:',
      dossiers:
        'Each person’s dossier, without name, campus or score: two answers of 150 words, decisions in cases, and English. Two people read it apart, by the same rubric.',
      lottery: 'The public draw announced below.',
      score: 'The order of the scores.',
      questions: 'The questions of the dossier',
    },
    ties: {
      title: 'If there is a tie',
      courses: (courses: string) => `First, who has more in: ${courses}.`,
      draw: (what: string) => `At last, a public draw: ${what}.`,
      never: 'Never the name, the order of arrival or the speed.',
    },
    dates: {
      title: 'Dates',
      apply: 'Applications',
      form: (course: string) => `Sealed form of ${course}`,
      draw: 'Public draw',
      travel: 'Journey',
      claim: 'Claims',
      claimDays: (days: number) =>
        days === 1 ? '1 day from the results on' : `${days} days from the results on`,
      range: (from: string, to: string) => `${from} – ${to}`,
      where: (place: string) => `at ${place}`,
      numbers: (numbers: string) => `It came out: ${numbers}`,
    },
  },
});
