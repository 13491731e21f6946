/** What one run of clients measured: rows a second and how long each request took, in milliseconds. */
export interface Timing {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! : Number.NaN;

const summarise = (durationsMs: readonly number[], rows: number, seconds: number): Timing => {
  const sorted = [...durationsMs].sort((a, b) => a - b);
  return {
    perSecond: rows / seconds,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
  };
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The median of each figure over several rounds. */
export const medianTiming = (rounds: readonly Timing[]): Timing => ({
  perSecond: median(rounds.map((round) => round.perSecond)),
  p50: median(rounds.map((round) => round.p50)),
  p95: median(rounds.map((round) => round.p95)),
  p99: median(rounds.map((round) => round.p99)),
});

/** Lets every client send one request after the other until the time is over. */
export const runClients = async (
  clients: readonly (() => Promise<number>)[],
  seconds: number,
): Promise<Timing> => {
  const durations: number[] = [];
  let rows = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    clients.map(async (send) => {
      for (let before = performance.now(); before < end;) {
        const sent = await send();
        rows += sent;
        const after = performance.now();
        durations.push(after - before);
        before = after;
      }
    }),
  );
  return summarise(durations, rows, (performance.now() - started) / 1000);
};

/** Lets every client send so many requests a second, late ones at once, until told to end. */
export const paceClients = async (
  clients: readonly (() => Promise<number>)[],
  perSecond: number,
  until: () => boolean,
): Promise<Timing> => {
  const durations: number[] = [];
  let rows = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (send, index) => {
      let due = started + (index * 1000) / (perSecond * clients.length);
      while (!until()) {
        const wait = due - performance.now();
        if (wait > 0) await new Promise((done) => setTimeout(done, wait));
        // Counted from when it was due: an answer that had to wait for the one before it was slow.
        const before = Math.max(due, performance.now() - 10_000);
        rows += await send();
        durations.push(performance.now() - before);
        due += 1000 / perSecond;
      }
    }),
  );
  return summarise(durations, rows, (performance.now() - started) / 1000);
};
