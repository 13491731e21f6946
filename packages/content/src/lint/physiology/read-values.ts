import type { Stage } from '../../content.ts';
import { readNumber } from '../option-numbers.ts';

/** A value as it is printed: half of its last digit may have been rounded away. */
export interface Printed {
  value: number;
  half: number;
}

const quantities = {
  ph: 'pH(?: arterial| venoso)?|arterial pH|venous pH',
  pco2: 'P[av]?CO[₂2]|presión (?:arterial )?de CO[₂2]',
  bicarbonate: 'HCO[₃3](?:⁻|-)?|bicarbonato|bicarbonate',
  po2: 'PaO[₂2]',
  saturation:
    'SaO[₂2]|SpO[₂2]|SatO[₂2]|(?:arterial )?saturación(?: de oxígeno| de O[₂2]| arterial)?|(?:oxygen |arterial |O[₂2] )?saturation',
  temperature: 'temperatura|temperature',
  sodium: 'Na⁺|sodio|sodium',
  potassium: 'K⁺|potasio|potassium',
  chloride: 'Cl⁻|cloruro|chloride',
  gap: 'brecha aniónica|anion gap',
  meanPressure: 'presión (?:arterial )?media|PAM|mean (?:arterial )?(?:blood )?pressure|MAP',
} as const;

export type Quantity = keyof typeof quantities;
export type Values = Partial<Record<Quantity, Printed>> & { pressure?: [number, number] };

const amount = String.raw`(\d+(?:[.,]\d+)*)`;
const link = String.raw`(?:\s*(?:,[^,.;\d]{0,20},)?\s*(?:de|of|is|es|era|was|fue|a|at|=|:|,)?\s*(?:la|el|the)?\s*)`;
const readers = Object.entries(quantities).map(
  ([name, words]) =>
    [
      name as Quantity,
      new RegExp(String.raw`(?<![\p{L}Δ])(?:${words})${link}${amount}(?!\s*(?:–|-|a|to|y|and)\s*\d)`, 'giu'),
    ] as const,
);
const pressurePattern = /(?<![\d/])(\d{2,3})\/(\d{2,3})(?:\s*mmHg|(?=[^\d/]|$))/g;

/** What one sentence says of one moment; a quantity that it gives twice tells of a change, and is left out. */
export function valuesInSentence(sentence: string): Values {
  const values: Values = {};
  for (const [name, pattern] of readers) {
    const found = [...sentence.matchAll(pattern)];
    if (found.length === 1) values[name] = printed(found[0]![1]!);
  }
  const pressures = [...sentence.matchAll(pressurePattern)].filter(
    ([, high, low]) => Number(high) > Number(low),
  );
  if (pressures.length === 1) values.pressure = [Number(pressures[0]![1]), Number(pressures[0]![2])];
  if (/saturación venosa|venous saturation|SvO/i.test(sentence)) delete values.saturation;
  return values;
}

export function sentencesOf(text: string): { sentence: string; at: number }[] {
  return [...text.matchAll(/(?:[^.;?!\n]|[.](?=\d))+/g)].map((match) => ({
    sentence: match[0],
    at: match.index,
  }));
}

/** What the facts of one stage say together. */
export function valuesOfStage(stage: Stage): Values {
  const texts = (stage.facts ?? []).map(({ label, value }) =>
    typeof value === 'object' ? '' : `${label.en.split(',')[0]} ${value}`,
  );
  return valuesInSentence(texts.join(' · '));
}

function printed(text: string): Printed {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return { value: readNumber(text), half: 0.5 / 10 ** decimals };
}
