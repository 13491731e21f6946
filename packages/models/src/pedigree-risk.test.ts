import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pedigreeRisks, type FamilyMember } from './pedigree-risk.ts';

const woman = (id: string, rest: Partial<FamilyMember> = {}): FamilyMember => ({
  id,
  sex: 'female',
  ...rest,
});
const man = (id: string, rest: Partial<FamilyMember> = {}): FamilyMember => ({ id, sex: 'male', ...rest });
const riskOf = (id: string, ...args: Parameters<typeof pedigreeRisks>) =>
  pedigreeRisks(...args).find((r) => r.id === id)!;

const daughterOfCarrier = (sons: number): FamilyMember[] => [
  woman('grandmother', { provedCopies: 1 }),
  man('grandfather', { affected: false }),
  woman('mother', { motherId: 'grandmother', fatherId: 'grandfather' }),
  man('father', { affected: false }),
  ...Array.from({ length: sons }, (_, k) =>
    man(`son ${k}`, { motherId: 'mother', fatherId: 'father', affected: false }),
  ),
];

// ½·(½)³ against ½·1: Murphy & Chase (1975), Principles of Genetic Counseling
test('X-linked: a carrier prior of ½ and three unaffected sons leave 1/9', () => {
  const model = { pattern: 'X-linked recessive' } as const;
  expect(riskOf('mother', daughterOfCarrier(0), model).carries).toBeCloseTo(1 / 2, 12);
  expect(riskOf('mother', daughterOfCarrier(3), model).carries).toBeCloseTo(1 / 9, 12);
});

test('recessive: the unaffected brother of an affected child carries with ⅔', () => {
  const family = [
    woman('mother', { affected: false }),
    man('father', { affected: false }),
    woman('ill', { motherId: 'mother', fatherId: 'father', affected: true }),
    man('brother', { motherId: 'mother', fatherId: 'father', affected: false }),
    woman('next', { motherId: 'mother', fatherId: 'father' }),
  ];
  const model = { pattern: 'autosomal recessive', variantFrequency: 0.01 } as const;
  expect(riskOf('brother', family, model).carries).toBeCloseTo(2 / 3, 12);
  expect(riskOf('mother', family, model).copies[1]).toBeCloseTo(1, 12);
  expect(riskOf('next', family, model).showing).toBeCloseTo(1 / 4, 12);
});

test('dominant: with a penetrance of .8 the unaffected child of a carrier still carries with 1/6', () => {
  const family = [
    woman('mother', { provedCopies: 1, affected: true }),
    man('father', { provedCopies: 0 }),
    man('child', { motherId: 'mother', fatherId: 'father', affected: false }),
  ];
  expect(riskOf('child', family, { pattern: 'autosomal dominant', penetrance: 0.8 }).carries).toBeCloseTo(
    1 / 6,
    12,
  );
});

test('mitochondrial: every child of an affected woman carries and no child of an affected man', () => {
  const family = [
    woman('mother', { affected: true }),
    man('son', { motherId: 'mother' }),
    woman('wife', { provedCopies: 0 }),
    woman('grandchild', { motherId: 'wife', fatherId: 'son' }),
  ];
  const model = { pattern: 'mitochondrial' } as const;
  expect(riskOf('son', family, model).carries).toBeCloseTo(1, 12);
  expect(riskOf('grandchild', family, model).carries).toBeCloseTo(0, 12);
});

test('the child of first cousins with a common carrier grandparent has the risk that the loop gives: 1/64', () => {
  const family = [
    woman('gm', { provedCopies: 1 }),
    man('gf', { provedCopies: 0 }),
    woman('a', { motherId: 'gm', fatherId: 'gf' }),
    man('b', { motherId: 'gm', fatherId: 'gf' }),
    man('x', { provedCopies: 0 }),
    woman('y', { provedCopies: 0 }),
    woman('c', { motherId: 'a', fatherId: 'x' }),
    man('d', { motherId: 'y', fatherId: 'b' }),
    woman('child', { motherId: 'c', fatherId: 'd' }),
  ];
  expect(riskOf('child', family, { pattern: 'autosomal recessive' }).showing).toBeCloseTo(1 / 64, 12);
});

test('a carrier counted by hand from any frequency agrees, and a founder alone keeps the frequency of the population', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      (q, sons) => {
        const model = { pattern: 'X-linked recessive', variantFrequency: q } as const;
        const family = daughterOfCarrier(sons).map(
          ({ provedCopies: _, ...member }) => member as FamilyMember,
        );
        // by hand: mother's copies from an untested grandmother and an unaffected grandfather
        const fromGrandmother = q;
        const carrier = fromGrandmother * 0.5 ** sons;
        expect(riskOf('mother', family, model).carries).toBeCloseTo(carrier / (carrier + 1 - q), 10);
        expect(riskOf('founder', [woman('founder')], model).copies[1]).toBeCloseTo(2 * q * (1 - q), 12);
      },
    ),
    { numRuns: 20 },
  );
});

test('a family or findings that cannot be are refused', () => {
  const recessive = { pattern: 'autosomal recessive' } as const;
  const parents = [woman('m', { affected: true }), man('f', { affected: true })];
  expect(() =>
    pedigreeRisks([...parents, man('c', { motherId: 'm', fatherId: 'f', affected: false })], recessive),
  ).toThrow(/cannot be autosomal recessive/);
  expect(() => pedigreeRisks([man('c', { motherId: 'm' })], recessive)).toThrow(/no member/);
  expect(() => pedigreeRisks([woman('m'), man('c', { motherId: 'm' })], recessive)).toThrow(/both parents/);
  expect(() => pedigreeRisks([man('m'), woman('c', { motherId: 'm', fatherId: 'm' })], recessive)).toThrow(
    /that parent/,
  );
  expect(() => pedigreeRisks([man('a'), man('a')], recessive)).toThrow(/two members/);
  const own = [
    woman('a', { motherId: 'b', fatherId: 'f' }),
    woman('b', { motherId: 'a', fatherId: 'f' }),
    man('f'),
  ];
  expect(() => pedigreeRisks(own, recessive)).toThrow(/ancestor/);
});
