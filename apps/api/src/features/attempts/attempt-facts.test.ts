import { and, eq } from 'drizzle-orm';
import { attempts } from '@puente/database';
import type { Attempt } from '@puente/schemas';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { responseTo, send, startPractice } from './testing.ts';

let t: TestApp;
let attempt: Attempt;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

let sequence = 0;
const answer = (over = {}) =>
  send(t, 'student', [responseTo(attempt, attempt.items[0]!, { deviceSequence: ++sequence, ...over })]);

/** As another process would: this one only remembers what it read before. */
const elsewhere = (change: Partial<typeof attempts.$inferInsert>) =>
  t.within(t.home, (db) =>
    db
      .update(attempts)
      .set(change)
      .where(and(eq(attempts.institutionId, t.home.id), eq(attempts.id, attempt.id))),
  );
const minutesAgo = (minutes: number) => new Date(t.clock.now.getTime() - minutes * 60_000);

beforeEach(async () => {
  attempt = await startPractice(t, 'student');
  expect(await answer()).toMatchObject([{ status: 'recorded' }]);
});

test('an attempt that another process ended takes no further answer', async () => {
  await elsewhere({ finishedAt: minutesAgo(1) });
  expect(await answer({ elapsedMs: null })).toMatchObject([
    { status: 'set_aside', reason: 'attempt_finished' },
  ]);
  // What was given before the end may come after it.
  const before = minutesAgo(2).toISOString();
  expect(await answer({ elapsedMs: null, wallTime: before })).toMatchObject([{ status: 'recorded' }]);
});

test('an attempt that another process opened again takes answers', async () => {
  await elsewhere({ finishedAt: minutesAgo(1) });
  await answer();
  await elsewhere({ finishedAt: null });
  expect(await answer()).toMatchObject([{ status: 'recorded' }]);
});

test('an attempt that moved to another device takes that one’s answers and no longer this one’s', async () => {
  await elsewhere({ lease: 2 });
  expect(await answer()).toMatchObject([{ status: 'set_aside', reason: 'lease_lost' }]);
  expect(await answer({ lease: 2 })).toMatchObject([{ status: 'recorded' }]);
});

test('a window that was closed early refuses what comes later, and what was recorded before stays recorded', async () => {
  const before = responseTo(attempt, attempt.items[0]!, { deviceSequence: ++sequence });
  await send(t, 'student', [before]);
  // By a clock of its own: this attempt is younger than its end.
  await elsewhere({ startedAt: minutesAgo(10), closesAt: minutesAgo(2) });
  const late = responseTo(attempt, attempt.items[1]!, {
    deviceSequence: ++sequence,
    elapsedMs: null,
  });
  expect(await send(t, 'student', [before, late])).toMatchObject([
    { status: 'already_recorded' },
    { status: 'set_aside', reason: 'late' },
  ]);
});
