import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/.bin/vitest');

interface Proof {
  what: string;
  args: string[];
  env: Record<string, string>;
}

/** What takes too long for every change. */
const proofs: Record<string, Proof> = {
  measurement: {
    what: 'coverage of the intervals and recovery of planted parameters, by simulation',
    args: ['--project', 'measurement'],
    env: { PUENTE_PROVE: '1' },
  },
  input: {
    what: '30,000 arbitrary requests over every route: nothing fails on our side',
    args: ['--project', 'api', 'src/hostile-input.test.ts'],
    env: { PUENTE_RUNS: '30000' },
  },
  recording: {
    what: '1,000 stories of phones, lines and clocks, a browser on a bad line, 100 faults of server and database: nothing lost, nothing double',
    args: ['--project', 'recording', '--project', 'faults', 'e2e/recording', 'prove/server-faults'],
    env: { PUENTE_PROVE: '1', PUENTE_RUNS: '1000', PUENTE_FAULT_RUNS: '100' },
  },
  rush: {
    what: '2,000 students start one sitting within ten seconds and answer 20 items each',
    args: ['--project', 'faults', 'prove/rush'],
    env: { PUENTE_PROVE: '1' },
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in proofs));
if (unknown) {
  console.error(`There is no proof "${unknown}"; there are: ${Object.keys(proofs).join(', ')}.`);
  process.exit(1);
}
for (const [name, { what, args, env }] of Object.entries(proofs)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n── ${name}: ${what}`);
  const code = await new Promise<number>((done) => {
    const child = spawn(
      vitest,
      ['run', '--config', 'scripts/vitest.config.ts', '--testTimeout', '3600000', ...args],
      {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.on('exit', (status) => done(status ?? 1));
  });
  if (code !== 0) process.exit(1);
}
