import { eq } from 'drizzle-orm';
import { institutions } from '@puente/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createAdministrator } from './create-administrator.ts';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const someone = {
  email: 'ana@nueva.example',
  givenNames: 'Ana',
  firstSurname: 'Rojas',
  password: undefined as string | undefined,
};
const nueva = { code: 'nueva', name: 'Universidad Nueva' as string | undefined, timeZone: 'America/Lima' };
const make = (change: object = {}) =>
  createAdministrator(t.database.db, { institution: nueva, ...someone, ...change }, t.clock.now);
const activate = (code: string, email = someone.email) =>
  t.app.inject({
    method: 'POST',
    url: '/api/activation',
    payload: { institution: 'nueva', email, code, password: 'larga y segura' },
  });

test('the first administrator comes with their institution and activates by a one-time code', async () => {
  const lost = await make();
  expect(lost.institution).toEqual({ code: 'nueva', name: 'Universidad Nueva', isNew: true });
  const again = await make({ institution: { ...nueva, name: undefined } });
  expect(again.institution.isNew).toBe(false);
  expect((await activate(lost.activation!.code)).statusCode).toBe(401);
  expect((await activate(again.activation!.code)).json()).toMatchObject({
    role: 'admin',
    institution: { code: 'nueva', demonstration: false },
  });
  await expect(make()).rejects.toThrow(/signs in already/);
});

test('a password that is given is set at once, and no session stays open', async () => {
  const { activation } = await make({ email: 'eva@nueva.example', password: 'larga y segura' });
  expect(activation).toBeUndefined();
  const signedIn = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: 'eva@nueva.example', password: 'larga y segura' },
  });
  expect(signedIn.json()).toMatchObject({ role: 'admin' });
});

test.each([
  ['an address of the demonstration', { email: 'admin@demo.puente' }, /demonstration/],
  ['a new institution without a name', { institution: { ...nueva, code: 'otra', name: undefined } }, /name/],
  ['a code with capitals', { institution: { ...nueva, code: 'UTP' } }, /lower-case/],
  ['a time zone that there is not', { institution: { ...nueva, timeZone: 'Lima' } }, /time zone/],
  ['a short password', { email: 'x@nueva.example', password: 'corta' }, /8 to 200/],
  ['no e-mail', { email: 'ana' }, /e-mail/],
])('%s is refused, and no institution is left behind', async (_name, change, message) => {
  await expect(make({ institution: { ...nueva, code: 'otra' }, ...change })).rejects.toThrow(message);
  const [left] = await t.database.db.asGlobal((db) =>
    db.select().from(institutions).where(eq(institutions.code, 'otra')),
  );
  expect(left).toBeUndefined();
});
