import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string, at = '.') => join(root, at, 'node_modules/.bin', name);

interface Step {
  name: string;
  command: string;
  args: string[];
  cwd?: string;
}

/** What the checks, the tests and the journeys all read: the pages' framework generates it. */
const sync: Step = { name: 'sync', command: bin('svelte-kit', 'apps/web'), args: ['sync'], cwd: 'apps/web' };

const checkPages = (cwd: string): Step => ({
  name: `types ${cwd}`,
  command: bin('svelte-check', 'apps/web'),
  args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  cwd,
});

/**
 * Everything that must hold before a change lands. The lanes run side by side, each about as long as the other: tests
 * wait for the database and browsers for pages, so that two cores would stand half idle. In a lane, what finds a fault
 * soonest comes first.
 */
const lanes: Step[][] = [
  [
    checkPages('apps/web'),
    {
      name: 'lint',
      command: bin('eslint'),
      args: ['--config', 'scripts/eslint.config.js', '--max-warnings', '0', '.'],
    },
    { name: 'courses', command: process.execPath, args: ['scripts/content-check.ts'] },
    { name: 'journeys', command: bin('vitest'), args: ['run', '--config', 'scripts/journeys.config.ts'] },
  ],
  [
    { name: 'types', command: bin('tsc'), args: ['-p', 'scripts'] },
    { name: 'types packages/models', command: bin('tsc'), args: ['-p', 'packages/models'] },
    checkPages('packages/figures'),
    { name: 'types worker', command: bin('tsc'), args: ['-p', 'apps/web/src/service-worker', '--noEmit'] },
    { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'unused code', command: bin('knip'), args: ['--config', 'scripts/knip.json'] },
    { name: 'documents', command: process.execPath, args: ['scripts/document-check.ts'] },
    { name: 'tests', command: bin('vitest'), args: ['run', '--config', 'scripts/vitest.config.ts'] },
  ],
];

/** Runs a step; `aside`, what it prints is kept and printed at its end, so that lanes do not mix. */
const run = ({ command, args, cwd }: Step, aside: boolean): Promise<{ code: number; printed: string }> =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: join(root, cwd ?? '.'),
      stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', ({ message }) => done({ code: 1, printed: `${printed}${message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, printed }));
  });

const only = process.argv.slice(2);
const isWanted = ({ name }: Step) => only.length === 0 || only.some((word) => name.startsWith(word));
const wanted = lanes.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0);
if (wanted.length === 0) {
  const names = [...new Set(lanes.flat().map(({ name }) => name.split(' ')[0]))];
  console.error(`There is no step "${only.join(' ')}". The steps: ${names.join(', ')}.`);
  process.exit(1);
}

const began = Date.now();
const secondsSince = (start: number) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
const failed: string[] = [];

const runLane = async (steps: Step[], aside: boolean): Promise<void> => {
  for (const step of steps) {
    const start = Date.now();
    if (!aside) console.log(`\n── ${step.name}`);
    const { code, printed } = await run(step, aside);
    if (aside) process.stdout.write(`\n── ${step.name}\n${printed}`);
    console.log(`   ${code === 0 ? '' : 'failed after '}${secondsSince(start)}`);
    if (code !== 0) {
      failed.push(step.name);
      return;
    }
  }
};

await runLane([sync], false);
if (failed.length === 0) await Promise.all(wanted.map((lane) => runLane(lane, wanted.length > 1)));
if (failed.length > 0) {
  for (const name of failed)
    console.error(`\n${name} failed. Run it alone: npx -y pnpm@12 test ${name.split(' ')[0]}`);
  process.exit(1);
}
console.log(`\nAll of it holds, in ${Math.round((Date.now() - began) / 1000)} s.`);
