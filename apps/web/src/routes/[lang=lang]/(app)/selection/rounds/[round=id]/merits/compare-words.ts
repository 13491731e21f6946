import { messages } from '#lib/i18n.ts';

/** For the server: the page gets the sentences. */
export const compareWords = messages({
  es: {
    rank: 'Puesto',
    score: 'Puntaje',
    interval: 'Intervalo de 90 %',
    probability: 'P de estar entre las plazas',
    zone: 'Zona',
    percent: (course: string) => `Aciertos en ${course}`,
    makeUp: 'Rindió en otra fecha',
    dossier: 'Expediente',
    outcome: 'Resultado',
    decided: 'Lo decidió',
    yes: 'sí',
    no: 'no',
    unread: 'sin leer',
    undecided: 'por decidir',
    of16: (score: string) => `${score} de 16`,
    zones: { in: 'dentro', review: 'en revisión', out: 'fuera' },
    outcomes: { seat: 'plaza', reserve: 'reserva', none: 'sin plaza' },
    decidedBy: { score: 'el puntaje', override: 'un cambio a mano, con dos firmas', withdrawal: 'su retiro' },
    byZone: {
      dossiers: 'los expedientes, como dijo la política para la zona',
      lottery: 'el sorteo público, como dijo la política para la zona',
      score: 'el orden del puntaje, como dijo la política para la zona',
    },
    sameScore: (score: string) => `Tienen el mismo puntaje, ${score}: desempata el orden publicado.`,
    tieByCourse: (course: string, code: string, high: string, low: string) =>
      `Desempata ${course}, a favor de ${code}: ${high} y ${low}.`,
    tieByLot: (code: string, first: string, second: string) =>
      `Ningún curso del orden las separa. Desempata el sorteo público, a favor de ${code}: su huella ${first}… va antes que ${second}….`,
    tieWaits: 'Ningún curso del orden las separa: falta el sorteo público.',
    zoneByLot: (code: string, first: string, second: string) =>
      `En la zona decide el sorteo público, a favor de ${code}: su huella ${first}… va antes que ${second}….`,
    scoreAndTie: 'el puntaje y, en el empate, el orden publicado',
    apart: (code: string, apart: string, high: string, low: string) =>
      `${code} tiene ${apart} puntos más: ${high} y ${low}, en la escala del cuadro (media 50, desviación 10).`,
    mostFrom: (course: string, points: string, code: string) =>
      `Lo que más las separa es ${course}: ${points} puntos a favor de ${code}.`,
    withinError: (error: string) =>
      `Una diferencia se mueve por azar unos ${error} puntos: esta es menor, así que el puntaje solo no las separa con seguridad.`,
    beyondError: (error: string) => `Una diferencia se mueve por azar unos ${error} puntos: esta es mayor.`,
    zonesOf: (one: string, oneZone: string, oneP: string, other: string, otherZone: string, otherP: string) =>
      `En los sorteos simulados, ${one} queda entre las plazas con P ${oneP} (${oneZone}) y ${other} con P ${otherP} (${otherZone}).`,
    outcomeBecause: (code: string, outcome: string, by: string, dossier: string) =>
      `${code}: ${outcome}. Decidió: ${by}${dossier ? `; expediente ${dossier}` : ''}.`,
    notYet: 'Todavía no se decide: falta terminar la revisión.',
    neverCounted:
      'No entraron el nombre, la sede, la confianza, la práctica, la rapidez, las horas ni el avance.',
    makeUpNote: (code: string) =>
      `${code} rindió otra forma sellada, tomada como igual de difícil: ahí puede haber una diferencia que estos números no ven.`,
    reliability: (reliability: string) => `Fiabilidad del puntaje: ${reliability}.`,
  },
  en: {
    rank: 'Rank',
    score: 'Score',
    interval: '90% interval',
    probability: 'P of being among the seats',
    zone: 'Zone',
    percent: (course: string) => `Right in ${course}`,
    makeUp: 'Sat on another date',
    dossier: 'Dossier',
    outcome: 'Outcome',
    decided: 'Decided by',
    yes: 'yes',
    no: 'no',
    unread: 'not read',
    undecided: 'to be decided',
    of16: (score: string) => `${score} of 16`,
    zones: { in: 'in', review: 'in review', out: 'out' },
    outcomes: { seat: 'seat', reserve: 'reserve', none: 'no seat' },
    decidedBy: {
      score: 'the score',
      override: 'a change by hand, with two signatures',
      withdrawal: 'their withdrawal',
    },
    byZone: {
      dossiers: 'the dossiers, as the policy said for the zone',
      lottery: 'the public draw, as the policy said for the zone',
      score: 'the order of the scores, as the policy said for the zone',
    },
    sameScore: (score: string) => `They have the same score, ${score}: the published order breaks the tie.`,
    tieByCourse: (course: string, code: string, high: string, low: string) =>
      `${course} breaks the tie, in favour of ${code}: ${high} and ${low}.`,
    tieByLot: (code: string, first: string, second: string) =>
      `No course of the order parts them. The public draw breaks the tie, in favour of ${code}: its digest ${first}… comes before ${second}….`,
    tieWaits: 'No course of the order parts them: the public draw is still to come.',
    zoneByLot: (code: string, first: string, second: string) =>
      `In the zone the public draw decides, in favour of ${code}: its digest ${first}… comes before ${second}….`,
    scoreAndTie: 'the score and, in the tie, the published order',
    apart: (code: string, apart: string, high: string, low: string) =>
      `${code} has ${apart} points more: ${high} and ${low}, on the scale of the list (mean 50, deviation 10).`,
    mostFrom: (course: string, points: string, code: string) =>
      `What sets them apart most is ${course}: ${points} points in favour of ${code}.`,
    withinError: (error: string) =>
      `Chance moves a difference by about ${error} points: this one is smaller, so the score alone does not surely part them.`,
    beyondError: (error: string) => `Chance moves a difference by about ${error} points: this one is larger.`,
    zonesOf: (one: string, oneZone: string, oneP: string, other: string, otherZone: string, otherP: string) =>
      `In the simulated draws ${one} is among the seats with P ${oneP} (${oneZone}) and ${other} with P ${otherP} (${otherZone}).`,
    outcomeBecause: (code: string, outcome: string, by: string, dossier: string) =>
      `${code}: ${outcome}. Decided by ${by}${dossier ? `; dossier ${dossier}` : ''}.`,
    notYet: 'It is not decided yet: the review is not finished.',
    neverCounted: 'Name, campus, confidence, practice, speed, hours and gain were not counted.',
    makeUpNote: (code: string) =>
      `${code} sat another sealed form, taken as equally difficult: there may be a difference that these figures do not see.`,
    reliability: (reliability: string) => `Reliability of the score: ${reliability}.`,
  },
});
