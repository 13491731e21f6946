import { startTestPostgres } from './testing.ts';

/** Vitest's global setup: one PostgreSQL for the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestPostgres();
  process.env.PUENTE_TEST_POSTGRES = server.url;
  return server.stop;
}
