import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runPuente } from '../../../scripts/run-puente.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    /** For a story that goes on beside it on a clock of its own: the API's role, and the owner's. */
    database: { api: string; owner: string };
  }
}

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** One Puente with its demonstration for all journeys: the same that a newcomer starts. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'puente-journeys-'));
  const puente = await runPuente({ port: await freePort(), dataFolder });
  project.provide('address', puente.address);
  project.provide('database', puente.embedded!.urls('puente'));
  return async () => {
    await puente.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}
