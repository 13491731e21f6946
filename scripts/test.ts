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

const typed = [
  'packages/schemas',
  'packages/measurement',
  'packages/models',
  'packages/content',
  'packages/database',
  'apps/api',
  'scripts',
];

/** Everything that must hold before a change lands, in the order that finds a fault soonest. */
const steps: Step[] = [
  ...typed.map((folder) => ({ name: `types ${folder}`, command: bin('tsc'), args: ['-p', folder] })),
  {
    name: 'types packages/figures',
    command: bin('svelte-check', 'apps/web'),
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    cwd: 'packages/figures',
  },
  { name: 'sync', command: bin('svelte-kit', 'apps/web'), args: ['sync'], cwd: 'apps/web' },
  {
    name: 'types apps/web',
    command: bin('svelte-check', 'apps/web'),
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    cwd: 'apps/web',
  },
  {
    name: 'lint',
    command: bin('eslint'),
    args: ['--config', 'scripts/eslint.config.js', '--max-warnings', '0', '.'],
  },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: bin('knip'), args: ['--config', 'scripts/knip.json'] },
  { name: 'courses', command: process.execPath, args: ['scripts/content-check.ts'] },
  { name: 'documents', command: process.execPath, args: ['scripts/document-check.ts'] },
  { name: 'tests', command: bin('vitest'), args: ['run', '--config', 'scripts/vitest.config.ts'] },
  { name: 'journeys', command: bin('vitest'), args: ['run', '--config', 'scripts/journeys.config.ts'] },
];

const run = ({ command, args, cwd }: Step): Promise<number> =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: join(root, cwd ?? '.'),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });

const only = process.argv.slice(2);
const began = Date.now();
for (const step of steps) {
  // Types, tests and journeys all read what the pages' framework generates.
  if (only.length && step.name !== 'sync' && !only.some((word) => step.name.startsWith(word))) continue;
  const start = Date.now();
  console.log(`\n── ${step.name}`);
  const code = await run(step);
  if (code !== 0) {
    console.error(
      `\n${step.name} failed after ${Math.round((Date.now() - start) / 1000)} s. Run it alone: npx -y pnpm@12 test ${step.name.split(' ')[0]}`,
    );
    process.exit(1);
  }
  console.log(`   ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\nAll of it holds, in ${Math.round((Date.now() - began) / 1000)} s.`);
