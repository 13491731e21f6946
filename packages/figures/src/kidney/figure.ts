import type { AcidBaseDisorder } from '@puente/models';
import {
  clearanceExperiment,
  creatinineExperiment,
  filtrationExperiment,
  gasesExperiment,
} from '@puente/models/experiments/kidney';
import { view, type Figure, type Text } from '../figure.ts';
import { number } from '../numbers.ts';

const disorderNames: Record<AcidBaseDisorder, Text> = {
  'metabolic acidosis': { es: 'acidosis metabólica', en: 'metabolic acidosis' },
  'metabolic alkalosis': { es: 'alcalosis metabólica', en: 'metabolic alkalosis' },
  'acute respiratory acidosis': { es: 'acidosis respiratoria aguda', en: 'acute respiratory acidosis' },
  'chronic respiratory acidosis': { es: 'acidosis respiratoria crónica', en: 'chronic respiratory acidosis' },
  'acute respiratory alkalosis': { es: 'alcalosis respiratoria aguda', en: 'acute respiratory alkalosis' },
  'chronic respiratory alkalosis': {
    es: 'alcalosis respiratoria crónica',
    en: 'chronic respiratory alkalosis',
  },
};

const gases = view({
  id: 'gases',
  title: { es: 'Mapa ácido-base', en: 'Acid–base map' },
  question: {
    es: '¿Es un solo trastorno con su compensación, o son dos?',
    en: 'Is it one disorder with its compensation, or two?',
  },
  experiment: gasesExperiment,
  controls: {
    carbonDioxide: {
      label: { es: 'PCO₂', en: 'PCO₂' },
      unit: 'mmHg',
      ends: {
        least: { es: 'Casi nadie llega a ventilar más.', en: 'Hardly anyone breathes more than that.' },
        most: { es: 'Con más CO₂ no se vive respirando aire.', en: 'With more CO₂ nobody lives on air.' },
      },
    },
    bicarbonate: {
      label: { es: 'HCO₃⁻', en: 'HCO₃⁻' },
      unit: 'mmol/L',
      ends: {
        least: {
          es: 'Con menos no hay reserva que compense.',
          en: 'With less there is no reserve to compensate.',
        },
        most: { es: 'Más se ve muy rara vez.', en: 'More is very seldom seen.' },
      },
    },
    altitude: {
      label: { es: 'Altitud', en: 'Altitude' },
      unit: 'km',
      ends: {
        least: { es: 'Es el nivel del mar.', en: 'This is sea level.' },
        most: {
          es: 'Más arriba no hay gases de residentes con que comparar.',
          en: 'Higher up there are no gases of residents to compare with.',
        },
      },
    },
  },
  readings: {
    ph: { label: { es: 'pH', en: 'pH' }, digits: 2 },
    bicarbonateMmolPerL: { label: { es: 'HCO₃⁻', en: 'HCO₃⁻' }, unit: 'mmol/L' },
    carbonDioxideMmHg: { label: { es: 'PCO₂', en: 'PCO₂' }, unit: 'mmHg' },
    expectedCarbonDioxideMmHg: {
      label: { es: 'PCO₂ esperada', en: 'Expected PCO₂' },
      unit: 'mmHg',
      none: { es: '—', en: '—' },
    },
    expectedBicarbonateMmolPerL: {
      label: { es: 'HCO₃⁻ esperado', en: 'Expected HCO₃⁻' },
      unit: 'mmol/L',
      none: { es: '—', en: '—' },
    },
    disorders: {
      label: { es: 'Trastornos', en: 'Disorders' },
      none: { es: 'fuera de rango', en: 'out of range' },
    },
  },
  headline: 'ph',
  presets: [
    {
      id: 'mateo',
      name: { es: 'Mateo', en: 'Mateo' },
      patient: {
        es: 'Mateo · 2 años, 11 kg · diarrea intensa · pH 7.24 · HCO₃⁻ 10 mmol/L · 106 m',
        en: 'Mateo · 2 years, 11 kg · severe diarrhoea · pH 7.24 · HCO₃⁻ 10 mmol/L · 106 m',
      },
      settings: { bicarbonate: 10, carbonDioxide: 24, altitude: 0.1 },
    },
    {
      id: 'camila',
      name: { es: 'Camila', en: 'Camila' },
      patient: {
        es: 'Camila · 17 años · cetoacidosis · pH 7.22 · 7 m',
        en: 'Camila · 17 years · ketoacidosis · pH 7.22 · 7 m',
      },
      settings: { bicarbonate: 9, carbonDioxide: 23 },
    },
    {
      id: 'nilton',
      name: { es: 'Nilton', en: 'Nilton' },
      patient: {
        es: 'Nilton · 34 años · metanol, veinte horas después · pH 7.23 · HCO₃⁻ 9 mmol/L · Lima',
        en: 'Nilton · 34 years · methanol, twenty hours later · pH 7.23 · HCO₃⁻ 9 mmol/L · Lima',
      },
      settings: { bicarbonate: 9, carbonDioxide: 22, altitude: 0.1 },
    },
    {
      id: 'cusco',
      name: { es: 'Sana en el Cusco', en: 'Well in Cusco' },
      patient: { es: 'Una persona sana del Cusco, 3,400 m', en: 'A healthy person of Cusco, 3,400 m' },
      settings: { bicarbonate: 19, carbonDioxide: 31, altitude: 3.4 },
    },
    {
      id: 'tired',
      name: { es: 'Mateo se cansa', en: 'Mateo tires' },
      patient: {
        es: 'Mateo, si se cansa y respira menos hondo',
        en: 'Mateo, if he tires and breathes less deeply',
      },
      settings: { bicarbonate: 10, carbonDioxide: 34, altitude: 0.1 },
    },
  ],
  usualName: { es: 'A nivel del mar', en: 'At sea level' },
  say: ({ readings, traces }) => {
    const named = traces.disorders.map((disorder) => disorderNames[disorder]);
    const ph = number(readings.ph, 2);
    const expected = readings.expectedCarbonDioxideMmHg ?? readings.expectedBicarbonateMmolPerL;
    const unit = readings.expectedCarbonDioxideMmHg === undefined ? 'mmol/L' : 'mmHg';
    const what = readings.expectedCarbonDioxideMmHg === undefined ? 'HCO₃⁻' : 'PCO₂';
    if (readings.disorders === undefined)
      return {
        es: `Un pH de ${ph} está fuera de lo que este mapa lee (6.80 a 7.80).`,
        en: `A pH of ${ph} is outside what this map reads (6.80 to 7.80).`,
      };
    if (named.length === 0)
      return {
        es: `pH ${ph}: gases usuales para quien vive a esta altitud.`,
        en: `pH ${ph}: usual gases for someone who lives at this altitude.`,
      };
    const margin = number(traces.margin ?? 0);
    return {
      es: `pH ${ph}: ${named[0]!.es}. La compensación esperada es ${what} ${number(expected ?? 0)} ± ${margin} ${unit}${named[1] ? `; lo medido se sale: hay además ${named[1].es}` : ', y se cumple: un solo trastorno'}.`,
      en: `pH ${ph}: ${named[0]!.en}. The expected compensation is ${what} ${number(expected ?? 0)} ± ${margin} ${unit}${named[1] ? `; what was measured lies outside: there is also ${named[1].en}` : ', and it is met: a single disorder'}.`,
    };
  },
  height: 262,
  plots: ({ traces, settings, readings, lang }) => {
    const es = lang === 'es';
    const metabolic = [...traces.metabolicAcidosis].map(([pco2, given]): [number, number] => [pco2, given]);
    const area = (line: [number, number][], half: number): [number, number][] => [
      ...line.map(([pco2, given]): [number, number] => [pco2 - half, given]),
      ...[...line].reverse().map(([pco2, given]): [number, number] => [pco2 + half, given]),
    ];
    const raised = (line: [number, number][], half: number): [number, number][] => [
      ...line.map(([pco2, given]): [number, number] => [pco2, given - half]),
      ...[...line].reverse().map(([pco2, given]): [number, number] => [pco2, given + half]),
    ];
    return [
      {
        box: [0, 0, 360, 262],
        x: { from: 12, to: 90, ticks: [20, 30, 40, 50, 60, 70, 80], label: 'PCO₂, mmHg' },
        y: { from: 4, to: 46, ticks: [10, 20, 30, 40], label: 'HCO₃⁻, mmol/L' },
        areas: [
          { points: area(metabolic, 2), fill: 'action-soft' },
          { points: area(traces.metabolicAlkalosis, 5), fill: 'action-soft' },
          { points: raised(traces.acuteAcidosis, 3), fill: 'grid' },
          { points: raised(traces.chronicAcidosis, 3), fill: 'grid' },
          { points: raised(traces.acuteAlkalosis, 3), fill: 'grid' },
          { points: raised(traces.chronicAlkalosis, 3), fill: 'grid' },
        ],
        lines: [
          ...traces.isoPh.map(({ ph, points }) => ({
            points,
            tone: 'ink2' as const,
            dashed: true,
            label: `pH ${number(ph, 1)}`,
            labelAt: ph > 7.5 ? 0.42 : ph > 7.3 ? 0.8 : 0.94,
          })),
          {
            points: metabolic,
            tone: 'ink',
            label: es ? 'metabólica' : 'metabolic',
            labelAt: 0.02,
            labelSide: 'right',
          },
          { points: traces.acuteAcidosis, tone: 'ink', label: es ? 'aguda' : 'acute', labelSide: 'below' },
          { points: traces.chronicAcidosis, tone: 'ink', label: es ? 'crónica' : 'chronic' },
        ],
        dots: [
          { x: traces.usual.pco2MmHg, y: traces.usual.bicarbonateMmolPerL, tone: 'ink2', hollow: true },
          {
            x: settings.carbonDioxide,
            y: settings.bicarbonate,
            tone: 'action',
            label: `pH ${number(readings.ph, 2)}`,
            side: settings.carbonDioxide > 60 ? 'left' : 'right',
          },
        ],
        drag: { x: 'carbonDioxide', y: 'bicarbonate' },
      },
    ];
  },
  challenges: [
    {
      id: 'mateo-compensation',
      text: {
        es: 'Mateo tiene HCO₃⁻ 10. ¿Con qué PCO₂ está bien compensado?',
        en: 'Mateo has HCO₃⁻ 10. At what PCO₂ is he well compensated?',
      },
      from: { bicarbonate: 10, carbonDioxide: 40, altitude: 0 },
      moves: ['carbonDioxide'],
      goals: [
        { reading: 'disorders', least: 1, most: 1 },
        { reading: 'carbonDioxideMmHg', least: 20, most: 26 },
      ],
      reason: {
        es: 'Winters: 1.5 × 10 + 8 = 23 ± 2 mmHg. Con 40 tendría además una acidosis respiratoria.',
        en: 'Winters: 1.5 × 10 + 8 = 23 ± 2 mmHg. At 40 he would also have a respiratory acidosis.',
      },
      solution: { carbonDioxide: 23 },
    },
  ],
  leavesOut: [
    {
      es: 'La historia viene antes que el mapa: el mismo punto puede tener dos historias. Faltan la brecha aniónica y la albúmina.',
      en: 'History comes before the map: one point may have two histories. Anion gap and albumin are missing.',
    },
    {
      es: 'Las bandas son adultas y de enseñanza; las pendientes crónicas difieren entre fuentes, y llevarlas a la altitud es una extensión nuestra.',
      en: 'The bands are for adults and for teaching; chronic slopes differ between sources, and carrying them to altitude is our extension.',
    },
  ],
  sources: ['Albert, Dell & Winters 1967', 'Berend, de Vries & Gans 2014', 'Pereira-Victorio et al. 2014'],
});

const filtration = view({
  id: 'filtration',
  title: { es: 'Filtración y autorregulación', en: 'Filtration and autoregulation' },
  question: {
    es: '¿Hasta qué presión sostiene el riñón su filtración, y qué se lo impide?',
    en: 'Down to what pressure does the kidney hold its filtration, and what prevents it?',
  },
  experiment: filtrationExperiment,
  controls: {
    pressure: {
      label: { es: 'Presión media', en: 'Mean pressure' },
      unit: 'mmHg',
      ends: {
        least: { es: 'Con menos presión ya no se filtra.', en: 'With less pressure nothing is filtered.' },
        most: {
          es: 'Con más, la autorregulación ya no protege al riñón.',
          en: 'With more, autoregulation no longer protects the kidney.',
        },
      },
    },
    medicine: {
      label: { es: 'Fármacos', en: 'Medicines' },
      options: {
        none: { es: 'Ninguno', en: 'None' },
        nsaid: { es: 'Ibuprofeno (AINE)', en: 'Ibuprofen (NSAID)' },
        'ace inhibitor': { es: 'Enalapril (IECA)', en: 'Enalapril (ACE inhibitor)' },
        both: { es: 'Los dos', en: 'Both' },
      },
    },
    stenosis: {
      label: { es: 'Estrechez de la arteria renal', en: 'Narrowing of the renal artery' },
      unit: 'mmHg·min/mL',
      ends: {
        least: { es: 'La arteria está abierta.', en: 'The artery is open.' },
        most: { es: 'Casi cerrada: ya no llega sangre.', en: 'Almost closed: no blood arrives.' },
      },
    },
  },
  readings: {
    filtrationMlPerMinute: { label: { es: 'Filtración', en: 'Filtration' }, unit: 'mL/min' },
    bloodFlowMlPerMinute: { label: { es: 'Flujo renal', en: 'Renal blood flow' }, unit: 'mL/min' },
    capillaryMmHg: {
      label: { es: 'Presión en el glomérulo', en: 'Pressure in the glomerulus' },
      unit: 'mmHg',
    },
    filtrationPercent: { label: { es: 'Fracción de filtración', en: 'Filtration fraction' }, unit: '%' },
  },
  headline: 'filtrationMlPerMinute',
  presets: [
    {
      id: 'both',
      name: { es: 'Wilson, con los dos', en: 'Wilson, with both' },
      patient: {
        es: 'Wilson · 66 años · diarrea, siguió con su enalapril y tomó ibuprofeno · media 80 mmHg',
        en: 'Wilson · 66 years · diarrhoea, kept taking enalapril and took ibuprofen · mean 80 mmHg',
      },
      settings: { pressure: 80, medicine: 'both' },
    },
    {
      id: 'alone',
      name: { es: 'La misma presión, sin fármacos', en: 'The same pressure, no medicines' },
      patient: { es: 'Wilson sin los fármacos', en: 'Wilson without the medicines' },
      settings: { pressure: 80 },
    },
    {
      id: 'usual',
      name: { es: 'Usual', en: 'Usual' },
      patient: { es: 'Presión media de 95 mmHg', en: 'A mean pressure of 95 mmHg' },
      settings: {},
    },
    {
      id: 'stenosis',
      name: { es: 'Arteria estrecha y enalapril', en: 'Narrow artery and enalapril' },
      patient: {
        es: 'Estrechez de las arterias renales y enalapril',
        en: 'Narrow renal arteries and enalapril',
      },
      settings: { stenosis: 0.05, medicine: 'ace inhibitor' },
    },
  ],
  usualName: { es: 'Usual', en: 'Usual' },
  say: ({ readings, usual }) => {
    const now = number(readings.filtrationMlPerMinute);
    const part = number((100 * readings.filtrationMlPerMinute) / usual.readings.filtrationMlPerMinute);
    return {
      es: `Filtra ${now} mL por minuto, el ${part} % de lo usual, con ${number(readings.capillaryMmHg)} mmHg en el glomérulo. El AINE impide abrir la arteriola de entrada; el IECA, apretar la de salida.`,
      en: `It filters ${now} mL a minute, ${part} % of usual, with ${number(readings.capillaryMmHg)} mmHg in the glomerulus. The NSAID keeps the way in from opening; the ACE inhibitor keeps the way out from tightening.`,
    };
  },
  plots: ({ traces, usual, settings, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 40,
        to: 180,
        ticks: [40, 60, 80, 100, 120, 140, 160, 180],
        label: lang === 'es' ? 'presión media, mmHg' : 'mean pressure, mmHg',
      },
      y: {
        from: 0,
        to: 170,
        ticks: [0, 40, 80, 120, 160],
        label: lang === 'es' ? 'Filtración, mL/min' : 'Filtration, mL/min',
      },
      lines: [
        {
          points: usual.traces.filtration,
          tone: 'ink2',
          dashed: true,
          label: lang === 'es' ? 'usual' : 'usual',
          labelAt: 0.95,
          labelSide: 'below',
        },
        { points: traces.filtration, tone: 'action', thick: true },
      ],
      dots: [
        {
          x: settings.pressure,
          y: readings.filtrationMlPerMinute,
          tone: 'action',
          label: number(readings.filtrationMlPerMinute),
          side: 'right',
        },
      ],
      drag: { x: 'pressure' },
    },
  ],
  table: ({ traces, usual }) => ({
    columns: ['mmHg', 'mL/min', 'mL/min ₀'],
    rows: traces.filtration
      .map(([p, f], k) => [number(p), number(f), number(usual.traces.filtration[k]![1])])
      .filter((_, k) => k % 5 === 0),
  }),
  challenges: [
    {
      id: 'stop-what',
      text: {
        es: 'Con media de 70 mmHg y los dos fármacos, devuelve al menos 80 mL/min sin tocar la presión.',
        en: 'At a mean of 70 mmHg and with both medicines, bring back at least 80 mL/min without touching the pressure.',
      },
      from: { pressure: 70, medicine: 'both' },
      moves: ['medicine'],
      goals: [{ reading: 'filtrationMlPerMinute', least: 80 }],
      reason: {
        es: 'Hay que suspender los dos: cada uno quita una de las dos manos con que el glomérulo sostiene su presión.',
        en: 'Both must stop: each takes away one of the two hands with which the glomerulus holds its pressure.',
      },
      solution: { medicine: 'none' },
    },
  ],
  leavesOut: [
    {
      es: 'La retroalimentación túbulo-glomerular, el curso de las hormonas y la médula. Los límites de la arteriola son valores de enseñanza.',
      en: "Tubuloglomerular feedback, the hormones' time course and the medulla. The arteriole's limits are teaching values.",
    },
  ],
  sources: ['Guyton & Hall', 'Shipley & Study 1951'],
});

const clearance = view({
  id: 'clearance',
  title: { es: 'Depuración', en: 'Clearance' },
  question: {
    es: '¿El túbulo suma, quita o deja pasar?',
    en: 'Does the tubule add, take away, or let pass?',
  },
  experiment: clearanceExperiment,
  controls: {
    urine: {
      label: { es: 'En orina (U)', en: 'In urine (U)' },
      unit: 'mg/dL',
      ends: {
        most: { es: 'Más no cabe en estos tres ejemplos.', en: 'More does not fit these three examples.' },
      },
    },
    flow: {
      label: { es: 'Orina (V)', en: 'Urine flow (V)' },
      unit: 'mL/min',
      ends: {
        least: {
          es: 'Con menos orina la cuenta falla: no hay qué medir.',
          en: 'With less urine the sum fails: there is nothing to measure.',
        },
        most: {
          es: 'Ni bebiendo mucho se orina más por mucho tiempo.',
          en: 'Not even with much to drink is there more urine for long.',
        },
      },
    },
    plasma: {
      label: { es: 'En plasma (P)', en: 'In plasma (P)' },
      unit: 'mg/dL',
      ends: {
        least: {
          es: 'Con menos, el laboratorio no la mide bien.',
          en: 'With less the laboratory cannot measure it well.',
        },
        most: {
          es: 'Con más, el túbulo se satura y la regla cambia.',
          en: 'With more the tubule saturates and the rule changes.',
        },
      },
    },
  },
  readings: {
    clearanceMlPerMinute: { label: { es: 'Depuración U·V/P', en: 'Clearance U·V/P' }, unit: 'mL/min' },
    excretedPercent: {
      label: { es: 'Excretado, de lo filtrado', en: 'Excreted, of what is filtered' },
      unit: '%',
    },
    filteredMgPerMinute: { label: { es: 'Filtrado', en: 'Filtered' }, unit: 'mg/min', digits: 2 },
    excretedMgPerMinute: { label: { es: 'Excretado', en: 'Excreted' }, unit: 'mg/min', digits: 2 },
  },
  headline: 'clearanceMlPerMinute',
  presets: [
    {
      id: 'pah',
      name: { es: 'PAH', en: 'PAH' },
      patient: {
        es: 'Sin paciente: ácido para-aminohipúrico en un adulto; se filtra y además se secreta',
        en: 'No patient: para-aminohippuric acid in an adult; filtered, and secreted besides',
      },
      settings: { urine: 325, flow: 2, plasma: 1 },
    },
    {
      id: 'inulin',
      name: { es: 'Inulina', en: 'Inulin' },
      patient: {
        es: 'Sin paciente: inulina en un adulto; se filtra y nada más',
        en: 'No patient: inulin in an adult; filtered and nothing else',
      },
      settings: {},
    },
    {
      id: 'urea',
      name: { es: 'Urea', en: 'Urea' },
      patient: {
        es: 'Sin paciente: urea en un adulto; cerca de la mitad se reabsorbe',
        en: 'No patient: urea in an adult; about half is reabsorbed',
      },
      settings: { urine: 300, flow: 2, plasma: 10 },
    },
  ],
  usualName: { es: 'Inulina', en: 'Inulin' },
  say: ({ readings }) => {
    const part = readings.excretedPercent;
    return {
      es: `Es como si cada minuto se limpiaran del todo ${number(readings.clearanceMlPerMinute)} mL de plasma. ${part > 105 ? 'Más de lo que se filtra: el túbulo secreta.' : part < 95 ? 'Menos de lo que se filtra: el túbulo reabsorbe.' : 'Lo mismo que se filtra: el túbulo lo deja pasar.'}`,
      en: `It is as if ${number(readings.clearanceMlPerMinute)} mL of plasma were wholly cleaned each minute. ${part > 105 ? 'More than is filtered: the tubule secretes.' : part < 95 ? 'Less than is filtered: the tubule reabsorbs.' : 'As much as is filtered: the tubule lets it pass.'}`,
    };
  },
  height: 200,
  plots: ({ readings, lang }) => {
    const most = 700;
    const es = lang === 'es';
    return [
      {
        box: [0, 0, 360, 200],
        x: { from: 0, to: most, ticks: [0, 100, 200, 300, 400, 500, 600, 700], label: 'mL/min' },
        y: { from: 0, to: 1, ticks: [] },
        rules: [
          { axis: 'x', at: 125, label: es ? 'se filtra: 125' : 'filtered: 125' },
          { axis: 'x', at: 650, label: '' },
        ],
        bars: [
          { x0: 0, x1: Math.min(most, readings.clearanceMlPerMinute), y0: 0.3, y1: 0.62, fill: 'action' },
        ],
        dots: [
          {
            x: Math.min(most, readings.clearanceMlPerMinute),
            y: 0.46,
            tone: 'action',
            label: `${number(readings.clearanceMlPerMinute)}`,
            side: readings.clearanceMlPerMinute > 500 ? 'above' : 'right',
          },
          {
            x: 650,
            y: 0.1,
            tone: 'ink2',
            hollow: true,
            small: true,
            label: es ? 'plasma que llega: 650' : 'plasma that arrives: 650',
            side: 'left',
          },
        ],
      },
    ];
  },
  challenges: [
    {
      id: 'half-reabsorbed',
      text: {
        es: 'Cambia lo que llega a la orina hasta que el túbulo reabsorba la mitad de lo filtrado.',
        en: 'Change what reaches the urine until the tubule reabsorbs half of what is filtered.',
      },
      from: {},
      moves: ['urine', 'flow'],
      goals: [{ reading: 'excretedPercent', least: 45, most: 55 }],
      reason: {
        es: 'Excretado sobre filtrado de ½: importa la cantidad por minuto (U·V), no la concentración sola.',
        en: 'Excreted over filtered of ½: what counts is the amount each minute (U·V), not the concentration alone.',
      },
      solution: { urine: 65 },
    },
  ],
  leavesOut: [
    {
      es: 'La filtración queda fija en 125 mL/min y el flujo de plasma en 650: son adultos de enseñanza.',
      en: 'Filtration stays at 125 mL/min and plasma flow at 650: teaching adults.',
    },
  ],
  sources: ['Smith 1951'],
});

const creatinine = view({
  id: 'creatinine',
  title: { es: 'Creatinina y filtración', en: 'Creatinine and filtration' },
  question: {
    es: '¿Dónde se pierde más filtración: de 1 a 2, o de 4 a 5?',
    en: 'Where is more filtration lost: from 1 to 2, or from 4 to 5?',
  },
  experiment: creatinineExperiment,
  controls: {
    creatinine: {
      label: { es: 'Creatinina', en: 'Creatinine' },
      unit: 'mg/dL',
      ends: {
        least: {
          es: 'Con menos manda el poco músculo y no el riñón.',
          en: 'With less it is scarce muscle that speaks, and not the kidney.',
        },
        most: {
          es: 'Con más casi siempre hay diálisis, y la fórmula ya no dice nada.',
          en: 'With more there is almost always dialysis, and the formula says nothing.',
        },
      },
    },
    age: {
      label: { es: 'Edad', en: 'Age' },
      unit: { es: 'años', en: 'years' },
      ends: {
        least: { es: 'La fórmula es de adultos.', en: 'The formula is for adults.' },
        most: {
          es: 'La fórmula se midió en pocas personas mayores de 90.',
          en: 'The formula was measured in few people over 90.',
        },
      },
    },
    sex: {
      label: { es: 'Sexo', en: 'Sex' },
      options: { female: { es: 'Femenino', en: 'Female' }, male: { es: 'Masculino', en: 'Male' } },
    },
  },
  readings: {
    filtrationMlPerMinute: {
      label: { es: 'Filtración estimada', en: 'Estimated filtration' },
      unit: { es: 'mL/min/1.73 m²', en: 'mL/min/1.73 m²' },
    },
  },
  headline: 'filtrationMlPerMinute',
  presets: [
    {
      id: 'rosa',
      name: { es: 'Rosa, hace años', en: 'Rosa, years ago' },
      patient: {
        es: 'Rosa · 52 años · creatinina 2.4 mg/dL, años antes de la diálisis',
        en: 'Rosa · 52 years · creatinine 2.4 mg/dL, years before dialysis',
      },
      settings: { creatinine: 2.4, age: 52 },
    },
    {
      id: 'usual',
      name: { es: 'Creatinina 1.0', en: 'Creatinine 1.0' },
      patient: {
        es: 'Mujer de 60 años con creatinina 1.0 mg/dL',
        en: 'A woman of 60 with creatinine 1.0 mg/dL',
      },
      settings: {},
    },
    {
      id: 'man',
      name: { es: 'Hombre de 60', en: 'Man of 60' },
      patient: {
        es: 'Hombre de 60 años con creatinina 1.0 mg/dL',
        en: 'A man of 60 with creatinine 1.0 mg/dL',
      },
      settings: { sex: 'male' },
    },
  ],
  usualName: { es: 'Mujer, 60, 1.0', en: 'Woman, 60, 1.0' },
  say: ({ readings, settings }) => ({
    es: `Con ${number(settings.creatinine, 1)} mg/dL filtra cerca de ${number(readings.filtrationMlPerMinute)}. La curva cae más al principio: una creatinina "casi normal" ya puede esconder media filtración perdida.`,
    en: `At ${number(settings.creatinine, 1)} mg/dL it filters about ${number(readings.filtrationMlPerMinute)}. The curve falls most at first: an "almost normal" creatinine may already hide half of the filtration lost.`,
  }),
  plots: ({ traces, usual, settings, readings, lang }) => [
    {
      box: [0, 0, 360, 250],
      x: {
        from: 0,
        to: 8,
        ticks: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        label: lang === 'es' ? 'creatinina, mg/dL' : 'creatinine, mg/dL',
      },
      y: { from: 0, to: 140, ticks: [0, 30, 60, 90, 120], label: 'mL/min/1.73 m²' },
      lines: [
        { points: usual.traces.filtration, tone: 'ink2', dashed: true },
        { points: traces.filtration, tone: 'action', thick: true },
      ],
      dots: [
        {
          x: settings.creatinine,
          y: readings.filtrationMlPerMinute,
          tone: 'action',
          label: number(readings.filtrationMlPerMinute),
          side: 'right',
        },
      ],
      drag: { x: 'creatinine' },
    },
  ],
  table: ({ traces }) => ({
    columns: ['mg/dL', 'mL/min/1.73 m²'],
    rows: traces.filtration.map(([c, f]) => [number(c, 1), number(f)]).filter((_, k) => k % 6 === 0),
  }),
  challenges: [
    {
      id: 'dialysis',
      text: {
        es: '¿Con qué creatinina filtra Rosa, a los 52 años, entre 8 y 10 mL/min por 1.73 m²?',
        en: 'At what creatinine does Rosa, at 52, filter between 8 and 10 mL/min for 1.73 m²?',
      },
      from: { creatinine: 2.4, age: 52 },
      moves: ['creatinine'],
      goals: [{ reading: 'filtrationMlPerMinute', least: 8, most: 10 }],
      reason: {
        es: 'En la parte baja de la curva cada mL/min perdido sube mucho la creatinina.',
        en: 'Low on the curve each mL/min lost raises creatinine a great deal.',
      },
      solution: { creatinine: 5.2 },
    },
  ],
  leavesOut: [
    {
      es: 'Sirve en adultos estables: no en lesión aguda, embarazo, amputación o mucha masa muscular.',
      en: 'It serves stable adults: not acute injury, pregnancy, amputation or much muscle.',
    },
  ],
  sources: ['CKD-EPI: Inker et al. 2021'],
});

export const figure: Figure = {
  name: 'kidney',
  title: { es: 'El riñón y los ácidos', en: 'The kidney and acids' },
  views: [gases, filtration, clearance, creatinine],
};
