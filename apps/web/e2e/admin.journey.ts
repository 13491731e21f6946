import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, signIn, visit } from './people.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const roster = (name: string) => join(import.meta.dirname, '../../api/fixtures/rosters', name);

test('an administrator brings in three thousand people: checked first, then all at once, then nothing twice', async () => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'admin@demo.puente');
  const total = async () =>
    (await (await page.request.get(`${address}/api/people?role=student`)).json()).total as number;
  const before = await total();
  const check = async () => {
    await page.goto(`${address}/es/people/import`);
    await page.locator('input[type=file]').setInputFiles(roster('three-thousand.csv'));
    await page.locator('form[action="?/check"] button').click();
    await page.locator('[role=alert]').first().waitFor({ timeout: 60_000 });
  };
  await check();
  expect(await page.locator('main').textContent()).toMatch(/3,000/);
  expect(await total()).toBe(before);
  await page.locator('form[action="?/import"] button').click();
  await expect.poll(total, { timeout: 60_000 }).toBe(before + 3000);
  await check();
  expect(await page.locator('form[action="?/import"]').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('a file with one bad row changes nothing and names row and column', async () => {
  const { page, context } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'admin@demo.puente');
  const good = (await readFile(roster('utf8-bom-apellidos-y-nombres.csv'), 'utf8')).trimEnd();
  const broken = good.replace(
    /(\r?\n[^\r\n]*?)\b(\d{8})\b/,
    (_, start: string, dni: string) => start + dni.slice(1),
  );
  expect(broken).not.toBe(good);
  await page.goto(`${address}/es/people/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'roto.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
  await page.locator('form[action="?/check"] button').click();
  await page.locator('[role=alert]').first().waitFor();
  expect(await page.locator('main table').first().textContent()).toMatch(/DNI|documento/i);
  expect(await page.locator('form[action="?/import"]').count()).toBe(0);
  await context.close();
});

test('a new teacher gets a one-time code and activates with the e-mail', async () => {
  const admin = await visit(browser, { viewport: desktop });
  await signIn(admin.page, address, 'admin@demo.puente');
  await admin.page.goto(`${address}/es/people/new`);
  await admin.page.locator('[name=role]').selectOption('faculty');
  await admin.page.locator('[name=givenNames]').fill('Ángela');
  await admin.page.locator('[name=firstSurname]').fill('Núñez');
  await admin.page.locator('[name=email]').fill('angela@nueva.example');
  await admin.page.locator('form button.primary').click();
  const code = (await admin.page.locator('.figure').textContent())!.trim();
  const { institution } = await (await admin.page.request.get(`${address}/api/session`)).json();

  const teacher = await visit(browser, { viewport: desktop });
  await teacher.page.goto(`${address}/es/activate`);
  await teacher.page.locator('[name=institution]').fill(institution.code);
  await teacher.page.locator('[name=who]').fill('angela@nueva.example');
  await teacher.page.locator('[name=code]').fill(code);
  await teacher.page.locator('[name=password]').fill('otra clave larga');
  await teacher.page.locator('form button.primary').click();
  await teacher.page.waitForURL(/\/es\/cohorts$/);
  await admin.page.goto(`${address}/es/audit`);
  expect(await admin.page.locator('main').textContent()).toContain('account.activate');
  await teacher.context.close();
  await admin.context.close();
});

test('a campus is added once, and the page says why it is not added twice', async () => {
  const { page, context } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'admin@demo.puente');
  await page.goto(`${address}/es/people`);
  await page.locator('a[href$="/people/campuses"]').click();
  for (const expected of ['Agregaste Chiclayo', 'Ya hay una sede con este nombre.']) {
    await page.locator('[name=name]').fill('Chiclayo');
    await page.locator('form button.primary').click();
    await page.getByText(expected).waitFor();
  }
  expect(await page.locator('tbody th', { hasText: 'Chiclayo' }).count()).toBe(1);
  await context.close();
});

test('a person is erased: confirmed with a reason, in a browser without script too, and is in no list afterwards', async () => {
  const { page, context, faults } = await visit(browser, { script: false });
  await signIn(page, address, 'admin@demo.puente');
  const { person } = await (
    await page.request.post(`${address}/api/people`, {
      headers: { origin: address },
      data: { role: 'student', givenNames: 'Uma', firstSurname: 'Borrable', studentCode: 'BORRA1' },
    })
  ).json();
  const search = `${address}/es/people?search=borrable`;
  await page.goto(search);
  await page.getByRole('link', { name: /Borrar datos.*Borrable/ }).click();
  expect(await page.locator('main').textContent()).toContain('Uma Borrable');
  const send = async (why: string) => {
    await page.locator('[name=why]').fill(why);
    await page.locator('[name=confirm]').check();
    await page.locator('main form button.primary').click();
  };
  await send('Lo pidió Borrable');
  await page.getByText('Escribe el motivo, sin apellidos').waitFor();
  await send('Solicitud 12-2026');
  await page.getByText('Se borraron los datos de esa persona').waitFor();
  await page.goto(search);
  await page.getByText('Nadie coincide con lo que buscas').waitFor();
  const gone = await page.goto(`${address}/es/people/${person.personId}/erasure`);
  expect(gone!.status()).toBe(404);
  // A page that refuses answers 400, and one that is gone 404: the browser tells of both.
  expect(faults.filter((fault) => !/status of 40[04]/.test(fault))).toEqual([]);
  await context.close();
});
