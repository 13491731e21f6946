import { expect, test } from 'vitest';
import { expectOnly, planted } from '../../testing/plant.ts';

const file = 'tiny/salt/practice.yaml';
const caseFile = 'tiny/salt/case.yaml';

/** The first practice item with a stem of its own in English, at a known altitude, its numbers in Spanish too. */
function say(words: string) {
  const english = `${words} It was at 154 m.`;
  const spanish = english.match(/\d+(?:[.,]\d+)*/g)?.join(' · ') ?? '';
  const stem = JSON.stringify({ es: `Sus números: ${spanish}`, en: english });
  return planted(file, '{ es: Situación practice-1., en: Situation practice-1. }', stem);
}
const warned = (english: string, code: string) =>
  expectOnly(say(english), { severity: 'warning', code, file, field: 'items[0].stem.en', at: 'stem:' });
const passes = (english: string) => expectOnly(say(english));

test('pH, PCO₂ and HCO₃⁻ that no blood can have are warned of', () => {
  warned('She has pH 7.20, PaCO₂ 40 mmHg and HCO₃⁻ 24 mmol/L.', 'gases-disagree');
  passes('She has pH 7.40, PaCO₂ 40 mmHg and HCO₃⁻ 24 mmol/L.');
  passes('She has pH 7.22, PaCO₂ 23 mmHg and HCO₃⁻ 9 mmol/L.');
  passes('Her pH went from 7.20 to 7.35 and PaCO₂ 40 mmHg, HCO₃⁻ 24 mmol/L.');
});

test('what a wrong option says is not held against it', () => {
  const wrong = '{ es: "pH 7.1, PaCO₂ 40, HCO₃⁻ 24", en: "pH 7.1, PaCO₂ 40, HCO₃⁻ 24" }';
  const files = planted(file, '{ es: Baja, en: It falls }', wrong);
  expectOnly(files);
});

test('a saturation that no adult blood has at its PaO₂ is warned of', () => {
  warned('In Lima he has PaO₂ 40 mmHg and a saturation of 96 %.', 'saturation-disagrees');
  passes('In Lima he has PaO₂ 40 mmHg and a saturation of 75 %.');
  passes('With carbon monoxide he has PaO₂ 90 mmHg and a saturation of 60 %.');
  passes('A newborn has PaO₂ 40 mmHg and a saturation of 90 %.');
  passes('He has PaO₂ 92 mmHg, mixed venous saturation 70 %.');
  warned('He has PaO₂ 60 mmHg and a saturation of 90 %, pH 7.0, temperature 40 °C.', 'saturation-disagrees');
  passes('He has PaO₂ 60 mmHg and a saturation of 64 %, pH 7.0, temperature 40 °C.');
});

test('an anion gap that counts potassium, or errs, is warned of', () => {
  warned('Na⁺ 140, K⁺ 5, Cl⁻ 100, HCO₃⁻ 10, anion gap 35 mmol/L.', 'anion-gap');
  passes('Na⁺ 140, K⁺ 5, Cl⁻ 100, HCO₃⁻ 10, anion gap 30 mmol/L.');
});

test('a mean pressure that is not of its pressure is warned of', () => {
  warned('His pressure is 120/80 mmHg and his mean pressure is 100 mmHg.', 'mean-pressure');
  passes('His pressure is 120/80 mmHg and his mean pressure is 93 mmHg.');
});

test('an estimated filtration is for adults who are stable and not pregnant', () => {
  warned('A pregnant woman has an eGFR of 90 mL/min.', 'estimated-filtration');
  warned('A boy has an eGFR of 90 mL/min.', 'estimated-filtration');
  warned('After acute kidney injury his eGFR is 30 mL/min.', 'estimated-filtration');
  passes('A man with diabetes has an eGFR of 30 mL/min.');
});

test('the three genotypes of two alleles sum to one', () => {
  warned('Genotypes: AA 0.49, Aa 0.42, aa 0.19.', 'genotype-sum');
  warned('Genotypes: SS 49 %, AS 42 %, AA 19 %.', 'genotype-sum');
  passes('Genotypes: AA 0.49, Aa 0.42, aa 0.09.');
  passes('Genotypes: SS 33 %, AS 33 %, AA 33 %.');
});

test('a dose per kilogram far from usual practice is warned of', () => {
  warned('Give adrenaline 1 mg/kg into the thigh.', 'dose-per-weight');
  warned('Give adrenaline 1 µg/kg into the thigh.', 'dose-per-weight');
  passes('Give adrenaline 0.01 mg/kg into the thigh.');
  passes('Give adrenaline 10 µg/kg into the thigh.');
  passes('Urine of 80 mOsm/kg, and bosentan 900 mg/kg.');
});

test('gentamicin in a newborn goes by weeks of gestation and days of life', () => {
  passes('A newborn of 28 weeks, 3 days old, gets gentamicin 5 mg/kg every 48 h.');
  warned('A newborn of 28 weeks, 3 days old, gets gentamicin 5 mg/kg every 24 h.', 'dose-per-weight');
  warned('A newborn of 39 weeks, 3 days old, gets gentamicin 7 mg/kg every 24 h.', 'dose-per-weight');
  passes('A newborn of 32 weeks, 2 days old, gets gentamicin 4.5 mg/kg every 36 h.');
  warned('A newborn of 32 weeks, 2 days old, gets gentamicin 4.5 mg/kg every 24 h.', 'dose-per-weight');
  passes('A newborn of 32 weeks, 10 days old, gets gentamicin 4 mg/kg every 24 h.');
  warned('A newborn of 32 weeks, 10 days old, gets gentamicin 5 mg/kg every 36 h.', 'dose-per-weight');
  passes('A newborn of 39 weeks, 2 days old, gets gentamicin 4 mg/kg every 24 h.');
  passes('A newborn of 39 weeks, 2 days old, gets gentamicin 5 mg/kg every 36 h.');
  warned('A newborn gets gentamicin 4 mg/kg every 24 h.', 'dose-per-weight');
  passes('A man gets gentamicin 7 mg/kg every 24 h.');
});

test('the facts of one stage of a case are read together', () => {
  const fact = (label: string, value: string, unit: string) =>
    `      - { group: tests, label: { es: ${label}, en: ${label} }, value: ${value}, unit: "${unit}", reference: "1–2" }\n`;
  const gases = fact('pH', '7.2', '1') + fact('PaCO₂', '40', 'mmHg') + fact('HCO₃⁻', '24', 'mmol/L');
  expectOnly(planted(caseFile, '    facts:\n', `    facts:\n${gases}`), {
    severity: 'warning',
    code: 'gases-disagree',
    file: caseFile,
    field: 'stages[1].facts',
    at: 'facts:',
  });
  const sound = gases.replace('7.2,', '7.4,');
  expectOnly(planted(caseFile, '    facts:\n', `    facts:\n${sound}`));
  expect(sound).not.toBe(gases);
});
