import { effectExperiment, safetyExperiment } from '@puente/models/experiments/dose';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

/** Of a concentration in nmol/L: 0.1 to 100,000. */
const concentration = (value: number): string =>
  value >= 1000
    ? number(value)
    : value >= 10
      ? number(value)
      : value >= 1
        ? number(value, 1)
        : number(value, 2);

const effect = view({
  id: 'effect',
  title: { es: 'Dosis y efecto', en: 'Dose and effect' },
  question: {
    es: '¿Por qué la naloxona despierta a quien dejó de respirar por morfina?',
    en: 'Why does naloxone wake someone who stopped breathing on morphine?',
  },
  experiment: effectExperiment,
  controls: {
    antagonist: {
      label: { es: 'Antagonista reversible (naloxona)', en: 'Reversible antagonist (naloxone)' },
      unit: { es: '× su constante', en: '× its constant' },
      ends: {
        most: { es: 'Con más, la curva sale del dibujo.', en: 'With more, the curve leaves the drawing.' },
      },
    },
    logDose: {
      label: { es: 'Dosis del agonista (log₁₀ nmol/L)', en: 'Dose of the agonist (log₁₀ nmol/L)' },
      ends: {
        least: { es: 'Con menos no hay efecto que ver.', en: 'With less there is no effect to see.' },
        most: { es: 'Con más ya no queda receptor libre.', en: 'With more no receptor is left free.' },
      },
    },
    receptorsLeft: {
      label: { es: 'Receptores que quedan', en: 'Receptors left' },
      unit: '%',
      ends: {
        least: {
          es: 'Con menos no queda tejido que responda.',
          en: 'With fewer there is no tissue left to answer.',
        },
      },
    },
    agonist: {
      label: { es: 'Agonista', en: 'Agonist' },
      options: {
        full: { es: 'Total, con receptores de reserva', en: 'Full, with spare receptors' },
        'less potent': { es: 'Total, diez veces menos potente', en: 'Full, ten times less potent' },
        partial: { es: 'Parcial', en: 'Partial' },
        weak: { es: 'Parcial débil', en: 'Weak partial' },
      },
    },
  },
  readings: {
    effectPercent: { label: { es: 'Efecto', en: 'Effect' }, unit: '%' },
    topPercent: { label: { es: 'Efecto máximo posible', en: 'Greatest possible effect' }, unit: '%' },
    ec50NmolPerL: { label: { es: 'EC50', en: 'EC50' }, unit: 'nmol/L', digits: 1 },
    occupancyPercent: { label: { es: 'Receptores ocupados', en: 'Receptors occupied' }, unit: '%' },
    occupancyAtEc50Percent: { label: { es: 'Ocupados en la EC50', en: 'Occupied at the EC50' }, unit: '%' },
  },
  headline: 'effectPercent',
  presets: [
    {
      id: 'apnoea',
      name: { es: 'Nelly, con morfina', en: 'Nelly, on morphine' },
      patient: {
        es: 'Nelly · 61 años · morfina de más después de la cirugía · respira 4 veces por minuto',
        en: 'Nelly · 61 years · too much morphine after surgery · breathing 4 times a minute',
      },
      settings: { logDose: 2 },
    },
    {
      id: 'tenfold',
      name: { es: 'Naloxona, 9 veces su constante', en: 'Naloxone, 9 times its constant' },
      patient: {
        es: 'Nelly · la misma morfina · naloxona a 9 veces su constante: la CE50 se multiplica por 10',
        en: 'Nelly · the same morphine · naloxone at 9 times its constant: the EC50 is multiplied by 10',
      },
      settings: { logDose: 2, antagonist: 9 },
    },
    {
      id: 'naloxone',
      name: { es: 'Mucha naloxona', en: 'Plenty of naloxone' },
      patient: {
        es: 'La misma morfina, con naloxona a 100 veces su constante',
        en: 'The same morphine, with naloxone at 100 times its constant',
      },
      settings: { logDose: 2, antagonist: 100 },
    },
    {
      id: 'less-potent',
      name: { es: 'Diez veces menos potente', en: 'Ten times less potent' },
      patient: {
        es: 'Otro agonista total: necesita diez veces la concentración y llega igual de alto',
        en: 'Another full agonist: it needs ten times the concentration and reaches just as high',
      },
      settings: { logDose: 3, agonist: 'less potent' },
    },
    {
      id: 'partial',
      name: { es: 'Agonista parcial', en: 'Partial agonist' },
      patient: {
        es: 'Buprenorfina: ocupa casi todo y no llega al máximo',
        en: 'Buprenorphine: occupies almost all and does not reach the maximum',
      },
      settings: { logDose: 3, agonist: 'partial' },
    },
    {
      id: 'irreversible',
      name: { es: 'Antagonista irreversible', en: 'Irreversible antagonist' },
      patient: { es: 'Quedan 5 de cada 100 receptores', en: '5 in each 100 receptors are left' },
      settings: { logDose: 2, receptorsLeft: 5 },
    },
  ],
  usualName: { es: 'Agonista total solo', en: 'Full agonist alone' },
  say: ({ readings, settings }) => ({
    es: `Con ${number(readings.occupancyPercent)} % de los receptores ocupados el efecto es ${number(readings.effectPercent)} %. ${settings.antagonist > 0 ? 'El antagonista corre la curva a la derecha sin bajar su techo: con más agonista, vuelve.' : settings.receptorsLeft < 100 ? (readings.topPercent > 90 ? 'Faltan receptores y el techo casi no baja: sobraban.' : 'Ya no sobran receptores: el techo baja y más dosis no lo devuelve.') : settings.agonist === 'less potent' ? 'Es menos potente y no menos eficaz: con diez veces la concentración hace lo mismo.' : settings.agonist === 'full' ? 'Ocupa pocos y hace mucho: hay receptores de reserva.' : 'Aun con todos ocupados no llega al máximo: es parcial.'}`,
    en: `With ${number(readings.occupancyPercent)} % of receptors occupied the effect is ${number(readings.effectPercent)} %. ${settings.antagonist > 0 ? 'The antagonist moves the curve to the right without lowering its top: with more agonist it returns.' : settings.receptorsLeft < 100 ? (readings.topPercent > 90 ? 'Receptors are missing and the top hardly falls: there were some to spare.' : 'No receptors are to spare any more: the top falls, and more dose does not bring it back.') : settings.agonist === 'less potent' ? 'It is less potent and no less efficacious: at ten times the concentration it does the same.' : settings.agonist === 'full' ? 'It occupies few and does much: there are spare receptors.' : 'Even with all occupied it does not reach the maximum: it is partial.'}`,
  }),
  plots: ({ traces, usual, settings, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 0.1,
        to: 1e5,
        log: true,
        ticks: [0.1, 1, 10, 100, 1000, 10_000, 100_000],
        label: 'nmol/L',
        format: (value) => (value < 1 ? '0.1' : value >= 1000 ? `${value / 1000}k` : String(value)),
      },
      y: {
        from: 0,
        to: 106,
        ticks: [0, 25, 50, 75, 100],
        label: lang === 'es' ? 'Efecto, % del máximo del tejido' : "Effect, % of the tissue's maximum",
      },
      rules: [
        {
          axis: 'x',
          at: readings.ec50NmolPerL,
          label: `EC50 ${concentration(readings.ec50NmolPerL)}`,
          until: readings.topPercent / 2,
        },
      ],
      lines: [
        { points: usual.traces.effect, tone: 'ink2', dashed: true },
        {
          points: traces.occupancy,
          tone: 'ink',
          label: lang === 'es' ? 'ocupación' : 'occupancy',
          labelAt: 0.97,
          labelSide: 'below',
        },
        { points: traces.effect, tone: 'action', thick: true },
      ],
      dots: [
        {
          x: 10 ** settings.logDose,
          y: readings.effectPercent,
          tone: 'action',
          label: `${number(readings.effectPercent)} %`,
          side: settings.logDose > 3.5 ? 'left' : 'right',
        },
      ],
    },
  ],
  table: ({ traces, usual, lang }) => ({
    columns:
      lang === 'es'
        ? ['nmol/L', 'Efecto (%)', 'Ocupación (%)', 'Total solo (%)']
        : ['nmol/L', 'Effect (%)', 'Occupancy (%)', 'Full alone (%)'],
    rows: traces.effect
      .map(([c, e], k) => [
        concentration(c),
        number(e),
        number(traces.occupancy[k]![1]),
        number(usual.traces.effect[k]![1]),
      ])
      .filter((_, k) => k % 9 === 0),
  }),
  challenges: [
    {
      id: 'wake',
      text: {
        es: 'Con la morfina puesta (100 nmol/L), baja el efecto a menos de 30 % sin destruir receptores.',
        en: 'With the morphine given (100 nmol/L), bring the effect under 30 % without destroying receptors.',
      },
      from: { logDose: 2 },
      moves: ['antagonist'],
      goals: [
        { reading: 'effectPercent', most: 30 },
        { reading: 'topPercent', least: 95 },
      ],
      reason: {
        es: 'Hace falta una dosis que multiplique la EC50 muchas veces, porque hay receptores de reserva; y la morfina dura más que la naloxona.',
        en: 'It takes a dose that multiplies the EC50 many times, since there are spare receptors; and morphine outlasts naloxone.',
      },
      solution: { antagonist: 90 },
    },
  ],
  leavesOut: [
    {
      es: 'La tolerancia, los agonistas inversos y el tiempo: la naloxona dura menos que la morfina y la apnea puede volver.',
      en: 'Tolerance, inverse agonists and time: naloxone lasts less than morphine, and apnoea may return.',
    },
    {
      es: 'Constantes y eficacias son valores de enseñanza.',
      en: 'Constants and efficacies are teaching values.',
    },
  ],
  sources: ['Black & Leff 1983', 'Gaddum 1937', 'Furchgott 1966'],
});

const safety = view({
  id: 'safety',
  title: { es: 'Índice terapéutico', en: 'Therapeutic index' },
  question: {
    es: '¿A cuántas personas daña la dosis que ayuda a casi todas?',
    en: 'How many people does the dose harm that helps almost everyone?',
  },
  experiment: safetyExperiment,
  controls: {
    dose: {
      label: { es: 'Dosis', en: 'Dose' },
      unit: 'mg',
      ends: {
        least: { es: 'Con menos no ayuda a nadie.', en: 'With less it helps nobody.' },
        most: {
          es: 'Es diez veces la dosis que ayuda a la mitad: nadie da más.',
          en: 'It is ten times the dose that helps half: nobody gives more.',
        },
      },
    },
    index: {
      label: { es: 'Distancia entre daño y beneficio', en: 'Distance between harm and benefit' },
      unit: '×',
      ends: {
        least: {
          es: 'Con menos margen no sería un medicamento.',
          en: 'With less of a margin it would be no medicine.',
        },
        most: {
          es: 'Con más margen el daño ya no se ve aquí.',
          en: 'With more of a margin the harm no longer shows here.',
        },
      },
    },
    slope: {
      label: { es: 'Qué tan parecidas son las personas', en: 'How alike people are' },
      ends: {
        least: {
          es: 'Menos parecidas, la curva sería casi plana.',
          en: 'Any less alike, the curve would be almost flat.',
        },
        most: {
          es: 'Más parecidas, todas responderían a la misma dosis.',
          en: 'Any more alike, all would respond at one dose.',
        },
      },
    },
  },
  readings: {
    helpedPercent: { label: { es: 'Ayuda a', en: 'Helps' }, unit: '%' },
    harmedPercent: { label: { es: 'Daña a', en: 'Harms' }, unit: '%', digits: 1 },
    index: {
      label: { es: 'Índice terapéutico (DT50/DE50)', en: 'Therapeutic index (TD50/ED50)' },
      digits: 1,
    },
    safetyFactor: {
      label: { es: 'Factor de seguridad (DT1/DE99)', en: 'Safety factor (TD1/ED99)' },
      digits: 2,
    },
  },
  headline: 'harmedPercent',
  presets: [
    {
      id: 'nelly',
      name: { es: 'Nelly y su margen', en: 'Nelly and her margin' },
      patient: {
        es: 'Nelly · 61 años, ronca · aquí, un analgésico ilustrativo de índice 4, en la dosis que alivia a 95 de cada 100',
        en: 'Nelly · 61 years, snores · here, an illustrative analgesic with an index of 4, at the dose that relieves 95 in each 100',
      },
      settings: { dose: 27 },
    },
    {
      id: 'narrow',
      name: { es: 'Margen estrecho', en: 'Narrow margin' },
      patient: {
        es: 'Un fármaco como la digoxina: índice cercano a 2',
        en: 'A drug like digoxin: an index near 2',
      },
      settings: { index: 2, dose: 20 },
    },
    {
      id: 'wide',
      name: { es: 'Margen amplio', en: 'Wide margin' },
      patient: { es: 'Un fármaco como la penicilina', en: 'A drug like penicillin' },
      settings: { index: 20, dose: 20 },
    },
    {
      id: 'usual',
      name: { es: 'Índice 4', en: 'Index 4' },
      patient: { es: 'Un fármaco con índice de 4', en: 'A drug with an index of 4' },
      settings: {},
    },
  ],
  usualName: { es: 'Índice 4, 10 mg', en: 'Index 4, 10 mg' },
  say: ({ readings, settings }) => ({
    es: `${number(settings.dose)} mg ayudan a ${number(readings.helpedPercent)} % y dañan a ${number(readings.harmedPercent, 1)} %. ${readings.safetyFactor < 1 ? 'No hay dosis que ayude a casi todas sin dañar a alguna: se empieza bajo y se mide.' : 'Hay una dosis que ayuda a casi todas y casi no daña.'}`,
    en: `${number(settings.dose)} mg help ${number(readings.helpedPercent)} % and harm ${number(readings.harmedPercent, 1)} %. ${readings.safetyFactor < 1 ? 'No dose helps almost everyone without harming some: one begins low and measures.' : 'There is a dose that helps almost everyone and harms hardly any.'}`,
  }),
  plots: ({ traces, settings, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { from: 1, to: 400, log: true, ticks: [1, 3, 10, 30, 100, 300], label: 'mg' },
      y: {
        from: 0,
        to: 104,
        ticks: [0, 25, 50, 75, 100],
        label: lang === 'es' ? 'Personas, %' : 'People, %',
      },
      rules: [{ axis: 'x', at: settings.dose, tone: 'action' }],
      lines: [
        {
          points: traces.benefit,
          tone: 'right',
          label: lang === 'es' ? 'ayuda' : 'helps',
          labelAt: 0.3,
          labelSide: 'left',
        },
        {
          points: traces.harm,
          tone: 'ink',
          dashed: true,
          label: lang === 'es' ? 'daña' : 'harms',
          labelAt: 0.92,
          labelSide: 'left',
        },
      ],
      dots: [
        {
          x: settings.dose,
          y: readings.helpedPercent,
          tone: 'right',
          label: `${number(readings.helpedPercent)} %`,
          side: 'left',
        },
        {
          x: settings.dose,
          y: readings.harmedPercent,
          tone: 'ink',
          label: `${number(readings.harmedPercent, 1)} %`,
          side: 'right',
        },
      ],
      drag: { x: 'dose' },
    },
  ],
  table: ({ traces, lang }) => ({
    columns: ['mg', lang === 'es' ? 'Ayuda (%)' : 'Helps (%)', lang === 'es' ? 'Daña (%)' : 'Harms (%)'],
    rows: traces.benefit
      .map(([d, b], k) => [number(d, 1), number(b), number(traces.harm[k]![1], 1)])
      .filter((_, k) => k % 8 === 0),
  }),
  challenges: [
    {
      id: 'best-dose',
      text: {
        es: 'Con índice 4, encuentra una dosis que ayude al menos a 75 % y dañe a menos de 10 %.',
        en: 'With an index of 4, find a dose that helps at least 75 % and harms fewer than 10 %.',
      },
      from: {},
      moves: ['dose'],
      goals: [
        { reading: 'helpedPercent', least: 75 },
        { reading: 'harmedPercent', most: 10 },
      ],
      reason: {
        es: 'La ventana existe y es angosta: por eso algunos fármacos se miden en sangre.',
        en: 'The window exists and is narrow: that is why some drugs are measured in blood.',
      },
      solution: { dose: 17 },
    },
  ],
  leavesOut: [
    {
      es: 'Supone que quien responde pronto no es quien se daña pronto; el daño raro que no depende de la dosis no está.',
      en: 'It takes those who respond early not to be those harmed early; rare harm that does not depend on dose is not here.',
    },
  ],
  sources: ["Goodman & Gilman's", 'Finney 1971'],
});

export const figure: Figure = {
  name: 'dose',
  title: { es: 'Dosis y respuesta', en: 'Dose and response' },
  views: [effect, safety],
};
