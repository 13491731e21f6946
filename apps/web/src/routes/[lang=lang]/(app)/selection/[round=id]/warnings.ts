import type { RoundDetail, roundWarnings } from '@puente/schemas';
import { number, plusMinus } from '#lib/format.ts';
import { messages, type Lang } from '#lib/i18n.ts';
import { answers, coefficient } from '#lib/selection/figures.ts';

type Warning = (typeof roundWarnings)[number];

interface Facts {
  seats: string;
  items: string;
  /** How many of the people seated by score order are expected among the best. */
  expected?: string;
  alpha: string;
  sem: string;
  cut: string;
  tied: string;
  seatsForTied: string;
  sittings: number;
  unproctored: number;
  forms: string;
}

const expectedEs = ({ seats, expected }: Facts) =>
  expected
    ? `Si las plazas se dieran por orden de puntaje, se espera que unas ${expected} de las ${seats} personas estén de verdad entre las ${seats} mejores.`
    : 'Al congelar se dirá cuántas se espera acertar.';
const expectedEn = ({ seats, expected }: Facts) =>
  expected
    ? `Were seats given in score order, about ${expected} of the ${seats} people are expected to be among the true best ${seats}.`
    : 'Once frozen, this page says how many it is expected to find.';

const words = messages({
  es: {
    demonstration_rule: {
      title: 'La regla es de demostración',
      text: () =>
        'selection/v0 ordena por los aciertos en una sola forma. Sirve para probar el camino completo: ninguna plaza de la inmersión puede descansar en ella.',
    },
    unproctored: {
      title: 'Sin supervisión',
      text: ({ unproctored, sittings }: Facts) =>
        sittings === 1
          ? 'Nadie supervisó la sesión: no se sabe quién respondió ni con qué ayuda. Una convocatoria real no lo admite.'
          : `En ${unproctored} de ${sittings} sesiones nadie supervisó: no se sabe quién respondió ni con qué ayuda. Una convocatoria real no lo admite.`,
    },
    demonstration_bank: {
      title: 'Las claves son públicas',
      text: ({ forms }: Facts) =>
        `Las preguntas de ${forms} y sus claves están a la vista de cualquiera. Una forma S real es sellada y se usa una sola vez.`,
    },
    few_items: {
      title: 'Muy pocas preguntas',
      text: (facts: Facts) =>
        `${facts.items} preguntas no pueden nombrar a ${facts.seats} personas; hacen falta 100 o más entre todos los cursos. ${expectedEs(facts)}`,
    },
    reliability_under_90: {
      title: 'Fiabilidad bajo .90',
      text: ({ alpha, sem }: Facts) =>
        `α = ${alpha}; el error de medida es ${sem} aciertos. Una convocatoria real pediría una razón por escrito.`,
    },
    reliability_under_85: {
      title: 'Fiabilidad bajo .85',
      text: ({ alpha, sem }: Facts) =>
        `α = ${alpha}; el error de medida es ${sem} aciertos. Una convocatoria real se rechazaría.`,
    },
    ties_at_cut: {
      title: 'Empate en el corte',
      text: ({ tied, cut, seatsForTied }: Facts) =>
        `${tied} personas tienen ${cut} aciertos y para ellas quedan ${seatsForTied} plazas. Ningún orden de esta lista las separa: decide lo que la política dijo antes y, al final, un sorteo público.`,
    },
    sitting_used_before: {
      title: 'Una sesión ya usada',
      text: () =>
        'Otra convocatoria congelada descansa en una de estas sesiones. La forma S se usa una sola vez; una convocatoria real no lo admite.',
    },
    synthetic: {
      title: 'Datos sintéticos',
      text: () => 'Entre quienes postulan hay personas inventadas. Nada de esto le ocurrió a nadie.',
    },
  },
  en: {
    demonstration_rule: {
      title: 'The rule is a demonstration',
      text: () =>
        'selection/v0 ranks by right answers in a single form. It is there to try the whole way through: no seat of the immersion can rest on it.',
    },
    unproctored: {
      title: 'Not proctored',
      text: ({ unproctored, sittings }: Facts) =>
        sittings === 1
          ? 'Nobody supervised the sitting: who answered, and with what help, is not known. A real round does not allow it.'
          : `Nobody supervised ${unproctored} of ${sittings} sittings: who answered, and with what help, is not known. A real round does not allow it.`,
    },
    demonstration_bank: {
      title: 'The keys are public',
      text: ({ forms }: Facts) =>
        `The questions of ${forms} and their keys are in plain sight. A real form S is sealed and used once.`,
    },
    few_items: {
      title: 'Far too few questions',
      text: (facts: Facts) =>
        `${facts.items} questions cannot name ${facts.seats} people; it takes 100 or more over the courses. ${expectedEn(facts)}`,
    },
    reliability_under_90: {
      title: 'Reliability under .90',
      text: ({ alpha, sem }: Facts) =>
        `α = ${alpha}; the error of measurement is ${sem} right answers. A real round would need a written reason.`,
    },
    reliability_under_85: {
      title: 'Reliability under .85',
      text: ({ alpha, sem }: Facts) =>
        `α = ${alpha}; the error of measurement is ${sem} right answers. A real round would be refused.`,
    },
    ties_at_cut: {
      title: 'A tie at the cut',
      text: ({ tied, cut, seatsForTied }: Facts) =>
        `${tied} people have ${cut} right answers and ${seatsForTied} seats are left for them. No order in this list parts them: what the policy said beforehand decides and, at last, a public draw.`,
    },
    sitting_used_before: {
      title: 'A sitting used before',
      text: () =>
        'Another frozen round rests on one of these sittings. Form S is used once; a real round does not allow it.',
    },
    synthetic: {
      title: 'Synthetic data',
      text: () => 'Some of the candidates are made up. None of this happened to anybody.',
    },
  },
});

const factsOf = ({ round, sittings, summary }: RoundDetail): Facts => {
  const itemsOf = new Map(sittings.map((sitting) => [sitting.forms.join(' + '), sitting.items]));
  const items = summary?.items ?? [...itemsOf.values()].reduce((sum, count) => sum + count, 0);
  return {
    seats: number(round.seats),
    items: number(items),
    ...(summary && { expected: number(summary.expectedRight) }),
    alpha: coefficient(summary?.alpha ?? 0),
    sem: plusMinus(summary?.sem ?? 0, 1),
    cut: answers(summary?.cutScore ?? 0),
    tied: number(summary?.tiesAtCut ?? 0),
    seatsForTied: number(summary?.seatsForTied ?? 0),
    sittings: sittings.length,
    unproctored: sittings.filter(({ proctored }) => !proctored).length,
    forms: [...itemsOf.keys()].join(', '),
  };
};

/** What a round cannot bear, in words with its figures. For the server: a page gets one language of it. */
export const warningsInWords = (
  detail: RoundDetail,
  lang: Lang,
): { id: Warning; title: string; text: string }[] => {
  const t = words(lang);
  const facts = factsOf(detail);
  return detail.warnings.map((id) => ({ id, title: t[id].title, text: t[id].text(facts) }));
};
