import type { Disagreement } from './disagreements.ts';
import { readNumber } from '../option-numbers.ts';

interface Dose {
  name: string;
  drug: RegExp;
  unit: string;
  least: number;
  most: number;
}

/**
 * One dose (or one day's, where it is given by the day) per kilogram, as wide as usual practice for any of its
 * indications: what lies outside is more likely a slip of the pen. British National Formulary for Children; WHO
 * Pocket book of hospital care for children, 2nd ed.; for antidotes, the WHO guidelines on each poisoning.
 */
const doses: Dose[] = [
  dose('adrenaline', 'adrenalina|epinefrina|adrenaline|epinephrine', 'mg/kg', 0.005, 0.1),
  dose('atropine', 'atropina|atropine', 'mg/kg', 0.01, 0.1),
  dose('gentamicin', 'gentamicina|gentamicin', 'mg/kg', 1, 7.5),
  dose('amikacin', 'amikacina|amikacin', 'mg/kg', 7.5, 20),
  dose('paracetamol', 'paracetamol', 'mg/kg', 7.5, 20),
  dose('morphine', 'morfina|morphine', 'mg/kg', 0.02, 0.5),
  dose('naloxone', 'naloxona|naloxone', 'mg/kg', 0.001, 0.1),
  dose('acetylcysteine', 'acetilciste[ií]na|acetylcysteine', 'mg/kg', 50, 200),
  dose('fomepizole', 'fomepizol|fomepizole', 'mg/kg', 10, 15),
  dose('ethanol', 'etanol|ethanol', 'g/kg', 0.6, 1),
  dose('folinic acid', 'ácido folínico|folinic acid', 'mg/kg', 0.5, 2),
  dose('primaquine', 'primaquina|primaquine', 'mg/kg', 0.2, 1),
  dose('hydroxycarbamide', 'hidroxicarbamida|hidroxiurea|hydroxycarbamide', 'mg/kg', 10, 35),
  dose('insulin', 'insulina|insulin', 'U/kg', 0.02, 1.5),
  dose('immunoglobulin', 'inmunoglobulina|immunoglobulin', 'g/kg', 0.2, 2),
  dose('isoniazid', 'isoniazida|isoniazid', 'mg/kg', 5, 15),
  dose('rifampicin', 'rifampicina|rifampicin', 'mg/kg', 8, 35),
  dose(
    'saline or Ringer',
    'suero|solución salina|fisiológico|Ringer|cristaloide|saline|crystalloid',
    'mL/kg',
    5,
    100,
  ),
  dose('glucose', 'glucosa|glucose|dextrosa|dextrose', 'g/kg', 0.2, 2),
  dose('bicarbonate', 'bicarbonato|bicarbonate', 'mmol/kg', 0.5, 2),
];

const given = /(\d+(?:[.,]\d+)?)(?:\s?(?:–|-|a|to)\s?(\d+(?:[.,]\d+)?))?\s?(mg|g|µg|U|mL|mmol)\/kg/g;

export function dosePerWeight(sentence: string, around: string): Disagreement[] {
  return [...sentence.matchAll(given)].flatMap((match) => {
    const [, low = '', high = low, unit = ''] = match;
    const named = doses
      .map((known) => ({ known, away: distance(sentence, known.drug, match.index) }))
      .filter(({ away }) => away < 60)
      .sort((a, b) => a.away - b.away)[0]?.known;
    if (!named) return [];
    const scale =
      unit === 'µg' && named.unit === 'mg/kg' ? 0.001 : `${unit}/kg` === named.unit ? 1 : undefined;
    if (scale === undefined) return [];
    const [least, most] = [readNumber(low) * scale, readNumber(high) * scale];
    if (least < named.least || most > named.most) {
      return [
        {
          code: 'dose-per-weight' as const,
          message: `${named.name} is given at ${named.least} to ${named.most} ${named.unit}, not ${match[0]}`,
          fix: 'correct the dose or its unit',
        },
      ];
    }
    return named.name === 'gentamicin' ? newbornGentamicin(sentence, around, least) : [];
  });
}

const newborn = /newborn|neonat|recién nacid|prematur|preterm/i;
const gestation = /(\d{2})\s*(?:semanas|sem|weeks)/i;
const postnatal =
  /(\d{1,2})\s*(?:días de (?:vida|nacid[oa])|days? (?:old|of life))|(?:day|día) (\d{1,2})(?: of life| de vida)/i;
const interval = /(?:cada|every)\s*(\d{2})\s*(?:h|horas|hours)/i;

/**
 * By gestational and postnatal age: to 29 weeks 5 mg/kg every 48 h in the first week, then 4 every 36 h; 30 to 34
 * weeks 4.5 every 36 h, then 4 every 24 h; from 35 weeks 4 every 24 h. In the first week also 5 mg/kg every 36 h at
 * any gestation, with which the figure opens at term. Within a quarter of either. Sources: NeoFax; NICE guideline
 * NG195, Neonatal infection (2021).
 */
export function newbornGentamicin(sentence: string, around: string, milligrams: number): Disagreement[] {
  if (!newborn.test(around)) return [];
  const weeks = Number(gestation.exec(around)?.[1] ?? NaN);
  const lived = postnatal.exec(around);
  const days = Number(lived?.[1] ?? lived?.[2] ?? NaN);
  const code = 'dose-per-weight' as const;
  if (Number.isNaN(weeks) || Number.isNaN(days)) {
    return [
      {
        code,
        message: "A newborn's dose is judged by gestational and by postnatal age, and one is not told",
        fix: 'give the weeks of gestation and the days of life',
      },
    ];
  }
  const firstWeek = days <= 7;
  const [dosage, hours] =
    weeks < 30 ? (firstWeek ? [5, 48] : [4, 36]) : weeks < 35 ? (firstWeek ? [4.5, 36] : [4, 24]) : [4, 24];
  const accepted = [[dosage, hours] as const, ...(firstWeek ? [[5, 36] as const] : [])];
  const every = Number(interval.exec(sentence)?.[1] ?? hours);
  if (accepted.some(([about, apart]) => Math.abs(milligrams - about) <= about / 4 && every === apart))
    return [];
  return [
    {
      code,
      message: `At ${weeks} weeks and ${days} days gentamicin is given at about ${accepted.map(([about, apart]) => `${about} mg/kg every ${apart} h`).join(' or ')}, not ${milligrams} mg/kg every ${every} h`,
      fix: 'correct the dose, its interval or the ages',
    },
  ];
}

function distance(sentence: string, drug: RegExp, at: number): number {
  return Math.min(...[...sentence.matchAll(drug)].map((match) => Math.abs(match.index - at)), Infinity);
}

function dose(name: string, words: string, unit: string, least: number, most: number): Dose {
  return { name, drug: new RegExp(words, 'giu'), unit, least, most };
}
