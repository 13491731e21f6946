import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CohortInsights, Sitting } from '@puente/schemas';
import type { Content } from '@puente/content/server';
import { institutions } from '@puente/database';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, startSitting } from '../attempts/testing.ts';
import { foldAll } from '../insights/fold-loop.ts';
import { addAnswers, optionOf } from '../insights/recorded.testing.ts';
import { addSection } from '../insights/section.testing.ts';

const dayMs = 24 * 3_600_000;

/** The forms of physiology's first module, and a third with the anchors of A and B: its other items are those of S. */
const withThirdForm = (content: Content): Content => ({
  ...content,
  courses: content.courses.map((course) => {
    if (course.id !== 'physiology') return course;
    const forms = course.assessment.forms.filter((form) => form.id.startsWith('P1-'));
    const [a, s] = ['P1-A', 'P1-S'].map((id) => forms.find((form) => form.id === id)!) as [
      (typeof forms)[number],
      (typeof forms)[number],
    ];
    const items = [...a.anchors, ...s.items.slice(0, 14)];
    return {
      ...course,
      assessment: { ...course.assessment, forms: [...forms, { ...a, id: 'P1-C', items }] },
    };
  }),
});

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp(withThirdForm);
  await t.database.db.asGlobal((db) => db.update(institutions).set({ demonstration: true }));
  const misledItem = t.app.catalogue.modules.get('membrane-potential')!.practice[0]!.id;
  await addSection(t, t.app.catalogue, { students: 24, stayed: 24, misledItem });
});
afterAll(() => t.close());

const prepare = async (wave: string, over: object = {}, cohortId = t.home.cohortId) =>
  t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${cohortId}/sittings`,
    payload: {
      courseId: 'physiology',
      wave,
      opensAt: new Date(t.clock.now.getTime() - 60_000).toISOString(),
      closesAt: new Date(t.clock.now.getTime() + dayMs).toISOString(),
      durationMinutes: 30,
      ...over,
    },
  });
const insights = async (): Promise<CohortInsights> =>
  (await t.as('faculty')({ url: `/api/cohorts/${t.home.cohortId}/insights?course=physiology` })).json();

test('four months later a form that nobody of the cohort has seen says what stays', async () => {
  const start = t.clock.now;
  try {
    t.clock.now = new Date(start.getTime() + 120 * dayMs);
    const answer = await prepare('delayed');
    expect(answer.statusCode, answer.body).toBe(200);
    const sitting = answer.json<Sitting>();
    expect(sitting).toMatchObject({ wave: 'delayed', forms: ['P1-C'], state: 'open' });
    expect((await insights()).gain.delayed).toBeNull();

    const attempt = await startSitting(t, 'student', sitting.id);
    expect(attempt.items.map((item) => item.id)).toEqual(t.app.catalogue.getForm('P1-C').items);
    await t.within(t.home, async (db) => {
      // Everybody of the section sits it: three of the six anchors right, and nothing else.
      const { rows } = await db.$client.query<{ id: string; learnerKey: string; startedAt: Date }>(
        `insert into attempts (institution_id, id, learner_key, kind, course_id, content_id, cohort_id, sitting_id, wave,
           language, items, seed, started_at, finished_at)
         select institution_id, uuidv7(), learner_key, 'sitting', course_id, 'P1-C', cohort_id, $1, 'delayed', 'es', $2,
           'x', $3, $3 from attempts where wave = 'closing' returning id, learner_key as "learnerKey", started_at as "startedAt"`,
        [sitting.id, t.app.catalogue.getForm('P1-C').items, t.clock.now],
      );
      await addAnswers(
        db,
        t.app.catalogue,
        rows.flatMap((one) =>
          t.app.catalogue.getForm('P1-C').items.map((itemId, place) => ({
            attempt: one,
            itemId,
            answer: optionOf(t.app.catalogue, itemId, place < 3),
            sequence: place + 1,
          })),
        ),
      );
    });
    await foldAll(t.database.db, t.app.catalogue);
    t.clock.now = new Date(t.clock.now.getTime() + 2 * dayMs);
    const { delayed } = (await insights()).gain;
    expect(delayed).toMatchObject({
      people: 24,
      pairs: 24,
      days: 124,
      meanPercent: { value: 15, interval: [15, 15] },
    });
    expect(delayed!.anchors!.delayed.value).toBeCloseTo(50, 10);
    expect(delayed!.anchors!.change.value).toBeCloseTo(
      delayed!.anchors!.delayed.value - delayed!.anchors!.closing.value,
      10,
    );
    expect((await prepare('delayed')).json()).toMatchObject({ code: 'no_unseen_form' });
  } finally {
    t.clock.now = start;
  }
});

test('in the next term the forms rest, unless somebody says why they are used all the same', async () => {
  const later = await t.within(t.home, async (db) => {
    const { rows } = await db.$client.query<{ id: string }>(
      `insert into cohorts (institution_id, name, term, starts_on, ends_on)
       values ($1, 'Sección Z', '2026-2', '2026-08-15', '2026-12-20') returning id`,
      [t.home.id],
    );
    await db.$client.query(`insert into cohort_courses values ($1, $2, 'physiology')`, [
      t.home.id,
      rows[0]!.id,
    ]);
    return rows[0]!.id;
  });
  const refused = await prepare('opening', {}, later);
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ code: 'form_rests' });
  const why = 'No hay otras formas todavía.';
  const used = await prepare('opening', { reuse: why }, later);
  expect(used.json<Sitting>().forms).toEqual(['P1-A', 'P1-B']);
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json() as {
    entries: { act: string; why: string | null }[];
  };
  expect(entries.filter(({ act }) => act === 'sitting.prepare').map((entry) => entry.why)).toContain(why);
});

test('a sealed form that was sat is not sat again a week later', async () => {
  const start = t.clock.now;
  try {
    await startSitting(t, 'student', await openSitting(t, 'selection'));
    expect((await prepare('selection')).statusCode).toBe(200);
    t.clock.now = new Date(start.getTime() + 8 * dayMs);
    const refused = await prepare('selection');
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'form_retired' });
  } finally {
    t.clock.now = start;
  }
});
