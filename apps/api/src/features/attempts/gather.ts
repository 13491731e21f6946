interface Waiting<Item, Result> {
  item: Item;
  done: (result: Result) => void;
  fail: (error: unknown) => void;
}

interface Options<Item> {
  /** Runs under way at once: while they work, the next items gather. */
  atOnce: number;
  /** How much of a run an item takes, and how much there is. */
  sizeOf?: (item: Item) => number;
  largest: number;
  /** Of one owner only one item goes into a run. */
  ownerOf: (item: Item) => string;
}

/**
 * Lets what is asked at the same time be done together: one statement, one commit. Each item gets its own result, in
 * the order of the run; a run that throws fails all its items.
 */
export const gather = <Item, Result>(
  { atOnce, sizeOf = () => 1, largest, ownerOf }: Options<Item>,
  run: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = [];
  let running = 0;

  const take = (): Waiting<Item, Result>[] => {
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    const owners = new Set<string>();
    let size = 0;
    for (const one of waiting) {
      const owner = ownerOf(one.item);
      const more = sizeOf(one.item);
      if ((size > 0 && size + more > largest) || owners.has(owner)) left.push(one);
      else {
        taken.push(one);
        owners.add(owner);
        size += more;
      }
    }
    waiting = left;
    return taken;
  };
  const work = async (taken: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await run(taken.map(({ item }) => item));
      for (const [index, { done, fail }] of taken.entries()) {
        const result = results[index]!;
        if (result.status === 'fulfilled') done(result.value);
        else fail(result.reason);
      }
    } catch (error) {
      for (const { fail } of taken) fail(error);
    }
  };
  const pump = () => {
    while (running < atOnce && waiting.length > 0) {
      running += 1;
      void work(take()).finally(() => {
        running -= 1;
        pump();
      });
    }
  };
  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      pump();
    });
};
