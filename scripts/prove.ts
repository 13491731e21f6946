import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A proof is a run of tests, or a program of its own that prints its figures. */
type Proof = { what: string; env: Record<string, string> } & ({ tests: string[] } | { program: string });

/** What takes too long for every change. */
const proofs: Record<string, Proof> = {
  measurement: {
    what: 'coverage of the intervals and recovery of planted parameters, by simulation',
    tests: ['--project', 'measurement'],
    env: { PUENTE_PROVE: '1' },
  },
  input: {
    what: '30,000 arbitrary requests over every route: nothing fails on our side',
    tests: ['--project', 'api', 'src/hostile-input.test.ts'],
    env: { PUENTE_RUNS: '30000' },
  },
  recording: {
    what: '1,000 stories of phones, lines and clocks, a browser on a bad line, 100 faults of server and database: nothing lost, nothing double',
    tests: ['--project', 'recording', '--project', 'scripts', 'e2e/recording', 'prove/server-faults'],
    env: { PUENTE_PROVE: '1', PUENTE_RUNS: '1000', PUENTE_FAULT_RUNS: '100' },
  },
  student: {
    what: 'weights, Lighthouse marks, axe, keyboard, large text and figures of the pages; a module on a bad line; getting in with the line cut',
    program: 'scripts/prove/student.ts',
    env: {},
  },
  rush: {
    what: '2,000 students start one sitting within ten seconds and answer 20 items each',
    tests: ['--project', 'scripts', 'prove/rush'],
    env: { PUENTE_PROVE: '1' },
  },
  selection: {
    what: '100,000 candidates ranked beside the live API; the same bytes on Node 22 and 24, elsewhere and in another language',
    program: 'scripts/bench/selection.ts',
    env: {},
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in proofs));
if (unknown) {
  console.error(`There is no proof "${unknown}"; there are: ${Object.keys(proofs).join(', ')}.`);
  process.exit(1);
}
const commandOf = (proof: Proof): [string, string[]] =>
  'program' in proof
    ? [process.execPath, [proof.program]]
    : [
        join(root, 'node_modules/.bin/vitest'),
        ['run', '--config', 'scripts/vitest.config.ts', '--testTimeout', '3600000', ...proof.tests],
      ];

for (const [name, proof] of Object.entries(proofs)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n── ${name}: ${proof.what}`);
  const code = await new Promise<number>((done) => {
    const child = spawn(...commandOf(proof), {
      cwd: root,
      env: { ...process.env, ...proof.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (status) => done(status ?? 1));
  });
  if (code !== 0) process.exit(1);
}
