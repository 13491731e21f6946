import {
  compartmentsExperiment,
  courseExperiment,
  gentamicinExperiment,
} from '@puente/models/experiments/drug-fate';
import { bothEnds, view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

const worker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const gentamicin = view({
  id: 'gentamicin',
  title: { es: 'Gentamicina en un recién nacido', en: 'Gentamicin in a newborn' },
  question: {
    es: '¿Qué cambias: la dosis o el intervalo?',
    en: 'Which do you change: the dose or the interval?',
  },
  experiment: gentamicinExperiment,
  controls: {
    interval: {
      label: { es: 'Intervalo', en: 'Interval' },
      unit: 'h',
      ends: {
        least: {
          es: 'Más seguido, un recién nacido no alcanza a eliminarla.',
          en: 'Any more often, a newborn cannot clear it.',
        },
        most: {
          es: 'Más espaciada, la infección quedaría sin tratar.',
          en: 'Any further apart, the infection would go untreated.',
        },
      },
    },
    dose: {
      label: { es: 'Dosis', en: 'Dose' },
      unit: 'mg/kg',
      ends: {
        least: { es: 'Con menos el pico no mata bacterias.', en: 'With less the peak kills no bacteria.' },
        most: { es: 'Con más, el pico pasa de su banda.', en: 'With more, the peak passes its band.' },
      },
    },
    weeks: {
      label: { es: 'Edad gestacional', en: 'Gestational age' },
      unit: { es: 'semanas', en: 'weeks' },
      ends: {
        least: {
          es: 'Antes no hay datos con que ajustar el modelo.',
          en: 'Earlier there are no data to fit the model with.',
        },
        most: { es: 'No se deja pasar más un embarazo.', en: 'A pregnancy is not left to go on longer.' },
      },
    },
    kidney: {
      label: { es: 'Función renal', en: 'Kidney function' },
      unit: '%',
      ends: {
        least: {
          es: 'Con menos haría falta medir cada nivel.',
          en: 'With less every level would have to be measured.',
        },
        most: { es: 'Un riñón recién nacido no da más.', en: 'A newborn kidney gives no more.' },
      },
    },
    weight: {
      label: { es: 'Peso', en: 'Weight' },
      unit: 'kg',
      ends: bothEnds({
        es: 'Fuera de esto no hay recién nacidos en los datos.',
        en: 'Outside this there are no newborns in the data.',
      }),
    },
  },
  readings: {
    troughMgPerL: { label: { es: 'Valle (menos de 2)', en: 'Trough (under 2)' }, unit: 'mg/L', digits: 1 },
    peakMgPerL: { label: { es: 'Pico (8 a 12)', en: 'Peak (8 to 12)' }, unit: 'mg/L', digits: 1 },
    halfLifeHours: { label: { es: 'Vida media', en: 'Half-life' }, unit: 'h', digits: 1 },
    doseMg: { label: { es: 'Cada dosis', en: 'Each dose' }, unit: 'mg', digits: 1 },
  },
  headline: 'troughMgPerL',
  presets: [
    {
      id: 'mateo',
      name: { es: 'Mateo, cada 36 h', en: 'Mateo, every 36 h' },
      patient: {
        es: 'Mateo · 2 días, nació a las 32 semanas · 1.6 kg · sospecha de sepsis · gentamicina 4.5 mg/kg (7.2 mg) cada 36 h',
        en: 'Mateo · 2 days, born at 32 weeks · 1.6 kg · suspected sepsis · gentamicin 4.5 mg/kg (7.2 mg) every 36 h',
      },
      settings: { weeks: 32, weight: 1.6, interval: 36, dose: 4.5 },
    },
    {
      id: 'preterm',
      name: { es: 'A las 28 semanas, cada 12 h', en: 'At 28 weeks, every 12 h' },
      patient: {
        es: 'Otra recién nacida, de 28 semanas y 1.1 kg · sospecha de sepsis · gentamicina cada 12 h',
        en: 'Another newborn, of 28 weeks and 1.1 kg · suspected sepsis · gentamicin every 12 h',
      },
      settings: { weeks: 28, weight: 1.1, interval: 12, dose: 3 },
    },
    {
      id: 'term',
      name: { es: 'A término', en: 'At term' },
      patient: { es: 'Recién nacido de 38 semanas, 3.2 kg', en: 'A newborn of 38 weeks, 3.2 kg' },
      settings: {},
    },
    {
      id: 'asphyxia',
      name: { es: 'Tras asfixia', en: 'After asphyxia' },
      patient: {
        es: 'A término, con los riñones a 40 % tras una asfixia',
        en: 'At term, with kidneys at 40 % after asphyxia',
      },
      settings: { kidney: 40 },
    },
  ],
  usualName: { es: 'A término, 36 h', en: 'At term, 36 h' },
  say: ({ readings }) => {
    const trough = readings.troughMgPerL;
    const peak = readings.peakMgPerL;
    return {
      es: `El pico llega a ${number(peak, 1)} mg/L: ${peak < 8 ? 'poco para matar' : peak > 12 ? 'más de lo que hace falta' : 'en su banda'}. El valle queda en ${number(trough, 1)}: ${trough > 2 ? 'demasiado, el oído y el riñón corren peligro' : 'en su banda'}. Vida media ${number(readings.halfLifeHours, 1)} h.`,
      en: `The peak reaches ${number(peak, 1)} mg/L: ${peak < 8 ? 'too little to kill' : peak > 12 ? 'more than it takes' : 'in its band'}. The trough is left at ${number(trough, 1)}: ${trough > 2 ? 'too much, ear and kidney are in danger' : 'in its band'}. Half-life ${number(readings.halfLifeHours, 1)} h.`,
    };
  },
  plots: ({ traces, usual, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { from: 0, to: 120, ticks: [0, 24, 48, 72, 96, 120], label: lang === 'es' ? 'horas' : 'hours' },
      y: { from: 0, to: 20, ticks: [0, 2, 8, 12, 16, 20], label: 'mg/L' },
      bands: [
        { axis: 'y', from: 8, to: 12, fill: 'right-soft', label: lang === 'es' ? 'pico' : 'peak' },
        { axis: 'y', from: 0, to: 2, fill: 'right-soft', label: lang === 'es' ? 'valle' : 'trough' },
      ],
      lines: [
        { points: usual.traces.level, tone: 'ink2', dashed: true },
        { points: traces.level, tone: 'action', thick: true },
      ],
    },
  ],
  table: ({ traces, lang }) => ({
    columns: [lang === 'es' ? 'Hora' : 'Hour', 'mg/L'],
    rows: traces.level.map(([h, c]) => [number(h), number(c, 1)]).filter((_, k) => k % 12 === 0),
  }),
  challenges: [
    {
      id: 'preterm-bands',
      text: {
        es: 'Recién nacida de 28 semanas: encuentra dosis e intervalo con el pico y el valle en sus bandas.',
        en: 'A newborn of 28 weeks: find dose and interval with peak and trough in their bands.',
      },
      from: { weeks: 28, weight: 1.1, interval: 12, dose: 3 },
      moves: ['dose', 'interval'],
      goals: [
        { reading: 'peakMgPerL', least: 8, most: 12 },
        { reading: 'troughMgPerL', most: 2 },
      ],
      reason: {
        es: 'Un riñón inmaduro pide más tiempo entre dosis y no dosis pequeñas: el pico mata y el valle daña.',
        en: 'An immature kidney asks for more time between doses, and not for small doses: the peak kills and the trough harms.',
      },
      solution: { dose: 4.5, interval: 48 },
    },
  ],
  leavesOut: [
    {
      es: 'Son promedios con mucha dispersión entre bebés, de la primera semana. Las dosis se ajustan con niveles medidos, no con una figura.',
      en: 'These are means with wide scatter between babies, in the first week. Doses are set from measured levels, not from a figure.',
    },
    {
      es: 'El límite alto del pico, 12 mg/L, es un valor de enseñanza. Se reparte en 0.47 L/kg, que las preguntas redondean a 0.5.',
      en: 'The upper limit of the peak, 12 mg/L, is a teaching value. It spreads through 0.47 L/kg, which the questions round to 0.5.',
    },
  ],
  sources: ['Thomson et al. 1988', 'Rocha et al. 2000', 'NICE NG195'],
  worker,
});

const course = view({
  id: 'course',
  title: { es: 'Dosis repetidas', en: 'Repeated doses' },
  question: {
    es: '¿Qué hace la misma receta cuando fallan los riñones?',
    en: 'What does the same prescription do when the kidneys fail?',
  },
  experiment: courseExperiment,
  controls: {
    kidney: {
      label: { es: 'Función renal', en: 'Kidney function' },
      unit: '%',
      ends: {
        least: {
          es: 'Con menos hay diálisis, que aquí no está.',
          en: 'With less there is dialysis, which is not here.',
        },
        most: { es: 'Ningún riñón sano elimina mucho más.', en: 'No sound kidney clears much more.' },
      },
    },
    dose: {
      label: { es: 'Dosis de mantenimiento', en: 'Maintenance dose' },
      unit: 'mg',
      ends: {
        least: { es: 'Con menos no se llega a la meta.', en: 'With less the target is not reached.' },
        most: {
          es: 'Con más el pico pasa de lo que se tolera.',
          en: 'With more the peak passes what is tolerated.',
        },
      },
    },
    interval: {
      label: { es: 'Intervalo', en: 'Interval' },
      unit: 'h',
      ends: {
        least: { es: 'Más seguido ya es una infusión.', en: 'Any more often, it is an infusion.' },
        most: {
          es: 'Más espaciada, no hay dos dosis que sumar en estos días.',
          en: 'Any further apart, there are no two doses to add up in these days.',
        },
      },
    },
    loading: {
      label: { es: 'Dosis de carga', en: 'Loading dose' },
      unit: 'mg',
      ends: {
        most: {
          es: 'Con más, la primera dosis ya sería tóxica.',
          en: 'With more, the first dose itself would be toxic.',
        },
      },
    },
    route: {
      label: { es: 'Vía', en: 'Route' },
      options: { vein: { es: 'Vena', en: 'Vein' }, mouth: { es: 'Boca', en: 'Mouth' } },
    },
  },
  readings: {
    troughMgPerL: { label: { es: 'Valle al final', en: 'Trough in the end' }, unit: 'mg/L', digits: 1 },
    peakMgPerL: { label: { es: 'Pico al final', en: 'Peak in the end' }, unit: 'mg/L', digits: 1 },
    halfLifeHours: { label: { es: 'Vida media', en: 'Half-life' }, unit: 'h', digits: 1 },
    firstTroughMgPerL: { label: { es: 'Primer valle', en: 'First trough' }, unit: 'mg/L', digits: 1 },
    clearanceLPerHour: { label: { es: 'Depuración', en: 'Clearance' }, unit: 'L/h', digits: 1 },
  },
  headline: 'troughMgPerL',
  presets: [
    {
      id: 'failure',
      name: { es: 'Riñones a 20 %', en: 'Kidneys at 20 %' },
      patient: {
        es: 'Sin paciente: un fármaco de enseñanza en una persona con los riñones a 20 %',
        en: 'No patient: a teaching drug in a person with kidneys at 20 %',
      },
      settings: { kidney: 20 },
    },
    {
      id: 'usual',
      name: { es: 'Riñones sanos', en: 'Sound kidneys' },
      patient: { es: '300 mg cada 8 horas, riñones sanos', en: '300 mg every 8 hours, sound kidneys' },
      settings: {},
    },
    {
      id: 'loading',
      name: { es: 'Con carga', en: 'With a loading dose' },
      patient: {
        es: 'Riñones a 20 %, carga y dosis espaciadas',
        en: 'Kidneys at 20 %, a loading dose and wider intervals',
      },
      settings: { kidney: 20, loading: 350, dose: 200, interval: 16 },
    },
    {
      id: 'mouth',
      name: { es: 'Por boca', en: 'By mouth' },
      patient: { es: 'La misma dosis por boca', en: 'The same dose by mouth' },
      settings: { route: 'mouth' },
    },
  ],
  usualName: { es: 'Riñones sanos', en: 'Sound kidneys' },
  say: ({ readings, usual }) => ({
    es: `Con una vida media de ${number(readings.halfLifeHours, 1)} h se acumula hasta un valle de ${number(readings.troughMgPerL, 1)} y un pico de ${number(readings.peakMgPerL, 1)} mg/L. Con riñones sanos serían ${number(usual.readings.troughMgPerL, 1)} y ${number(usual.readings.peakMgPerL, 1)}. Llegar al equilibrio toma cuatro a cinco vidas medias.`,
    en: `With a half-life of ${number(readings.halfLifeHours, 1)} h it builds up to a trough of ${number(readings.troughMgPerL, 1)} and a peak of ${number(readings.peakMgPerL, 1)} mg/L. With sound kidneys they would be ${number(usual.readings.troughMgPerL, 1)} and ${number(usual.readings.peakMgPerL, 1)}. Steady state takes four to five half-lives.`,
  }),
  plots: ({ traces, usual, lang }) => {
    const most = Math.max(...traces.level.map(([, level]) => level));
    const top = most > 80 ? 200 : most > 40 ? 80 : most > 20 ? 40 : 20;
    return [
      {
        box: [0, 0, 360, 250],
        x: { from: 0, to: 96, ticks: [0, 24, 48, 72, 96], label: lang === 'es' ? 'horas' : 'hours' },
        y: { from: 0, to: top, ticks: [0, top / 4, top / 2, (3 * top) / 4, top], label: 'mg/L' },
        bands: [{ axis: 'y', from: 3, to: 15, fill: 'right-soft', label: lang === 'es' ? 'meta' : 'target' }],
        lines: [
          { points: usual.traces.level, tone: 'ink2', dashed: true },
          { points: traces.level, tone: 'action', thick: true },
        ],
      },
    ];
  },
  table: ({ traces, usual, lang }) => ({
    columns: [lang === 'es' ? 'Hora' : 'Hour', 'mg/L', lang === 'es' ? 'Riñones sanos' : 'Sound kidneys'],
    rows: traces.level
      .map(([h, c], k) => [number(h), number(c, 1), number(usual.traces.level[k]![1], 1)])
      .filter((_, k) => k % 20 === 0),
  }),
  challenges: [
    {
      id: 'adjust',
      text: {
        es: 'Con los riñones a 20 %, deja el valle entre 3 y 6 mg/L desde la primera dosis, y el pico al final bajo 15.',
        en: 'With kidneys at 20 %, leave the trough between 3 and 6 mg/L from the first dose on, and the peak in the end under 15.',
      },
      from: { kidney: 20 },
      moves: ['dose', 'interval', 'loading'],
      goals: [
        { reading: 'troughMgPerL', least: 3, most: 6 },
        { reading: 'peakMgPerL', most: 15 },
        { reading: 'firstTroughMgPerL', least: 3, most: 6 },
      ],
      reason: {
        es: 'La carga depende del volumen y no cambia con el riñón; el mantenimiento depende de la depuración y sí cambia.',
        en: 'The loading dose goes by volume and does not change with the kidney; maintenance goes by clearance, and does.',
      },
      solution: { dose: 200, interval: 16, loading: 350 },
    },
  ],
  leavesOut: [
    {
      es: 'Es un fármaco de enseñanza: 30 L, 5 L/h, 80 % por el riñón; la meta de 3 a 15 mg/L también. Se elimina en proporción a lo que hay; la unión a proteínas no está.',
      en: 'It is a teaching drug: 30 L, 5 L/h, 80 % by the kidney; so is the target of 3 to 15 mg/L. It leaves in proportion to what is there; protein binding is not here.',
    },
  ],
  sources: ['Gibaldi & Perrier 1982', 'Dettli 1976', 'Bateman 1910'],
  worker,
});

const compartments = view({
  id: 'compartments',
  title: { es: 'Dos compartimentos', en: 'Two compartments' },
  question: {
    es: '¿Por qué el nivel cae rápido y después despacio?',
    en: 'Why does the level fall fast at first and slowly later?',
  },
  experiment: compartmentsExperiment,
  controls: {
    exchange: {
      label: { es: 'Intercambio con los tejidos', en: 'Exchange with the tissues' },
      unit: 'L/h',
      ends: {
        least: {
          es: 'Con menos, los tejidos casi no reciben nada.',
          en: 'With less the tissues receive hardly anything.',
        },
        most: {
          es: 'Con más, sangre y tejidos son ya un solo espacio.',
          en: 'With more, blood and tissues are one space.',
        },
      },
    },
    peripheral: {
      label: { es: 'Volumen de los tejidos', en: 'Volume of the tissues' },
      unit: 'L',
      ends: {
        least: {
          es: 'Con menos queda casi todo en la sangre.',
          en: 'With less almost all of it stays in blood.',
        },
        most: {
          es: 'Con más, en un día no se ve salir.',
          en: 'With more, it is not seen to leave within a day.',
        },
      },
    },
    clearance: {
      label: { es: 'Depuración', en: 'Clearance' },
      unit: 'L/h',
      ends: {
        least: { es: 'Con menos, en un día casi no sale.', en: 'With less it hardly leaves within a day.' },
        most: { es: 'El hígado y el riñón no limpian más.', en: 'Liver and kidney clear no more.' },
      },
    },
    route: {
      label: { es: 'Vía', en: 'Route' },
      options: { vein: { es: 'Vena', en: 'Vein' }, mouth: { es: 'Boca', en: 'Mouth' } },
    },
  },
  readings: {
    terminalHours: { label: { es: 'Vida media final', en: 'Terminal half-life' }, unit: 'h', digits: 1 },
    distributionHours: {
      label: { es: 'Vida media de distribución', en: 'Distribution half-life' },
      unit: 'h',
      digits: 2,
    },
    peakMgPerL: { label: { es: 'Nivel más alto', en: 'Highest level' }, unit: 'mg/L', digits: 1 },
    peakHours: { label: { es: 'A las', en: 'After' }, unit: 'h', digits: 1 },
    atTwoHoursMgPerL: { label: { es: 'A las dos horas', en: 'After two hours' }, unit: 'mg/L', digits: 1 },
  },
  headline: 'terminalHours',
  presets: [
    {
      id: 'usual',
      name: { es: 'Un bolo', en: 'A bolus' },
      patient: {
        es: 'Sin paciente: 500 mg de un fármaco de enseñanza en un adulto, por vena',
        en: 'No patient: 500 mg of a teaching drug in an adult, by vein',
      },
      settings: {},
    },
    {
      id: 'mouth',
      name: { es: 'Por boca', en: 'By mouth' },
      patient: {
        es: 'Sin paciente: los mismos 500 mg por boca; se absorben mientras se reparten',
        en: 'No patient: the same 500 mg by mouth; absorbed while they spread',
      },
      settings: { route: 'mouth' },
    },
    {
      id: 'fat',
      name: { es: 'Va a la grasa', en: 'Goes to fat' },
      patient: {
        es: 'Un anestésico que se va a la grasa: despierta pronto y se elimina tarde',
        en: 'An anaesthetic that goes to fat: waking is soon, elimination late',
      },
      settings: { peripheral: 180, exchange: 25 },
    },
  ],
  usualName: { es: 'Un bolo', en: 'A bolus' },
  say: ({ readings, settings }) =>
    settings.route === 'vein'
      ? {
          es: `Primero se reparte, con una vida media de ${number(readings.distributionHours, 2)} h; después se elimina, con ${number(readings.terminalHours, 1)} h. A las dos horas quedan ${number(readings.atTwoHoursMgPerL, 1)} de ${number(readings.peakMgPerL, 1)} mg/L, y la mayor parte sigue en los tejidos.`,
          en: `First it spreads, with a half-life of ${number(readings.distributionHours, 2)} h; then it leaves, with ${number(readings.terminalHours, 1)} h. After two hours ${number(readings.atTwoHoursMgPerL, 1)} of ${number(readings.peakMgPerL, 1)} mg/L are left, and most of it is still in the tissues.`,
        }
      : {
          es: `Por boca se absorbe mientras se reparte: el nivel más alto, ${number(readings.peakMgPerL, 1)} mg/L, llega a las ${number(readings.peakHours, 1)} h, y la caída rápida casi no se ve. Después se elimina igual, con ${number(readings.terminalHours, 1)} h.`,
          en: `By mouth it is absorbed while it spreads: the highest level, ${number(readings.peakMgPerL, 1)} mg/L, comes after ${number(readings.peakHours, 1)} h, and the fast fall hardly shows. Then it leaves just the same, with ${number(readings.terminalHours, 1)} h.`,
        },
  plots: ({ traces, usual, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: { from: 0, to: 24, ticks: [0, 4, 8, 12, 16, 20, 24], label: lang === 'es' ? 'horas' : 'hours' },
      y: {
        from: 0.1,
        to: 100,
        log: true,
        ticks: [0.1, 1, 10, 100],
        label: lang === 'es' ? 'mg/L (escala logarítmica)' : 'mg/L (logarithmic scale)',
        format: (value) => number(value, value < 1 ? 1 : 0),
      },
      lines: [
        { points: usual.traces.level, tone: 'ink2', dashed: true },
        {
          points: traces.single,
          tone: 'ink',
          label: lang === 'es' ? 'si fuera uno solo' : 'if it were only one',
          labelAt: 0.5,
        },
        { points: traces.level, tone: 'action', thick: true },
      ],
    },
  ],
  table: ({ traces, lang }) => ({
    columns: [lang === 'es' ? 'Hora' : 'Hour', 'mg/L', lang === 'es' ? 'Uno solo' : 'Only one'],
    rows: traces.level
      .map(([h, c], k) => [number(h, 1), number(c, 2), number(traces.single[k]![1], 2)])
      .filter((_, k) => k % 10 === 0),
  }),
  challenges: [
    {
      id: 'long-tail',
      text: {
        es: 'Sin tocar la depuración, alarga la vida media final a más de 20 horas.',
        en: 'Without touching clearance, lengthen the terminal half-life to more than 20 hours.',
      },
      from: {},
      moves: ['exchange', 'peripheral'],
      goals: [{ reading: 'terminalHours', least: 20 }],
      reason: {
        es: 'La vida media crece con el volumen: lo que está en los tejidos espera su turno para salir.',
        en: 'Half-life grows with volume: what lies in the tissues waits its turn to leave.',
      },
      solution: { peripheral: 150 },
    },
  ],
  leavesOut: [
    {
      es: 'Valores de enseñanza; la unión a proteínas, los metabolitos activos y un tercer compartimento no están.',
      en: 'Teaching values; protein binding, active metabolites and a third compartment are not here.',
    },
  ],
  sources: ['Riegelman, Loo & Rowland 1968', 'Gibaldi & Perrier 1982'],
  worker,
});

export const figure: Figure = {
  name: 'drug-fate',
  title: { es: 'El destino de un fármaco', en: 'The fate of a drug' },
  views: [gentamicin, course, compartments],
};
