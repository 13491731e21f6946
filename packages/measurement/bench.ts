import { fit2pl, itemStatistics, seededRandom, topK } from './src/index.ts';

/** The speeds that the package promises, on one core. */
const limitsSeconds = {
  '2PL, 20,000 × 40': 2,
  'top K, 2,000 candidates × 10,000 draws': 3,
  'top K, 20,000 candidates × 10,000 draws': 25,
  'item statistics, 20,000 × 200': 0.2,
} as const;

function responses(people: number, items: number): number[][] {
  const random = seededRandom(`bench ${people} ${items}`);
  const difficulty = Array.from({ length: items }, () => random.normal());
  const discrimination = Array.from({ length: items }, () => 0.7 + random.next());
  return Array.from({ length: people }, () => {
    const theta = random.normal();
    return difficulty.map((b, j) =>
      random.next() < 1 / (1 + Math.exp(-discrimination[j]! * (theta - b))) ? 1 : 0,
    );
  });
}

function shortlist(candidates: number): { id: string; mean: number; sd: number }[] {
  const random = seededRandom(`bench ${candidates}`);
  return Array.from({ length: candidates }, (_, i) => ({
    id: `candidate ${i}`,
    mean: random.normal(),
    sd: 0.25 + 0.1 * random.next(),
  }));
}

/**
 * The best of several runs, in wall time and in processor time. The smaller one counts: the first
 * also measures what else the machine does, the second also the engine's compiler threads.
 */
const timer =
  (say: (line: string) => void) =>
  (name: keyof typeof limitsSeconds, runs: number, work: () => unknown): boolean => {
    let wall = Infinity;
    let processor = Infinity;
    for (let run = 0; run < runs; run++) {
      const before = process.cpuUsage();
      const start = performance.now();
      work();
      wall = Math.min(wall, (performance.now() - start) / 1000);
      const used = process.cpuUsage(before);
      processor = Math.min(processor, (used.user + used.system) / 1e6);
    }
    const limit = limitsSeconds[name];
    const seconds = Math.min(wall, processor);
    const verdict = seconds <= limit ? 'ok' : 'TOO SLOW';
    say(
      `${name.padEnd(40)} wall ${wall.toFixed(3)} s  processor ${processor.toFixed(3)} s  ` +
        `limit ${limit} s  ${verdict}`,
    );
    return seconds <= limit;
  };

/** Says how fast the package is, and whether that is what it promises. */
export function measureMeasurement(say: (line: string) => void): boolean {
  const time = timer(say);
  const matrix = responses(20_000, 40);
  const wide = responses(20_000, 200);
  const few = shortlist(2000);
  const many = shortlist(20_000);
  say('\nThe statistics, on one core');
  return [
    time('2PL, 20,000 × 40', 3, () => fit2pl(matrix)),
    time('top K, 2,000 candidates × 10,000 draws', 3, () =>
      topK({ estimates: few, k: 20, draws: 10_000, seed: 1 }),
    ),
    time('item statistics, 20,000 × 200', 5, () => itemStatistics(wide)),
    time('top K, 20,000 candidates × 10,000 draws', 1, () =>
      topK({ estimates: many, k: 200, draws: 10_000, seed: 1 }),
    ),
  ].every(Boolean);
}
