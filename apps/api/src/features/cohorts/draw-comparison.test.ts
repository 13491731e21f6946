import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cohort } from '@puente/schemas';
import { createTestApp, type TestApp } from '../../testing.ts';
import { openSitting, startPractice, startSitting } from '../attempts/testing.ts';
import { addStudents } from '../insights/section.testing.ts';

let t: TestApp;
let drawn: Cohort;
beforeAll(async () => {
  t = await createTestApp();
  await t.within(t.home, (db) => addStudents(db, t.home.cohortId, 60));
});
afterAll(() => t.close());

const draw = (students: number, name = 'Sin curso') =>
  t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${t.home.cohortId}/comparison`,
    payload: { name, students },
  });
const members = async (cohortId: string): Promise<string[]> =>
  t.within(t.home, async (db) => {
    const { rows } = await db.$client.query<{ key: string }>(
      'select learner_key as key from enrolments where cohort_id = $1 and left_at is null order by 1',
      [cohortId],
    );
    return rows.map(({ key }) => key);
  });

test('never so many that one of both groups would have no gain', async () => {
  // 62 in the section, none of whom began: ten must stay.
  expect((await draw(53)).json()).toMatchObject({ code: 'too_few_to_draw', errors: [{ field: 'students' }] });
  expect((await draw(9)).statusCode).toBe(400);
});

test('the lot moves as many as were asked for, and its seed is published and audited', async () => {
  const before = await members(t.home.cohortId);
  const answer = await draw(20);
  expect(answer.statusCode, answer.body).toBe(200);
  drawn = answer.json();
  expect(drawn).toMatchObject({ name: 'Sin curso', students: 20, term: '2026-1' });
  expect(drawn.comparison).toMatchObject({ cohortId: t.home.cohortId, cohortName: 'Sección A' });
  expect(drawn.comparison!.seed).toMatch(/^[0-9a-f]{32}$/);
  const [stayed, moved] = [await members(t.home.cohortId), await members(drawn.id)];
  expect(moved).toHaveLength(20);
  expect([...stayed, ...moved].sort()).toEqual(before);
  const { entries } = (await t.as('admin')({ url: '/api/audit-log' })).json() as {
    entries: { act: string; detail: object }[];
  };
  expect(entries.find(({ act }) => act === 'cohort.draw_comparison')!.detail).toMatchObject({
    seed: drawn.comparison!.seed,
    of: 62,
    drawn: 20,
  });
  expect((await draw(10)).json()).toMatchObject({ code: 'cohort_exists' });
});

test('who is in it takes the forms without the course', async () => {
  const student = t.people.student!.learnerKey!;
  // Whether or not the lot chose this one: put there by hand.
  await t.within(t.home, async (db) => {
    await db.$client.query('update enrolments set left_at = now() where learner_key = $1', [student]);
    await db.$client.query(
      `insert into enrolments (institution_id, cohort_id, learner_key) values ($1, $2, $3)
       on conflict (institution_id, cohort_id, learner_key) do update set left_at = null`,
      [t.home.id, drawn.id, student],
    );
  });
  await expect(startPractice(t, 'student')).rejects.toThrow('not_enrolled');
  const module = await t.as('student')({
    url: '/api/courses/physiology/modules/membrane-potential/package?language=es',
  });
  expect(module.statusCode).toBe(403);
  const today = await t.as('student')({ url: '/api/today?language=es' });
  expect(today.statusCode, today.body).toBe(200);
  expect(today.json()).toMatchObject({ module: null, courses: [] });
  const answer = await t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${drawn.id}/sittings`,
    payload: {
      courseId: 'physiology',
      wave: 'opening',
      opensAt: new Date(t.clock.now.getTime() - 60_000).toISOString(),
      closesAt: new Date(t.clock.now.getTime() + 86_400_000).toISOString(),
      durationMinutes: null,
    },
  });
  expect((await startSitting(t, 'student', answer.json().id)).items).toHaveLength(20);
});

test('a comparison has no comparison, and who has begun is not drawn', async () => {
  const again = await t.as('staff')({
    method: 'POST',
    url: `/api/cohorts/${drawn.id}/comparison`,
    payload: { name: 'Otra', students: 10 },
  });
  expect(again.json()).toMatchObject({ code: 'is_comparison' });
  const sittingId = await openSitting(t, 'opening');
  if ((await members(t.home.cohortId)).includes(t.people.classmate!.learnerKey!)) {
    await startSitting(t, 'classmate', sittingId);
    const other = (await draw(15, 'Sin curso 2')).json<Cohort>();
    expect(await members(other.id)).not.toContain(t.people.classmate!.learnerKey);
  }
});
