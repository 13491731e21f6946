import {
  carriageExperiment,
  cascadeExperiment,
  dissociationExperiment,
} from '@puente/models/experiments/oxygen';
import { bothEnds, view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

const mmHg = { from: 0, to: 110, ticks: [0, 20, 40, 60, 80, 100] };

const curveView = view({
  id: 'curve',
  title: { es: 'Curva de disociación', en: 'Dissociation curve' },
  question: {
    es: '¿Cuánto oxígeno suelta la hemoglobina entre el pulmón y el tejido?',
    en: 'How much oxygen does haemoglobin let go between lung and tissue?',
  },
  experiment: dissociationExperiment,
  controls: {
    ph: {
      label: { es: 'pH', en: 'pH' },
      ends: bothEnds({ es: 'Fuera de lo que se sobrevive.', en: 'Outside what can be survived.' }),
    },
    carbonDioxide: {
      label: { es: 'PCO₂', en: 'PCO₂' },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'Con menos, la curva ya casi no se mueve.',
          en: 'With less, the curve hardly moves any more.',
        },
        most: { es: 'Con más CO₂ se pierde la conciencia.', en: 'With more CO₂ consciousness is lost.' },
      },
    },
    temperature: {
      label: { es: 'Temperatura', en: 'Temperature' },
      unit: '°C',
      ends: {
        least: { es: 'Más frío, el corazón puede fibrilar.', en: 'Any colder, the heart may fibrillate.' },
        most: { es: 'Más calor, las proteínas se dañan.', en: 'Any hotter, proteins are damaged.' },
      },
    },
    bpg: {
      label: { es: '2,3-BPG', en: '2,3-BPG' },
      unit: 'mmol/L',
      ends: {
        least: {
          es: 'Es lo que deja la sangre guardada: casi nada.',
          en: 'It is what stored blood is left with: hardly any.',
        },
        most: {
          es: 'Ni en la altura ni con anemia sube más.',
          en: 'Neither altitude nor anaemia raises it further.',
        },
      },
    },
    arterial: {
      label: { es: 'PO₂ arterial', en: 'Arterial PO₂' },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'Debe quedar por encima de la del tejido.',
          en: 'It has to stay above that of the tissue.',
        },
        most: { es: 'Respirando aire no se llega más alto.', en: 'Breathing air, it gets no higher.' },
      },
    },
    tissue: {
      label: { es: 'PO₂ del tejido', en: 'PO₂ of the tissue' },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'Con menos, a las células lejanas ya les falta.',
          en: 'With less, distant cells go short of it.',
        },
        most: { es: 'En reposo, la vena mixta no trae más.', en: 'At rest the mixed vein brings no more.' },
      },
    },
  },
  readings: {
    releasedPercent: { label: { es: 'Suelta en el tejido', en: 'Let go in the tissue' }, unit: '%' },
    p50MmHg: { label: { es: 'P50', en: 'P50' }, unit: 'mmHg', digits: 1 },
    lungPercent: { label: { es: 'Saturación arterial', en: 'Arterial saturation' }, unit: '%', digits: 1 },
    tissuePercent: {
      label: { es: 'Saturación en el tejido', en: 'Saturation in the tissue' },
      unit: '%',
      digits: 1,
    },
  },
  headline: 'releasedPercent',
  presets: [
    {
      id: 'tomas',
      name: { es: 'Tomás, 45 mmHg', en: 'Tomás, 45 mmHg' },
      patient: {
        es: 'Tomás · 47 años · 4,330 m · PaO₂ 45 mmHg · SaO₂ 81 % · pH 7.40 · vena mixta cerca de 31 mmHg',
        en: 'Tomás · 47 years · 4,330 m · PaO₂ 45 mmHg · SaO₂ 81 % · pH 7.40 · mixed vein near 31 mmHg',
      },
      settings: { arterial: 45, tissue: 31 },
    },
    {
      id: 'julian',
      name: { es: 'Julián, 51 mmHg', en: 'Julián, 51 mmHg' },
      patient: {
        es: 'Julián, su hermano, sano · 4,330 m · PaO₂ 51 mmHg · SaO₂ 87 % · pH 7.43 · vena mixta cerca de 33 mmHg',
        en: 'Julián, his brother, healthy · 4,330 m · PaO₂ 51 mmHg · SaO₂ 87 % · pH 7.43 · mixed vein near 33 mmHg',
      },
      settings: { ph: 7.43, arterial: 51, tissue: 33 },
    },
    {
      id: 'camila',
      name: { es: 'Camila, pH 7.22', en: 'Camila, pH 7.22' },
      patient: {
        es: 'Camila · 17 años · cetoacidosis · pH 7.22 y 2,3-BPG usual',
        en: 'Camila · 17 years · ketoacidosis · pH 7.22 and usual 2,3-BPG',
      },
      settings: { ph: 7.22 },
    },
    {
      id: 'muscle',
      name: { es: 'Músculo que trabaja', en: 'Working muscle' },
      patient: {
        es: 'Sangre que pasa por un músculo en ejercicio',
        en: 'Blood on its way through exercising muscle',
      },
      settings: { ph: 7.2, carbonDioxide: 60, temperature: 39.5 },
    },
    {
      id: 'stored',
      name: { es: 'Sangre guardada', en: 'Stored blood' },
      patient: {
        es: 'Una unidad de sangre guardada tres semanas: casi sin 2,3-BPG',
        en: 'A unit of blood stored for three weeks: hardly any 2,3-BPG',
      },
      settings: { bpg: 0.65 },
    },
    {
      id: 'usual',
      name: { es: 'Usual', en: 'Usual' },
      patient: {
        es: 'Sangre arterial usual: pH 7.40, 40 mmHg de CO₂, 37 °C',
        en: 'Usual arterial blood: pH 7.40, 40 mmHg of CO₂, 37 °C',
      },
      settings: {},
    },
  ],
  usualName: { es: 'Sangre usual', en: 'Usual blood' },
  say: ({ readings, settings, usual }) => {
    const shift = readings.p50MmHg - usual.readings.p50MmHg;
    const released = number(readings.releasedPercent);
    const before = number(usual.readings.releasedPercent);
    return {
      es: `${
        Math.abs(shift) < 0.3
          ? 'La curva está en su sitio'
          : shift > 0
            ? 'La curva se corre a la derecha: la hemoglobina sujeta menos'
            : 'La curva se corre a la izquierda: la hemoglobina sujeta más'
      } (P50 ${number(readings.p50MmHg, 1)} mmHg). Entre ${number(settings.arterial)} y ${number(settings.tissue)} mmHg suelta el ${released} % de lo que puede llevar; lo usual, de 95 a 40, es ${before} %.`,
      en: `${
        Math.abs(shift) < 0.3
          ? 'The curve is in its place'
          : shift > 0
            ? 'The curve moves to the right: haemoglobin holds on less'
            : 'The curve moves to the left: haemoglobin holds on more'
      } (P50 ${number(readings.p50MmHg, 1)} mmHg). Between ${number(settings.arterial)} and ${number(settings.tissue)} mmHg it lets go of ${released} % of what it can carry; usual, from 95 to 40, is ${before} %.`,
    };
  },
  plots: ({ readings, settings, traces, usual, lang }) => {
    const es = lang === 'es';
    return [
      {
        box: [0, 0, 360, 250],
        x: { ...mmHg, label: 'PO₂, mmHg' },
        y: { from: 0, to: 104, ticks: [0, 25, 50, 75, 100], label: es ? 'Saturación, %' : 'Saturation, %' },
        bars: [
          {
            x0: 103,
            x1: 108,
            y0: readings.tissuePercent,
            y1: readings.lungPercent,
            fill: 'action',
            label: '',
          },
        ],
        rules: [
          { axis: 'x', at: settings.tissue, label: es ? 'tejido' : 'tissue' },
          { axis: 'x', at: settings.arterial, label: '' },
        ],
        lines: [
          { points: usual.traces.saturation, tone: 'ink2', dashed: true },
          { points: traces.saturation, tone: 'action', thick: true },
        ],
        dots: [
          {
            x: readings.p50MmHg,
            y: 50,
            tone: 'ink2',
            hollow: true,
            label: `P50 ${number(readings.p50MmHg, 1)}`,
            side: 'right',
            small: true,
          },
          {
            x: settings.tissue,
            y: readings.tissuePercent,
            tone: 'action',
            label: `${number(readings.tissuePercent)} %`,
            side: 'right',
          },
          {
            x: settings.arterial,
            y: readings.lungPercent,
            tone: 'action',
            label: `${number(readings.lungPercent)} %`,
            side: settings.arterial < 80 ? 'right' : 'below',
          },
        ],
      },
    ];
  },
  table: ({ traces, usual }) => ({
    columns: ['PO₂ (mmHg)', 'S (%)', 'S₀ (%)'],
    rows: traces.saturation
      .map(([po2, s], k) => [number(po2), number(s, 1), number(usual.traces.saturation[k]![1], 1)])
      .filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'unload',
      text: {
        es: 'Haz que la hemoglobina suelte en el tejido al menos 30 puntos de saturación y en el pulmón cargue 95 % o más.',
        en: 'Make haemoglobin let go of at least 30 points of saturation in the tissue and still load 95 % or more in the lung.',
      },
      from: {},
      moves: ['ph', 'temperature', 'bpg'],
      goals: [
        { reading: 'releasedPercent', least: 30 },
        { reading: 'lungPercent', least: 95 },
      ],
      reason: {
        es: 'La curva es plana arriba y empinada abajo: un corrimiento moderado a la derecha cuesta poco en el pulmón y rinde mucho en el tejido.',
        en: 'The curve is flat at the top and steep below: a moderate shift to the right costs little in the lung and yields much in the tissue.',
      },
      solution: { ph: 7.25 },
    },
  ],
  leavesOut: [
    {
      es: 'Es hemoglobina A adulta: ni fetal, ni S, ni metahemoglobina. Que los efectos se multipliquen es una aproximación.',
      en: 'It is adult haemoglobin A: not fetal, not S, not methaemoglobin. That the effects multiply is an approximation.',
    },
    {
      es: 'Toda la curva se corre a la vez; en el cuerpo el pH y el CO₂ cambian del pulmón al tejido.',
      en: 'The whole curve moves at once; in the body pH and CO₂ change on the way from lung to tissue.',
    },
  ],
  sources: ['Severinghaus 1979', 'Dash & Bassingthwaighte 2010'],
});

const carriage = view({
  id: 'content',
  title: { es: 'Cuánto oxígeno lleva la sangre', en: 'How much oxygen blood carries' },
  question: {
    es: '¿Por qué una saturación normal no basta?',
    en: 'Why is a normal saturation not enough?',
  },
  experiment: carriageExperiment,
  controls: {
    haemoglobin: {
      label: { es: 'Hemoglobina', en: 'Haemoglobin' },
      unit: 'g/dL',
      ends: bothEnds({
        es: 'Más allá la sangre casi no fluye, o casi no lleva nada.',
        en: 'Beyond this blood hardly flows, or hardly carries anything.',
      }),
    },
    carbonMonoxide: {
      label: { es: 'Hb con CO', en: 'Hb with CO' },
      unit: '%',
      ends: {
        most: {
          es: 'Más de la mitad ocupada suele ser mortal.',
          en: 'More than half taken is usually fatal.',
        },
      },
    },
    arterial: {
      label: { es: 'PO₂ arterial', en: 'Arterial PO₂' },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'Con menos, casi nadie aguanta sin aclimatarse.',
          en: 'With less, hardly anyone holds out unacclimatised.',
        },
        most: { es: 'Respirando aire no se llega más alto.', en: 'Breathing air, it gets no higher.' },
      },
    },
    output: {
      label: { es: 'Gasto cardíaco', en: 'Cardiac output' },
      unit: 'L/min',
      ends: {
        least: { es: 'Con menos flujo hay choque.', en: 'With less flow there is shock.' },
        most: { es: 'En reposo el corazón no bombea más.', en: 'At rest the heart pumps no more.' },
      },
    },
    ph: {
      label: { es: 'pH', en: 'pH' },
      ends: bothEnds({
        es: 'Aquí la curva se movería tanto que el contenido ya no sería el de esta persona.',
        en: "Here the curve would move so far that the content were no longer this person's.",
      }),
    },
  },
  readings: {
    contentMlPerDL: { label: { es: 'Oxígeno arterial', en: 'Arterial oxygen' }, unit: 'mL/dL', digits: 1 },
    saturationPercent: { label: { es: 'Hb con O₂', en: 'Hb with O₂' }, unit: '%' },
    deliveryMlPerMinute: { label: { es: 'Entrega', en: 'Delivery' }, unit: 'mL/min' },
    venousMmHg: {
      label: { es: 'PO₂ venosa mixta', en: 'Mixed venous PO₂' },
      unit: 'mmHg',
      none: { es: 'no alcanza', en: 'not enough' },
    },
    extractionPercent: {
      label: { es: 'Extracción', en: 'Extraction' },
      unit: '%',
      none: { es: 'no alcanza', en: 'not enough' },
    },
  },
  headline: 'contentMlPerDL',
  presets: [
    {
      id: 'milagros',
      name: { es: 'Milagros, Hb 7', en: 'Milagros, Hb 7' },
      patient: {
        es: 'Milagros · 29 años · sangró después del parto · hemoglobina 7 g/dL tras los líquidos',
        en: 'Milagros · 29 years · bled after giving birth · haemoglobin 7 g/dL after fluids',
      },
      settings: { haemoglobin: 7 },
    },
    {
      id: 'monoxide',
      name: { es: 'Brasero: CO 30 %', en: 'Brazier: CO 30 %' },
      patient: {
        es: 'Una familia que durmió con un brasero: 30 % de la hemoglobina tiene CO',
        en: 'A family that slept beside a brazier: 30 % of the haemoglobin holds CO',
      },
      settings: { carbonMonoxide: 30 },
    },
    {
      id: 'tomas',
      name: { es: 'Tomás, Hb 22.4', en: 'Tomás, Hb 22.4' },
      patient: {
        es: 'Tomás · 47 años · 4,330 m · hemoglobina 22.4 g/dL · PO₂ 45 mmHg · gasto de 4 L/min, supuesto',
        en: 'Tomás · 47 years · 4,330 m · haemoglobin 22.4 g/dL · PO₂ 45 mmHg · output of 4 L/min, supposed',
      },
      settings: { haemoglobin: 22.4, arterial: 45, output: 4 },
    },
    {
      id: 'julian',
      name: { es: 'Julián, Hb 17', en: 'Julián, Hb 17' },
      patient: {
        es: 'Julián, su hermano, sano · 4,330 m · hemoglobina 17 g/dL · PO₂ 51 mmHg · pH 7.43',
        en: 'Julián, his brother, healthy · 4,330 m · haemoglobin 17 g/dL · PO₂ 51 mmHg · pH 7.43',
      },
      settings: { haemoglobin: 17, arterial: 51, ph: 7.43 },
    },
    {
      id: 'usual',
      name: { es: 'Usual', en: 'Usual' },
      patient: { es: 'Hemoglobina 15 g/dL a nivel del mar', en: 'Haemoglobin 15 g/dL at sea level' },
      settings: {},
    },
  ],
  usualName: { es: 'Hb 15 sin CO', en: 'Hb 15, no CO' },
  say: ({ readings }) => {
    const content = number(readings.contentMlPerDL, 1);
    const saturation = number(readings.saturationPercent);
    const venous = readings.venousMmHg;
    return {
      es: `Con ${saturation} % de la hemoglobina unida a O₂, la sangre lleva ${content} mL por decilitro. ${
        venous === undefined
          ? 'No alcanza para los 250 mL por minuto que el cuerpo gasta en reposo: sin más gasto cardíaco no hay equilibrio posible.'
          : `Para tomar sus 250 mL por minuto, los tejidos bajan la PO₂ venosa a ${number(venous)} mmHg.`
      }`,
      en: `With ${saturation} % of haemoglobin bound to O₂, blood carries ${content} mL in each decilitre. ${
        venous === undefined
          ? 'It does not suffice for the 250 mL a minute that the body uses at rest: without more cardiac output no balance is possible.'
          : `To take their 250 mL a minute, the tissues bring venous PO₂ down to ${number(venous)} mmHg.`
      }`,
    };
  },
  plots: ({ settings, readings, traces, usual, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { ...mmHg, label: 'PO₂, mmHg' },
      y: {
        from: 0,
        to: 30,
        ticks: [0, 5, 10, 15, 20, 25, 30],
        label: lang === 'es' ? 'Oxígeno, mL por dL de sangre' : 'Oxygen, mL per dL of blood',
      },
      lines: [
        { points: usual.traces.content, tone: 'ink2', dashed: true, label: 'Hb 15', labelAt: 0.98 },
        { points: traces.content, tone: 'action', thick: true },
      ],
      dots: [
        {
          x: settings.arterial,
          y: readings.contentMlPerDL,
          tone: 'action',
          label: number(readings.contentMlPerDL, 1),
          side: readings.contentMlPerDL > usual.readings.contentMlPerDL ? 'above' : 'below',
        },
        ...(traces.venousContent !== undefined && readings.venousMmHg !== undefined
          ? [
              {
                x: readings.venousMmHg,
                y: traces.venousContent,
                tone: 'ink' as const,
                label: lang === 'es' ? 'vena' : 'vein',
                side: 'right' as const,
              },
            ]
          : []),
      ],
    },
  ],
  table: ({ traces, usual }) => ({
    columns: ['PO₂ (mmHg)', 'mL/dL', 'Hb 15 (mL/dL)'],
    rows: traces.content
      .map(([po2, c], k) => [number(po2), number(c, 1), number(usual.traces.content[k]![1], 1)])
      .filter((_, k) => k % 5 === 0),
  }),
  challenges: [
    {
      id: 'anaemia-output',
      text: {
        es: 'Milagros, al nivel del mar, tiene Hb 7. Sin transfundir, haz que su PO₂ venosa vuelva a 35 mmHg o más.',
        en: 'Milagros, at sea level, has Hb 7. Without transfusing, bring her venous PO₂ back to 35 mmHg or more.',
      },
      from: { haemoglobin: 7 },
      moves: ['output', 'arterial'],
      goals: [{ reading: 'venousMmHg', least: 35 }],
      reason: {
        es: 'Con la hemoglobina ya saturada, más PO₂ arterial casi no suma: compensa el gasto cardíaco.',
        en: 'With haemoglobin already saturated, more arterial PO₂ adds almost nothing: cardiac output makes up for it.',
      },
      solution: { output: 9 },
    },
  ],
  leavesOut: [
    {
      es: 'El CO también tiñe la sangre: un pulsioxímetro común lee como oxígeno lo que es CO, y aquí se muestra solo lo que lleva O₂.',
      en: 'CO colours blood too: a common pulse oximeter reads CO as oxygen, and here only what carries O₂ is shown.',
    },
    {
      es: 'La viscosidad: con hemoglobina muy alta el corazón no logra mover el mismo flujo.',
      en: 'Viscosity: with very high haemoglobin the heart cannot move the same flow.',
    },
    {
      es: 'Al oxígeno de la hemoglobina se suma el disuelto, 0.1 a 0.3 mL por decilitro, que una cuenta corta deja fuera.',
      en: 'To the oxygen on haemoglobin is added what is dissolved, 0.1 to 0.3 mL a decilitre, which a short sum leaves out.',
    },
  ],
  sources: ['Severinghaus 1979', 'Roughton & Darling 1944', 'Fick 1870', 'West, Respiratory Physiology'],
});

const steps = ['airMmHg', 'inspiredMmHg', 'alveolarMmHg', 'arterialMmHg', 'venousMmHg'] as const;
const stepNames = {
  es: ['aire', 'tráquea', 'alvéolo', 'arteria', 'vena'],
  en: ['air', 'trachea', 'alveolus', 'artery', 'vein'],
};

const cascade = view({
  id: 'cascade',
  title: { es: 'La cascada del oxígeno', en: 'The oxygen cascade' },
  question: {
    es: '¿Dónde se pierde el oxígeno en el camino del aire al tejido?',
    en: 'Where is oxygen lost on its way from air to tissue?',
  },
  experiment: cascadeExperiment,
  controls: {
    altitude: {
      label: { es: 'Altitud', en: 'Altitude' },
      unit: 'km',
      ends: {
        least: { es: 'Es el nivel del mar.', en: 'This is sea level.' },
        most: { es: 'Más arriba no vive nadie todo el año.', en: 'Higher up nobody lives all the year.' },
      },
    },
    aboveResident: {
      label: { es: 'PaCO₂ sobre la de un residente sano', en: "PaCO₂ above a healthy resident's" },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'Nadie sostiene mucho más aire que un residente sano.',
          en: 'Nobody keeps breathing much more than a healthy resident.',
        },
        most: {
          es: 'Con menos aire el oxígeno ya no alcanza en la altura.',
          en: 'With less air there is no longer oxygen enough at altitude.',
        },
      },
    },
    lungLoss: {
      label: { es: 'Pérdida de más del alvéolo a la arteria', en: 'Further loss from alveolus to artery' },
      unit: 'mmHg',
      ends: {
        least: {
          es: 'El residente sano ya pierde lo suyo: aquí se suma lo demás.',
          en: 'A healthy resident already loses some: this is what comes on top.',
        },
        most: {
          es: 'Más pérdida no se vive en la altura.',
          en: 'More of a loss is not survived at altitude.',
        },
      },
    },
    haemoglobin: {
      label: { es: 'Hemoglobina', en: 'Haemoglobin' },
      unit: 'g/dL',
      ends: bothEnds({
        es: 'Más allá la sangre casi no fluye, o casi no lleva nada.',
        en: 'Beyond this blood hardly flows, or hardly carries anything.',
      }),
    },
    output: {
      label: { es: 'Gasto cardíaco', en: 'Cardiac output' },
      unit: 'L/min',
      ends: {
        least: { es: 'Con menos flujo hay choque.', en: 'With less flow there is shock.' },
        most: { es: 'En reposo el corazón no bombea más.', en: 'At rest the heart pumps no more.' },
      },
    },
    ph: {
      label: { es: 'pH', en: 'pH' },
      ends: bothEnds({
        es: 'Quien vive en la altura casi no se aparta de aquí.',
        en: 'Who lives at altitude hardly departs from here.',
      }),
    },
  },
  readings: {
    arterialMmHg: { label: { es: 'PO₂ arterial', en: 'Arterial PO₂' }, unit: 'mmHg' },
    airMmHg: { label: { es: 'PO₂ del aire', en: 'PO₂ of the air' }, unit: 'mmHg' },
    inspiredMmHg: { label: { es: 'PO₂ inspirada', en: 'Inspired PO₂' }, unit: 'mmHg' },
    carbonDioxideMmHg: { label: { es: 'PaCO₂', en: 'PaCO₂' }, unit: 'mmHg' },
    alveolarMmHg: { label: { es: 'PO₂ alveolar', en: 'Alveolar PO₂' }, unit: 'mmHg' },
    differenceMmHg: {
      label: { es: 'Diferencia alvéolo-arterial', en: 'Alveolar–arterial difference' },
      unit: 'mmHg',
    },
    venousMmHg: {
      label: { es: 'PO₂ venosa mixta', en: 'Mixed venous PO₂' },
      unit: 'mmHg',
      none: { es: 'no alcanza', en: 'not enough' },
    },
    saturationPercent: { label: { es: 'Saturación arterial', en: 'Arterial saturation' }, unit: '%' },
    contentMlPerDL: {
      label: { es: 'Oxígeno arterial', en: 'Arterial oxygen' },
      unit: 'mL/dL',
      digits: 1,
      none: { es: 'no alcanza', en: 'not enough' },
    },
    deliveryMlPerMinute: {
      label: { es: 'Entrega', en: 'Delivery' },
      unit: 'mL/min',
      none: { es: 'no alcanza', en: 'not enough' },
    },
  },
  headline: 'arterialMmHg',
  presets: [
    {
      id: 'tomas',
      name: { es: 'Tomás, 4,330 m', en: 'Tomás, 4,330 m' },
      patient: {
        es: 'Tomás · 47 años · 4,330 m · PaCO₂ 31 y PaO₂ 45 mmHg · SaO₂ 81 % · Hb 22.4 g/dL · gasto de 4 L/min, supuesto',
        en: 'Tomás · 47 years · 4,330 m · PaCO₂ 31 and PaO₂ 45 mmHg · SaO₂ 81 % · Hb 22.4 g/dL · output of 4 L/min, supposed',
      },
      settings: { altitude: 4.33, aboveResident: 3.1, lungLoss: 2.5, haemoglobin: 22.4, output: 4 },
    },
    {
      id: 'julian',
      name: { es: 'Julián, 4,330 m', en: 'Julián, 4,330 m' },
      patient: {
        es: 'Julián, su hermano, sano · 4,330 m · PaCO₂ 27 y PaO₂ 51 mmHg · SaO₂ 87 % · Hb 17 g/dL · pH 7.43',
        en: 'Julián, his brother, healthy · 4,330 m · PaCO₂ 27 and PaO₂ 51 mmHg · SaO₂ 87 % · Hb 17 g/dL · pH 7.43',
      },
      settings: { altitude: 4.33, aboveResident: -0.9, lungLoss: 1.5, haemoglobin: 17, ph: 7.43 },
    },
    {
      id: 'lima',
      name: { es: 'Lima', en: 'Lima' },
      patient: { es: 'Residente de Lima, 150 m', en: 'A resident of Lima, 150 m' },
      settings: {},
    },
    {
      id: 'cusco',
      name: { es: 'Cusco', en: 'Cusco' },
      patient: { es: 'Residente del Cusco, 3,400 m', en: 'A resident of Cusco, 3,400 m' },
      settings: { altitude: 3.4, haemoglobin: 17 },
    },
    {
      id: 'rinconada',
      name: { es: 'La Rinconada', en: 'La Rinconada' },
      patient: { es: 'Residente de La Rinconada, 5,100 m', en: 'A resident of La Rinconada, 5,100 m' },
      settings: { altitude: 5.1, haemoglobin: 20 },
    },
  ],
  usualName: { es: 'En Lima', en: 'In Lima' },
  say: ({ readings, usual }) => {
    const lost = usual.readings.inspiredMmHg - readings.inspiredMmHg;
    const es =
      readings.venousMmHg === undefined
        ? 'Con tan poca hemoglobina y tan poco flujo no llega lo que el cuerpo gasta en reposo.'
        : `La vena queda en ${number(readings.venousMmHg)} mmHg.`;
    const en =
      readings.venousMmHg === undefined
        ? 'With so little haemoglobin and flow, less arrives than the body uses at rest.'
        : `The vein is left at ${number(readings.venousMmHg)} mmHg.`;
    return {
      es: `El aire inspirado trae ${number(readings.inspiredMmHg)} mmHg de oxígeno${lost > 3 ? `, ${number(lost)} menos que en Lima` : ''}. A la arteria llegan ${number(readings.arterialMmHg)} mmHg, con ${number(readings.saturationPercent)} % de saturación. ${es}`,
      en: `Inspired air brings ${number(readings.inspiredMmHg)} mmHg of oxygen${lost > 3 ? `, ${number(lost)} less than in Lima` : ''}. ${number(readings.arterialMmHg)} mmHg reach the artery, with ${number(readings.saturationPercent)} % saturation. ${en}`,
    };
  },
  plots: ({ readings, usual, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { from: 0, to: 5, ticks: [] },
      y: { from: 0, to: 175, ticks: [0, 40, 80, 120, 160], label: 'PO₂, mmHg' },
      bars: steps.map((name, k) => {
        const value = readings[name] ?? 0;
        return {
          x0: k + 0.18,
          x1: k + 0.82,
          y0: 0,
          y1: value,
          fill: name === 'arterialMmHg' ? ('action' as const) : ('action-soft' as const),
          label: readings[name] === undefined ? '—' : number(value),
          name: stepNames[lang][k]!,
        };
      }),
      lines: steps.map((name, k) => ({
        points: [
          [k + 0.06, usual.readings[name] ?? 0],
          [k + 0.94, usual.readings[name] ?? 0],
        ],
        tone: 'ink2',
        dashed: true,
        ...(k === 0 && { label: 'Lima' }),
      })),
    },
  ],
  challenges: [
    {
      id: 'altitude-for-saturation',
      text: {
        es: '¿A qué altitud un residente sano tiene una saturación de 88 a 90 %?',
        en: 'At what altitude does a healthy resident have a saturation of 88 to 90 %?',
      },
      from: {},
      moves: ['altitude'],
      goals: [{ reading: 'saturationPercent', least: 88, most: 90 }],
      reason: {
        es: 'La parte plana de la curva protege hasta unos 3 km; más arriba cada paso cuesta más.',
        en: 'The flat part of the curve protects up to about 3 km; higher up each step costs more.',
      },
      solution: { altitude: 3.6 },
    },
  ],
  leavesOut: [
    {
      es: 'El punto de partida es un residente sano en reposo, que respira como respiran los residentes: quien acaba de llegar respira menos, y Tomás también. La ecuación completa del gas alveolar da hasta 2 mmHg más que la abreviada.',
      en: 'It starts from a healthy resident at rest who breathes as residents do: someone newly arrived breathes less, and so does Tomás. The full alveolar gas equation gives up to 2 mmHg more than the short one.',
    },
    {
      es: 'La PO₂ venosa mixta está en lugar de la del tejido, que es menor.',
      en: "Mixed venous PO₂ stands for the tissues' own, which is lower.",
    },
  ],
  sources: ['West 1996', 'Fenn, Rahn & Otis 1946', 'Pereira-Victorio et al. 2014'],
});

export const figure: Figure = {
  name: 'oxygen',
  title: { es: 'El oxígeno, del aire al tejido', en: 'Oxygen, from air to tissue' },
  views: [cascade, curveView, carriage],
};
