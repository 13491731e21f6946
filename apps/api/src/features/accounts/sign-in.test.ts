import { accounts, institutions } from '@puente/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, testPassword, type TestApp } from '../../testing.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const signIn = (email: string) =>
  t.app.inject({ method: 'POST', url: '/api/session', payload: { email, password: testPassword } });

test("the demonstration's addresses sign in to a demonstration only, and the refusal tells nothing", async () => {
  await t.database.db.asGlobal((db) =>
    db
      .update(accounts)
      .set({ email: 'docente@demo.puente' })
      .where(eq(accounts.id, t.people.faculty!.accountId)),
  );
  const refused = await signIn('Docente@Demo.puente');
  expect(refused.statusCode).toBe(401);
  expect(refused.body).toBe((await signIn('nobody@home.example')).body);

  await t.database.db.asGlobal((db) =>
    db.update(institutions).set({ demonstration: true }).where(eq(institutions.id, t.home.id)),
  );
  expect((await signIn('docente@demo.puente')).statusCode).toBe(200);
});
