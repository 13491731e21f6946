import { afterAll, beforeAll, expect, test } from 'vitest';
import { cronbachAlpha } from '@puente/measurement';
import type { CohortInsights, getSittingAnalysis } from '@puente/schemas';
import type * as z from 'zod/mini';
import type { InstitutionDatabase } from '@puente/database';
import { createCatalogue, type Catalogue } from '../../catalogue.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { analyseDue } from './analyse-due.ts';
import { startAnalysing } from './analysis-loop.ts';
import { foldAll } from './fold-loop.ts';
import { rebuildInsights } from './rebuild-insights.ts';
import { addAnswers, addAttempts, addSitting, optionOf } from './recorded.testing.ts';
import { addSection, type Section } from './section.testing.ts';

type Shown = z.output<(typeof getSittingAnalysis)['response']>;

const students = 240;
const stayed = 200;
let t: TestApp;
let catalogue: Catalogue;
let section: Section;
let opening: string;

beforeAll(async () => {
  t = await createTestApp();
  catalogue = createCatalogue(t.content);
  const misledItem = catalogue.modules.get('membrane-potential')!.practice[0]!.id;
  section = await addSection(t, catalogue, { students, stayed, misledItem });
  opening = await within(async (db) => {
    const { rows } = await db.$client.query<{ id: string }>("select id from sittings where wave = 'opening'");
    return rows[0]!.id;
  });
  await foldAll(t.database.db, catalogue);
}, 120_000);
afterAll(() => t.close());

const within = <T>(work: (db: InstitutionDatabase) => Promise<T>) => t.within(t.home, work);
const analyse = (with_ = catalogue, now = t.clock.now) =>
  analyseDue(t.database.db, with_, t.home.id, { now, atOnce: true });
const insights = async (who = 'faculty'): Promise<CohortInsights> => {
  const answer = await t.as(who)({ url: `/api/cohorts/${t.home.cohortId}/insights?course=physiology` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const analysisOf = async (sittingId: string, who = 'faculty'): Promise<Shown> => {
  const answer = await t.as(who)({ url: `/api/sittings/${sittingId}/analysis` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const rebuild = () => within((db) => rebuildInsights(db, catalogue));
const stored = () =>
  within(async (db) => {
    const { rows } = await db.$client.query<{ due: boolean }>(
      'select analysed_revision is distinct from revision as due from cohort_analyses where cohort_id = $1',
      [t.home.cohortId],
    );
    return rows;
  });

test('before the job came, the page of a small section is computed while it waits, and says the same afterwards', async () => {
  const live = await insights();
  expect(live.pending).toBe(false);
  expect((await analysisOf(opening)).analysis).toBeNull();
  // Two sittings, and the section that shows them.
  expect(await analyse()).toBe(3);
  expect(await stored()).toEqual([{ due: false }]);
  expect(await insights()).toEqual(live);
  expect(await analyse()).toBe(0);
});

test('the stored analysis is what the page shows, and nothing else', async () => {
  await within((db) =>
    db.$client.query(
      `update cohort_analyses set document = jsonb_set(document, '{gain,flow,enrolled}', '7') where cohort_id = $1`,
      [t.home.cohortId],
    ),
  );
  expect((await insights()).gain.flow.enrolled).toBe(7);
  expect((await rebuild()).differences).toMatchObject({ analyses: 1 });
  expect((await insights()).gain.flow.enrolled).toBe(students + 2);
  expect((await rebuild()).differences).toMatchObject({ analyses: 0 });
});

test('a closed sitting says which model it has, on how many people, and how sure', async () => {
  const { analysis, computedAt, due, synthetic } = await analysisOf(opening);
  expect({ due, synthetic }).toEqual({ due: false, synthetic: true });
  expect(computedAt).toBe(t.clock.now.toISOString());
  expect(analysis!.forms.map(({ form, started, people }) => ({ form, started, people }))).toEqual([
    { form: 'P1-A', started: 120, people: 120 },
    { form: 'P1-B', started: 120, people: 120 },
  ]);
  for (const form of analysis!.forms) {
    const { items } = catalogue.getForm(form.form);
    const learners = Array.from({ length: students }, (_, index) => index).filter(
      (index) => index % 2 === (form.form === 'P1-A' ? 0 : 1),
    );
    // As the section was made: 8 to 12 right, from the first item on.
    const matrix = learners.map((index) => items.map((_, place) => (place < 8 + (index % 5) ? 1 : 0)));
    const telling = matrix.map((row) => row.slice(8, 12));
    expect(form.alpha!.value).toBeCloseTo(cronbachAlpha(telling), 12);
    expect(form.meanPercent!.value).toBeCloseTo(50, 10);
    // Who has n right has the first n right: no such people exist, and no model fits them.
    expect(form.model).toEqual({ kind: 'none', reason: 'not-converged', people: 120 });
    const item = form.items[9]!;
    expect(item).toMatchObject({ people: 120, tooLittleData: false, difficulty: 72 / 120, advice: 'keep' });
    expect(item.options.map((option) => option.people).reduce((sum, people) => sum + people, 0)).toBe(120);
    expect(item.options.filter((option) => option.isKey)).toHaveLength(1);
    // All right and all wrong: nothing tells people apart, and no model has a place for them.
    expect(form.items[0]).toMatchObject({ difficulty: 1, discrimination: null, advice: null, model: null });
  }
  expect(analysis!.link).toBeNull();
  expect(analysis!.effort).toEqual({ people: 240, rapid: 0 });
});

test('how often an item was shown is counted; anchors stand in both forms', async () => {
  const { exposures } = await analysisOf(opening);
  const anchor = catalogue.getForm('P1-A').anchors[0]!;
  const alone = catalogue.getForm('P1-A').items.find((id) => !id.includes('anchor'))!;
  const shown = new Map(exposures.map((item) => [item.itemId, item]));
  expect(shown.get(anchor)).toEqual({ itemId: anchor, shown: students + stayed, state: 'in use' });
  // Half at the opening, the other half of those who stayed at the closing.
  expect(shown.get(alone)).toEqual({ itemId: alone, shown: 120 + 100, state: 'in use' });
});

test('a late answer makes both analyses due, and the job computes them anew', async () => {
  const before = await analysisOf(section.closingSittingId);
  const form = catalogue.getForm('P1-A');
  await within(async (db) => {
    const { rows } = await db.$client.query<{ id: string; learnerKey: string; startedAt: Date }>(
      `select id, learner_key as "learnerKey", started_at as "startedAt" from attempts
       where wave = 'closing' and content_id = 'P1-A' order by id limit 1`,
    );
    // The last item was wrong for everybody.
    const itemId = form.items.at(-1)!;
    await addAnswers(db, catalogue, [
      { attempt: rows[0]!, itemId, answer: optionOf(catalogue, itemId, true), sequence: 99 },
    ]);
  });
  await foldAll(t.database.db, catalogue);
  expect((await analysisOf(section.closingSittingId)).due).toBe(true);
  expect(await stored()).toEqual([{ due: true }]);
  const stale = await insights();
  expect(stale.asOf).toBe(t.clock.now.toISOString());
  expect(await analyse()).toBe(2);
  const after = await analysisOf(section.closingSittingId);
  expect(after.due).toBe(false);
  const last = ({ analysis }: Shown) => analysis!.forms[0]!.items.at(-1)!.difficulty!;
  expect(last(before)).toBe(0);
  expect(last(after)).toBeCloseTo(1 / 100, 12);
  expect((await rebuild()).differences).toMatchObject({ analyses: 0 });
});

test('a large analysis rests before it is computed anew, however many answers come in', async () => {
  await within((db) =>
    db.$client.query(
      'update cohort_analyses set revision = revision + 1, computed_at = $1, took_ms = 30000 where cohort_id = $2',
      [t.clock.now, t.home.cohortId],
    ),
  );
  const later = (minutes: number) => new Date(t.clock.now.getTime() + minutes * 60_000);
  const at = (now: Date) => analyseDue(t.database.db, catalogue, t.home.id, { now });
  expect(await at(later(9))).toBe(0);
  expect(await at(later(11))).toBe(1);
  await within((db) => db.$client.query('update cohort_analyses set computed_at = $1', [later(-60)]));
});

test('while a wave has a sitting open, what the analysis says of it is nobody’s to see', async () => {
  expect((await insights()).gain.flow.closing).toBe(stayed);
  const again = await within((db) =>
    addSitting(db, {
      cohortId: t.home.cohortId,
      wave: 'closing',
      forms: ['P1-A', 'P1-B'],
      opensAt: new Date(t.clock.now.getTime() - 60_000),
      closesAt: new Date(t.clock.now.getTime() + 3_600_000),
    }),
  );
  const responses = (of: CohortInsights) => of.concepts.reduce((sum, concept) => sum + concept.responses, 0);
  const during = await insights();
  expect(await analyse()).toBe(1);
  const analysed = await insights();
  expect(responses(analysed)).toBe(responses(during));
  await within((db) =>
    db.$client.query('update sittings set closed_at = $1 where id = $2', [t.clock.now, again]),
  );
  expect(await analyse(catalogue, new Date(t.clock.now.getTime() + 1000))).toBe(1);
  expect(responses(await insights())).toBeGreaterThan(responses(during));
});

test('who leaves makes the section due', async () => {
  const student = (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/students` })).json()
    .students[5] as { membershipId: string };
  const answer = await t.as('faculty')({
    method: 'PATCH',
    url: `/api/cohorts/${t.home.cohortId}/students/${student.membershipId}`,
    payload: { leave: true },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(await stored()).toEqual([{ due: true }]);
  expect(await analyse()).toBe(1);
});

test('another key is another analysis: the courses that it names are part of its version', async () => {
  const item = catalogue.items.get(catalogue.getForm('P1-A').items[9]!)!;
  const corrected = createCatalogue({
    ...t.content,
    courses: t.content.courses.map((course) => ({
      ...course,
      assessment: {
        ...course.assessment,
        items: course.assessment.items.map((one) =>
          one.id === item.id && one.kind === 'single-best-answer'
            ? {
                ...one,
                key: one.options.find((option) => option.id !== one.key)!.id,
                scoringHash: 'f'.repeat(64),
              }
            : one,
        ),
      },
    })),
  });
  await foldAll(t.database.db, corrected);
  expect(await analyse(corrected)).toBeGreaterThanOrEqual(3);
  const { analysis } = await analysisOf(opening);
  expect(analysis!.forms[0]!.items[9]!.difficulty).toBeLessThan(0.5);
  await foldAll(t.database.db, catalogue);
  await analyse();
  expect((await analysisOf(opening)).analysis!.forms[0]!.items[9]!.difficulty).toBe(72 / 120);
});

test('form S is analysed for staff, and to faculty there is no such sitting', async () => {
  const form = [...catalogue.forms.values()].find((candidate) => candidate.kind === 'sealed')!;
  const sittingId = await within(async (db) => {
    const id = await addSitting(db, {
      cohortId: t.home.cohortId,
      wave: 'selection',
      forms: [form.id],
      opensAt: new Date('2026-03-13T13:00:00Z'),
      closesAt: new Date('2026-03-13T14:00:00Z'),
      durationMinutes: 40,
      lateHours: 0,
    });
    const attempts = await addAttempts(
      db,
      section.learnerKeys.slice(0, 30).map((learnerKey) => ({
        learnerKey,
        cohortId: t.home.cohortId,
        kind: 'sitting' as const,
        sittingId: id,
        wave: 'selection' as const,
        contentId: form.id,
        items: form.items,
        startedAt: new Date('2026-03-13T13:05:00Z'),
      })),
    );
    await addAnswers(
      db,
      catalogue,
      attempts.map((attempt) => ({
        attempt,
        itemId: form.items[0]!,
        answer: optionOf(catalogue, form.items[0]!, true),
      })),
    );
    return id;
  });
  await foldAll(t.database.db, catalogue);
  await analyse();
  const { analysis, exposures } = await analysisOf(sittingId, 'staff');
  // Thirty people: too little data, and it says so of every item.
  expect(analysis!.forms[0]).toMatchObject({ people: 30, alpha: null, meanPercent: null });
  expect(analysis!.forms[0]!.model).toEqual({ kind: 'none', reason: 'responses', people: 30 });
  expect(analysis!.forms[0]!.items.every((item) => item.tooLittleData && item.difficulty === null)).toBe(
    true,
  );
  expect(exposures[0]).toMatchObject({ shown: 30, state: 'in use' });
  expect((await t.as('faculty')({ url: `/api/sittings/${sittingId}/analysis` })).statusCode).toBe(404);
});

test('the thread analyses what is due without anybody asking, and stops', { timeout: 60_000 }, async () => {
  await within((db) =>
    db.$client.query(
      'update cohort_analyses set revision = revision + 1, computed_at = null where cohort_id = $1',
      [t.home.cohortId],
    ),
  );
  const failures: unknown[] = [];
  const analysing = startAnalysing(
    { url: t.database.apiUrl, content: t.content },
    { error: (...failure: unknown[]) => void failures.push(failure) },
  );
  await expect.poll(stored, { timeout: 30_000 }).toEqual([{ due: false }]);
  await analysing.stop();
  expect(failures).toEqual([]);
});
