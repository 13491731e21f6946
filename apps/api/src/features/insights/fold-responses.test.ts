import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoringHash } from '@puente/content/server';
import { contentVersions, type InstitutionDatabase } from '@puente/database';
import { createCatalogue, type Catalogue } from '../../catalogue.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { foldAll, startFolding } from './fold-loop.ts';
import { foldResponses } from './fold-responses.ts';
import { rebuildInsights } from './rebuild-insights.ts';
import { addAnswers, addAttempts, addSitting, optionOf, type TestAnswer } from './recorded.testing.ts';

let t: TestApp;
let catalogue: Catalogue;
let itemIds: string[];
const startedAt = new Date('2026-03-16T14:00:00Z');

beforeAll(async () => {
  t = await createTestApp();
  catalogue = createCatalogue(t.content);
  itemIds = [...catalogue.modules.values()][0]!.practice.map((item) => item.id);
});
afterAll(() => t.close());

const within = <T>(work: (db: InstitutionDatabase) => Promise<T>) => t.within(t.home, work);
const rowsOf = async (table: string, order: string) =>
  (await within((db) => db.execute(sql.raw(`select * from ${table} order by ${order}`)))).rows;
const tables = async () => ({
  counted: await rowsOf('counted_responses', 'attempt_id, item_id'),
  counts: await rowsOf(
    'response_counts',
    'cohort_id, scope, item_id, scoring_hash, choice, confidence_level',
  ),
  totals: await rowsOf('attempt_totals', 'attempt_id'),
});
const addPractice = (who: string, items = itemIds) =>
  within(async (db) => {
    const [attempt] = await addAttempts(db, [
      {
        learnerKey: t.people[who]!.learnerKey!,
        cohortId: t.home.cohortId,
        kind: 'practice',
        contentId: 'membrane-potential',
        items,
        startedAt,
      },
    ]);
    return attempt!;
  });
const answer = (answers: TestAnswer[]) => within((db) => addAnswers(db, catalogue, answers));
const right = (itemId: string) => optionOf(catalogue, itemId, true);
const wrong = (itemId: string, nth = 0) => optionOf(catalogue, itemId, false, nth);
const rebuild = (with_ = catalogue) => within((db) => rebuildInsights(db, with_));
const none = { countedResponses: 0, responseCounts: 0, attemptTotals: 0, analyses: 0 };

test('a practice answer is scored, counted once, and summed over its attempt', async () => {
  const attempt = await addPractice('student');
  const [first, second] = itemIds as [string, string];
  await answer([
    { attempt, itemId: first, answer: wrong(first), level: 4, sequence: 1 },
    { attempt, itemId: first, answer: right(first), level: 4, sequence: 2 },
    { attempt, itemId: second, answer: right(second), level: 1, sequence: 3 },
  ]);
  await foldAll(t.database.db, catalogue);
  const { counted, counts, totals } = await tables();
  expect(counted).toMatchObject(
    [
      { item_id: first, choice: wrong(first), fraction: 0, scope: 'practice', confidence_level: 4 },
      { item_id: second, choice: right(second), fraction: 1 },
    ].sort((a, b) => (a.item_id < b.item_id ? -1 : 1)),
  );
  expect(counts.map((row) => row.responses)).toEqual([1, 1]);
  // (.97 − 0)² + (.50 − 1)² = .9409 + .25
  expect(totals).toMatchObject([
    {
      attempt_id: attempt.id,
      counted: 2,
      fraction_sum: 1,
      right_count: 1,
      confidence_sum: 1.47,
      brier_sum: 1.1909,
    },
  ]);
  expect(await rowsOf('unfolded_responses', 'response_id')).toEqual([]);
  expect(await rowsOf('response_scores', 'response_id')).toHaveLength(3);
});

test('an earlier answer that arrives late takes the place of the later one, and its count', async () => {
  const attempt = await addPractice('classmate');
  const itemId = itemIds[2]!;
  await answer([{ attempt, itemId, answer: right(itemId), sequence: 5 }]);
  await foldAll(t.database.db, catalogue);
  await answer([
    { attempt, itemId, answer: wrong(itemId, 1), sequence: 2, receivedAt: new Date('2026-03-16T20:00:00Z') },
  ]);
  await foldAll(t.database.db, catalogue);
  const { counts } = await tables();
  expect(counts.filter((row) => row.item_id === itemId)).toMatchObject([
    { choice: wrong(itemId, 1), responses: 1 },
  ]);
  expect((await rebuild()).differences).toEqual(none);
});

test('in a sitting the last answer counts, under its wave', async () => {
  const form = [...catalogue.forms.values()].find((candidate) => candidate.kind === 'gain')!;
  const [itemId] = form.items as [string];
  const attempt = await within(async (db) => {
    const sittingId = await addSitting(db, {
      cohortId: t.home.cohortId,
      wave: 'opening',
      forms: [form.id],
      opensAt: startedAt,
      closesAt: new Date('2026-04-01T00:00:00Z'),
    });
    const [row] = await addAttempts(db, [
      {
        learnerKey: t.people.student!.learnerKey!,
        cohortId: t.home.cohortId,
        kind: 'sitting',
        sittingId,
        wave: 'opening',
        contentId: form.id,
        items: form.items,
        startedAt,
      },
    ]);
    return row!;
  });
  await answer([
    { attempt, itemId, answer: right(itemId), sequence: 2 },
    { attempt, itemId, answer: wrong(itemId), sequence: 1, receivedAt: new Date('2026-03-16T20:00:00Z') },
  ]);
  await foldAll(t.database.db, catalogue);
  expect((await tables()).counts.filter((row) => row.item_id === itemId)).toMatchObject([
    { scope: 'opening', choice: right(itemId), responses: 1 },
  ]);
});

test('a corrected key adds scores and changes none, and the fold, asked again, agrees with a rebuild', async () => {
  const itemId = itemIds[3]!;
  const attempt = await addPractice('student');
  await answer([{ attempt, itemId, answer: wrong(itemId), level: 4 }]);
  await foldAll(t.database.db, catalogue);
  const scoresBefore = await rowsOf('response_scores', 'response_id, scoring_hash');
  const item = catalogue.items.get(itemId)!;
  if (item.kind !== 'single-best-answer') throw new Error('not a single best answer');
  const corrected: Catalogue = {
    ...catalogue,
    items: new Map(catalogue.items).set(itemId, { ...item, key: wrong(itemId), scoringHash: 'c'.repeat(64) }),
  };

  await foldAll(t.database.db, corrected);
  const mine = (await tables()).counts.filter((row) => row.item_id === itemId);
  expect(mine).toMatchObject([{ scoring_hash: 'c'.repeat(64), responses: 1 }]);
  const scoresAfter = await rowsOf('response_scores', 'response_id, scoring_hash');
  expect(scoresAfter).toEqual(expect.arrayContaining(scoresBefore));
  expect(scoresAfter).toHaveLength(scoresBefore.length + 1);
  expect(await rebuild(corrected)).toMatchObject({ differences: none, scoresAdded: 0 });

  const back = await rebuild();
  expect(back).toMatchObject({
    scoresAdded: 0,
    differences: { countedResponses: 1, responseCounts: 2, attemptTotals: 2 },
  });
  expect((await rebuild()).differences).toEqual(none);
});

test('an option that is gone is scored by the version that was shown', async () => {
  const itemId = itemIds[4]!;
  const attempt = await addPractice('classmate');
  const contentHash = 'd'.repeat(64);
  const shown = {
    kind: 'single-best-answer',
    key: 'gone',
    options: [{ id: 'gone' }, { id: 'kept' }],
  } as const;
  await t.database.db.asGlobal((db) =>
    db.insert(contentVersions).values({
      contentHash,
      itemId,
      scoringHash: scoringHash(shown as never),
      kind: shown.kind,
      document: JSON.stringify(shown),
    }),
  );
  await answer([
    { attempt, itemId, answer: 'gone', contentHash, sequence: 1 },
    { attempt, itemId: itemIds[5]!, answer: 'nowhere', contentHash: 'f'.repeat(64), sequence: 2 },
  ]);
  await foldAll(t.database.db, catalogue);
  const { counted } = await tables();
  expect(counted.filter((row) => row.attempt_id === attempt.id)).toMatchObject([
    { scoring_hash: scoringHash(shown as never), fraction: 1, choice: 'gone' },
  ]);
  expect((await rebuild()).differences).toEqual(none);
});

test('a moved student changes no count that stands', async () => {
  await within((db) =>
    db.execute(
      sql`update enrolments set left_at = now() where learner_key = ${t.people.student!.learnerKey} and cohort_id = ${t.home.cohortId}`,
    ),
  );
  await within((db) =>
    db.execute(
      sql`insert into enrolments (institution_id, cohort_id, learner_key) values (${t.home.id}, ${t.home.otherCohortId}, ${t.people.student!.learnerKey})`,
    ),
  );
  const before = await tables();
  expect((await rebuild()).differences).toEqual(none);
  expect(await tables()).toEqual(before);
});

test('a rebuild finds and mends what somebody changed by hand', async () => {
  const before = await tables();
  await within(async (db) => {
    await db.execute(sql`update counted_responses set fraction = 0.5 where item_id = ${itemIds[0]!}`);
    await db.execute(
      sql`update response_counts set responses = responses + 1 where item_id = ${itemIds[1]!}`,
    );
    await db.execute(sql`delete from attempt_totals`);
  });
  const { differences } = await rebuild();
  expect(differences).toEqual({
    countedResponses: 1,
    responseCounts: 2,
    attemptTotals: before.totals.length,
    analyses: 0,
  });
  expect(await tables()).toEqual(before);
});

test('while a rebuild is under way nothing is folded, and nothing is lost', async () => {
  const attempt = await addPractice('classmate');
  await answer([{ attempt, itemId: itemIds[0]!, answer: right(itemIds[0]!) }]);
  await within(async (db) => {
    await rebuildInsights(db, catalogue);
    await answer([{ attempt, itemId: itemIds[1]!, answer: right(itemIds[1]!) }]);
    expect(await within((other) => foldResponses(other, catalogue))).toBe(0);
  });
  expect(await rowsOf('unfolded_responses', 'response_id')).toHaveLength(1);
  await foldAll(t.database.db, catalogue);
  expect((await rebuild()).differences).toEqual(none);
});

test('two folds at once neither deadlock nor count twice', async () => {
  const attempts = await Promise.all(Array.from({ length: 20 }, () => addPractice('classmate')));
  await answer(
    attempts.flatMap((attempt) =>
      itemIds.slice(0, 10).map((itemId, index) => ({
        attempt,
        itemId,
        answer: index % 2 ? right(itemId) : wrong(itemId),
        sequence: index + 1,
      })),
    ),
  );
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while ((await within((db) => foldResponses(db, catalogue, 15))) > 0);
    }),
  );
  await foldAll(t.database.db, catalogue);
  expect((await rebuild()).differences).toEqual(none);
});

test('the loop folds what comes in, and stops', async () => {
  const attempt = await addPractice('classmate');
  await answer([{ attempt, itemId: itemIds[0]!, answer: right(itemIds[0]!) }]);
  const folding = startFolding({ db: t.database.db, catalogue, log: t.app.log });
  await expect.poll(async () => (await rowsOf('unfolded_responses', 'response_id')).length).toBe(0);
  await folding.stop();
});

test('the command rebuilds every institution, and says that the counts agreed', async () => {
  await foldAll(t.database.db, catalogue);
  const script = fileURLToPath(new URL('../../../../../scripts/insights-rebuild.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: { PATH: process.env.PATH, DATABASE_URL: t.database.apiUrl },
  });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines.every((line) => line.endsWith('the folded counts and the analyses agreed'))).toBe(true);
  expect(lines.find((line) => line.startsWith(t.home.id))).toMatch(
    /: [1-9]\d* responses count; 0 had waited; 0 scores added/,
  );
});

const arrivals = fc.record({
  answers: fc.array(
    fc.record({
      attempt: fc.nat(2),
      item: fc.nat(2),
      right: fc.boolean(),
      level: fc.nat(4),
      sequence: fc.integer({ min: 1, max: 6 }),
      lease: fc.integer({ min: 1, max: 2 }),
      receivedMinute: fc.nat(30),
    }),
    { minLength: 1, maxLength: 25 },
  ),
  batches: fc.array(
    fc.record({ record: fc.integer({ min: 1, max: 9 }), fold: fc.integer({ min: 1, max: 7 }) }),
    { minLength: 1, maxLength: 6 },
  ),
});

test('any order of arrival and any batches give the tables that a rebuild gives', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ answers, batches }) => {
      const form = [...catalogue.forms.values()].find((candidate) => candidate.kind === 'gain')!;
      const attempts = await within(async (db) => {
        const sittingId = await addSitting(db, {
          cohortId: t.home.cohortId,
          wave: 'closing',
          forms: [form.id],
          opensAt: startedAt,
          closesAt: new Date('2026-07-01T00:00:00Z'),
        });
        const by = (learner: string, rest: object) => ({
          learnerKey: t.people[learner]!.learnerKey!,
          cohortId: t.home.cohortId,
          startedAt,
          items: itemIds,
          ...rest,
        });
        return addAttempts(db, [
          by('student', { kind: 'practice', contentId: 'membrane-potential' }),
          by('student', {
            kind: 'sitting',
            sittingId,
            wave: 'closing',
            contentId: form.id,
            items: form.items,
          }),
          by('classmate', {
            kind: 'sitting',
            sittingId,
            wave: 'closing',
            contentId: form.id,
            items: form.items,
          }),
        ] as never);
      });
      const recorded: TestAnswer[] = answers.map((one) => {
        const attempt = attempts[one.attempt]!;
        const itemId = (attempt.kind === 'practice' ? itemIds : form.items)[one.item]!;
        return {
          attempt,
          itemId,
          answer: optionOf(catalogue, itemId, one.right),
          level: one.level,
          sequence: one.sequence,
          lease: one.lease,
          receivedAt: new Date(startedAt.getTime() + one.receivedMinute * 60_000),
        };
      });
      for (let from = 0, batch = 0; from < recorded.length; batch += 1) {
        const { record, fold } = batches[batch % batches.length]!;
        await answer(recorded.slice(from, from + record));
        await within((db) => foldResponses(db, catalogue, fold));
        from += record;
      }
      await foldAll(t.database.db, catalogue);
      const folded = await tables();
      expect((await rebuild()).differences).toEqual(none);
      expect(await tables()).toEqual(folded);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
