import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agonistEffect, curveShape, doseRatio, joinedEffect, receptorOccupancy } from './dose-response.ts';

const full = { dissociationConstant: 1e-6, efficacy: 30 };
const partial = { dissociationConstant: 1e-7, efficacy: 0.5 };
const positive = fc.double({ min: 1e-9, max: 1e-3, noNaN: true });

test('at the EC50 the effect is half of the ceiling, for every agonist and slope', () => {
  fc.assert(
    fc.property(
      positive,
      fc.double({ min: 0.05, max: 100, noNaN: true }),
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      (dissociationConstant, efficacy, transducerSlope) => {
        const agonist = { dissociationConstant, efficacy };
        const { top, ec50 } = curveShape(agonist, { transducerSlope });
        expect(agonistEffect(agonist, ec50, { transducerSlope }) / top).toBeCloseTo(0.5, 9);
      },
    ),
  );
});

test('with spare receptors half of the effect takes 3 % of the receptors', () => {
  const { ec50, occupancyAtEc50, top } = curveShape(full);
  expect(ec50).toBeCloseTo(1e-6 / 31, 15);
  expect(occupancyAtEc50).toBeCloseTo(1 / 32, 12);
  expect(top).toBeCloseTo(30 / 31, 12);
  expect(curveShape(partial).top).toBeCloseTo(1 / 3, 12);
});

test('a reversible antagonist moves the curve right without lowering it: the Schild shift', () => {
  const antagonist = { concentration: 9e-9, dissociationConstant: 1e-9 };
  expect(doseRatio(antagonist)).toBeCloseTo(10, 12);
  expect(curveShape(full, { antagonist }).ec50 / curveShape(full).ec50).toBeCloseTo(10, 9);
  expect(curveShape(full, { antagonist }).top).toBe(curveShape(full).top);
});

test('an irreversible antagonist first moves the curve right, as long as there are spares, and then lowers it', () => {
  const half = curveShape(full, { receptorsLeftFraction: 0.5 });
  const few = curveShape(full, { receptorsLeftFraction: 0.02 });
  expect(half.top).toBeGreaterThan(0.93);
  expect(half.ec50).toBeGreaterThan(1.8 * curveShape(full).ec50);
  expect(few.top).toBeLessThan(0.4);
});

test('a partial agonist does something alone and takes away from a full one', () => {
  const some = { ...partial, concentration: 1e-5 };
  const much = { ...full, concentration: 1e-6 };
  const alone = agonistEffect(full, 1e-6);
  expect(joinedEffect(much, { ...some, concentration: 0 })).toBeCloseTo(alone, 12);
  expect(joinedEffect({ ...much, concentration: 0 }, some)).toBeGreaterThan(0.3);
  expect(joinedEffect(much, some)).toBeLessThan(alone / 1.5);
});

test('an agonist and itself are one agonist', () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      expect(joinedEffect({ ...full, concentration: a }, { ...full, concentration: b })).toBeCloseTo(
        agonistEffect(full, a + b),
        9,
      );
    }),
  );
});

test('no drug does nothing, and a drug without efficacy has no curve', () => {
  expect(agonistEffect(full, 0)).toBe(0);
  expect(receptorOccupancy(full, 1e-6)).toBe(0.5);
  expect(agonistEffect({ ...full, efficacy: 0 }, 1)).toBe(0);
  expect(() => curveShape({ ...full, efficacy: 0 })).toThrow(RangeError);
  expect(() => agonistEffect(full, -1)).toThrow(RangeError);
  expect(() => agonistEffect(full, 1e-6, { receptorsLeftFraction: 2 })).toThrow(RangeError);
});
