import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  rankCandidates as rankV0,
  type SnapshotFile,
} from '../apps/api/src/features/selection/rules/selection-v0.ts';
import {
  chanceSteps,
  rankCandidates,
  type SnapshotV1,
} from '../apps/api/src/features/selection/rules/selection-v1.ts';
import { snapshotBytes } from '../apps/api/src/features/selection/snapshot-bytes.ts';
import { meritsBytes } from '../apps/api/src/features/selection/snapshot/merits-bytes.ts';

const usage = `shortlist:verify FILE [--hash H] [--merits FILE]

  FILE      a snapshot.json as downloaded
  --hash    the SHA-256 that was published: in the audit log, to candidates, on every page of the acta
  --merits  a merits.json as downloaded: compared byte by byte with what the rule makes of FILE`;

const { values, positionals } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { hash: { type: 'string' }, merits: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
})();
if (values.help || positionals.length !== 1) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

let faults = 0;
const say = (holds: boolean, line: string): void => {
  console.log(`${holds ? 'holds ' : 'FAILS '} ${line}`);
  if (!holds) faults += 1;
};

const around = (bytes: Buffer, at: number): string =>
  JSON.stringify(bytes.subarray(Math.max(0, at - 30), at + 30).toString('utf8'));

/** Says whether two files are the same, and if not, the first byte that differs. */
const compare = (what: string, found: Buffer, expected: Buffer): void => {
  if (found.equals(expected)) return say(true, `${what}: ${found.length} bytes, all the same`);
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at += 1;
  const byte = (bytes: Buffer) =>
    at < bytes.length ? `0x${bytes[at]!.toString(16).padStart(2, '0')}` : 'the end';
  say(
    false,
    `${what}: first byte that differs: ${at} (${byte(found)} instead of ${byte(expected)})\n         found    ${around(found, at)}\n         expected ${around(expected, at)}`,
  );
};

const read = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    console.error(`There is no file ${path}.`);
    process.exit(2);
  }
};

interface Ranked {
  merits: { text: string; sha256: string };
  zones: string[];
}

const rank = (file: SnapshotFile | SnapshotV1, sha256: string): Ranked => {
  if (file.format === 'selection/v0') {
    const candidates = rankV0(file, sha256);
    return {
      merits: snapshotBytes({ format: 'selection/v0 shortlist', snapshot: sha256, candidates }),
      zones: candidates.map(({ zone }) => zone),
    };
  }
  const { ranked } = rankCandidates(file, sha256);
  const steps = chanceSteps(file, ranked);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { merits: meritsBytes(sha256, ranked, step.value), zones: step.value.map(({ zone }) => zone) };
};

const bytes = read(positionals[0]!);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const file = ((): SnapshotFile | SnapshotV1 => {
  try {
    const parsed = JSON.parse(bytes.toString('utf8')) as SnapshotFile | SnapshotV1;
    if (parsed.format === 'selection/v0' || parsed.format === 'selection/v1') return parsed;
  } catch {
    // Said below, with what a snapshot is.
  }
  console.error(`${positionals[0]} is no snapshot of selection/v0 or selection/v1.`);
  process.exit(2);
})();

console.log(`${file.format}, ${file.candidates.length} candidates, ${file.policy.seats} seats`);
compare('canonical JSON', bytes, Buffer.from(snapshotBytes(file).text));
if (values.hash === undefined)
  console.log(`        SHA-256 ${sha256} (compare it with the one that was published: --hash)`);
else say(sha256 === values.hash.toLowerCase(), `SHA-256 ${sha256}`);
try {
  const { merits, zones } = rank(file, sha256);
  const count = (zone: string) => zones.filter((own) => own === zone).length;
  console.log(`        in ${count('in')}, review ${count('review')}, out ${count('out')}`);
  console.log(`        ranks, intervals and zones: SHA-256 ${merits.sha256}`);
  if (values.merits !== undefined) compare('merits', read(values.merits), Buffer.from(merits.text));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  say(false, `the rule refuses the file: ${error.message}`);
}
process.exit(faults > 0 ? 1 : 0);
