import { createServer } from 'node:net';
import { runPuente } from './run-puente.ts';

const say = (line: string) => console.log(line);

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
};

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  fail(`PORT is "${process.env.PORT}"; give a number from 1 to 65535.`);
if (!(await isFree(port, '127.0.0.1')))
  fail(
    `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npx -y pnpm@12 start`,
  );

const began = Date.now();
const running = await runPuente({ port, say }).catch(fail);
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

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await running.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
