import { antibodyExperiment, outbreakExperiment } from '@puente/models/experiments/outbreak';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

const worker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const outbreak = view({
  id: 'outbreak',
  title: { es: 'Un brote', en: 'An outbreak' },
  question: {
    es: '¿Por qué 80 % de vacunados no detiene el sarampión?',
    en: 'Why do 80 % vaccinated not stop measles?',
  },
  experiment: outbreakExperiment,
  controls: {
    coverage: {
      label: { es: 'Cobertura de vacuna', en: 'Vaccine coverage' },
      unit: '%',
      ends: {
        most: {
          es: 'Siempre hay quien no puede vacunarse.',
          en: 'There is always someone who cannot be vaccinated.',
        },
      },
    },
    reproduction: {
      label: { es: 'R₀: contagios por caso', en: 'R₀: infections by each case' },
      ends: {
        least: {
          es: 'Con menos de uno por caso no hay brote.',
          en: 'With fewer than one by each case there is no outbreak.',
        },
        most: { es: 'Ni el sarampión contagia a más.', en: 'Not even measles infects more.' },
      },
    },
    efficacy: {
      label: { es: 'Eficacia de la vacuna', en: 'Vaccine efficacy' },
      unit: '%',
      ends: {
        least: { es: 'Una vacuna así no se usaría sola.', en: 'Such a vaccine would not be used by itself.' },
      },
    },
  },
  readings: {
    infectedPercent: {
      label: { es: 'Se contagia en un año', en: 'Infected within a year' },
      unit: '%',
      digits: 1,
    },
    effectiveReproduction: {
      label: { es: 'Contagios por caso al empezar', en: 'Infections by each case at the start' },
      digits: 1,
    },
    peakInfectious: {
      label: { es: 'Contagiosas en el pico', en: 'Infectious at the peak' },
      unit: { es: 'personas', en: 'people' },
    },
    peakDay: { label: { es: 'Día del pico', en: 'Day of the peak' } },
    immunePercent: { label: { es: 'Inmunidad de rebaño', en: 'Herd immunity' }, unit: '%', digits: 1 },
    coveragePercent: {
      label: { es: 'Cobertura que la alcanza', en: 'Coverage that reaches it' },
      unit: '%',
      digits: 1,
      none: { es: 'ninguna', en: 'none' },
    },
  },
  headline: 'infectedPercent',
  presets: [
    {
      id: 'measles',
      name: { es: 'Mateo, sarampión, 80 %', en: 'Mateo, measles, 80 %' },
      patient: {
        es: 'Mateo · 3 años, sin vacunar, con sarampión · aquí, una ciudad de 100,000 con 80 % de vacunados a la que llegan diez casos',
        en: 'Mateo · 3 years, unvaccinated, with measles · here, a city of 100,000 with 80 % vaccinated where ten cases arrive',
      },
      settings: { coverage: 80 },
    },
    {
      id: 'ninety-five',
      name: { es: 'Sarampión, 97 %', en: 'Measles, 97 %' },
      patient: { es: 'La misma ciudad con 97 % de vacunados', en: 'The same city with 97 % vaccinated' },
      settings: { coverage: 97 },
    },
    {
      id: 'none',
      name: { es: 'Sin vacuna', en: 'No vaccine' },
      patient: { es: 'La misma ciudad sin vacuna', en: 'The same city without a vaccine' },
      settings: {},
    },
    {
      id: 'flu',
      name: { es: 'R₀ de 2', en: 'R₀ of 2' },
      patient: { es: 'Un contagio menos fácil: R₀ de 2', en: 'A less easy contagion: R₀ of 2' },
      settings: { reproduction: 2 },
    },
  ],
  usualName: { es: 'Sin vacuna', en: 'No vaccine' },
  say: ({ readings }) => ({
    es: `${readings.effectiveReproduction > 1 ? `Cada caso hace ${number(readings.effectiveReproduction, 1)}: el brote crece y alcanza a ${number(readings.infectedPercent, 1)} % de la ciudad en un año.` : `Cada caso hace ${number(readings.effectiveReproduction, 1)}: el brote se apaga y la vacuna protege también a quien no la tiene.`} ${readings.coveragePercent === undefined ? 'Con esta eficacia, ninguna cobertura lo detiene.' : `Lo detiene una cobertura de ${number(readings.coveragePercent, 1)} %.`}`,
    en: `${readings.effectiveReproduction > 1 ? `Each case makes ${number(readings.effectiveReproduction, 1)}: the outbreak grows and reaches ${number(readings.infectedPercent, 1)} % of the city within a year.` : `Each case makes ${number(readings.effectiveReproduction, 1)}: the outbreak dies out, and the vaccine protects those without it too.`} ${readings.coveragePercent === undefined ? 'At this efficacy no coverage stops it.' : `A coverage of ${number(readings.coveragePercent, 1)} % stops it.`}`,
  }),
  height: 262,
  plots: ({ traces, usual, settings, readings, lang }) => {
    const es = lang === 'es';
    const most = Math.max(...traces.infectious.map(([, people]) => people));
    const top = most > 12_000 ? 40_000 : most > 2500 ? 12_000 : most > 400 ? 2500 : 400;
    const ticks = [0, top / 2, top];
    return [
      {
        box: [0, 0, 360, 140],
        x: { from: 0, to: 365, ticks: [0, 60, 120, 180, 240, 300, 360], label: es ? 'días' : 'days' },
        y: {
          from: 0,
          to: top,
          ticks,
          label: es ? 'Personas contagiosas' : 'Infectious people',
          format: (value) =>
            value >= 1000 ? `${number(value / 1000, value % 1000 ? 1 : 0)}k` : number(value),
        },
        lines: [
          { points: usual.traces.infectious, tone: 'ink2', dashed: true },
          { points: traces.infectious, tone: 'action', thick: true },
        ],
      },
      {
        box: [0, 138, 360, 124],
        x: { from: 0, to: 100, ticks: [0, 20, 40, 60, 80, 100], label: es ? 'cobertura, %' : 'coverage, %' },
        y: {
          from: 0,
          to: 104,
          ticks: [0, 50, 100],
          label: es ? 'Contagiadas al final, %' : 'Infected in the end, %',
        },
        ...(readings.coveragePercent !== undefined && {
          rules: [{ axis: 'x' as const, at: readings.coveragePercent, label: '' }],
        }),
        lines: [{ points: traces.size, tone: 'ink' }],
        dots: [
          {
            x: settings.coverage,
            y: traces.size[Math.min(50, Math.round(settings.coverage / 2))]![1],
            tone: 'action',
          },
        ],
        drag: { x: 'coverage' },
      },
    ];
  },
  table: ({ traces, lang }) => ({
    columns:
      lang === 'es'
        ? ['Cobertura (%)', 'Contagiadas al final (%)']
        : ['Coverage (%)', 'Infected in the end (%)'],
    rows: traces.size.map(([c, s]) => [number(c), number(s, 1)]).filter((_, k) => k % 5 === 0),
  }),
  challenges: [
    {
      id: 'stop-measles',
      text: {
        es: 'Detén el sarampión (R₀ 15) con la menor cobertura que baste, sin pasar de 97 %.',
        en: 'Stop measles (R₀ 15) with the least coverage that suffices, no more than 97 %.',
      },
      from: { coverage: 60 },
      moves: ['coverage'],
      goals: [{ reading: 'effectiveReproduction', least: 0.85, most: 1 }],
      reason: {
        es: 'Umbral 1 − 1/15 = 93.3 % de inmunes; con una vacuna de 97 %, 96.2 % de cobertura.',
        en: 'Threshold 1 − 1/15 = 93.3 % immune; with a vaccine of 97 %, a coverage of 96.2 %.',
      },
      solution: { coverage: 97 },
    },
  ],
  leavesOut: [
    {
      es: 'Todas las personas se mezclan por igual: sin barrios, edades, escuelas ni cambios de conducta. Los grupos sin vacunar que viven juntos tienen brotes aun con cobertura alta.',
      en: 'Everyone mixes alike: no neighbourhoods, ages, schools or changes of behaviour. Unvaccinated groups that live together have outbreaks even under high coverage.',
    },
  ],
  sources: ['Kermack & McKendrick 1927', 'Anderson & May 1991', 'Fine 1993'],
  worker,
});

const antibodies = view({
  id: 'antibodies',
  title: { es: 'Primera y segunda dosis', en: 'First and second dose' },
  question: {
    es: '¿Qué tiene la segunda dosis que no tuvo la primera?',
    en: 'What does the second dose have that the first had not?',
  },
  experiment: antibodyExperiment,
  controls: {
    second: {
      label: { es: 'Día de la segunda dosis', en: 'Day of the second dose' },
      ends: {
        least: {
          es: 'Antes, la primera respuesta apenas empieza.',
          en: 'Before this the first response has hardly begun.',
        },
        most: { es: 'El modelo no va más allá de un año.', en: 'The model goes no further than a year.' },
      },
    },
    amount: {
      label: { es: 'Tamaño de la segunda dosis', en: 'Size of the second dose' },
      unit: { es: '× la primera', en: '× the first' },
      ends: {
        most: { es: 'Más antígeno ya no llama a más células.', en: 'More antigen calls no more cells.' },
      },
    },
  },
  readings: {
    foldRise: {
      label: { es: 'Segundo pico sobre el primero', en: 'Second peak over the first' },
      unit: '×',
      digits: 1,
      none: { es: 'no hay segunda', en: 'no second' },
    },
    firstPeak: {
      label: { es: 'Primer pico', en: 'First peak' },
      unit: { es: 'unidades', en: 'units' },
      digits: 1,
    },
    secondPeak: {
      label: { es: 'Segundo pico', en: 'Second peak' },
      unit: { es: 'unidades', en: 'units' },
      digits: 1,
      none: { es: '—', en: '—' },
    },
    daysToSecondPeak: {
      label: { es: 'Días hasta el segundo pico', en: 'Days to the second peak' },
      none: { es: '—', en: '—' },
    },
    memoryAtSecond: {
      label: { es: 'Células de memoria que la esperan', en: 'Memory cells that await it' },
      unit: { es: 'unidades', en: 'units' },
      digits: 2,
    },
    lastLevel: {
      label: { es: 'A los 18 meses', en: 'After 18 months' },
      unit: { es: 'unidades', en: 'units' },
      digits: 1,
    },
  },
  headline: 'foldRise',
  presets: [
    {
      id: 'cousin',
      name: { es: 'La prima de Mateo', en: "Mateo's cousin" },
      patient: {
        es: 'La prima de Mateo · 6 meses · cuando le toque, su primera dosis a los 12 meses y la segunda a los 18',
        en: "Mateo's cousin · 6 months · when her time comes, a first dose at 12 months and a second at 18",
      },
      settings: { second: 182 },
    },
    {
      id: 'two',
      name: { es: 'A los 63 días', en: 'At 63 days' },
      patient: {
        es: 'Sin paciente: la segunda dosis a los dos meses de la primera',
        en: 'No patient: the second dose two months after the first',
      },
      settings: { second: 63 },
    },
    {
      id: 'month',
      name: { es: 'A los 28 días', en: 'At 28 days' },
      patient: { es: 'La segunda dosis al mes', en: 'The second dose after a month' },
      settings: {},
    },
    {
      id: 'early',
      name: { es: 'A los 14 días', en: 'At 14 days' },
      patient: { es: 'La segunda dosis demasiado pronto', en: 'The second dose too soon' },
      settings: { second: 14 },
    },
    {
      id: 'one',
      name: { es: 'Solo una', en: 'One alone' },
      patient: { es: 'No volvió por la segunda', en: 'Did not return for the second' },
      settings: { amount: 0 },
    },
  ],
  usualName: { es: 'Segunda al mes', en: 'Second after a month' },
  say: ({ readings }) =>
    readings.foldRise === undefined
      ? {
          es: 'Con una sola dosis los anticuerpos suben despacio y bajan con su vida media de tres semanas. Queda memoria, y espera.',
          en: 'With a single dose antibodies rise slowly and fall with their half-life of three weeks. Memory stays, and waits.',
        }
      : {
          es: `La segunda dosis encuentra ${number(readings.memoryAtSecond, 2)} unidades de memoria: en ${number(readings.daysToSecondPeak ?? 0)} días llega a un pico ${number(readings.foldRise, 1)} veces el primero.`,
          en: `The second dose finds ${number(readings.memoryAtSecond, 2)} units of memory: within ${number(readings.daysToSecondPeak ?? 0)} days it reaches a peak ${number(readings.foldRise, 1)} times the first.`,
        },
  plots: ({ traces, usual, settings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 0,
        to: 540,
        ticks: [0, 90, 180, 270, 360, 450, 540],
        label: lang === 'es' ? 'días desde la primera dosis' : 'days since the first dose',
      },
      y: {
        from: 0.1,
        to: 1000,
        log: true,
        ticks: [0.1, 1, 10, 100, 1000],
        label: lang === 'es' ? 'Anticuerpos (escala logarítmica)' : 'Antibodies (logarithmic scale)',
        format: (value) => (value >= 1000 ? '1k' : number(value, value < 1 ? 1 : 0)),
      },
      rules: [
        { axis: 'x', at: 0, label: '1' },
        ...(settings.amount > 0
          ? [{ axis: 'x' as const, at: settings.second, label: '2', tone: 'action' as const }]
          : []),
      ],
      lines: [
        { points: usual.traces.antibody, tone: 'ink2', dashed: true },
        { points: traces.antibody, tone: 'action', thick: true },
      ],
      drag: { x: 'second' },
    },
  ],
  table: ({ traces, lang }) => ({
    columns: lang === 'es' ? ['Día', 'Anticuerpos'] : ['Day', 'Antibodies'],
    rows: traces.antibody.map(([d, a]) => [number(d), number(a, 1)]).filter((_, k) => k % 22 === 0),
  }),
  challenges: [
    {
      id: 'when-memory-waits',
      text: {
        es: 'Elige el día de la segunda dosis para que la esperen al menos 1.55 unidades de memoria.',
        en: 'Choose the day of the second dose so that at least 1.55 units of memory await it.',
      },
      from: { second: 14 },
      moves: ['second'],
      goals: [{ reading: 'memoryAtSecond', least: 1.55 }],
      reason: {
        es: 'La memoria crece por semanas después de la primera dosis: a los 14 días hay poco más de la mitad.',
        en: 'Memory grows for weeks after the first dose: at 14 days there is little more than half of it.',
      },
      solution: { second: 63 },
    },
  ],
  leavesOut: [
    {
      es: 'Unidades arbitrarias: solo valen las proporciones y los tiempos. Faltan IgM, la afinidad que madura, los linfocitos T, la edad, y qué nivel protege.',
      en: 'Arbitrary units: only ratios and times mean something. IgM, affinity that matures, T cells, age, and what level protects are missing.',
    },
  ],
  sources: ['Fraser et al. 2007', 'Amanna & Slifka 2010', 'Waldmann & Strober 1969'],
  worker,
});

export const figure: Figure = {
  name: 'outbreak',
  title: { es: 'Vacunas y brotes', en: 'Vaccines and outbreaks' },
  views: [outbreak, antibodies],
};
