import { oxygenSaturation } from '@puente/models';
import type { WarningCode } from '../../schemas/answers.ts';
import type { Printed, Values } from './read-values.ts';

export interface Disagreement {
  code: WarningCode;
  message: string;
  fix: string;
}

/** What values of one person at one moment cannot all be. `around` is whatever else is said of that person. */
export function disagreements(values: Values, around: string): Disagreement[] {
  return [gases(values), saturation(values, around), anionGap(values), meanPressure(values)].flatMap(
    (found) => found ?? [],
  );
}

/** pH = 6.1 + log(HCO₃⁻ / (0.03 · PCO₂)), within .01 and what printing rounds away. */
function gases({ ph, pco2, bicarbonate }: Values): Disagreement | undefined {
  if (!ph || !pco2 || !bicarbonate || ph.value < 6.5 || ph.value > 8) return undefined;
  const at = (acid: number, base: number) => 6.1 + Math.log10(base / (0.03 * acid));
  const least = at(pco2.value + pco2.half, bicarbonate.value - bicarbonate.half) - 0.01 - ph.half;
  const most = at(pco2.value - pco2.half, bicarbonate.value + bicarbonate.half) + 0.01 + ph.half;
  if (ph.value >= least - 1e-9 && ph.value <= most + 1e-9) return undefined;
  return {
    code: 'gases-disagree',
    message: `With PCO₂ ${pco2.value} and HCO₃⁻ ${bicarbonate.value} the pH is ${at(pco2.value, bicarbonate.value).toFixed(2)}, not ${ph.value}`,
    fix: 'correct one of the three',
  };
}

const otherHaemoglobin =
  /HbF|HbS|fetal|newborn|recién nacid|sickle|falciforme|drepanoc|carbon monoxide|monóxido de carbono|carboxy|carboxi|meth?a?emoglob|metahemoglob/i;

/** Adult haemoglobin, with the pH and temperature that are told; 3 points for the measurement. */
function saturation(values: Values, around: string): Disagreement | undefined {
  const { po2, saturation: said, ph, temperature, pco2 } = values;
  if (!po2 || !said || otherHaemoglobin.test(around) || po2.value > 700) return undefined;
  const within = (printed: Printed | undefined, least: number, most: number) =>
    printed && printed.value >= least && printed.value <= most ? printed.value : undefined;
  const conditions = {
    ph: within(ph, 6.6, 8),
    temperatureCelsius: within(temperature, 20, 43),
    pco2MmHg: within(pco2, 5, 150),
  };
  const told = Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
  const expected = 100 * oxygenSaturation(po2.value, told);
  if (Math.abs(expected - said.value) <= 3 + said.half) return undefined;
  return {
    code: 'saturation-disagrees',
    message: `At PaO₂ ${po2.value} mmHg the saturation is about ${expected.toFixed(0)} %, not ${said.value}`,
    fix: 'correct one of the two, or say what moves the curve',
  };
}

function anionGap({ sodium, chloride, bicarbonate, potassium, gap }: Values): Disagreement | undefined {
  if (!sodium || !chloride || !bicarbonate || !gap) return undefined;
  const expected = sodium.value - chloride.value - bicarbonate.value;
  if (Math.abs(expected - gap.value) <= 1) return undefined;
  const counted = potassium && Math.abs(expected + potassium.value - gap.value) <= 1;
  return {
    code: 'anion-gap',
    message: `Na⁺ − Cl⁻ − HCO₃⁻ is ${expected}, not ${gap.value}${counted ? ': K⁺ was counted too' : ''}`,
    fix: 'give the gap without K⁺',
  };
}

/** Diastolic and a third of the pulse pressure; 3 mmHg for a cuff that measures the mean itself. */
function meanPressure({ pressure, meanPressure: said }: Values): Disagreement | undefined {
  if (!pressure || !said) return undefined;
  const [high, low] = pressure;
  const expected = low + (high - low) / 3;
  if (Math.abs(expected - said.value) <= 3) return undefined;
  return {
    code: 'mean-pressure',
    message: `The mean of ${high}/${low} is about ${expected.toFixed(0)} mmHg, not ${said.value}`,
    fix: 'correct one of them',
  };
}
