export const lineStates = ['good', 'lossy', 'slow', 'none', 'portal', 'busy'] as const;
export type LineState = (typeof lineStates)[number];

export interface Asked {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** The page that asks. */
interface Tab {
  alive: boolean;
  phone: { world: { now: number } };
}

/** A request on its way, which arrives whenever the line lets it. */
interface Held {
  since: number;
  tab: Tab;
  deliver: () => Promise<void>;
  /** The phone's patience is at its end; the request may still arrive. */
  giveUp: () => void;
}

const patienceMs = 20_000;
const fail = () => Promise.reject(new TypeError('Failed to fetch'));
const status = (code: number, headers = {}) => new Response(null, { status: code, headers });

/** A phone's connection: loses, delays, repeats, reorders; sometimes somebody else answers. */
export class Line {
  state: LineState = 'good';
  readonly held: Held[] = [];
  /** Requests that the server is working on. */
  underWay = 0;
  readonly random: () => number;
  #server: (asked: Asked) => Promise<Response>;

  constructor(random: () => number, server: (asked: Asked) => Promise<Response>) {
    this.random = random;
    this.#server = server;
  }

  async #ask(asked: Asked): Promise<Response> {
    this.underWay++;
    try {
      return await this.#server(asked);
    } finally {
      this.underWay--;
    }
  }

  fetchOf(tab: Tab): typeof fetch {
    return (async (path: string, init: RequestInit = {}) => {
      // A page that is gone waits for ever; what it sent may have arrived.
      const answer = await this.#carry(tab, {
        path,
        method: init.method ?? 'GET',
        headers: init.headers as Record<string, string>,
        body: init.body as string | undefined,
      }).catch((reason: unknown) =>
        tab.alive ? Promise.reject(reason) : new Promise<never>(() => undefined),
      );
      return tab.alive ? answer : new Promise<never>(() => undefined);
    }) as typeof fetch;
  }

  #carry(tab: Tab, asked: Asked): Promise<Response> {
    const chance = this.random();
    switch (this.state) {
      case 'none':
        return fail();
      case 'portal':
        return Promise.resolve(new Response('<html>Acepta los términos</html>'));
      case 'busy':
        return Promise.resolve(status(chance < 0.5 ? 503 : 429, { 'retry-after': '3' }));
      case 'lossy':
        if (chance < 0.25) return fail();
        if (chance < 0.5) return this.#ask(asked).then(fail);
        if (chance < 0.65) return this.#ask(asked).then(() => this.#ask(asked));
        if (chance < 0.75) return Promise.resolve(status(500));
        return this.#ask(asked);
      case 'slow':
        return this.#hold(tab, asked);
      case 'good':
        return this.#ask(asked);
    }
  }

  #hold(tab: Tab, asked: Asked): Promise<Response> {
    return new Promise((answer, refuse) => {
      const held: Held = {
        since: tab.phone.world.now,
        tab,
        deliver: async () => {
          this.held.splice(this.held.indexOf(held), 1);
          answer(await this.#ask(asked));
        },
        giveUp: () => refuse(new DOMException('Timed out', 'TimeoutError')),
      };
      this.held.push(held);
    });
  }

  /** What has been on its way for too long is given up by the phone, not by the line. */
  tire(now: number) {
    for (const { since, giveUp } of this.held) if (now - since >= patienceMs) giveUp();
  }

  /** Some of what is on its way arrives, not in the order in which it left. */
  async deliver(): Promise<void> {
    const held = this.held[Math.floor(this.random() * this.held.length)];
    await held?.deliver();
  }
}
