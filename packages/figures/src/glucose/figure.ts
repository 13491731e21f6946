import { mealExperiment } from '@puente/models/experiments/glucose';
import { view, type Figure } from '../figure.ts';
import { number } from '../numbers.ts';

const meal = view({
  id: 'meal',
  title: { es: 'Una comida y su insulina', en: 'A meal and its insulin' },
  question: {
    es: '¿Cuánta insulina, y cuándo, para este plato?',
    en: 'How much insulin, and when, for this plate?',
  },
  experiment: mealExperiment,
  controls: {
    insulin: {
      label: { es: 'Insulina rápida', en: 'Rapid insulin' },
      unit: { es: 'unidades', en: 'units' },
      ends: {
        most: {
          es: 'Más sería una dosis peligrosa para este plato.',
          en: 'More would be a dangerous dose for this plate.',
        },
      },
    },
    carbohydrate: {
      label: { es: 'Carbohidratos del plato', en: 'Carbohydrate on the plate' },
      unit: 'g',
      ends: {
        least: { es: 'Es un plato sin carbohidratos.', en: 'This is a plate without carbohydrate.' },
        most: { es: 'Es más de lo que cabe en un plato.', en: 'It is more than a plate holds.' },
      },
    },
    before: {
      label: { es: 'Minutos antes de comer', en: 'Minutes before eating' },
      unit: 'min',
      ends: {
        least: { es: 'Una hora después el plato ya pasó.', en: 'An hour later the plate has gone through.' },
        most: {
          es: 'Antes aún, bajaría la glucosa en ayunas.',
          en: 'Earlier still, it would lower glucose while fasting.',
        },
      },
    },
    person: {
      label: { es: 'Persona', en: 'Person' },
      options: {
        healthy: { es: 'Sana', en: 'Healthy' },
        insulinResistant: { es: 'Resistente a la insulina', en: 'Insulin-resistant' },
        typeTwo: { es: 'Diabetes tipo 2', en: 'Type 2 diabetes' },
        typeOne: { es: 'Diabetes tipo 1', en: 'Type 1 diabetes' },
      },
    },
  },
  readings: {
    peakMgPerDL: { label: { es: 'Glucosa más alta', en: 'Highest glucose' }, unit: 'mg/dL' },
    lowestMgPerDL: { label: { es: 'Glucosa más baja', en: 'Lowest glucose' }, unit: 'mg/dL' },
    minutesHigh: { label: { es: 'Por encima de 180', en: 'Above 180' }, unit: 'min' },
    minutesLow: { label: { es: 'Por debajo de 70', en: 'Below 70' }, unit: 'min' },
    insulinPeak: { label: { es: 'Insulina más alta', en: 'Highest insulin' }, unit: 'mU/L' },
  },
  headline: 'peakMgPerDL',
  presets: [
    {
      id: 'camila',
      name: { es: 'Camila, al alta', en: 'Camila, going home' },
      patient: {
        es: 'Camila · 17 años · diabetes tipo 1, tres semanas después de su cetoacidosis · un plato de 60 g',
        en: 'Camila · 17 years · type 1 diabetes, three weeks after her ketoacidosis · a plate of 60 g',
      },
      settings: { person: 'typeOne', insulin: 0 },
    },
    {
      id: 'healthy',
      name: { es: 'Persona sana', en: 'Healthy person' },
      patient: { es: 'El mismo plato en una persona sana', en: 'The same plate in a healthy person' },
      settings: {},
    },
    {
      id: 'resistant',
      name: { es: 'Resistencia', en: 'Resistance' },
      patient: {
        es: 'El mismo plato con resistencia a la insulina: el páncreas trabaja el doble',
        en: 'The same plate with insulin resistance: the pancreas works twice as hard',
      },
      settings: { person: 'insulinResistant' },
    },
    {
      id: 'type-two',
      name: { es: 'Tipo 2', en: 'Type 2' },
      patient: { es: 'El mismo plato en diabetes tipo 2', en: 'The same plate in type 2 diabetes' },
      settings: { person: 'typeTwo' },
    },
  ],
  usualName: { es: 'Persona sana', en: 'Healthy person' },
  say: ({ readings, settings }) => ({
    es: `La glucosa sube hasta ${number(readings.peakMgPerDL)} mg/dL y baja hasta ${number(readings.lowestMgPerDL)}. ${readings.minutesLow > 0 ? `Pasa ${number(readings.minutesLow)} minutos por debajo de 70: hipoglucemia.` : readings.minutesHigh > 0 ? `Pasa ${number(readings.minutesHigh)} minutos por encima de 180.` : 'Se queda entre 70 y 180.'}${settings.person === 'typeOne' && settings.insulin === 0 ? ' Sin insulina, además, el cuerpo haría cuerpos cetónicos, que este modelo no tiene.' : ''}`,
    en: `Glucose rises to ${number(readings.peakMgPerDL)} mg/dL and falls to ${number(readings.lowestMgPerDL)}. ${readings.minutesLow > 0 ? `It spends ${number(readings.minutesLow)} minutes below 70: hypoglycaemia.` : readings.minutesHigh > 0 ? `It spends ${number(readings.minutesHigh)} minutes above 180.` : 'It stays between 70 and 180.'}${settings.person === 'typeOne' && settings.insulin === 0 ? ' Without insulin the body would also make ketones, which this model does not have.' : ''}`,
  }),
  height: 262,
  plots: ({ traces, usual, settings, lang }) => {
    const es = lang === 'es';
    const hours = { from: 0, to: 8 };
    return [
      {
        box: [0, 0, 360, 168],
        x: { ...hours, ticks: [] },
        y: { from: 40, to: 320, ticks: [70, 180, 300], label: es ? 'Glucosa, mg/dL' : 'Glucose, mg/dL' },
        bands: [{ axis: 'y', from: 70, to: 180, fill: 'right-soft', label: '70–180' }],
        rules: [{ axis: 'x', at: 1, label: es ? 'come' : 'eats' }],
        lines: [
          { points: usual.traces.glucose, tone: 'ink2', dashed: true },
          { points: traces.glucose, tone: 'action', thick: true },
        ],
      },
      {
        box: [0, 166, 360, 96],
        x: { ...hours, ticks: [0, 1, 2, 3, 4, 5, 6, 7, 8], label: es ? 'horas' : 'hours' },
        y: { from: 0, to: 150, ticks: [0, 75, 150], label: es ? 'Insulina, mU/L' : 'Insulin, mU/L' },
        ...(settings.insulin > 0 && {
          rules: [
            {
              axis: 'x' as const,
              at: 1 - settings.before / 60,
              tone: 'action' as const,
              label: `${number(settings.insulin, 1)} u`,
            },
          ],
        }),
        lines: [
          { points: usual.traces.insulin, tone: 'ink2', dashed: true },
          { points: traces.insulin, tone: 'ink' },
        ],
      },
    ];
  },
  table: ({ traces, usual, lang }) => ({
    columns:
      lang === 'es'
        ? ['Hora', 'Glucosa', 'Insulina', 'Glucosa, sana']
        : ['Hour', 'Glucose', 'Insulin', 'Glucose, healthy'],
    rows: traces.glucose
      .map(([h, g], k) => [
        number(h, 1),
        number(g),
        number(traces.insulin[k]![1]),
        number(usual.traces.glucose[k]![1]),
      ])
      .filter((_, k) => k % 8 === 0),
  }),
  challenges: [
    {
      id: 'plate',
      text: {
        es: 'Camila va a comer 60 g de carbohidratos. Elige dosis y momento para que no pase más de 30 minutos sobre 180 mg/dL y ninguno bajo 70.',
        en: 'Camila is about to eat 60 g of carbohydrate. Choose dose and moment so that she spends at most 30 minutes above 180 mg/dL and none below 70.',
      },
      from: { person: 'typeOne' },
      moves: ['insulin', 'before'],
      goals: [
        { reading: 'minutesHigh', most: 30 },
        { reading: 'minutesLow', most: 0 },
      ],
      reason: {
        es: 'La insulina bajo la piel tarda: puesta unos minutos antes, alcanza a la comida con menos dosis y sin la caída tardía.',
        en: 'Insulin under the skin is slow: given some minutes before, it meets the meal with a smaller dose and without the late fall.',
      },
      solution: { insulin: 6, before: 30 },
    },
  ],
  leavesOut: [
    {
      es: 'No hay cuerpos cetónicos: este modelo no puede mostrar una cetoacidosis. Faltan también el glucagón, la glucosa en orina y el hígado aparte.',
      en: 'There are no ketones: this model cannot show ketoacidosis. Glucagon, glucose in urine and the liver as a part of its own are missing too.',
    },
    {
      es: 'Son personas de enseñanza: nadie debe calcular aquí su dosis.',
      en: 'These are teaching people: nobody should work out a dose here.',
    },
  ],
  sources: ['Bergman et al. 1979', 'Dalla Man, Camilleri & Cobelli 2006', 'Hovorka et al. 2004'],
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
});

export const figure: Figure = {
  name: 'glucose',
  title: { es: 'Glucosa e insulina', en: 'Glucose and insulin' },
  views: [meal],
};
