import type { RoundDetail } from '@puente/schemas';
import { expect, test } from 'vitest';
import { explanation } from './explanation.ts';
import { warningsInWords } from './warnings.ts';

const detail: RoundDetail = {
  round: {
    id: '01a16ea3-f000-7047-81c2-96fcff86f2bf',
    name: 'Boston 2026',
    seats: 20,
    reserves: 5,
    policy: { rule: 'selection/v0', draws: 10_000, seed: '92cd558b' },
    state: 'frozen',
    createdAt: '2026-10-24T16:00:00.000Z',
    resultsPublishedAt: null,
  },
  steps: [],
  sittings: [],
  warnings: ['few_items', 'reliability_under_85', 'ties_at_cut'],
  snapshot: null,
  ranking: null,
  summary: {
    candidates: 204,
    leftOut: 3,
    items: 20,
    constantItems: 0,
    mean: 9.57,
    sd: 4.56,
    alpha: 0.809,
    sem: 1.99,
    cutScore: 16,
    tiesAtCut: 6,
    seatsForTied: 5,
    in: 3,
    inZone: 31,
    out: 170,
    openSeats: 17,
    expectedRight: 12.78,
  },
};
const formulaOf = (id: string) => explanation(detail, 'es').find((step) => step.id === id)?.formula;

test('the account of a list carries the figures of its round', () => {
  expect(formulaOf('group')).toBe('M = 9.57 · s = 4.56 · α = .809');
  // By hand: 9.57 + .809 × 6.43 = 14.77; 4.56 × √(.809 × .191) = 1.79.
  expect(formulaOf('estimate')).toBe('M + α (X − M)\n= 9.57 + .809 × (16 − 9.57)\n= 14.77');
  expect(formulaOf('error')).toBe('s √(α (1 − α))\n= 4.56 × √(.809 × (1 − .809))\n= 1.79');
  expect(explanation(detail, 'en').at(-1)?.text).toContain('3 in, 31 in review, 170 out');
});

test('there is nothing to account for before the freeze', () => {
  expect(explanation({ ...detail, summary: null }, 'es')).toEqual([]);
});

test('warnings say how bad it is, in figures', () => {
  const [few, reliability, ties] = warningsInWords(detail, 'es');
  expect(few?.text).toContain('20 preguntas no pueden nombrar a 20 personas');
  expect(few?.text).toContain('unas 13 de las 20 personas');
  expect(reliability?.text).toContain(
    'α = .81; el error de medida es ± 2.0 aciertos'.replace('± ', '±\u00a0'),
  );
  expect(ties?.text).toContain('6 personas tienen 16 aciertos y para ellas quedan 5 plazas');
});

test('before the freeze a warning promises the figure that it lacks', () => {
  const prepared = { ...detail, summary: null, warnings: ['few_items' as const] };
  expect(warningsInWords(prepared, 'en')[0]?.text).toContain('Once frozen');
});
