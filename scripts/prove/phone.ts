import type { Receipt, ResponseInput } from '../../packages/schemas/src/index.ts';

interface Line {
  address: string;
  token: string;
  random: () => number;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * A phone against the running server: what it answered waits until a receipt says that it arrived. It loses replies,
 * sends things twice, and tries again after whatever went wrong.
 */
export class Phone {
  readonly given: ResponseInput[] = [];
  readonly receipts = new Map<string, Receipt[]>();
  /** What posts met, by status; 0: nobody answered. */
  readonly statuses = new Map<number, number>();
  readonly #line: Line;
  #waiting: ResponseInput[] = [];

  constructor(line: Line) {
    this.#line = line;
  }

  answer(response: ResponseInput): void {
    this.given.push(response);
    this.#waiting.push(response);
  }

  /** Sends until nothing waits and `over` says that no more comes. */
  async sendAll(over: () => boolean, deadline: number): Promise<void> {
    const { random } = this.#line;
    while (!over() || this.#waiting.length > 0) {
      if (performance.now() > deadline) return;
      if (this.#waiting.length === 0) {
        await pause(20);
        continue;
      }
      const batch = this.#waiting.slice(0, 1 + Math.floor(random() * 10));
      const posts = random() < 0.15 ? [this.#post(batch), this.#post(batch)] : [this.#post(batch)];
      const answered = await Promise.all(posts);
      if (!answered.includes(true)) await pause(50 + random() * 250);
    }
  }

  async #post(batch: readonly ResponseInput[]): Promise<boolean> {
    const { address, token, random } = this.#line;
    const loses = random() < 0.1;
    try {
      const answer = await fetch(`${address}/api/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `puente_access=${token}` },
        body: JSON.stringify({ responses: batch }),
        // A reply that never comes: the answer may be recorded all the same.
        signal: AbortSignal.timeout(loses ? 5 + random() * 30 : 8000),
      });
      this.#count(answer.status);
      if (answer.status !== 200) return false;
      const { receipts } = (await answer.json()) as { receipts: Receipt[] };
      receipts.forEach((receipt, index) => {
        const { id } = batch[index]!;
        this.receipts.set(id, [...(this.receipts.get(id) ?? []), receipt]);
      });
      const held = new Set(
        receipts.flatMap(({ id, status }) => (status === 'refused' || id === null ? [] : [id])),
      );
      this.#waiting = this.#waiting.filter(({ id }) => !held.has(id));
      return true;
    } catch {
      this.#count(0);
      return false;
    }
  }

  #count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
}
