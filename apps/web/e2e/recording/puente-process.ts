import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** Puente as a newcomer starts it, in a process of its own that can be killed. */
export class PuenteProcess {
  readonly address: URL;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.address = new URL(`http://localhost:${port}`);
  }

  static async open(folder: string): Promise<PuenteProcess> {
    const puente = new PuenteProcess(folder, await freePort());
    await puente.start();
    return puente;
  }

  async start(): Promise<void> {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...environment } = process.env;
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env: { ...environment, PORT: this.address.port, PUENTE_DATA: this.#folder, NODE_ENV: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`Puente ended with ${child.exitCode}`);
      const answer = await fetch(new URL('/api/health', this.address)).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 250));
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }

  /** Without a word, as when the machine loses its power. */
  kill = () => this.#end('SIGKILL');
  stop = () => this.#end('SIGTERM');
}
