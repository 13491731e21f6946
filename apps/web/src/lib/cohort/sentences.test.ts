import { expect, test } from 'vitest';
import { cohortHref } from './address.ts';
import { sentences } from './sentences.ts';

const es = sentences('es');
const en = sentences('en');
const closing = { value: 5, interval: [1, 9] } as const;
const held = { sureAndWrong: 41, of: 180, option: 'El K⁺ alto hiperpolariza.' };

test('the headline says how many of how many, and quotes what they believe without its full stop', () => {
  expect(`${es.share(held)} ${es.believe(held)}`).toBe(
    '41 de 180 creen con seguridad: «El K⁺ alto hiperpolariza»',
  );
  expect(`${en.share(held)} ${en.believe({ ...held, option: 'High K⁺ hyperpolarises' })}`).toBe(
    '41 of 180 are sure of this: “High K⁺ hyperpolarises”',
  );
});

test('where only assessment items mislead, the concept stands for the option that nobody may read', () => {
  expect(`${es.share(held)} ${es.mistaken('Potasio y reposo')}`).toBe(
    '41 de 180 se equivocan con seguridad en: Potasio y reposo',
  );
});

test('one person is spoken of in the singular', () => {
  expect(es.believe({ ...held, sureAndWrong: 1 })).toMatch(/^cree con/);
  expect(en.believe({ ...held, sureAndWrong: 1 })).toMatch(/^is sure/);
});

test.each([
  ['grew', { change: 3.2, closing, interval: [1, 5.4] }, /confianza se adelantó.*\+3 \[1, 5\]/],
  ['fell', { change: -4, closing, interval: [-6, -2] }, /acierto se adelantó.*−4 \[−6, −2\]/],
  ['may not have changed', { change: 3, closing, interval: [-1, 7] }, /a la par.*\+3 \[−1, 7\]/],
] as const)('says when the bias %s', (_, bias, sentence) => {
  expect(es.biasChange(bias)).toMatch(sentence);
});

test('says on which side of being right the confidence ends', () => {
  expect(es.biasNow({ value: 5.4, interval: [1, 9.8] })).toBe(
    'Al final, el grupo confía 5 puntos más de lo que acierta: sesgo +5 [1, 10].',
  );
  expect(es.biasNow({ value: -1.2, interval: [-2, -0.6] })).toBe(
    'Al final, el grupo confía 1 punto menos de lo que acierta: sesgo −1 [−2, −1].',
  );
  expect(en.biasNow({ value: -3, interval: [-7, 1] })).toBe(
    'At the end, how confident the group is cannot be told from how right it is: bias −3 [−7, 1].',
  );
});

test('too little data says how much there is and what is needed', () => {
  expect(es.tooLittle(0, 'pairs')).toMatch(/nadie/);
  expect(es.tooLittle(1, 'pairs')).toMatch(/1 par de .* 10/);
  expect(en.tooLittle(6, 'pairs')).toMatch(/6 pairs .* ten/);
  expect(en.tooLittle(12, 'orders')).toMatch(/both orders/);
});

test('the message to who went quiet carries the address and no count of what waits', () => {
  const text = es.quietMessage('https://puente.example/es/today');
  expect(text).toContain('https://puente.example/es/today');
  expect(text.replace(/https\S+/, '').match(/\d+/g)).toEqual(['10']);
});

test('an address names the course only where it is not the first', () => {
  const cohort = { id: 'c1', courses: [{ id: 'physiology' }, { id: 'genetics' }] };
  expect(cohortHref('es', cohort)).toBe('/es/cohorts/c1');
  expect(cohortHref('es', cohort, 'questions', { course: 'physiology', concept: 'x' })).toBe(
    '/es/cohorts/c1/questions?concept=x',
  );
  expect(cohortHref('en', cohort, 'project', { course: 'genetics', show: undefined })).toBe(
    '/en/cohorts/c1/project?course=genetics',
  );
});
