import { expect, test } from 'vitest';
import { compareMerits, pointsBetween, type Row } from './compare-merits.ts';

const row = (over: Partial<Row>): Row => ({
  code: 'C-0001',
  campusId: null,
  rank: 1,
  score: 60,
  percents: [80, 70],
  makeUp: false,
  tiedWith: 0,
  rankLow: 1,
  rankHigh: 9,
  probability: 0.8,
  zone: 'review',
  dossier: null,
  outcome: null,
  place: null,
  decidedBy: null,
  ...over,
});
const component = (courseId: string, weight: number, sd: number) => ({
  courseId,
  weight,
  sd,
  items: 40,
  constantItems: 0,
  effectiveWeight: 0.5,
  mean: 60,
  alpha: 0.8,
});
const evidence = { components: [component('a', 2, 10), component('b', 1, 20)], compositeSd: 2.5, sem: 3 };
const compare = (one: Row, other: Row) =>
  compareMerits(
    one,
    other,
    { evidence, policy: { zone: 'dossiers' } },
    { a: 'Fisiología', b: 'Genética' },
    'es',
  );

test('what the courses bring adds up to the difference of the scores', () => {
  const one = row({ percents: [80, 70] });
  const other = row({ percents: [70, 90] });
  // 10 × 2 × 10/10 / 2.5 = 8, and 10 × 1 × −20/20 / 2.5 = −4
  expect(pointsBetween(one, other, evidence)).toEqual([8, -4]);
});

test('a difference within the error of measurement is told as one that does not part them', () => {
  const near = compare(row({}), row({ code: 'C-0002', rank: 2, score: 57 }));
  expect(near.codes).toEqual(['C-0001', 'C-0002']);
  expect(near.sentences.join(' ')).toContain('C-0001 tiene 3.0 puntos más');
  // 3 × √2 = 4.24
  expect(near.sentences.join(' ')).toContain('unos 4.2 puntos: esta es menor');
  const far = compare(row({}), row({ code: 'C-0002', rank: 9, score: 50 }));
  expect(far.sentences.join(' ')).toContain('unos 4.2 puntos: esta es mayor');
});

test('who was placed better stands first though ranked lower, and it says what decided', () => {
  const read = { readings: 2, needed: 2, score: 13.5, discrepant: false };
  const seated = row({
    code: 'C-0009',
    rank: 5,
    score: 58,
    outcome: 'seat',
    decidedBy: 'zone',
    dossier: read,
  });
  const left = row({ code: 'C-0004', rank: 4, score: 59, outcome: 'none', decidedBy: 'override' });
  const { codes, sentences } = compare(left, seated);
  expect(codes).toEqual(['C-0009', 'C-0004']);
  expect(sentences).toContain(
    'C-0009: plaza. Decidió: los expedientes, como dijo la política para la zona; expediente 13.5 de 16.',
  );
  expect(sentences).toContain('C-0004: sin plaza. Decidió: un cambio a mano, con dos firmas.');
});

test('equal scores are told as equal, and an open review as open', () => {
  const { sentences } = compare(row({}), row({ code: 'C-0002' }));
  expect(sentences[0]).toContain('mismo puntaje');
  expect(sentences).toContain('Todavía no se decide: falta terminar la revisión.');
});
