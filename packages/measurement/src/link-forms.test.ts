import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  linkHaebara,
  linkMeanMean,
  linkRandomGroups,
  linkStockingLord,
  transformItem,
  type Anchor,
} from './link-forms.ts';

const zip = (b: number[], a: number[]): Anchor[] =>
  b.map((difficulty, j) => ({ difficulty, discrimination: a[j]! }));
const x = zip([-1.2, -0.5, 0.1, 0.4, 0.9, 1.5], [0.8, 1.1, 1.4, 0.9, 1.6, 1.2]);
const y = zip([-0.9, -0.1, 0.65, 0.9, 1.6, 2.2], [0.7, 1.05, 1.1, 0.85, 1.5, 0.95]);

test('agrees with direct minimisation in R', () => {
  // R: mean(X$a) / mean(Y$a); mean(Y$b) - A * mean(X$b)
  expect(linkMeanMean(x, y).A).toBeCloseTo(1.138211382114, 11);
  expect(linkMeanMean(x, y).B).toBeCloseTo(0.497357723577, 11);
  // R: optim(c(1, 0), H, method = "BFGS") with H Haebara's criterion on 41 points of ±4
  expect(linkHaebara(x, y).A).toBeCloseTo(1.1531740812, 5);
  expect(linkHaebara(x, y).B).toBeCloseTo(0.4999642658, 5);
  // R: the same with S, Stocking and Lord's criterion
  expect(linkStockingLord(x, y).A).toBeCloseTo(1.1453037521, 5);
  expect(linkStockingLord(x, y).B).toBeCloseTo(0.4886536645, 5);
});

const anchors = fc.array(
  fc.tuple(fc.double({ min: -2.5, max: 2.5, noNaN: true }), fc.double({ min: 0.4, max: 2.5, noNaN: true })),
  { minLength: 4, maxLength: 12 },
);
const asAnchors = (rows: [number, number][]): Anchor[] =>
  rows.map(([difficulty, discrimination]) => ({ difficulty, discrimination }));

test('a form linked to itself gives 1 and 0', () => {
  fc.assert(
    fc.property(anchors, (rows) => {
      const form = asAnchors(rows);
      for (const link of [linkMeanMean, linkHaebara, linkStockingLord]) {
        const { A, B } = link(form, form);
        expect(A).toBeCloseTo(1, 9);
        expect(B).toBeCloseTo(0, 9);
      }
    }),
    { seed: 1 },
  );
});

test('recovers a planted A and B', () => {
  fc.assert(
    fc.property(
      anchors,
      fc.double({ min: 0.6, max: 1.6, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (rows, A, B) => {
        const formX = asAnchors(rows);
        const formY = formX.map((item) => transformItem(item, { A, B }));
        for (const link of [linkMeanMean, linkHaebara, linkStockingLord]) {
          const found = link(formX, formY);
          expect(found.A).toBeCloseTo(A, 6);
          expect(found.B).toBeCloseTo(B, 6);
        }
      },
    ),
    { seed: 1 },
  );
});

test('recovers a planted link with guessing', () => {
  const formX = x.map((item) => ({ ...item, guessing: 0.25 }));
  const formY = formX.map((item) => transformItem(item, { A: 1.2, B: -0.4 }));
  expect(formY[0]!.guessing).toBe(0.25);
  for (const link of [linkHaebara, linkStockingLord]) {
    expect(link(formX, formY).A).toBeCloseTo(1.2, 7);
    expect(link(formX, formY).B).toBeCloseTo(-0.4, 7);
  }
});

test('the link back is the inverse', () => {
  for (const link of [linkMeanMean, linkHaebara, linkStockingLord]) {
    const there = link(x, y);
    const back = link(y, x);
    expect(there.A * back.A).toBeCloseTo(1, 6);
    expect(back.B).toBeCloseTo(-there.B / there.A, 6);
  }
});

test('random groups link by their means and spreads', () => {
  expect(linkRandomGroups({ mean: 0, sd: 1 }, { mean: 0, sd: 1 })).toEqual({ A: 1, B: 0 });
  expect(linkRandomGroups({ mean: 0.5, sd: 2 }, { mean: 1, sd: 1 })).toEqual({ A: 0.5, B: 0.75 });
  expect(() => linkRandomGroups({ mean: 0, sd: 0 }, { mean: 0, sd: 1 })).toThrow(RangeError);
});

test('refuses what has no link', () => {
  for (const link of [linkMeanMean, linkHaebara, linkStockingLord]) {
    expect(() => link([], [])).toThrow(RangeError);
    expect(() => link(x.slice(0, 1), y.slice(0, 1))).toThrow(RangeError);
    expect(() => link(x, y.slice(1))).toThrow(RangeError);
    expect(() => link(x, y.with(0, { difficulty: NaN, discrimination: 1 }))).toThrow(RangeError);
    expect(() => link(x, y.with(0, { difficulty: 0, discrimination: -1 }))).toThrow(RangeError);
  }
  expect(() => transformItem(x[0]!, { A: 0, B: 0 })).toThrow(RangeError);
});
