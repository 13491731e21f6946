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
  lot: null,
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
const compare = (one: Row, other: Row, zone: 'dossiers' | 'lottery' = 'dossiers') =>
  compareMerits(
    one,
    other,
    { evidence, policy: { zone, tieBreaks: ['b', 'a'] } },
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

test('a tie is told by the first course of the order that parts them, with both figures', () => {
  const one = row({ percents: [80, 70], outcome: 'seat', decidedBy: 'score' });
  const other = row({ code: 'C-0002', percents: [82, 65], outcome: 'none', decidedBy: 'score' });
  const { sentences } = compare(one, other);
  expect(sentences).toContain('Desempata Genética, a favor de C-0001: 70\u00a0% y 65\u00a0%.');
  expect(sentences).toContain('C-0002: sin plaza. Decidió: el puntaje y, en el empate, el orden publicado.');
});

test('who no course parts, the draw does: the lower digest comes first, and both can be checked', () => {
  const [low, high] = ['3fa1'.padEnd(64, '0'), '91c0'.padEnd(64, '0')];
  const { sentences } = compare(row({ lot: high }), row({ code: 'C-0002', lot: low }));
  expect(sentences).toContain(
    'Ningún curso del orden las separa. Desempata el sorteo público, a favor de C-0002: su huella 3fa10000… va antes que 91c00000….',
  );
  expect(compare(row({}), row({ code: 'C-0002' })).sentences).toContain(
    'Ningún curso del orden las separa: falta el sorteo público.',
  );
  const drawn = compare(row({ lot: low }), row({ code: 'C-0002', rank: 3, score: 58, lot: high }), 'lottery');
  expect(drawn.sentences).toContain(
    'En la zona decide el sorteo público, a favor de C-0001: su huella 3fa10000… va antes que 91c00000….',
  );
});
