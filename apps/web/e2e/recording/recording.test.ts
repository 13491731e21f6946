import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../api/src/testing.ts';
import { keepTally } from '../../../../scripts/prove/keep-tally.ts';
import { SimulatedRun, stories, type Tally } from './simulated-run.ts';

const runs = Number(process.env.PUENTE_RUNS ?? 10);
const seed = Number(process.env.PUENTE_SEED ?? 20261121);

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test(
  `${runs} stories of phones, lines and clocks lose nothing, double nothing, and count by the rule`,
  { timeout: 60_000 + runs * 10_000 },
  async () => {
    const totals = {
      runs: 0,
      responses: 0,
      lost: 0,
      doubled: 0,
      countedWrongly: 0,
      setAside: 0,
      thrownAway: 0,
    };
    const faults: Tally['faults'] = {};
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        // Each story a day of its own, so that none meets the sittings of another.
        t.clock.now = new Date(t.clock.now.getTime() + 86_400_000);
        const tally = await new SimulatedRun(t, story).play();
        totals.runs++;
        for (const key of [
          'responses',
          'lost',
          'doubled',
          'countedWrongly',
          'setAside',
          'thrownAway',
        ] as const) {
          totals[key] += tally[key];
        }
        for (const [fault, times] of Object.entries(tally.faults))
          faults[fault] = (faults[fault] ?? 0) + times;
        expect({ lost: tally.lost, doubled: tally.doubled, countedWrongly: tally.countedWrongly }).toEqual({
          lost: 0,
          doubled: 0,
          countedWrongly: 0,
        });
      }),
      // What a failure prints plays it again: PUENTE_SEED=… PUENTE_PATH=…
      {
        seed,
        numRuns: runs,
        endOnFailure: true,
        ...(process.env.PUENTE_PATH && { path: process.env.PUENTE_PATH }),
      },
    );
    console.log(
      `seed ${seed}: ${totals.runs} runs, ${totals.responses} responses: ${totals.lost} lost, ${totals.doubled} double, ${totals.countedWrongly} counted against the rule; ${totals.setAside} set aside by it; ${totals.thrownAway} thrown away by a browser as the page had said`,
    );
    console.log(
      `faults: ${Object.entries(faults)
        .map(([fault, times]) => `${fault} ${times}`)
        .join(', ')}`,
    );
    expect(totals.responses).toBeGreaterThan(runs * 20);
    await keepTally(totals);
  },
);
