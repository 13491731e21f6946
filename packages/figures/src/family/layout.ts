import type { Relative } from '@puente/models/experiments/family';

export interface Placed {
  x: number;
  y: number;
}

export interface Couple {
  mother: number;
  father: number;
  children: number[];
}

const born = ({ mother, father }: Relative) => mother !== undefined && father !== undefined;

export const couplesOf = (family: readonly Relative[]): Couple[] => {
  const couples = new Map<string, Couple>();
  family.forEach(({ mother, father }, child) => {
    if (mother === undefined || father === undefined) return;
    const key = `${mother}-${father}`;
    const couple = couples.get(key) ?? { mother, father, children: [] };
    couple.children.push(child);
    couples.set(key, couple);
  });
  return [...couples.values()];
};

/** Generations from the top, who marries in beside whom they marry, children in the order of their parents. */
export const layOut = (family: readonly Relative[], width: number, top: number, height: number): Placed[] => {
  const couples = couplesOf(family);
  const partners = (who: number) =>
    couples.flatMap(({ mother, father }) => (mother === who ? [father] : father === who ? [mother] : []));
  const depth = family.map(() => 0);
  for (let round = 0; round < family.length; round++) {
    family.forEach((one, k) => {
      const above = born(one) ? Math.max(depth[one.mother!]!, depth[one.father!]!) + 1 : 0;
      depth[k] = Math.max(depth[k]!, above, ...partners(k).map((other) => depth[other]!));
    });
  }
  const deepest = Math.max(...depth);
  const placed: Placed[] = family.map(() => ({ x: 0, y: 0 }));
  for (let level = 0; level <= deepest; level++) {
    const here = family.map((_, k) => k).filter((k) => depth[k] === level);
    const middle = (k: number) => {
      const { mother, father } = family[k]!;
      return mother === undefined ? undefined : (placed[mother]!.x + placed[father!]!.x) / 2;
    };
    const rooted = here.filter((k) => born(family[k]!) || !partners(k).some((other) => born(family[other]!)));
    rooted.sort((a, b) => (middle(a) ?? 0) - (middle(b) ?? 0) || a - b);
    const order: number[] = [];
    for (const k of rooted) {
      if (order.includes(k)) continue;
      order.push(k);
      for (const other of partners(k)) if (here.includes(other) && !order.includes(other)) order.push(other);
    }
    const room = Math.min(64, width / order.length);
    const start = (width - room * order.length) / 2;
    order.forEach((k, place) => {
      placed[k] = {
        x: start + room * (place + 0.5),
        y: deepest === 0 ? top + height / 2 : top + (height * level) / deepest,
      };
    });
  }
  return placed;
};
