import { haemorrhageExperiment, loopExperiment } from '@puente/models/experiments/heart';
import type { Lang, ReadingWords } from '../figure.ts';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';
import type { Plot, PlotDot } from '../plot.ts';

type Line = [number, number][];
interface Beat {
  loop: Line;
  arterial: Line;
  ventricular: Line;
  elastance: Line;
}

const worker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const beatReadings = {
  strokeVolumeMl: { label: { es: 'Volumen sistólico', en: 'Stroke volume' }, unit: 'mL' },
  ejectionPercent: { label: { es: 'Fracción de eyección', en: 'Ejection fraction' }, unit: '%' },
  endDiastolicMl: {
    label: { es: 'Volumen al final de la diástole', en: 'End-diastolic volume' },
    unit: 'mL',
  },
  endSystolicMl: { label: { es: 'Volumen al final de la sístole', en: 'End-systolic volume' }, unit: 'mL' },
  systolicMmHg: { label: { es: 'Presión sistólica', en: 'Systolic pressure' }, unit: 'mmHg' },
  diastolicMmHg: { label: { es: 'Presión diastólica', en: 'Diastolic pressure' }, unit: 'mmHg' },
  meanMmHg: { label: { es: 'Presión media', en: 'Mean pressure' }, unit: 'mmHg' },
  outputLPerMinute: { label: { es: 'Gasto cardíaco', en: 'Cardiac output' }, unit: 'L/min', digits: 1 },
  fillingMmHg: { label: { es: 'Presión de llenado', en: 'Filling pressure' }, unit: 'mmHg', digits: 1 },
} satisfies Record<string, ReadingWords>;

const along = (line: Line, phase: number): [number, number] =>
  line[Math.min(line.length - 1, Math.floor(phase * line.length))] ?? [0, 0];

const beatPlots = (traces: Beat, usual: Beat, lang: Lang, goal?: number): Plot[] => {
  const es = lang === 'es';
  const beat = Math.max(traces.arterial.at(-1)?.[0] ?? 0.8, usual.arterial.at(-1)?.[0] ?? 0.8);
  const ride =
    (line: Line) =>
    (phase: number): PlotDot[] => {
      const [x, y] = along(line, phase);
      return [{ x, y, tone: 'ink' }];
    };
  return [
    {
      box: [0, 0, 208, 258],
      x: { from: 0, to: 260, ticks: [0, 50, 100, 150, 200, 250], label: es ? 'volumen, mL' : 'volume, mL' },
      y: {
        from: 0,
        to: 170,
        ticks: [0, 40, 80, 120, 160],
        label: es ? 'ventrículo, mmHg' : 'ventricle, mmHg',
      },
      lines: [
        { points: traces.elastance, tone: 'ink2' },
        { points: usual.loop, tone: 'ink2', dashed: true, closed: true },
        { points: traces.loop, tone: 'action', thick: true, closed: true },
      ],
      moving: ride(traces.loop),
    },
    {
      box: [208, 0, 152, 258],
      x: {
        from: 0,
        to: beat,
        ticks: [0, 0.4, 0.8],
        label: es ? 'un latido, s' : 'one beat, s',
        format: (value) => number(value, 1),
      },
      y: { from: 0, to: 170, ticks: [], label: es ? 'arteria, mmHg' : 'artery, mmHg' },
      ...(goal !== undefined && { rules: [{ axis: 'y' as const, at: goal, label: `${goal} mmHg` }] }),
      lines: [
        { points: usual.arterial, tone: 'ink2', dashed: true },
        { points: traces.ventricular, tone: 'ink' },
        { points: traces.arterial, tone: 'action', thick: true },
      ],
      moving: ride(traces.arterial),
    },
  ];
};

const leavesOut = [
  {
    es: 'El corazón derecho y los pulmones, el aporte de la aurícula y la onda que vuelve de la periferia. Los parámetros son valores de enseñanza.',
    en: 'The right heart and the lungs, the atrial kick and the wave that returns from the periphery. Parameters are teaching values.',
  },
];
const sources = [
  'Suga & Sagawa 1974',
  'Stergiopulos et al. 1996',
  'Simaan et al. 2009',
  'Magder & De Varennes 1998',
];

const haemorrhage = view({
  id: 'haemorrhage',
  title: { es: 'Hemorragia', en: 'Haemorrhage' },
  question: {
    es: '¿Qué le falta a Milagros: presión o volumen?',
    en: 'What does Milagros lack: pressure or volume?',
  },
  experiment: haemorrhageExperiment,
  controls: {
    volume: {
      label: { es: 'Sangre y líquidos que recibe', en: 'Blood and fluids given' },
      unit: 'mL',
      ends: {
        most: {
          es: 'Más de lo que se pudo perder sobra: se queda en las venas y el pulmón.',
          en: 'More than can have been lost is surplus: it stays in veins and lungs.',
        },
      },
    },
    noradrenaline: {
      label: { es: 'Noradrenalina', en: 'Noradrenaline' },
      unit: { es: '% de la dosis alta', en: '% of a high dose' },
      ends: {
        most: {
          es: 'Los vasos ya están tan cerrados como pueden.',
          en: 'Vessels are already as closed as they can be.',
        },
      },
    },
    lost: {
      label: { es: 'Sangre perdida', en: 'Blood lost' },
      unit: 'mL',
      ends: {
        most: { es: 'Más allá no hay latido que sostener.', en: 'Beyond this there is no beat to sustain.' },
      },
    },
  },
  readings: {
    ...beatReadings,
    ratePerMinute: { label: { es: 'Frecuencia', en: 'Rate' }, unit: '/min' },
  },
  headline: 'meanMmHg',
  presets: [
    {
      id: 'milagros-worse',
      name: { es: 'Milagros, 1,800 mL', en: 'Milagros, 1,800 mL' },
      patient: {
        es: 'Milagros · 29 años · sigue sangrando después del parto: 1,800 mL',
        en: 'Milagros · 29 years · still bleeding after giving birth: 1,800 mL',
      },
      settings: { lost: 1800 },
    },
    {
      id: 'milagros',
      name: { es: 'Al llegar, 1,200 mL', en: 'On arrival, 1,200 mL' },
      patient: {
        es: 'Milagros · 29 años · acaba de dar a luz · perdió cerca de 1,200 mL',
        en: 'Milagros · 29 years · has just given birth · lost about 1,200 mL',
      },
      settings: { lost: 1200 },
    },
    {
      id: 'noradrenaline',
      name: { es: 'Solo noradrenalina', en: 'Noradrenaline alone' },
      patient: {
        es: 'Milagros con 1,800 mL perdidos y noradrenalina en vez de sangre',
        en: 'Milagros with 1,800 mL lost and noradrenaline in place of blood',
      },
      settings: { lost: 1800, noradrenaline: 60 },
    },
    {
      id: 'volume',
      name: { es: 'Sangre y líquidos', en: 'Blood and fluids' },
      patient: {
        es: 'Milagros con 1,200 mL de sangre y líquidos',
        en: 'Milagros with 1,200 mL of blood and fluids',
      },
      settings: { lost: 1800, volume: 1200 },
    },
  ],
  usualName: { es: 'Sin hemorragia', en: 'Not bleeding' },
  say: ({ readings, settings, usual }) => {
    const part = number((100 * readings.strokeVolumeMl) / usual.readings.strokeVolumeMl);
    const mean = number(readings.meanMmHg);
    const fooled = settings.noradrenaline >= 20 && readings.meanMmHg >= 60 && readings.strokeVolumeMl < 30;
    return {
      es: `Presión media ${mean} mmHg, con ${number(readings.strokeVolumeMl)} mL por latido: ${part} % de lo usual. ${
        fooled
          ? 'El número de la presión engaña: el ventrículo se vacía contra vasos apretados y a los tejidos les llega menos que antes.'
          : settings.volume > 0
            ? 'El volumen devuelve llenado, y con él cada latido.'
            : 'El bucle es angosto porque el ventrículo no se llena.'
      }`,
      en: `Mean pressure ${mean} mmHg with ${number(readings.strokeVolumeMl)} mL a beat: ${part} % of usual. ${
        fooled
          ? 'The pressure deceives: the ventricle empties against tight vessels, and the tissues get less than before.'
          : settings.volume > 0
            ? 'Volume gives filling back, and with it each beat.'
            : 'The loop is narrow because the ventricle does not fill.'
      }`,
    };
  },
  height: 258,
  plots: ({ traces, usual, lang }) => beatPlots(traces, usual.traces, lang, 65),
  table: ({ traces, lang }) => ({
    columns:
      lang === 'es'
        ? ['s', 'Ventrículo (mmHg)', 'Arteria (mmHg)']
        : ['s', 'Ventricle (mmHg)', 'Artery (mmHg)'],
    rows: traces.arterial
      .map(([t, p], k) => [number(t, 2), number(traces.ventricular[k]![1]), number(p)])
      .filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'sixty-five',
      text: {
        es: 'Lleva a Milagros a 65 mmHg de presión media con al menos 35 mL en cada latido.',
        en: 'Bring Milagros to a mean pressure of 65 mmHg with at least 35 mL in each beat.',
      },
      from: { lost: 1800 },
      moves: ['volume', 'noradrenaline'],
      goals: [
        { reading: 'meanMmHg', least: 65 },
        { reading: 'strokeVolumeMl', least: 35 },
      ],
      reason: {
        es: 'La noradrenalina alcanza los 65 mmHg con menos flujo. Lo que falta es volumen, y detener el sangrado.',
        en: 'Noradrenaline reaches 65 mmHg with less flow. What is missing is volume, and an end to the bleeding.',
      },
      solution: { volume: 1200 },
    },
  ],
  leavesOut: [
    {
      es: 'Los reflejos son reglas simples: las venas devuelven tres cuartos de lo perdido, el pulso sube 34 por litro. La noradrenalina aquí solo aprieta arterias; en el cuerpo también aprieta venas que no estén ya apretadas.',
      en: 'Reflexes are simple rules: veins give back three quarters of the loss, the pulse rises by 34 a litre. Noradrenaline here tightens arteries only; in the body also veins that are not tight already.',
    },
    {
      es: 'La hemoglobina que se diluye, la coagulación, el tiempo: con líquidos solos la presión vuelve y el oxígeno no.',
      en: 'Haemoglobin that is diluted, clotting, time: with fluids alone pressure returns and oxygen does not.',
    },
    ...leavesOut,
  ],
  sources,
  worker,
  turnSeconds: 2.5,
});

const loop = view({
  id: 'loop',
  title: { es: 'Bucle de presión y volumen', en: 'Pressure–volume loop' },
  question: {
    es: '¿Qué cambia en el bucle: lo que llena, lo que se opone o la fuerza?',
    en: 'What changes in the loop: what fills, what opposes, or the force?',
  },
  experiment: loopExperiment,
  controls: {
    contractility: {
      label: { es: 'Contractilidad (E máx)', en: 'Contractility (E max)' },
      unit: 'mmHg/mL',
      ends: {
        least: {
          es: 'Con menos fuerza el corazón no sostiene la vida.',
          en: 'With less force the heart does not sustain life.',
        },
        most: { es: 'Ningún fármaco le saca más fuerza.', en: 'No drug draws more force from it.' },
      },
    },
    preload: {
      label: { es: 'Volumen que llena (precarga)', en: 'Volume that fills (preload)' },
      unit: 'mL',
      ends: {
        least: {
          es: 'Con menos, el corazón late casi vacío.',
          en: 'With less the heart beats almost empty.',
        },
        most: { es: 'Con más, el pulmón se llena de agua.', en: 'With more the lungs fill with water.' },
      },
    },
    afterload: {
      label: { es: 'Resistencia (poscarga)', en: 'Resistance (afterload)' },
      unit: 'mmHg·s/mL',
      ends: {
        least: { es: 'Los vasos no se abren más.', en: 'Vessels open no further.' },
        most: { es: 'Los vasos no se cierran más.', en: 'Vessels close no further.' },
      },
    },
    valve: {
      label: { es: 'Válvula', en: 'Valve' },
      options: {
        sound: { es: 'Válvulas sanas', en: 'Sound valves' },
        'aortic stenosis': { es: 'Estenosis aórtica', en: 'Aortic stenosis' },
        'aortic regurgitation': { es: 'Insuficiencia aórtica', en: 'Aortic regurgitation' },
        'mitral stenosis': { es: 'Estenosis mitral', en: 'Mitral stenosis' },
        'mitral regurgitation': { es: 'Insuficiencia mitral', en: 'Mitral regurgitation' },
      },
    },
    severity: { label: { es: 'Gravedad de la válvula', en: 'Severity of the valve' }, unit: '%' },
  },
  readings: beatReadings,
  headline: 'strokeVolumeMl',
  presets: [
    {
      id: 'chagas',
      name: { es: 'Eusebio, Chagas', en: 'Eusebio, Chagas' },
      patient: {
        es: 'Eusebio · 56 años · chofer de bus en Arequipa · Chagas · ventrículo grande y débil',
        en: 'Eusebio · 56 years · bus driver in Arequipa · Chagas disease · a large, weak ventricle',
      },
      settings: { contractility: 0.65, preload: 1785, afterload: 1.05 },
    },
    {
      id: 'usual',
      name: { es: 'Sano', en: 'Sound' },
      patient: { es: 'Un corazón sano en reposo', en: 'A sound heart at rest' },
      settings: {},
    },
    {
      id: 'aortic-stenosis',
      name: { es: 'Estenosis aórtica', en: 'Aortic stenosis' },
      patient: { es: 'Una válvula aórtica que casi no se abre', en: 'An aortic valve that hardly opens' },
      settings: { valve: 'aortic stenosis', severity: 90, contractility: 3.45 },
    },
    {
      id: 'mitral-regurgitation',
      name: { es: 'Insuficiencia mitral', en: 'Mitral regurgitation' },
      patient: {
        es: 'Una válvula mitral que deja volver la sangre',
        en: 'A mitral valve that lets blood go back',
      },
      settings: { valve: 'mitral regurgitation', severity: 70, preload: 1155 },
    },
  ],
  usualName: { es: 'Sano', en: 'Sound' },
  say: ({ readings, usual, settings }) => {
    const forward = readings.outputLPerMinute;
    const leak = settings.valve.endsWith('regurgitation');
    return {
      es: `Cada latido mueve ${number(readings.strokeVolumeMl)} mL (${number(readings.ejectionPercent)} % de lo que tenía) y sostiene ${number(readings.systolicMmHg)}/${number(readings.diastolicMmHg)} mmHg. A los tejidos llegan ${number(forward, 1)} L por minuto; en el sano, ${number(usual.readings.outputLPerMinute, 1)}.${leak ? ' Parte de lo que mueve vuelve atrás: la fracción de eyección engaña.' : ''}`,
      en: `Each beat moves ${number(readings.strokeVolumeMl)} mL (${number(readings.ejectionPercent)} % of what it held) and sustains ${number(readings.systolicMmHg)}/${number(readings.diastolicMmHg)} mmHg. ${number(forward, 1)} L a minute reach the tissues; in the sound heart, ${number(usual.readings.outputLPerMinute, 1)}.${leak ? ' Part of what it moves goes back: the ejection fraction deceives.' : ''}`,
    };
  },
  height: 258,
  plots: ({ traces, usual, lang }) => beatPlots(traces, usual.traces, lang),
  table: ({ traces }) => ({
    columns: ['mL', 'mmHg'],
    rows: traces.loop.map(([v, p]) => [number(v), number(p)]).filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'unload-chagas',
      text: {
        es: 'Eusebio tiene el ventrículo débil. Sin darle fuerza, consigue 4 L por minuto y 60 mmHg de media con un llenado de 12 mmHg o menos.',
        en: 'Eusebio has a weak ventricle. Without giving it force, reach 4 L a minute and a mean of 60 mmHg at a filling of 12 mmHg or less.',
      },
      from: { contractility: 0.65, preload: 1785, afterload: 1.05 },
      moves: ['preload', 'afterload'],
      goals: [
        { reading: 'outputLPerMinute', least: 4 },
        { reading: 'fillingMmHg', most: 12 },
        { reading: 'meanMmHg', least: 60 },
      ],
      reason: {
        es: 'Llenarlo menos baja la presión y también el gasto; un ventrículo débil es muy sensible a lo que se le opone, y bajar la resistencia se lo devuelve.',
        en: 'Filling it less lowers the pressure and the output too; a weak ventricle is very sensitive to what opposes it, and lowering resistance gives the output back.',
      },
      solution: { preload: 1455, afterload: 0.85 },
    },
  ],
  leavesOut,
  sources,
  worker,
  turnSeconds: 2.5,
});

export const figure: Figure = {
  name: 'heart',
  title: { es: 'El latido', en: 'The heartbeat' },
  views: [haemorrhage, loop],
};
