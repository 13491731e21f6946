import {
  fibreExperiment,
  patchExperiment,
  refractoryExperiment,
} from '@puente/models/experiments/action-potential';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';
import Fibre from './Fibre.svelte';

const worker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const squid = {
  es: 'Es el axón de un calamar, como lo midieron Hodgkin y Huxley. Un axón de calamar no es un corazón: allí hay corrientes de calcio, meseta y un potencial cien veces más largo.',
  en: "It is a squid's axon, as Hodgkin and Huxley measured it. A squid's axon is no heart: a heart has calcium currents, a plateau and a potential a hundred times as long.",
};
const rest = {
  es: 'La bomba, los canales de calcio y el ruido. El reposo de −65 mV es el del calamar.',
  en: "The pump, calcium channels and noise. The rest of −65 mV is the squid's.",
};
const sources = ['Hodgkin & Huxley 1952'];
const ice = { es: 'Bajo 0 °C el axón se congela.', en: 'Below 0 °C the axon freezes.' };
const cold = {
  es: 'Por encima de 30 °C el impulso de este axón falla: nadie ajustó el modelo ahí.',
  en: "Above 30 °C this axon's impulse fails: nobody has fitted the model there.",
};

const patch = view({
  id: 'patch',
  title: { es: 'Un impulso', en: 'One impulse' },
  question: {
    es: '¿Cuánta corriente hace falta para disparar, y qué canal falta cuando no dispara?',
    en: 'How much current does it take to fire, and which channel is missing when it does not?',
  },
  experiment: patchExperiment,
  controls: {
    current: {
      label: { es: 'Corriente', en: 'Current' },
      unit: 'µA/cm²',
      ends: {
        most: {
          es: 'Más corriente no hace un impulso más alto: es todo o nada.',
          en: 'More current makes no higher impulse: it is all or none.',
        },
      },
    },
    sodiumBlock: { label: { es: 'Canales de Na⁺ bloqueados', en: 'Na⁺ channels blocked' }, unit: '%' },
    potassiumBlock: { label: { es: 'Canales de K⁺ bloqueados', en: 'K⁺ channels blocked' }, unit: '%' },
    temperature: {
      label: { es: 'Temperatura', en: 'Temperature' },
      unit: '°C',
      ends: { least: ice, most: cold },
    },
    duration: {
      label: { es: 'Cuánto dura la corriente', en: 'How long the current lasts' },
      unit: 'ms',
      ends: {
        least: {
          es: 'Más breve, pediría más corriente de la que hay aquí.',
          en: 'Any shorter, it would ask for more current than there is here.',
        },
        most: { es: 'Hasta aquí llega lo que se dibuja.', en: 'This is as far as the drawing goes.' },
      },
    },
  },
  readings: {
    peakMillivolts: { label: { es: 'Pico', en: 'Peak' }, unit: 'mV' },
    troughMillivolts: { label: { es: 'Valle', en: 'Trough' }, unit: 'mV' },
    impulses: { label: { es: 'Impulsos', en: 'Impulses' } },
    sodiumPeak: {
      label: { es: 'Conductancia máxima de Na⁺', en: 'Highest Na⁺ conductance' },
      unit: 'mS/cm²',
      digits: 1,
    },
    potassiumPeak: {
      label: { es: 'Conductancia máxima de K⁺', en: 'Highest K⁺ conductance' },
      unit: 'mS/cm²',
      digits: 1,
    },
  },
  headline: 'peakMillivolts',
  presets: [
    {
      id: 'dentist',
      name: { es: 'Anestesia local', en: 'Local anaesthetic' },
      patient: {
        es: 'Sin paciente de un curso: una muela por sacar, y lidocaína que cierra parte de los canales de Na⁺',
        en: 'No patient of a course: a tooth to be drawn, and lidocaine that closes part of the Na⁺ channels',
      },
      settings: { current: 15, sodiumBlock: 60 },
    },
    {
      id: 'javier',
      name: { es: 'Javier, sin bloqueo', en: 'Javier, no block' },
      patient: {
        es: 'Javier · 41 años · en cada punto su membrana dispara entera: le falla lo que hay entre nodo y nodo · aquí, un axón de calamar a 6 °C',
        en: 'Javier · 41 years · at each point his membrane fires whole: what fails lies between node and node · here, a squid axon at 6 °C',
      },
      settings: {},
    },
    {
      id: 'potassium-block',
      name: { es: 'K⁺ bloqueado', en: 'K⁺ blocked' },
      patient: {
        es: 'Tetraetilamonio: cierra los canales de K⁺',
        en: 'Tetraethylammonium: closes the K⁺ channels',
      },
      settings: { potassiumBlock: 80 },
    },
    {
      id: 'weak',
      name: { es: 'Estímulo débil', en: 'Weak stimulus' },
      patient: { es: 'Un estímulo que no llega al umbral', en: 'A stimulus that does not reach threshold' },
      settings: { current: 10 },
    },
    {
      id: 'lasting',
      name: { es: 'Corriente que dura', en: 'Lasting current' },
      patient: {
        es: 'Una corriente que no cesa, a 18 °C: el axón dispara una y otra vez',
        en: 'A current that does not cease, at 18 °C: the axon fires again and again',
      },
      settings: { duration: 12.5, temperature: 18 },
    },
  ],
  usualName: { es: 'Sin bloqueo', en: 'No block' },
  say: ({ readings, settings }) =>
    readings.impulses > 0
      ? {
          es: `Dispara ${readings.impulses === 1 ? 'un impulso' : `${number(readings.impulses)} impulsos`}: llega a ${number(readings.peakMillivolts)} mV. Primero se abren los canales de Na⁺; los de K⁺, más lentos, la devuelven a ${number(readings.troughMillivolts)} mV.`,
          en: `It fires ${readings.impulses === 1 ? 'one impulse' : `${number(readings.impulses)} impulses`}, up to ${number(readings.peakMillivolts)} mV. Na⁺ channels open first; the slower K⁺ channels bring it back to ${number(readings.troughMillivolts)} mV.`,
        }
      : {
          es: `No dispara: ${settings.sodiumBlock >= 50 ? 'quedan muy pocos canales de Na⁺ que se abran unos a otros' : 'la corriente no llega al umbral y la membrana vuelve sola'}. Llega solo a ${number(readings.peakMillivolts)} mV.`,
          en: `It does not fire: ${settings.sodiumBlock >= 50 ? 'too few Na⁺ channels are left to open one another' : 'the current does not reach threshold and the membrane returns by itself'}. It reaches only ${number(readings.peakMillivolts)} mV.`,
        },
  height: 262,
  plots: ({ settings, traces, usual, lang }) => [
    {
      box: [0, 0, 360, 160],
      x: { from: 0, to: 14, ticks: [] },
      y: {
        from: -85,
        to: 50,
        ticks: [-80, -40, 0, 40],
        label: lang === 'es' ? 'Voltaje, mV' : 'Voltage, mV',
      },
      bands: [{ axis: 'x', from: 1, to: 1 + settings.duration, fill: 'gold', label: '' }],
      lines: [
        { points: usual.traces.voltage, tone: 'ink2', dashed: true },
        { points: traces.voltage, tone: 'action', thick: true },
      ],
    },
    {
      box: [0, 158, 360, 104],
      x: { from: 0, to: 14, ticks: [0, 2, 4, 6, 8, 10, 12], label: 'ms' },
      y: {
        from: 0,
        to: 40,
        ticks: [0, 20, 40],
        label: lang === 'es' ? 'Conductancia, mS/cm²' : 'Conductance, mS/cm²',
      },
      lines: [
        { points: traces.sodium, tone: 'ink', label: 'Na⁺', labelAt: 0.24, labelSide: 'right' },
        {
          points: traces.potassium,
          tone: 'right',
          dashed: true,
          label: 'K⁺',
          labelAt: 0.5,
          labelSide: 'right',
        },
      ],
    },
  ],
  table: ({ traces }) => ({
    columns: ['ms', 'mV', 'gNa', 'gK'],
    rows: traces.voltage
      .map(([t, v], k) => [
        number(t, 1),
        number(v),
        number(traces.sodium[k]![1], 1),
        number(traces.potassium[k]![1], 1),
      ])
      .filter((_, k) => k % 18 === 0),
  }),
  challenges: [
    {
      id: 'overcome-block',
      text: {
        es: 'Con 40 % de los canales de Na⁺ bloqueados, haz que el axón vuelva a disparar.',
        en: 'With 40 % of the Na⁺ channels blocked, make the axon fire again.',
      },
      from: { sodiumBlock: 40, current: 12 },
      moves: ['current', 'temperature'],
      goals: [{ reading: 'impulses', least: 1 }],
      reason: {
        es: 'Con menos canales el umbral sube, pero aún se alcanza con más corriente: todo o nada, más caro.',
        en: 'With fewer channels threshold rises, yet more current still reaches it: all or none, at a higher price.',
      },
      solution: { current: 40 },
    },
  ],
  leavesOut: [squid, rest],
  sources,
  worker,
});

const refractory = view({
  id: 'refractory',
  title: { es: 'Período refractario', en: 'Refractory period' },
  question: {
    es: '¿Cuándo puede disparar por segunda vez?',
    en: 'When can it fire a second time?',
  },
  experiment: refractoryExperiment,
  controls: {
    delay: {
      label: { es: 'Espera hasta el segundo estímulo', en: 'Wait until the second stimulus' },
      unit: 'ms',
      ends: {
        least: {
          es: 'Antes, el primer impulso no ha terminado.',
          en: 'Before this the first impulse is not over.',
        },
        most: {
          es: 'Después, la membrana ya está como al principio.',
          en: 'Later the membrane is as it was at first.',
        },
      },
    },
    current: {
      label: { es: 'Segundo estímulo', en: 'Second stimulus' },
      unit: 'µA/cm²',
      ends: { most: { es: 'Más corriente dañaría el axón.', en: 'More current would harm the axon.' } },
    },
    temperature: {
      label: { es: 'Temperatura', en: 'Temperature' },
      unit: '°C',
      ends: { least: ice, most: cold },
    },
  },
  readings: {
    weakestMicroamps: {
      label: { es: 'Lo mínimo que dispara otra vez', en: 'The least that fires again' },
      unit: 'µA/cm²',
      none: { es: 'ninguno', en: 'none' },
    },
    impulses: { label: { es: 'Impulsos', en: 'Impulses' } },
    temperatureCelsius: { label: { es: 'Temperatura', en: 'Temperature' }, unit: '°C' },
  },
  headline: 'weakestMicroamps',
  presets: [
    {
      id: 'soon',
      name: { es: 'A los 10 ms', en: 'At 10 ms' },
      patient: {
        es: 'Sin paciente: un axón de calamar y dos estímulos iguales, separados 10 ms',
        en: 'No patient: a squid axon and two equal stimuli, 10 ms apart',
      },
      settings: {},
    },
    {
      id: 'too-soon',
      name: { es: 'A los 4 ms', en: 'At 4 ms' },
      patient: {
        es: 'El segundo llega con los canales de Na⁺ inactivados',
        en: 'The second comes while Na⁺ channels are inactivated',
      },
      settings: { delay: 4, current: 200 },
    },
    {
      id: 'warm',
      name: { es: 'A 18 °C', en: 'At 18 °C' },
      patient: { es: 'El mismo axón, más caliente', en: 'The same axon, warmer' },
      settings: { temperature: 18 },
    },
  ],
  usualName: { es: 'A 10 ms', en: 'At 10 ms' },
  say: ({ readings, settings }) => {
    const weakest = readings.weakestMicroamps;
    if (weakest === undefined)
      return {
        es: `A ${number(settings.delay, 1)} ms ningún estímulo dispara de nuevo: los canales de Na⁺ siguen inactivados. Es el período refractario absoluto.`,
        en: `At ${number(settings.delay, 1)} ms no stimulus fires again: Na⁺ channels are still inactivated. This is the absolute refractory period.`,
      };
    const fires = readings.impulses > 1;
    return {
      es: `A ${number(settings.delay, 1)} ms hacen falta al menos ${number(weakest)} µA/cm². Con ${number(settings.current)}, ${fires ? 'dispara otra vez' : 'no dispara: aún está en su período refractario relativo'}.`,
      en: `At ${number(settings.delay, 1)} ms it takes at least ${number(weakest)} µA/cm². With ${number(settings.current)} it ${fires ? 'fires again' : 'does not fire: it is still in its relative refractory period'}.`,
    };
  },
  plots: ({ traces, settings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { from: 0, to: 36, ticks: [0, 5, 10, 15, 20, 25, 30, 35], label: 'ms' },
      y: {
        from: -85,
        to: 50,
        ticks: [-80, -60, -40, -20, 0, 20, 40],
        label: lang === 'es' ? 'Voltaje, mV' : 'Voltage, mV',
      },
      bands: [
        { axis: 'x', from: 0, to: 0.5, fill: 'gold' },
        { axis: 'x', from: settings.delay, to: settings.delay + 0.5, fill: 'gold' },
      ],
      rules: [{ axis: 'x', at: settings.delay, label: lang === 'es' ? '2.º estímulo' : '2nd stimulus' }],
      lines: [{ points: traces.voltage, tone: 'action', thick: true }],
    },
  ],
  table: ({ traces }) => ({
    columns: ['ms', 'mV'],
    rows: traces.voltage.map(([t, v]) => [number(t, 1), number(v)]).filter((_, k) => k % 15 === 0),
  }),
  challenges: [
    {
      id: 'earliest',
      text: {
        es: 'Con un segundo estímulo de 40 µA/cm², encuentra la menor espera que lo deja disparar.',
        en: 'With a second stimulus of 40 µA/cm², find the shortest wait that lets it fire.',
      },
      from: { delay: 4 },
      moves: ['delay'],
      goals: [
        { reading: 'impulses', least: 2 },
        { reading: 'weakestMicroamps', least: 30, most: 40 },
      ],
      reason: {
        es: 'Los canales de Na⁺ recuperan h poco a poco: cuanto más se espera, menos corriente hace falta.',
        en: 'Na⁺ channels win back h little by little: the longer the wait, the less current it takes.',
      },
      solution: { delay: 11 },
    },
  ],
  leavesOut: [squid, rest],
  sources,
  worker,
});

const fibre = view({
  id: 'fibre',
  title: { es: 'Conducción y mielina', en: 'Conduction and myelin' },
  question: {
    es: '¿Por qué perder un poco de mielina frena, y perder más detiene?',
    en: 'Why does losing a little myelin slow, and losing more stop?',
  },
  experiment: fibreExperiment,
  controls: {
    myelinLost: {
      label: { es: 'Mielina perdida en el tramo', en: 'Myelin lost in the stretch' },
      unit: '%',
      ends: {
        most: {
          es: 'Mucho antes de perderla toda, el impulso ya no pasa.',
          en: 'Long before all of it is lost, the impulse no longer passes.',
        },
      },
    },
    nodeBlock: {
      label: { es: 'Canales de Na⁺ bloqueados en el tramo', en: 'Na⁺ channels blocked in the stretch' },
      unit: '%',
    },
    temperature: {
      label: { es: 'Temperatura', en: 'Temperature' },
      unit: '°C',
      ends: { least: ice, most: cold },
    },
  },
  readings: {
    metresPerSecond: {
      label: { es: 'Velocidad', en: 'Velocity' },
      unit: 'm/s',
      digits: 1,
      none: { es: 'se detiene', en: 'stops' },
    },
    nodesReached: { label: { es: 'Último nodo alcanzado', en: 'Last node reached' } },
    lastArrivalMilliseconds: {
      label: { es: 'Llegada al nodo 16', en: 'Arrival at node 16' },
      unit: 'ms',
      digits: 2,
      none: { es: 'no llega', en: 'never' },
    },
  },
  headline: 'metresPerSecond',
  presets: [
    {
      id: 'javier',
      name: { es: 'Javier, desmielinizante', en: 'Javier, demyelinating' },
      patient: {
        es: 'Javier · 41 años · 3 días de debilidad que asciende · forma desmielinizante',
        en: 'Javier · 41 years · 3 days of ascending weakness · demyelinating form',
      },
      settings: { myelinLost: 6 },
    },
    {
      id: 'axonal',
      name: { es: 'Forma axonal', en: 'Axonal form' },
      patient: {
        es: 'Anticuerpos contra los nodos: canales de Na⁺ bloqueados, mielina entera',
        en: 'Antibodies against the nodes: Na⁺ channels blocked, myelin whole',
      },
      settings: { nodeBlock: 100 },
    },
    {
      id: 'sound',
      name: { es: 'Fibra sana', en: 'Sound fibre' },
      patient: { es: 'Una fibra mielinizada sana', en: 'A sound myelinated fibre' },
      settings: {},
    },
    {
      id: 'warm',
      name: { es: 'Javier con calor', en: 'Javier in the heat' },
      patient: { es: 'El mismo nervio, 8 °C más caliente', en: 'The same nerve, 8 °C warmer' },
      settings: { myelinLost: 6, temperature: 28 },
    },
  ],
  usualName: { es: 'Sana', en: 'Sound' },
  say: ({ readings, usual }) =>
    readings.metresPerSecond === undefined
      ? {
          es: `El impulso se detiene en el nodo ${number(readings.nodesReached)}: la corriente que llega se gasta antes de llevar el siguiente nodo a su umbral. Es un bloqueo de conducción.`,
          en: `The impulse stops at node ${number(readings.nodesReached)}: the current that arrives is spent before it brings the next node to threshold. This is conduction block.`,
        }
      : {
          es: `El impulso pasa a ${number(readings.metresPerSecond, 1)} m/s; en la fibra sana, a ${number(usual.readings.metresPerSecond ?? 0, 1)}.`,
          en: `The impulse passes at ${number(readings.metresPerSecond, 1)} m/s; in the sound fibre, at ${number(usual.readings.metresPerSecond ?? 0, 1)}.`,
        },
  Drawing: Fibre,
  table: ({ traces, usual, lang }) => ({
    columns: lang === 'es' ? ['Nodo', 'Llegada (ms)', 'Sana (ms)'] : ['Node', 'Arrival (ms)', 'Sound (ms)'],
    rows: usual.traces.arrivals.map(([node, sound]) => {
      const arrival = traces.arrivals.find(([one]) => one === node)?.[1];
      return [number(node), arrival === undefined ? '—' : number(arrival, 2), number(sound, 2)];
    }),
  }),
  challenges: [
    {
      id: 'cooling',
      text: {
        es: 'Con 11 % de mielina perdida y 28 °C el impulso no pasa. Haz que pase sin devolverle mielina.',
        en: 'With 11 % of the myelin lost at 28 °C the impulse does not pass. Let it pass without giving myelin back.',
      },
      from: { myelinLost: 11, temperature: 28 },
      moves: ['temperature'],
      goals: [{ reading: 'nodesReached', least: 16 }],
      reason: {
        es: 'Con frío los canales quedan abiertos más tiempo y dan más carga en cada nodo: por eso el calor empeora los síntomas.',
        en: 'In the cold channels stay open longer and give each node more charge: that is why heat makes symptoms worse.',
      },
      solution: { temperature: 15 },
    },
  ],
  leavesOut: [
    squid,
    {
      es: 'Los nodos llevan canales de calamar diez veces más densos, un valor de enseñanza. Sin mielina, en un nervio real los canales terminan por repartirse.',
      en: 'The nodes hold squid channels ten times as densely, a teaching value. In a real nerve without myelin, channels spread out in time.',
    },
  ],
  sources: ['Fitzhugh 1962', 'Koles & Rasminsky 1972', ...sources],
  worker,
  turnSeconds: 3,
});

export const figure: Figure = {
  name: 'action-potential',
  title: { es: 'El impulso nervioso', en: 'The nerve impulse' },
  views: [fibre, patch, refractory],
};
