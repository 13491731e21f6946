import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { explainObstacle, findObstacle } from './listen-obstacle.ts';

const say = (line: string) => console.log(line);

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
};

// From the first moment: PostgreSQL and the build are processes of their own, which would outlive this one.
const ending = new AbortController();
const ended = new Promise((done) => ending.signal.addEventListener('abort', done));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  fail(`PORT is "${process.env.PORT}"; give a number from 1 to 65535.`);
const host = process.env.PUENTE_HOST || (process.env.DATABASE_URL ? '0.0.0.0' : '127.0.0.1');
const obstacle = await findObstacle(port, host);
if (obstacle) fail(obstacle);

const began = Date.now();
// What was compiled once is not compiled again at each start.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const start = async () => {
  const { runPuente } = await import('./run-puente.ts');
  return runPuente({ port, say, signal: ending.signal });
};
const running = await start().catch((error: NodeJS.ErrnoException & { address?: string }) => {
  if (!ending.signal.aborted) fail(explainObstacle(error, { port, host: error.address ?? host }) ?? error);
  say('Stopped.');
  process.exit(0);
});
say('');
say(`Puente is ready at ${running.address} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
if (running.demonstration) {
  say('Demonstration with synthetic people; every password is puente-demo:');
  for (const [email, who] of [
    ['estudiante@demo.puente', 'a student'],
    ['docente@demo.puente', 'faculty'],
    ['programa@demo.puente', 'programme staff'],
    ['programa2@demo.puente', 'programme staff, the second signature'],
    ['programa3@demo.puente', 'programme staff, the third reader'],
    ['admin@demo.puente', 'administrator'],
  ])
    say(`  ${email!.padEnd(24)} ${who}`);
}
say('Ctrl-C stops everything.');

await ended;
await running.stop().catch(fail);
process.exit(0);
