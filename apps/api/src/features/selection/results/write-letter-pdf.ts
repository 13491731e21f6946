import type { Language, LeftOutResult, OwnResult, RankedResult } from '@puente/schemas';
import { writePdf, type PdfPage } from '../../../files/pdf.ts';
import { missingWords, momentOf, outcomeWords, zoneDecisionWords } from './decision-words.ts';

export interface Letter {
  result: OwnResult;
  fullName: string;
  studentCode: string | null;
  institutionName: string;
  timeZone: string;
}

const number = (value: number, places = 1): string => value.toFixed(places);

const words = {
  es: {
    title: 'Tu resultado',
    demonstration: 'DEMOSTRACIÓN: nadie viaja por esta carta.',
    measured: 'Qué se midió',
    measuredText: (items: number) =>
      `Tus respuestas a ${items} preguntas de formas selladas, iguales para todas las personas. Ni la confianza, ni la práctica, ni la rapidez, ni las horas cuentan.`,
    own: 'Tu resultado',
    outcome: 'Resultado',
    place: (place: number) => `lugar ${place} de la reserva`,
    score: 'Puntaje T (media 50, desviación 10)',
    rank: 'Puesto, con 90 % de confianza',
    ranks: (low: number, high: number, of: number) => `entre ${low} y ${high} de ${of}`,
    cut: 'El corte',
    cutText: (cut: string, seats: number) =>
      `El puntaje de quien ocupa la última de las ${seats} plazas por puntaje es ${cut}.`,
    reached: 'Tu puntaje llega al corte.',
    missing: (count: number) =>
      count === 1 ? 'Faltó 1 respuesta correcta.' : `Faltaron ${count} respuestas correctas.`,
    zone: {
      in: 'La evidencia alcanza para darte plaza.',
      review: 'Estuviste en la zona de revisión: la evidencia sola no distingue. Ahí decidió:',
      out: 'La evidencia no alcanza para una plaza.',
    },
    by: {
      score: '',
      zone: '',
      override: 'Un cambio con motivo, aprobado por dos personas, decidió tu resultado.',
      withdrawal: 'Te retiraste de la convocatoria.',
    },
    next: 'Qué sigue',
    nextText: {
      seat: 'El programa te escribirá con la invitación, su fecha y los documentos.',
      reserve: 'Si alguien no viaja, el programa propone a la reserva en este orden y te escribirá.',
      none: 'Tu formación sigue igual: este resultado no cambia tus notas ni cierra otras convocatorias.',
    },
    claim: 'Cómo reclamar',
    claimText: (until: string) =>
      `Hasta el ${until}, en Puente, en la página de tu resultado. Te responderán con el motivo.`,
    code: 'Tu código en las listas públicas',
    tied: 'Otras personas tienen ese mismo puntaje y no alcanzaban las plazas: decidió el orden publicado para los empates.',
    displaced: (seats: number) =>
      `${seats === 1 ? 'Una plaza se dio' : `${seats} plazas se dieron`} por un cambio a mano, con motivo y dos firmas; está en el acta.`,
    moved_up: (_seats: number) =>
      'Quedó una plaza sin ocupar por un retiro o por un cambio a mano, y te tocó por el orden. Está en el acta.',
    leftOut: 'Tu postulación no entró en el orden: cuando se congelaron los datos faltaba lo que sigue.',
    lacked: 'Faltó',
    reference: 'Referencia de tu postulación',
    leftOutNext:
      'Tu formación sigue igual: esto no cambia tus notas ni cierra otras convocatorias. Si un registro está equivocado, reclama.',
    right: (right: number, items: number, percent: string, mean: string) =>
      `${right} de ${items} correctas (${percent} %; promedio ${mean} %)`,
  },
  en: {
    title: 'Your result',
    demonstration: 'DEMONSTRATION: nobody travels on this letter.',
    measured: 'What was measured',
    measuredText: (items: number) =>
      `Your answers to ${items} questions of sealed forms, the same for everybody. Neither confidence nor practice nor speed nor hours count.`,
    own: 'Your result',
    outcome: 'Outcome',
    place: (place: number) => `place ${place} of the reserves`,
    score: 'Score T (mean 50, deviation 10)',
    rank: 'Rank, with 90 % confidence',
    ranks: (low: number, high: number, of: number) => `between ${low} and ${high} of ${of}`,
    cut: 'The cut',
    cutText: (cut: string, seats: number) =>
      `The score of who takes the last of the ${seats} seats by score is ${cut}.`,
    reached: 'Your score reaches the cut.',
    missing: (count: number) =>
      count === 1 ? '1 right answer was missing.' : `${count} right answers were missing.`,
    zone: {
      in: 'The evidence suffices to seat you.',
      review: 'You were in the review zone: the evidence alone cannot tell. There decided:',
      out: 'The evidence does not suffice for a seat.',
    },
    by: {
      score: '',
      zone: '',
      override: 'A change with its reason, approved by two people, decided your result.',
      withdrawal: 'You withdrew from the round.',
    },
    next: 'What comes next',
    nextText: {
      seat: 'The programme will write to you with the invitation, its date and the documents.',
      reserve:
        'If somebody does not travel, the programme proposes the reserves in this order and will write to you.',
      none: 'Your studies go on as before: this result changes no grade and closes no other round.',
    },
    claim: 'How to claim',
    claimText: (until: string) =>
      `Until ${until}, in Puente, on the page of your result. You will be answered with the reason.`,
    code: 'Your code in public lists',
    tied: 'Others have that same score and the seats were fewer: the published order of ties decided.',
    displaced: (seats: number) =>
      `${seats === 1 ? 'One seat was' : `${seats} seats were`} given by a change by hand, with its reason and two signatures; it stands in the acta.`,
    moved_up: (_seats: number) =>
      'A seat was left empty by a withdrawal or a change by hand, and came to you by the order. It stands in the acta.',
    leftOut: 'Your application was not ranked: when the data were frozen, what follows was missing.',
    lacked: 'Missing',
    reference: 'Reference of your application',
    leftOutNext:
      'Your studies go on as before: this changes no grade and closes no other round. If a record is wrong, claim.',
    right: (right: number, items: number, percent: string, mean: string) =>
      `${right} of ${items} right (${percent} %; average ${mean} %)`,
  },
};

/** One candidate's letter: what was measured, the result, the cut, what comes next, how to claim. */
export const writeLetterPdf = (
  { result, fullName, studentCode, institutionName, timeZone }: Letter,
  language: Language,
): Promise<Buffer> => {
  const w = words[language];
  const { round } = result;
  const moment = (instant: string) => momentOf(instant, language, timeZone);
  return writePdf(
    {
      title: `${w.title}: ${round.name}`,
      at: new Date(round.resultsAt!),
      language,
      footer: `${round.name} · ${result.code} · SHA-256 ${result.sha256}`,
    },
    (page) => {
      page.title(w.title);
      page.paragraph(`${institutionName} · ${round.name} · ${moment(round.resultsAt!)}`);
      page.paragraph([fullName, studentCode].filter(Boolean).join(' · '));
      if (round.demonstration) page.paragraph(w.demonstration);
      if (result.counted) writeRanked(page, result, language);
      else writeLeftOut(page, result, language);
      page.heading(w.claim);
      page.paragraph(w.claimText(moment(result.claimsUntil)));
    },
  );
};

const writeLeftOut = (page: PdfPage, result: LeftOutResult, language: Language): void => {
  const w = words[language];
  page.heading(w.own);
  page.paragraph(w.leftOut);
  page.facts(result.missing.map((missing) => [w.lacked, missingWords(missing, result, language)]));
  page.facts([[w.reference, result.code]]);
  page.heading(w.next);
  page.paragraph(w.leftOutNext);
};

const writeRanked = (page: PdfPage, result: RankedResult, language: Language): void => {
  const w = words[language];
  const { measured, seatsByHand } = result;
  page.heading(w.measured);
  page.paragraph(w.measuredText(measured.items));
  page.facts(
    measured.courses.map((course) => [
      course.title[language],
      w.right(course.right, course.items, number(course.percent), number(course.meanPercent)),
    ]),
  );

  page.heading(w.own);
  page.facts([
    [
      w.outcome,
      result.outcome === 'reserve' && result.place !== null
        ? w.place(result.place)
        : outcomeWords[result.outcome][language],
    ],
    [w.score, number(result.score)],
    [w.rank, w.ranks(result.rankLow, result.rankHigh, result.candidates)],
    [w.code, result.code],
  ]);

  page.heading(w.cut);
  page.paragraph(
    [
      w.cutText(number(result.cutScore), result.seats),
      result.missing === 0 ? w.reached : w.missing(result.missing),
      result.tiedAtCut && w.tied,
    ]
      .filter(Boolean)
      .join(' '),
  );
  page.paragraph(
    result.zone === 'review'
      ? `${w.zone.review} ${zoneDecisionWords[result.zoneDecision][language]}.`
      : w.zone[result.zone],
  );
  if (result.turned) page.paragraph(w[result.turned](seatsByHand));
  if (w.by[result.decidedBy]) page.paragraph(w.by[result.decidedBy]);

  page.heading(w.next);
  page.paragraph(w.nextText[result.outcome]);
};
