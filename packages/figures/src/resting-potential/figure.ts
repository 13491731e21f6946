import { restExperiment } from '@puente/models/experiments/resting-potential';
import { bothEnds, view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

const rest = view({
  id: 'rest',
  title: { es: 'Potencial de reposo', en: 'Resting potential' },
  question: {
    es: '¿Qué le hace a una fibra un poco más de K⁺ afuera?',
    en: 'What does a little more K⁺ outside do to a fibre?',
  },
  experiment: restExperiment,
  controls: {
    potassium: {
      label: { es: 'K⁺ afuera', en: 'K⁺ outside' },
      unit: 'mmol/L',
      ends: bothEnds({
        es: 'Más allá, el corazón ya no conduce: no hay persona en quien medirlo.',
        en: 'Beyond this the heart no longer conducts: there is nobody to measure it in.',
      }),
    },
    calcium: {
      label: { es: 'Ca²⁺ ionizado', en: 'Ionised Ca²⁺' },
      unit: 'mmol/L',
      ends: bothEnds({ es: 'Fuera de lo que se ve en clínica.', en: 'Outside what is seen in a clinic.' }),
    },
    leak: {
      label: { es: 'Fuga de Na⁺', en: 'Na⁺ leak' },
      ends: {
        least: { es: 'Toda membrana deja pasar algo de Na⁺.', en: 'Every membrane lets some Na⁺ through.' },
        most: {
          es: 'Con más fuga la fibra ya no tiene un reposo estable.',
          en: 'With more of a leak the fibre has no stable rest.',
        },
      },
    },
  },
  readings: {
    restMillivolts: { label: { es: 'Reposo', en: 'Rest' }, unit: 'mV' },
    potassiumMillivolts: { label: { es: 'Eₖ (Nernst)', en: 'Eₖ (Nernst)' }, unit: 'mV', digits: 1 },
    sodiumMillivolts: { label: { es: 'Eₙₐ (Nernst)', en: 'Eₙₐ (Nernst)' }, unit: 'mV', digits: 1 },
    readyPercent: { label: { es: 'Canales de Na⁺ listos (h∞)', en: 'Na⁺ channels ready (h∞)' }, unit: '%' },
    velocityPercent: {
      label: { es: 'Velocidad de conducción', en: 'Conduction velocity' },
      unit: { es: '% de la usual', en: '% of usual' },
    },
  },
  headline: 'restMillivolts',
  presets: [
    {
      id: 'rosa',
      name: { es: 'Rosa, K⁺ 7.1', en: 'Rosa, K⁺ 7.1' },
      patient: {
        es: 'Rosa · 58 años · faltó a su diálisis · K⁺ 7.1 mmol/L',
        en: 'Rosa · 58 years · missed her dialysis · K⁺ 7.1 mmol/L',
      },
      settings: { potassium: 7.1 },
    },
    {
      id: 'usual',
      name: { es: 'K⁺ usual, 4.0', en: 'Usual K⁺, 4.0' },
      patient: {
        es: 'Una fibra muscular con K⁺ de 4 mmol/L afuera',
        en: 'A muscle fibre with K⁺ at 4 mmol/L outside',
      },
      settings: {},
    },
    {
      id: 'mateo',
      name: { es: 'Mateo, K⁺ 2.9', en: 'Mateo, K⁺ 2.9' },
      patient: {
        es: 'Mateo · 2 años · diarrea intensa · K⁺ 2.9 mmol/L',
        en: 'Mateo · 2 years · severe diarrhoea · K⁺ 2.9 mmol/L',
      },
      settings: { potassium: 2.9 },
    },
    {
      id: 'calcium',
      name: { es: 'Rosa, con calcio', en: 'Rosa, given calcium' },
      patient: {
        es: 'Rosa, minutos después del calcio intravenoso: K⁺ sigue en 7.1 mmol/L',
        en: 'Rosa, minutes after intravenous calcium: K⁺ is still 7.1 mmol/L',
      },
      settings: { potassium: 7.1, calcium: 1.8 },
    },
  ],
  usualName: { es: 'Con K⁺ 4.0', en: 'With K⁺ 4.0' },
  say: ({ readings, settings, usual }) => {
    const now = number(readings.restMillivolts);
    const ready = number(readings.readyPercent);
    const speed = number(readings.velocityPercent);
    const difference = readings.restMillivolts - usual.readings.restMillivolts;
    const moved = Math.abs(difference) < 0.5 ? 0 : difference;
    const calcium = settings.calcium !== 1.2;
    return {
      es: `${
        moved > 0
          ? `El reposo sube a ${now} mV: la fibra está despolarizada.`
          : moved < 0
            ? `El reposo baja a ${now} mV: la fibra está hiperpolarizada.`
            : `El reposo está en ${now} mV.`
      } Queda listo el ${ready} % de los canales de Na⁺ y el impulso viaja al ${speed} % de su velocidad usual.${
        calcium
          ? ' El calcio no movió el reposo. La cuenta clásica dice que corre la curva de los canales; cómo protege al corazón sigue en discusión.'
          : ''
      }`,
      en: `${
        moved > 0
          ? `Rest rises to ${now} mV: the fibre is depolarised.`
          : moved < 0
            ? `Rest falls to ${now} mV: the fibre is hyperpolarised.`
            : `Rest is at ${now} mV.`
      } ${ready} % of the Na⁺ channels are ready, and the impulse travels at ${speed} % of its usual speed.${
        calcium
          ? ' Calcium has not moved rest. The classical account says that it shifts the curve of the channels; how it protects the heart is still debated.'
          : ''
      }`,
    };
  },
  height: 262,
  plots: ({ settings, readings, traces, usual, lang }) => {
    const es = lang === 'es';
    const volts = { from: -115, to: -45, ticks: [-110, -90, -70, -50] };
    return [
      {
        box: [0, 0, 214, 262],
        x: {
          from: 1.5,
          to: 10,
          log: true,
          ticks: [2, 3, 4, 5, 7, 10],
          label: es ? 'K⁺ afuera, mmol/L' : 'K⁺ outside, mmol/L',
        },
        y: { ...volts, label: 'mV' },
        rules: [{ axis: 'y', at: readings.restMillivolts, tone: 'action' }],
        lines: [
          {
            points: traces.nernst,
            tone: 'ink2',
            dashed: true,
            label: 'Eₖ',
            labelAt: 0.3,
            labelSide: 'below',
          },
          { points: traces.rest, tone: 'action', thick: true, label: es ? 'reposo' : 'rest', labelAt: 0.16 },
        ],
        dots: [
          { x: 4, y: usual.readings.restMillivolts, tone: 'ink2', hollow: true },
          {
            x: settings.potassium,
            y: readings.restMillivolts,
            tone: 'action',
            label: `${number(readings.restMillivolts)} mV`,
            side: settings.potassium > 5 ? 'left' : 'above',
          },
        ],
        drag: { x: 'potassium' },
      },
      {
        box: [214, 0, 146, 262],
        x: {
          from: 0,
          to: 100,
          ticks: [0, 50, 100],
          label: es ? 'canales de Na⁺ listos, %' : 'Na⁺ channels ready, %',
        },
        y: { ...volts, ticks: [] },
        rules: [{ axis: 'y', at: readings.restMillivolts, tone: 'action', until: readings.readyPercent }],
        lines: [
          { points: usual.traces.ready, tone: 'ink2', dashed: true },
          { points: traces.ready, tone: 'ink', label: 'h∞', labelAt: 0.72, labelSide: 'right' },
        ],
        dots: [
          {
            x: readings.readyPercent,
            y: readings.restMillivolts,
            tone: 'action',
            label: `${number(readings.readyPercent)} %`,
            side: readings.readyPercent > 60 ? 'below' : 'right',
          },
        ],
      },
    ];
  },
  table: ({ traces, lang }) => ({
    columns: [
      lang === 'es' ? 'K⁺ afuera (mmol/L)' : 'K⁺ outside (mmol/L)',
      'Eₖ (mV)',
      lang === 'es' ? 'Reposo (mV)' : 'Rest (mV)',
    ],
    rows: traces.nernst
      .map(([outside, voltage], k) => [number(outside, 1), number(voltage, 1), number(traces.rest[k]![1], 1)])
      .filter((_, k) => k % 4 === 0),
  }),
  challenges: [
    {
      id: 'back-to-rest',
      text: {
        es: 'Rosa tiene K⁺ 7.1. Devuelve el reposo a su sitio y deja listos los canales de Na⁺.',
        en: 'Rosa has K⁺ 7.1. Bring rest back to its place and leave the Na⁺ channels ready.',
      },
      from: { potassium: 7.1 },
      moves: ['potassium', 'calcium'],
      goals: [
        { reading: 'restMillivolts', least: -90, most: -84 },
        { reading: 'readyPercent', least: 90 },
      ],
      reason: {
        es: 'El calcio puede dejar más canales listos, pero el reposo solo vuelve cuando baja el K⁺ de afuera.',
        en: 'Calcium may leave more channels ready, but rest returns only when the K⁺ outside falls.',
      },
      solution: { potassium: 4 },
    },
  ],
  leavesOut: [
    {
      es: 'La corriente propia de la bomba de Na⁺/K⁺ (unos pocos mV) y el cloro, que en el músculo sigue al voltaje.',
      en: "The Na⁺/K⁺ pump's own current (a few mV) and chloride, which in muscle follows the voltage.",
    },
    {
      es: 'Que los canales de K⁺ conducen mejor cuando afuera hay más K⁺. La mitad de los canales de Na⁺ a −71 mV y la forma de la velocidad son valores de enseñanza; cada tejido tiene los suyos.',
      en: 'That K⁺ channels conduct better with more K⁺ outside. Half of the Na⁺ channels at −71 mV and the shape of the velocity are teaching values; each tissue has its own.',
    },
    {
      es: 'El efecto del calcio sigue la cuenta clásica (correr la curva). Experimentos recientes ven que vuelve la conducción sin que vuelva el reposo: el mecanismo se discute.',
      en: 'The effect of calcium follows the classical account (a shift of the curve). Recent experiments see conduction return without rest returning: the mechanism is debated.',
    },
  ],
  sources: [
    'Nernst 1888',
    'Goldman 1943',
    'Hodgkin & Katz 1949',
    'Frankenhaeuser & Hodgkin 1957',
    'Weidmann 1955',
  ],
});

export const figure: Figure = {
  name: 'resting-potential',
  title: { es: 'El reposo de una fibra', en: 'A fibre at rest' },
  views: [rest],
};
