import { fitExperiment, inhibitionExperiment } from '@puente/models/experiments/enzyme';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';
import Points from './Points.svelte';

const inhibition = view({
  id: 'inhibition',
  title: { es: 'Inhibidores', en: 'Inhibitors' },
  question: {
    es: '¿Por qué otro sustrato salva a quien bebió metanol?',
    en: 'Why does another substrate save someone who drank methanol?',
  },
  experiment: inhibitionExperiment,
  controls: {
    inhibitor: {
      label: { es: 'Inhibidor', en: 'Inhibitor' },
      unit: { es: '× su constante', en: '× its constant' },
      ends: {
        most: {
          es: 'Con más, la curva ya no cabe en el dibujo.',
          en: 'With more, the curve no longer fits the drawing.',
        },
      },
    },
    substrate: {
      label: { es: 'Sustrato', en: 'Substrate' },
      unit: 'mmol/L',
      ends: {
        most: { es: 'Más allá la enzima ya está saturada.', en: 'Beyond this the enzyme is saturated.' },
      },
    },
    kind: {
      label: { es: 'Cómo inhibe', en: 'How it inhibits' },
      options: {
        competitive: { es: 'Competitivo', en: 'Competitive' },
        'non-competitive': { es: 'No competitivo', en: 'Non-competitive' },
        uncompetitive: { es: 'Acompetitivo', en: 'Uncompetitive' },
      },
    },
  },
  readings: {
    ratePercent: { label: { es: 'Velocidad', en: 'Rate' }, unit: '%', digits: 0 },
    maximalPercent: { label: { es: 'Vmáx aparente', en: 'Apparent Vmax' }, unit: '%' },
    michaelisMmolPerL: { label: { es: 'Km aparente', en: 'Apparent Km' }, unit: 'mmol/L', digits: 1 },
    heldBackPercent: { label: { es: 'Frenado', en: 'Held back' }, unit: '%' },
  },
  headline: 'ratePercent',
  presets: [
    {
      id: 'methanol',
      name: { es: 'Nilton, con etanol', en: 'Nilton, with ethanol' },
      patient: {
        es: 'Nilton · metanol 25 mmol/L · etanol 22 mmol/L, con Ki de 1, ocupa la alcohol deshidrogenasa',
        en: 'Nilton · methanol 25 mmol/L · ethanol 22 mmol/L, with a Ki of 1, occupies alcohol dehydrogenase',
      },
      settings: { inhibitor: 22 },
    },
    {
      id: 'none',
      name: { es: 'Nilton, sin antídoto', en: 'Nilton, no antidote' },
      patient: {
        es: 'Nilton · 34 años · metanol 25 mmol/L a las veinte horas · Km redondo de 10 mmol/L',
        en: 'Nilton · 34 years · methanol 25 mmol/L after twenty hours · a round Km of 10 mmol/L',
      },
      settings: {},
    },
    {
      id: 'non-competitive',
      name: { es: 'No competitivo', en: 'Non-competitive' },
      patient: {
        es: 'Un metal pesado que apaga enzimas, con o sin sustrato',
        en: 'A heavy metal that turns enzymes off, with or without substrate',
      },
      settings: { inhibitor: 2, kind: 'non-competitive' },
    },
    {
      id: 'uncompetitive',
      name: { es: 'Acompetitivo', en: 'Uncompetitive' },
      patient: {
        es: 'Un inhibidor que solo se une cuando el sustrato ya está puesto',
        en: 'An inhibitor that binds only once the substrate is in place',
      },
      settings: { inhibitor: 2, kind: 'uncompetitive' },
    },
  ],
  usualName: { es: 'Sin inhibidor', en: 'No inhibitor' },
  say: ({ readings, settings }) => {
    const endings = {
      competitive: {
        es: 'La Vmáx queda igual y la Km sube: con bastante sustrato, el sustrato gana.',
        en: 'Vmax stays and Km rises: with enough substrate, the substrate wins.',
      },
      'non-competitive': {
        es: 'La Vmáx baja y la Km queda: ningún exceso de sustrato lo vence.',
        en: 'Vmax falls and Km stays: no excess of substrate overcomes it.',
      },
      uncompetitive: {
        es: 'Bajan las dos: cuanto más sustrato, más se frena.',
        en: 'Both fall: the more substrate, the more it is held back.',
      },
    } as const;
    return {
      es: `La enzima trabaja al ${number(readings.ratePercent)} % de su máximo, ${number(readings.heldBackPercent)} % menos que sin inhibidor. ${settings.inhibitor > 0 ? endings[settings.kind].es : ''}`,
      en: `The enzyme works at ${number(readings.ratePercent)} % of its maximum, ${number(readings.heldBackPercent)} % less than without the inhibitor. ${settings.inhibitor > 0 ? endings[settings.kind].en : ''}`,
    };
  },
  height: 258,
  plots: ({ traces, usual, settings, readings, lang }) => {
    const es = lang === 'es';
    return [
      {
        box: [0, 0, 220, 258],
        x: {
          from: 0,
          to: 100,
          ticks: [0, 25, 50, 75, 100],
          label: es ? 'sustrato, mmol/L' : 'substrate, mmol/L',
        },
        y: { from: 0, to: 104, ticks: [0, 25, 50, 75, 100], label: es ? 'Velocidad, %' : 'Rate, %' },
        rules: [{ axis: 'y', at: readings.maximalPercent, label: 'Vmax' }],
        lines: [
          { points: usual.traces.rate, tone: 'ink2', dashed: true },
          { points: traces.rate, tone: 'action', thick: true },
        ],
        dots: [
          {
            x: settings.substrate,
            y: readings.ratePercent,
            tone: 'action',
            label: `${number(readings.ratePercent)} %`,
            side: 'right',
          },
        ],
        drag: { x: 'substrate' },
      },
      {
        box: [220, 0, 140, 258],
        x: {
          from: -0.12,
          to: 0.4,
          ticks: [0, 0.2, 0.4],
          label: '1/[S]',
          format: (value) => number(value, 1),
        },
        y: { from: 0, to: 0.12, ticks: [], label: '1/v' },
        rules: [{ axis: 'x', at: 0 }],
        lines: [
          { points: usual.traces.reciprocal, tone: 'ink2', dashed: true },
          { points: traces.reciprocal, tone: 'action' },
        ],
      },
    ];
  },
  table: ({ traces, usual, lang }) => ({
    columns:
      lang === 'es'
        ? ['Sustrato', 'Velocidad (%)', 'Sin inhibidor (%)']
        : ['Substrate', 'Rate (%)', 'No inhibitor (%)'],
    rows: traces.rate
      .map(([s, v], k) => [number(s, 1), number(v), number(usual.traces.rate[k]![1])])
      .filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'antidote',
      text: {
        es: 'Con 25 mmol/L de metanol, frena la enzima al menos 80 % sin bajar su Vmáx.',
        en: 'With 25 mmol/L of methanol, hold the enzyme back by at least 80 % without lowering its Vmax.',
      },
      from: { kind: 'non-competitive' },
      moves: ['inhibitor', 'kind'],
      goals: [
        { reading: 'heldBackPercent', least: 80 },
        { reading: 'maximalPercent', least: 99 },
      ],
      reason: {
        es: 'Solo el competitivo deja la Vmáx; por eso el antídoto debe sostenerse alto mientras haya metanol.',
        en: 'Only the competitive one leaves Vmax; that is why the antidote must be kept high as long as there is methanol.',
      },
      solution: { inhibitor: 15, kind: 'competitive' },
    },
  ],
  leavesOut: [
    {
      es: 'Km 10 mmol/L es un valor de enseñanza. Faltan el producto que se acumula, la cooperatividad y los inhibidores que se unen para siempre.',
      en: 'Km 10 mmol/L is a teaching value. Product that builds up, cooperativity, and inhibitors that bind for good are missing.',
    },
  ],
  sources: ['Michaelis & Menten 1913', 'Cornish-Bowden, Fundamentals of Enzyme Kinetics'],
});

const fit = view({
  id: 'fit',
  title: { es: 'Ajusta tus datos', en: 'Fit your data' },
  question: {
    es: '¿Qué puntos hacen falta para conocer la Km?',
    en: 'Which points does it take to know Km?',
  },
  experiment: fitExperiment,
  controls: { points: { label: { es: 'Puntos', en: 'Points' } } },
  readings: {
    michaelisPpm: {
      label: { es: 'Km', en: 'Km' },
      unit: 'ppm',
      digits: 4,
      none: { es: 'no se puede', en: 'not to be had' },
    },
    michaelisError: {
      label: { es: 'Error de la Km', en: 'Error of Km' },
      unit: 'ppm',
      digits: 4,
      none: { es: '—', en: '—' },
    },
    maximalRate: {
      label: { es: 'Vmáx', en: 'Vmax' },
      unit: { es: 'cuentas/min²', en: 'counts/min²' },
      digits: 1,
      none: { es: 'no se puede', en: 'not to be had' },
    },
    maximalError: {
      label: { es: 'Error de la Vmáx', en: 'Error of Vmax' },
      digits: 1,
      none: { es: '—', en: '—' },
    },
    points: { label: { es: 'Puntos', en: 'Points' } },
  },
  headline: 'michaelisPpm',
  presets: [
    {
      id: 'treated',
      name: { es: 'Puromicina: tratada', en: 'Puromycin: treated' },
      patient: {
        es: 'Sin paciente: doce mediciones publicadas de una enzima tratada con puromicina',
        en: 'No patient: twelve published measurements of an enzyme treated with puromycin',
      },
      settings: {},
    },
    {
      id: 'untreated',
      name: { es: 'Sin tratar', en: 'Untreated' },
      patient: {
        es: 'Once mediciones de la misma enzima sin tratar',
        en: 'Eleven measurements of the same enzyme, untreated',
      },
      settings: {
        points:
          '0.02~67_0.02~51_0.06~84_0.06~86_0.11~98_0.11~115_0.22~131_0.22~124_0.56~144_0.56~158_1.1~160',
      },
    },
    {
      id: 'low',
      name: { es: 'Solo sustrato bajo', en: 'Low substrate only' },
      patient: {
        es: 'Las mediciones tratadas, solo las de poco sustrato',
        en: 'The treated measurements, those with little substrate only',
      },
      settings: { points: '0.02~76_0.02~47_0.06~97_0.06~107' },
    },
  ],
  usualName: { es: 'Tratada, 12 puntos', en: 'Treated, 12 points' },
  say: ({ readings }) =>
    readings.michaelisPpm === undefined
      ? {
          es: 'Con estos puntos no se puede: hacen falta al menos tres, con dos sustratos distintos y velocidades que se doblen. Si todas suben en proporción, falta sustrato alto.',
          en: 'These points do not suffice: it takes at least three, with two different substrates and rates that bend. If all rise in proportion, high substrate is missing.',
        }
      : {
          es: `La curva que mejor pasa por ${number(readings.points)} puntos tiene Km ${number(readings.michaelisPpm, 4)} ± ${number(readings.michaelisError ?? 0, 4)} ppm y Vmáx ${number(readings.maximalRate ?? 0, 1)}.`,
          en: `The curve that best passes through ${number(readings.points)} points has Km ${number(readings.michaelisPpm, 4)} ± ${number(readings.michaelisError ?? 0, 4)} ppm and Vmax ${number(readings.maximalRate ?? 0, 1)}.`,
        },
  plots: ({ traces, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 0,
        to: 1.2,
        ticks: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2],
        label: lang === 'es' ? 'sustrato, ppm' : 'substrate, ppm',
        format: (value) => number(value, 1),
      },
      y: {
        from: 0,
        to: 250,
        ticks: [0, 50, 100, 150, 200, 250],
        label: lang === 'es' ? 'Velocidad, cuentas/min²' : 'Rate, counts/min²',
      },
      ...(readings.maximalRate !== undefined &&
        readings.maximalRate < 250 && {
          rules: [{ axis: 'y' as const, at: readings.maximalRate, label: 'Vmax' }],
        }),
      lines: [{ points: traces.curve, tone: 'action', thick: true }],
      dots: traces.points.map(({ substrate, rate }) => ({ x: substrate, y: rate, tone: 'ink', small: true })),
    },
  ],
  table: ({ traces, lang }) => ({
    columns: lang === 'es' ? ['Sustrato (ppm)', 'Velocidad'] : ['Substrate (ppm)', 'Rate'],
    rows: traces.points.map(({ substrate, rate }) => [number(substrate, 2), number(rate)]),
  }),
  Editor: Points,
  challenges: [],
  leavesOut: [
    {
      es: 'Un inhibidor: una sola serie de puntos da una Vmáx y una Km aparentes, y no dice qué tipo de inhibidor hubo; para eso hacen falta varias series. Lo que cada tipo hace está en la otra vista.',
      en: 'An inhibitor: one series of points gives an apparent Vmax and Km, and does not tell which kind of inhibitor there was; that takes several series. What each kind does is in the other view.',
    },
    {
      es: 'El ajuste supone el mismo error en cada punto. Los errores son la aproximación lineal usual.',
      en: 'The fit takes the same error at each point. The errors are the usual linear approximation.',
    },
  ],
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  sources: ['Bates & Watts 1988 (Puromycin)'],
});

export const figure: Figure = {
  name: 'enzyme',
  title: { es: 'Una enzima y sus frenos', en: 'An enzyme and its brakes' },
  views: [inhibition, fit],
};
