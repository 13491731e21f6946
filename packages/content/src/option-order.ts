export type Random = () => number;

/**
 * The option ids in the order to show them. The same seed gives the same order on every device, and
 * the order in the file, where the key often stands first, has no part in it.
 */
export function optionOrder(
  seed: string,
  item: { id: string; options: readonly { id: string }[] },
  randomFrom: (seed: string) => Random = seededRandom,
): string[] {
  const order = item.options.map((option) => option.id).sort();
  const random = randomFrom(`${seed}/${item.id}`);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** mulberry32, started from a murmur-style hash of the seed; there is no secret in it. */
export function seededRandom(seed: string): Random {
  let state = 0x9747b28c ^ seed.length;
  for (const character of seed) {
    state = mix(Math.imul(state ^ character.codePointAt(0)!, 0xcc9e2d51));
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
