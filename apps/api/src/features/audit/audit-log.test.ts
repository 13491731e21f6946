import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditLog } from '@puente/database';
import { audit } from '../../audit.ts';
import { createTestApp, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('an administrator reads who did what, newest first and page by page', async () => {
  await t.within(t.home, async (db) => {
    for (let number = 1; number <= 60; number++) {
      const act = {
        act: 'test.act',
        subjectKind: 'test',
        subjectId: String(number),
        why: `reason ${number}`,
      };
      const actor = number % 2 ? t.people.staff! : { institutionId: t.home.id, membershipId: null };
      await audit(db, actor, new Date(t.clock.now.getTime() + number * 1000), act);
    }
  });
  const read = async (page: number) => (await t.as('admin')({ url: `/api/audit-log?page=${page}` })).json();
  const first = await read(1);
  expect(first).toMatchObject({ total: 60, page: 1, pageSize: 50 });
  expect(first.entries.slice(0, 2)).toMatchObject([
    {
      subjectId: '60',
      actorName: null,
      actorMembershipId: null,
      why: 'reason 60',
      at: '2026-03-16T15:01:00.000Z',
    },
    { subjectId: '59', actorName: 'Elena Vargas Soto', actorMembershipId: t.people.staff!.membershipId },
  ]);
  expect((await read(2)).entries).toHaveLength(10);
});

test('nobody else reads it, and each institution has its own', async () => {
  for (const who of ['student', 'faculty', 'staff'])
    expect((await t.as(who)({ url: '/api/audit-log' })).statusCode).toBe(403);
  expect((await t.as('awayAdmin')({ url: '/api/audit-log' })).json().total).toBe(0);
});

test('what stands in it can be neither changed nor taken away', async () => {
  await expect(t.within(t.home, (db) => db.update(auditLog).set({ why: 'another' }))).rejects.toThrow();
  await expect(t.within(t.home, (db) => db.delete(auditLog))).rejects.toThrow();
});
