import { driftExperiment, genotypesExperiment, testExperiment } from '@puente/models/experiments/population';
import { bothEnds, view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';
import type { PlotLine } from '../plot.ts';
import People from './People.svelte';

const test = view({
  id: 'test',
  title: { es: 'Lo que vale una prueba', en: 'What a test is worth' },
  question: {
    es: '¿Cuánto tranquiliza una prueba negativa, y cuánto asusta una positiva?',
    en: 'How much does a negative test reassure, and how much does a positive one frighten?',
  },
  experiment: testExperiment,
  controls: {
    prevalence: {
      label: { es: 'Prevalencia', en: 'Prevalence' },
      unit: '%',
      ends: {
        least: {
          es: 'Más rara, harían falta más de mil personas para ver una.',
          en: 'Any rarer, it would take more than a thousand people to see one.',
        },
        most: {
          es: 'Más frecuente, la prueba ya casi no cambia lo que crees.',
          en: 'Any more frequent, the test hardly changes what you believe.',
        },
      },
    },
    sensitivity: {
      label: { es: 'Sensibilidad', en: 'Sensitivity' },
      unit: '%',
      ends: {
        least: {
          es: 'Con menos, lanzar una moneda encuentra más.',
          en: 'With less, tossing a coin finds more.',
        },
        most: { es: 'Ninguna prueba acierta siempre.', en: 'No test is right every time.' },
      },
    },
    specificity: {
      label: { es: 'Especificidad', en: 'Specificity' },
      unit: '%',
      ends: {
        least: {
          es: 'Con menos, lanzar una moneda se equivoca menos.',
          en: 'With less, tossing a coin errs less.',
        },
        most: { es: 'Ninguna prueba acierta siempre.', en: 'No test is right every time.' },
      },
    },
  },
  readings: {
    positivePercent: {
      label: { es: 'Valor predictivo positivo', en: 'Positive predictive value' },
      unit: '%',
    },
    negativePercent: {
      label: { es: 'Valor predictivo negativo', en: 'Negative predictive value' },
      unit: '%',
      digits: 2,
    },
    truePositives: {
      label: { es: 'Lo tienen, y positivas, de 1,000', en: 'Have it, and positive, in 1,000' },
      digits: 1,
    },
    falsePositives: {
      label: { es: 'No lo tienen, y positivas', en: 'Do not have it, and positive' },
      digits: 1,
    },
    falseNegatives: { label: { es: 'Lo tienen, y negativas', en: 'Have it, and negative' }, digits: 1 },
    trueNegatives: {
      label: { es: 'No lo tienen, y negativas', en: 'Do not have it, and negative' },
      digits: 1,
    },
  },
  headline: 'positivePercent',
  presets: [
    {
      id: 'andrea',
      name: { es: 'Andrea, ¿portadora?', en: 'Andrea, a carrier?' },
      patient: {
        es: 'Andrea · 33 años · busca un embarazo con Martín · su prueba de portadora salió negativa · 1 de cada 50 personas lleva la variante · encuentra 95 de cada 100, supuesto',
        en: 'Andrea · 33 years · wants a pregnancy with Martín · her carrier test was negative · 1 person in 50 carries the variant · it finds 95 in each 100, supposed',
      },
      settings: { prevalence: 2, sensitivity: 95, specificity: 99.5 },
    },
    {
      id: 'screening',
      name: { es: 'Tamizaje, 1 %', en: 'Screening, 1 %' },
      patient: {
        es: 'Sin paciente: una prueba de tamizaje en personas sanas, de las que 1 de cada 100 tiene la enfermedad',
        en: 'No patient: a screening test in healthy people, of whom 1 in 100 has the illness',
      },
      settings: {},
    },
    {
      id: 'clinic',
      name: { es: 'En consulta, 30 %', en: 'In clinic, 30 %' },
      patient: {
        es: 'La misma prueba en quien tiene síntomas',
        en: 'The same test in someone with symptoms',
      },
      settings: { prevalence: 30 },
    },
    {
      id: 'rare',
      name: { es: 'Enfermedad rara, 0.1 %', en: 'Rare illness, 0.1 %' },
      patient: { es: 'La misma prueba para una enfermedad rara', en: 'The same test for a rare illness' },
      settings: { prevalence: 0.1 },
    },
  ],
  usualName: { es: 'Prevalencia 1 %', en: 'Prevalence 1 %' },
  say: ({ readings, settings }) => ({
    es: `Con una prevalencia de ${number(settings.prevalence, 1)} %, de cada 100 positivas ${number(readings.positivePercent)} tienen lo que la prueba busca. ${readings.positivePercent < 50 ? 'La mayoría de las positivas no lo tiene: quienes no lo tienen son muchas más, y una parte pequeña de muchas pesa más.' : 'Ahora un resultado positivo pesa.'} Una negativa acierta en ${number(readings.negativePercent, 2)} %.`,
    en: `At a prevalence of ${number(settings.prevalence, 1)} %, of each 100 positives ${number(readings.positivePercent)} have what the test looks for. ${readings.positivePercent < 50 ? 'Most positives do not have it: those without it are so many more that a small part of them outweighs the others.' : 'Now a positive result carries weight.'} A negative is right in ${number(readings.negativePercent, 2)} %.`,
  }),
  height: 226,
  Drawing: People,
  challenges: [
    {
      id: 'better-test',
      text: {
        es: 'Con 1 % de prevalencia, mejora la prueba hasta que la mitad de las personas positivas esté enferma.',
        en: 'At 1 % prevalence, improve the test until half of those who test positive are ill.',
      },
      from: {},
      moves: ['sensitivity', 'specificity'],
      goals: [{ reading: 'positivePercent', least: 49.95 }],
      reason: {
        es: 'Cuando casi todas están sanas manda la especificidad: la sensibilidad ya no puede dar más.',
        en: 'When almost everyone is well, specificity rules: sensitivity has no more to give.',
      },
      solution: { specificity: 99.5 },
    },
  ],
  leavesOut: [
    {
      es: 'Que la sensibilidad cambia con lo grave que está la persona, y que las pruebas repetidas no son independientes.',
      en: 'That sensitivity changes with how ill a person is, and that repeated tests are not independent.',
    },
  ],
  sources: ['Vecchio 1966', 'Fagan 1975'],
});

const genotypes = view({
  id: 'genotypes',
  title: { es: 'Hardy–Weinberg', en: 'Hardy–Weinberg' },
  question: { es: '¿Se cruza esta población al azar?', en: 'Does this population mate at random?' },
  experiment: genotypesExperiment,
  controls: {
    Aa: {
      label: { es: 'Heterocigotos (MN)', en: 'Heterozygotes (MN)' },
      ends: {
        most: {
          es: 'Se cuentan hasta mil de cada genotipo.',
          en: 'Up to a thousand of each genotype are counted.',
        },
      },
    },
    AA: {
      label: { es: 'MM', en: 'MM' },
      ends: {
        most: {
          es: 'Se cuentan hasta mil de cada genotipo.',
          en: 'Up to a thousand of each genotype are counted.',
        },
      },
    },
    aa: {
      label: { es: 'NN', en: 'NN' },
      ends: {
        most: {
          es: 'Se cuentan hasta mil de cada genotipo.',
          en: 'Up to a thousand of each genotype are counted.',
        },
      },
    },
  },
  readings: {
    chiSquare: {
      label: { es: 'χ²', en: 'χ²' },
      digits: 2,
      none: { es: 'un solo alelo', en: 'one allele alone' },
    },
    probability: { label: { es: 'P', en: 'P' }, digits: 3, none: { es: '—', en: '—' } },
    frequency: {
      label: { es: 'Frecuencia de M', en: 'Frequency of M' },
      digits: 3,
      none: { es: '—', en: '—' },
    },
    inbreeding: {
      label: { es: 'f (falta de heterocigotos)', en: 'f (lack of heterozygotes)' },
      digits: 3,
      none: { es: '—', en: '—' },
    },
    people: { label: { es: 'Personas', en: 'People' } },
    smallestExpected: {
      label: { es: 'El menor esperado', en: 'The smallest expected' },
      digits: 1,
      none: { es: '—', en: '—' },
    },
  },
  headline: 'chiSquare',
  presets: [
    {
      id: 'mn',
      name: { es: 'Grupo MN', en: 'MN blood group' },
      patient: {
        es: 'Sin paciente: mil personas de un estudio publicado, MM 298, MN 489, NN 213',
        en: 'No patient: a thousand people of a published study, MM 298, MN 489, NN 213',
      },
      settings: {},
    },
    {
      id: 'inbred',
      name: { es: 'Faltan heterocigotos', en: 'Heterozygotes lacking' },
      patient: { es: 'Dos pueblos contados como uno', en: 'Two villages counted as one' },
      settings: { AA: 400, Aa: 285, aa: 315 },
    },
    {
      id: 'excess',
      name: { es: 'Sobran heterocigotos', en: 'Heterozygotes in excess' },
      patient: {
        es: 'Adultos donde la malaria mató más a los homocigotos',
        en: 'Adults where malaria killed more homozygotes',
      },
      settings: { AA: 230, Aa: 620, aa: 150 },
    },
  ],
  usualName: { es: 'MN publicado', en: 'MN as published' },
  say: ({ readings }) => {
    if (readings.chiSquare === undefined)
      return {
        es: 'Con un solo alelo no hay nada que pueda desviarse.',
        en: 'With one allele alone there is nothing to depart.',
      };
    const p = readings.probability ?? 1;
    return {
      es: `χ² ${number(readings.chiSquare, 2)} con un grado de libertad, P ${p < 0.001 ? '< 0.001' : number(p, 3)}. ${p < 0.05 ? ((readings.inbreeding ?? 0) > 0 ? 'Faltan heterocigotos: cruces entre parientes, o dos poblaciones juntas.' : 'Sobran heterocigotos: algo los favorece, o el azar engaña.') : 'Lo contado va con el cruce al azar.'}`,
      en: `χ² ${number(readings.chiSquare, 2)} with one degree of freedom, P ${p < 0.001 ? '< 0.001' : number(p, 3)}. ${p < 0.05 ? ((readings.inbreeding ?? 0) > 0 ? 'Heterozygotes are lacking: relatives who marry, or two populations counted as one.' : 'There are too many heterozygotes: something favours them, or chance deceives.') : 'The counts go with random mating.'}`,
    };
  },
  plots: ({ traces, readings, lang }) => {
    const names = ['MM', 'MN', 'NN'] as const;
    const observed = [traces.observed.AA, traces.observed.Aa, traces.observed.aa];
    const expected = [traces.expected?.AA ?? 0, traces.expected?.Aa ?? 0, traces.expected?.aa ?? 0];
    const most = Math.max(100, ...observed, ...expected) * 1.15;
    return [
      {
        box: [0, 0, 360, 250],
        x: { from: 0, to: 3, ticks: [] },
        y: {
          from: 0,
          to: most,
          ticks: [0, 200, 400, 600, 800, 1000].filter((tick) => tick <= most),
          label: lang === 'es' ? 'Personas' : 'People',
        },
        title:
          lang === 'es' ? 'azul: contadas · raya y (): esperadas' : 'blue: counted · dashes and (): expected',
        bars: observed.map((count, k) => ({
          x0: k + 0.22,
          x1: k + 0.78,
          y0: 0,
          y1: count,
          fill: 'action',
          label: number(count),
          name: `${names[k]!} (${number(expected[k]!, 1)})`,
        })),
        lines:
          readings.chiSquare === undefined
            ? []
            : expected.map((count, k): PlotLine => ({
                points: [
                  [k + 0.1, count],
                  [k + 0.9, count],
                ],
                tone: 'ink',
                dashed: true,
              })),
      },
    ];
  },
  challenges: [
    {
      id: 'make-significant',
      text: {
        es: 'Mueve solo los heterocigotos hasta que la desviación sea significativa (P menor de 0.05) por falta de ellos.',
        en: 'Move the heterozygotes alone until the departure is significant (P under 0.05) because they are lacking.',
      },
      from: {},
      moves: ['Aa'],
      goals: [
        { reading: 'probability', most: 0.05 },
        { reading: 'inbreeding', least: 0.01 },
      ],
      reason: {
        es: 'Con mil personas basta una falta pequeña: χ² crece con el número de personas.',
        en: 'With a thousand people a small lack suffices: χ² grows with the number of people.',
      },
      solution: { Aa: 430 },
    },
  ],
  leavesOut: [
    {
      es: 'χ² es aproximado cuando se esperan menos de cinco. La causa de una desviación no se lee en el número.',
      en: 'χ² is rough where fewer than five are expected. The cause of a departure cannot be read off the number.',
    },
  ],
  sources: ['Hardy 1908', 'Weinberg 1908', 'Weir 1996'],
});

/** What Hardy–Weinberg says of the adults at the end of the first history. */
const departure = ({
  chiSquare,
  probability = 1,
  inbreeding = 0,
}: {
  chiSquare: number | undefined;
  probability: number | undefined;
  inbreeding: number | undefined;
}) => {
  if (chiSquare === undefined) return { es: '', en: '' };
  const sum = `χ² ${number(chiSquare, 2)}`;
  return probability >= 0.05
    ? {
        es: ` En la primera, los adultos van con el cruce al azar (${sum}).`,
        en: ` In the first, the adults go with random mating (${sum}).`,
      }
    : inbreeding < 0
      ? {
          es: ` En la primera sobran heterocigotos entre los adultos (${sum}): la enfermedad ya eligió.`,
          en: ` In the first there are too many heterozygotes among the adults (${sum}): illness has chosen.`,
        }
      : {
          es: ` En la primera faltan heterocigotos entre los adultos (${sum}): se cuentan dos poblaciones juntas.`,
          en: ` In the first heterozygotes are lacking among the adults (${sum}): two populations are counted as one.`,
        };
};

const drift = view({
  id: 'drift',
  title: { es: 'Azar, selección y migración', en: 'Chance, selection and migration' },
  question: {
    es: '¿Por qué un alelo que mata no desaparece donde hay malaria?',
    en: 'Why does an allele that kills not disappear where there is malaria?',
  },
  experiment: driftExperiment,
  controls: {
    malaria: {
      label: { es: 'La malaria quita a los AA', en: 'Malaria takes from the AA' },
      unit: '%',
      ends: {
        most: { es: 'Es ya mucho más de lo que se estima.', en: 'It is already far more than is estimated.' },
      },
    },
    sickle: {
      label: { es: 'La anemia falciforme quita a los SS', en: 'Sickle-cell disease takes from the SS' },
      unit: '%',
    },
    people: {
      label: { es: 'Personas en el pueblo', en: 'People in the village' },
      ends: {
        least: { es: 'Con menos personas no hay pueblo.', en: 'With fewer people there is no village.' },
        most: { es: 'Más personas: el azar ya casi no se ve.', en: 'More people: chance hardly shows.' },
      },
    },
    migration: {
      label: { es: 'Llegan de fuera cada generación', en: 'Come from outside each generation' },
      unit: '%',
      ends: {
        most: {
          es: 'Con más, el pueblo pronto es como el de fuera.',
          en: 'With more, the village is soon like the world outside.',
        },
      },
    },
    history: {
      label: { es: 'Otra historia', en: 'Another history' },
      ends: bothEnds({
        es: 'Hay veinte historias para comparar.',
        en: 'There are twenty histories to compare.',
      }),
    },
  },
  readings: {
    expectedPercent: {
      label: { es: 'Sin azar, a las 60 generaciones', en: 'Without chance, after 60 generations' },
      unit: '%',
      digits: 1,
    },
    balancePercent: {
      label: { es: 'Equilibrio', en: 'Balance' },
      unit: '%',
      digits: 1,
      none: { es: 'no hay', en: 'none' },
    },
    spreadPercent: { label: { es: 'Distancia entre historias', en: 'Spread between histories' }, unit: '%' },
    chiSquare: {
      label: { es: 'χ² de los adultos, primera historia', en: 'χ² of the adults, first history' },
      digits: 2,
      none: { es: 'un solo alelo', en: 'one allele alone' },
    },
    probability: { label: { es: 'P', en: 'P' }, digits: 3, none: { es: '—', en: '—' } },
    inbreeding: {
      label: { es: 'f (falta de heterocigotos)', en: 'f (lack of heterozygotes)' },
      digits: 3,
      none: { es: '—', en: '—' },
    },
    lost: { label: { es: 'Historias en que se perdió', en: 'Histories in which it was lost' } },
    fixed: { label: { es: 'Historias en que quedó solo', en: 'Histories in which it alone remained' } },
  },
  headline: 'expectedPercent',
  presets: [
    {
      id: 'sickle',
      name: { es: 'Malaria y hemoglobina S', en: 'Malaria and haemoglobin S' },
      patient: {
        es: 'Un pueblo donde la malaria mata y el gen de Diego, la hemoglobina S, protege a quien lleva uno',
        en: "A village where malaria kills and Diego's gene, haemoglobin S, protects who carries one",
      },
      settings: { malaria: 15, sickle: 85, people: 300 },
    },
    {
      id: 'chance',
      name: { es: 'Solo azar', en: 'Chance alone' },
      patient: {
        es: 'Un pueblo de 50 personas, sin ventaja ni pérdida',
        en: 'A village of 50 people, with no advantage and no loss',
      },
      settings: {},
    },
    {
      id: 'no-malaria',
      name: { es: 'Se acaba la malaria', en: 'Malaria ends' },
      patient: { es: 'La hemoglobina S sin malaria', en: 'Haemoglobin S without malaria' },
      settings: { sickle: 85, people: 300 },
    },
    {
      id: 'migrants',
      name: { es: 'Llega gente', en: 'People arrive' },
      patient: { es: 'El mismo pueblo con migración', en: 'The same village with migration' },
      settings: { malaria: 15, sickle: 85, people: 300, migration: 3 },
    },
  ],
  usualName: { es: 'Solo azar', en: 'Chance alone' },
  say: ({ readings, settings }) => ({
    es: `En ${number(settings.people)} personas, el alelo S va de 20 % hacia ${number(readings.expectedPercent, 1)} %${readings.balancePercent === undefined ? '' : `, su equilibrio: ${number(readings.balancePercent, 1)} %`}. En seis historias se perdió en ${number(readings.lost)}; terminan separadas por ${number(readings.spreadPercent)} puntos.${departure(readings).es}`,
    en: `In ${number(settings.people)} people the S allele goes from 20 % towards ${number(readings.expectedPercent, 1)} %${readings.balancePercent === undefined ? '' : `, its balance: ${number(readings.balancePercent, 1)} %`}. In six histories it was lost in ${number(readings.lost)}; they end ${number(readings.spreadPercent)} points apart.${departure(readings).en}`,
  }),
  plots: ({ traces, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 0,
        to: 60,
        ticks: [0, 10, 20, 30, 40, 50, 60],
        label: lang === 'es' ? 'generaciones' : 'generations',
      },
      y: { from: 0, to: 60, ticks: [0, 20, 40, 60], label: lang === 'es' ? 'Alelo S, %' : 'S allele, %' },
      ...(readings.balancePercent !== undefined && {
        rules: [
          {
            axis: 'y' as const,
            at: readings.balancePercent,
            label: lang === 'es' ? 'equilibrio' : 'balance',
          },
        ],
      }),
      lines: [
        ...traces.runs.map((points): PlotLine => ({ points, tone: 'ink2' })),
        {
          points: traces.expected,
          tone: 'action',
          thick: true,
          label: lang === 'es' ? 'sin azar' : 'without chance',
          labelAt: 0.3,
        },
      ],
    },
  ],
  table: ({ traces, lang }) => ({
    columns: [
      lang === 'es' ? 'Generación' : 'Generation',
      lang === 'es' ? 'Sin azar (%)' : 'Without chance (%)',
      '1',
      '2',
      '3',
    ],
    rows: traces.expected
      .map(([t, p], k) => [
        number(t),
        number(p, 1),
        ...traces.runs.slice(0, 3).map((run) => number(run[k]![1])),
      ])
      .filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'balance-ten',
      text: {
        es: 'Con SS que pierde 85 %, ¿cuánto debe quitar la malaria a AA para sostener el alelo S entre 9 y 11 %?',
        en: 'With SS losing 85 %, how much must malaria take from AA to hold the S allele between 9 and 11 %?',
      },
      from: { sickle: 85, people: 300 },
      moves: ['malaria'],
      goals: [{ reading: 'balancePercent', least: 9, most: 11 }],
      reason: {
        es: 'En el equilibrio q = s/(s + t), con s lo que pierde AA y t lo que pierde SS: 0.09 y 0.85 dan 9.6 %.',
        en: 'At the balance q = s/(s + t), with s what AA loses and t what SS loses: 0.09 and 0.85 give 9.6 %.',
      },
      solution: { malaria: 9 },
    },
  ],
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  leavesOut: [
    {
      es: 'Un pueblo de tamaño fijo, generaciones que no se mezclan, un solo gen. Las pérdidas son valores de enseñanza. Los adultos de χ² son los que se esperan, después de la enfermedad y con quienes acaban de llegar.',
      en: 'A village of fixed size, generations that do not mix, a single gene. Losses are teaching values. The adults of χ² are those expected, after the illness and with those who have just arrived.',
    },
  ],
  sources: ['Wright 1931', 'Fisher 1922', 'Allison 1954'],
});

export const figure: Figure = {
  name: 'population',
  title: { es: 'Genes y pruebas en una población', en: 'Genes and tests in a population' },
  views: [test, genotypes, drift],
};
