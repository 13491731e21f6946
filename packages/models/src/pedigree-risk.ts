import { requireBetween } from './requirements.ts';

export type InheritancePattern =
  'autosomal dominant' | 'autosomal recessive' | 'X-linked recessive' | 'mitochondrial';

export interface FamilyMember {
  id: string;
  sex: 'female' | 'male';
  /** both or neither, except that a mitochondrial family may give the mother alone */
  motherId?: string;
  fatherId?: string;
  /** absent where nobody knows */
  affected?: boolean;
  /** copies of the variant that a laboratory or the family tree has proved */
  provedCopies?: 0 | 1 | 2;
}

export interface InheritanceModel {
  pattern: InheritancePattern;
  /** of the variant among the people who marry in and the founders; 0.001 where absent */
  variantFrequency?: number;
  /** of those whose genotype shows, who are affected; default 1 */
  penetrance?: number;
  /** of those whose genotype does not show, who are affected all the same; default 0 */
  phenocopyRate?: number;
}

export interface MemberRisk {
  id: string;
  /** probability of 0, 1 and 2 copies; for a man's X and for mitochondria 0 and 1 */
  copies: number[];
  /** probability of carrying the variant at all */
  carries: number;
  /** probability that the genotype is one that shows */
  showing: number;
}

/** A function of the copies of some members; `table` runs with the last member fastest. */
interface Factor {
  members: number[];
  table: Float64Array;
}

function multiply(factors: readonly Factor[], states: readonly number[]): Factor {
  const members = [...new Set(factors.flatMap((factor) => factor.members))];
  const size = members.reduce((product, member) => product * states[member]!, 1);
  if (size > 2_000_000) throw new RangeError('the family is too entangled to compute exactly');
  const table = new Float64Array(size);
  const copies = new Map<number, number>();
  for (let cell = 0; cell < size; cell++) {
    let rest = cell;
    for (let k = members.length - 1; k >= 0; k--) {
      const count = states[members[k]!]!;
      copies.set(members[k]!, rest % count);
      rest = Math.floor(rest / count);
    }
    let product = 1;
    for (const factor of factors) {
      let index = 0;
      for (const member of factor.members) index = index * states[member]! + copies.get(member)!;
      product *= factor.table[index]!;
    }
    table[cell] = product;
  }
  return { members, table };
}

/** Sums a member out, after moving it to the fastest place. */
function sumOut(factor: Factor, member: number, states: readonly number[]): Factor {
  const place = factor.members.indexOf(member);
  const inner = factor.members.slice(place + 1).reduce((product, m) => product * states[m]!, 1);
  const count = states[member]!;
  const table = new Float64Array(factor.table.length / count);
  for (let cell = 0; cell < factor.table.length; cell++) {
    const outer = Math.floor(cell / (inner * count));
    table[outer * inner + (cell % inner)]! += factor.table[cell]!;
  }
  return { members: factor.members.filter((m) => m !== member), table };
}

function marginal(factors: readonly Factor[], target: number, states: readonly number[]): Float64Array {
  let remaining = [...factors];
  const waiting = new Set(states.keys());
  waiting.delete(target);
  while (waiting.size > 0) {
    let best = -1;
    let fewest = Infinity;
    for (const member of waiting) {
      const neighbours = new Set(
        remaining.filter((f) => f.members.includes(member)).flatMap((f) => f.members),
      ).size;
      if (neighbours < fewest) {
        fewest = neighbours;
        best = member;
      }
    }
    const touching = remaining.filter((factor) => factor.members.includes(best));
    remaining = remaining.filter((factor) => !factor.members.includes(best));
    remaining.push(sumOut(multiply(touching, states), best, states));
    waiting.delete(best);
  }
  return multiply(
    [...remaining, { members: [target], table: new Float64Array(states[target]!).fill(1) }],
    states,
  ).table;
}

const half = (copies: number): number => copies / 2;

function orderedFamily(family: readonly FamilyMember[]): Map<string, number> {
  const places = new Map<string, number>();
  family.forEach(({ id }, k) => {
    if (places.has(id)) throw new RangeError(`two members have the id ${JSON.stringify(id)}`);
    places.set(id, k);
  });
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') throw new RangeError(`${JSON.stringify(id)} would be their own ancestor`);
    state.set(id, 'open');
    const { motherId, fatherId } = family[places.get(id)!]!;
    for (const [parentId, sex] of [
      [motherId, 'female'],
      [fatherId, 'male'],
    ] as const) {
      if (parentId === undefined) continue;
      const parent = places.get(parentId);
      if (parent === undefined) throw new RangeError(`no member has the id ${JSON.stringify(parentId)}`);
      if (family[parent]!.sex !== sex)
        throw new RangeError(`${JSON.stringify(parentId)} cannot be that parent`);
      visit(parentId);
    }
    state.set(id, 'done');
  };
  family.forEach(({ id }) => visit(id));
  return places;
}

/**
 * Each person's risk in a family, from who is affected, who is not, and what has been proved.
 *
 * Formula: Bayes over all genotypes, P(copies | family) ∝ Π founders' frequencies · Π transmission · Π of
 * what is seen, summed exactly by eliminating one member at a time. Founders follow Hardy–Weinberg. Shows:
 * one copy if dominant, two if recessive, a man's one X or a woman's two, any mitochondrial variant (taken as
 * in every copy, from the mother alone).
 * Shapes: members in any order; one risk for each, in that order. Loops (cousins who marry) are allowed.
 * Range: 1 to 60 members; frequency above 0 to 0.5; penetrance above 0 to 1; phenocopies 0 to below 1.
 * Leaves out new mutation, mosaics, heteroplasmy, X inactivation, age of onset and linked markers.
 * Errors: RangeError for a family that cannot be (unknown or wrong parents, own ancestors), one parent alone,
 * or findings that the pattern cannot produce: then the pattern, the penetrance or the paternity is wrong.
 * Source: Murphy & Chase (1975), Principles of Genetic Counseling; Elston & Stewart (1971), Hum. Hered. 21,
 * 523–542; elimination as in Lauritzen & Sheehan (2003), Stat. Sci. 18, 489–514.
 */
export function pedigreeRisks(family: readonly FamilyMember[], model: InheritanceModel): MemberRisk[] {
  const { pattern, variantFrequency = 0.001, penetrance = 1, phenocopyRate = 0 } = model;
  if (family.length < 1 || family.length > 60) throw new RangeError(`a family of 1 to 60: ${family.length}`);
  requireBetween(variantFrequency, Number.MIN_VALUE, 0.5, 'variantFrequency');
  requireBetween(penetrance, Number.MIN_VALUE, 1, 'penetrance');
  if (!(phenocopyRate >= 0 && phenocopyRate < 1))
    throw new RangeError(`phenocopyRate must lie in [0, 1): ${phenocopyRate}`);
  const places = orderedFamily(family);
  const mitochondrial = pattern === 'mitochondrial';
  const xLinked = pattern === 'X-linked recessive';
  const single = (member: FamilyMember) => mitochondrial || (xLinked && member.sex === 'male');
  const states = family.map((member) => (single(member) ? 2 : 3));
  const shows = (member: FamilyMember, copies: number): boolean =>
    pattern === 'autosomal dominant' || single(member) ? copies >= 1 : copies === 2;

  /** The chance that an egg or a sperm carries the variant. */
  const passes = (parent: FamilyMember, copies: number) => (single(parent) ? copies : half(copies));

  const factors: Factor[] = family.map((member, k) => {
    const { motherId, fatherId } = member;
    const mother = motherId === undefined ? undefined : places.get(motherId)!;
    const father = fatherId === undefined || mitochondrial ? undefined : places.get(fatherId)!;
    if (!mitochondrial && (motherId === undefined) !== (fatherId === undefined)) {
      throw new RangeError(`${JSON.stringify(member.id)} needs both parents or neither`);
    }
    const q = variantFrequency;
    const child = (copies: number, fromMother: number, fromFather: number): number => {
      if (states[k] === 2) return copies === 1 ? fromMother : 1 - fromMother;
      if (copies === 2) return fromMother * fromFather;
      return copies === 0
        ? (1 - fromMother) * (1 - fromFather)
        : fromMother + fromFather - 2 * fromMother * fromFather;
    };
    const parents = [mother, father].filter((place) => place !== undefined);
    const members = [...parents, k];
    const size = members.reduce((product, m) => product * states[m]!, 1);
    const table = Float64Array.from({ length: size }, (_, cell) => {
      let rest = cell;
      const copies: number[] = [];
      for (let i = members.length - 1; i >= 0; i--) {
        copies[i] = rest % states[members[i]!]!;
        rest = Math.floor(rest / states[members[i]!]!);
      }
      const fromMother = mother === undefined ? q : passes(family[mother]!, copies[0]!);
      const fromFather = father === undefined ? q : passes(family[father]!, copies[parents.length - 1]!);
      return child(copies.at(-1)!, fromMother, fromFather);
    });
    return { members, table };
  });
  family.forEach((member, k) => {
    const table = Float64Array.from({ length: states[k]! }, (_, copies) => {
      if (member.provedCopies !== undefined && member.provedCopies !== copies) return 0;
      if (member.affected === undefined) return 1;
      const risk = shows(member, copies) ? penetrance : phenocopyRate;
      return member.affected ? risk : 1 - risk;
    });
    if (member.provedCopies !== undefined && member.provedCopies >= states[k]!) {
      throw new RangeError(`${JSON.stringify(member.id)} cannot have ${member.provedCopies} copies`);
    }
    factors.push({ members: [k], table });
  });

  return family.map((member, k) => {
    const weights = marginal(factors, k, states);
    const total = weights.reduce((a, b) => a + b, 0);
    if (!(total > 0)) throw new RangeError(`this family cannot be ${pattern} with these findings`);
    const copies = Array.from(weights, (weight) => weight / total);
    return {
      id: member.id,
      copies,
      carries: 1 - copies[0]!,
      showing: copies.reduce((sum, probability, count) => sum + (shows(member, count) ? probability : 0), 0),
    };
  });
}
