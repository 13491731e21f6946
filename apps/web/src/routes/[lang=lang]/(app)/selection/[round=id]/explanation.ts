import { kelleyEstimate } from '@puente/measurement';
import type { RoundDetail } from '@puente/schemas';
import { number } from '#lib/format.ts';
import { messages, type Lang } from '#lib/i18n.ts';
import { answers, coefficient } from '#lib/selection/figures.ts';

interface Figures {
  seats: string;
  items: string;
  constantItems: number;
  candidates: string;
  mean: string;
  sd: string;
  alpha: string;
  cut: string;
  estimate: string;
  error: string;
  draws: string;
  seed: string;
  in: string;
  inZone: string;
  out: string;
}

const words = messages({
  es: {
    score: {
      title: 'Aciertos, X',
      text: ({ items, candidates }: Figures) =>
        `Cada pregunta vale 1; la que quedó sin responder, 0. X es la suma de ${items}. Entran las ${candidates} personas que tienen todas las formas. No entran confianza, práctica, rapidez, horas ni avance.`,
    },
    group: {
      title: 'El grupo: media M, desviación s, fiabilidad α',
      text: ({ constantItems }: Figures) =>
        constantItems > 0
          ? `α es el alfa de Cronbach, sin contar ${constantItems} preguntas que todo el mundo respondió igual y no distinguen a nadie.`
          : 'α es el alfa de Cronbach sobre todas las preguntas.',
      formula: ({ mean, sd, alpha }: Figures) => `M = ${mean} · s = ${sd} · α = ${alpha}`,
    },
    estimate: {
      title: 'Estimación del puntaje verdadero',
      text: ({ cut }: Figures) =>
        `En todo puntaje hay algo de suerte: la estimación lo acerca a la media según la fiabilidad. Para quien tuvo ${cut}, el puntaje del corte:`,
      formula: ({ mean, alpha, cut, estimate }: Figures) =>
        `M + α (X − M)\n= ${mean} + ${alpha} × (${cut} − ${mean})\n= ${estimate}`,
    },
    error: {
      title: 'Lo que la estimación puede errar',
      text: () => 'La misma desviación para cada persona:',
      formula: ({ sd, alpha, error }: Figures) =>
        `s √(α (1 − α))\n= ${sd} × √(${alpha} × (1 − ${alpha}))\n= ${error}`,
    },
    draws: {
      title: 'Sorteos simulados',
      text: ({ draws, seats, candidates }: Figures) =>
        `Con esa estimación y ese error se sortea un puntaje verdadero posible para cada una de las ${candidates} personas y se ordenan; ${draws} veces. P(${seats}) es la parte de los sorteos en que alguien queda entre las ${seats} plazas; el intervalo de 90 % deja de lado el 5 % más alto y el 5 % más bajo de sus puestos. Puente fijó la semilla al crear la convocatoria, antes de los datos: con ella, cualquiera repite los mismos sorteos.`,
      formula: ({ seed }: Figures) => `semilla ${seed}`,
    },
    zones: {
      title: 'Zonas',
      text: ({ in: inside, inZone, out }: Figures) =>
        `Quienes tienen el mismo puntaje van juntos, con la P media de su grupo. Dentro: .90 o más. Fuera: .10 o menos. Revisión: lo que queda en medio. Si hubiera más personas dentro que plazas, bajarían a revisión los puntajes más bajos. Las plazas abiertas (plazas menos dentro) se cuentan una vez; mientras en revisión haya más del doble, sale de ella el puntaje con la P más lejana de .50: hacia arriba si cabe en las plazas, hacia abajo si quedan personas para llenarlas. Por eso puede haber quien esté dentro con menos de .90, o fuera con más de .10. Resultado: ${inside} dentro, ${inZone} en revisión, ${out} fuera.`,
    },
  },
  en: {
    score: {
      title: 'Right answers, X',
      text: ({ items, candidates }: Figures) =>
        `Each question counts 1; one left unanswered, 0. X is the sum over ${items}. The ${candidates} people who sat every form are in. Confidence, practice, speed, hours and gain are not.`,
    },
    group: {
      title: 'The group: mean M, deviation s, reliability α',
      text: ({ constantItems }: Figures) =>
        constantItems > 0
          ? `α is Cronbach’s alpha, without ${constantItems} questions that everybody answered alike and that tell nobody apart.`
          : 'α is Cronbach’s alpha over all questions.',
      formula: ({ mean, sd, alpha }: Figures) => `M = ${mean} · s = ${sd} · α = ${alpha}`,
    },
    estimate: {
      title: 'Estimate of the true score',
      text: ({ cut }: Figures) =>
        `There is some luck in every score: the estimate draws it towards the mean as far as the form is unreliable. For someone with ${cut}, the score at the cut:`,
      formula: ({ mean, alpha, cut, estimate }: Figures) =>
        `M + α (X − M)\n= ${mean} + ${alpha} × (${cut} − ${mean})\n= ${estimate}`,
    },
    error: {
      title: 'How far the estimate may be off',
      text: () => 'The same deviation for everybody:',
      formula: ({ sd, alpha, error }: Figures) =>
        `s √(α (1 − α))\n= ${sd} × √(${alpha} × (1 − ${alpha}))\n= ${error}`,
    },
    draws: {
      title: 'Simulated draws',
      text: ({ draws, seats, candidates }: Figures) =>
        `From that estimate and that error a possible true score is drawn for each of the ${candidates} people, and they are ranked; ${draws} times. P(${seats}) is the share of the draws in which somebody is within the ${seats} seats; the 90% interval leaves aside the highest 5% and the lowest 5% of their ranks. Puente set the seed when the round was written, before the data: with it anyone repeats the same draws.`,
      formula: ({ seed }: Figures) => `seed ${seed}`,
    },
    zones: {
      title: 'Zones',
      text: ({ in: inside, inZone, out }: Figures) =>
        `People with the same score go together, with the mean P of their group. In: .90 or more. Out: .10 or less. Review: what lies between. If more people were in than there are seats, the lowest scores would go down to review. Open seats (seats minus in) are counted once; while review holds more than twice as many, the score whose P is farthest from .50 leaves it: upwards if it fits the seats, downwards if enough people stay to fill them. So somebody may be in with less than .90, or out with more than .10. Result: ${inside} in, ${inZone} in review, ${out} out.`,
    },
  },
});

export interface ExplainedStep {
  id: string;
  title: string;
  text: string;
  formula?: string;
}

/** How a round's list came out of its inputs, with its own figures. For the server: a page gets one language of it. */
export const explanation = ({ round, summary }: RoundDetail, lang: Lang): ExplainedStep[] => {
  if (!summary) return [];
  const t = words(lang);
  const { mean, sd, alpha, cutScore } = summary;
  const atCut = kelleyEstimate({ score: cutScore, mean, sd, reliability: alpha });
  const figures: Figures = {
    seats: number(round.seats),
    items: number(summary.items),
    constantItems: summary.constantItems,
    candidates: number(summary.candidates),
    mean: number(mean, 2),
    sd: number(sd, 2),
    alpha: coefficient(alpha, 3),
    cut: answers(cutScore),
    estimate: number(atCut.estimate, 2),
    error: number(atCut.standardError, 2),
    draws: number(round.policy.draws),
    seed: round.policy.seed,
    in: number(summary.in),
    inZone: number(summary.inZone),
    out: number(summary.out),
  };
  return (['score', 'group', 'estimate', 'error', 'draws', 'zones'] as const).map((id) => {
    const step = t[id];
    return {
      id,
      title: step.title,
      text: step.text(figures),
      ...('formula' in step && { formula: step.formula(figures) }),
    };
  });
};
