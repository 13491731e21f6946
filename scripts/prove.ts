import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProofTally } from './prove/keep-tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A proof is a run of tests, or a program of its own that prints its figures. */
type Proof = {
  what: string;
  env: Record<string, string>;
  /** What all its parts together must at least have played. */
  least?: { runs: number; responses: number };
} & ({ tests: string[] } | { program: string });

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
    tests: ['--project', 'recording', '--project', 'faults', 'e2e/recording', 'prove/server-faults'],
    env: { PUENTE_PROVE: '1', PUENTE_RUNS: '1000', PUENTE_FAULT_RUNS: '100' },
    least: { runs: 1000, responses: 100_000 },
  },
  student: {
    what: 'weights, Lighthouse marks, axe, keyboard, large text and figures of the pages; a module on a bad line; getting in with the line cut',
    program: 'scripts/prove/student.ts',
    env: {},
  },
  rush: {
    what: '2,000 students start one sitting within ten seconds and answer 20 items each',
    tests: ['--project', 'faults', 'prove/rush'],
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

const folder = await mkdtemp(join(tmpdir(), 'puente-prove-'));
const tallyFile = (name: string) => join(folder, name);

/** Adds up what the parts of a proof left; whether that is as much as was promised, with nothing wrong. */
const addUp = async (name: string, least: { runs: number; responses: number }): Promise<boolean> => {
  const lines = (await readFile(tallyFile(name), 'utf8').catch(() => '')).split('\n').filter(Boolean);
  const sum: ProofTally = { runs: 0, responses: 0, lost: 0, doubled: 0, countedWrongly: 0 };
  for (const line of lines) {
    const part = JSON.parse(line) as ProofTally;
    for (const key of Object.keys(sum) as (keyof ProofTally)[]) sum[key] += part[key];
  }
  const figure = (count: number) => count.toLocaleString('en');
  console.log(
    `${name}, all together: ${figure(sum.runs)} fault runs, ${figure(sum.responses)} responses: ${sum.lost} lost, ${sum.doubled} double, ${sum.countedWrongly} counted against the rule`,
  );
  if (sum.runs >= least.runs && sum.responses >= least.responses)
    return sum.lost + sum.doubled + sum.countedWrongly === 0;
  console.error(`Too few: at least ${figure(least.runs)} runs and ${figure(least.responses)} responses.`);
  return false;
};

for (const [name, proof] of Object.entries(proofs)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n── ${name}: ${proof.what}`);
  const code = await new Promise<number>((done) => {
    const child = spawn(...commandOf(proof), {
      cwd: root,
      env: { ...process.env, ...proof.env, PUENTE_TALLY: tallyFile(name) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (status) => done(status ?? 1));
  });
  if (code !== 0 || (proof.least && !(await addUp(name, proof.least)))) process.exit(1);
}
await rm(folder, { recursive: true });
