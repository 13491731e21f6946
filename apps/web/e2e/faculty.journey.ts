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

test('faculty see what their section is confidently wrong about, the two gains, and three questions to project', async () => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'docente@demo.puente');
  await page
    .getByRole('link', { name: /Sección B/ })
    .first()
    .click();
  await page.waitForURL(/\/cohorts\/[0-9a-f-]+$/);
  const id = page.url().split('/').at(-1);
  const insights = await (
    await page.request.get(`${address}/api/cohorts/${id}/insights?course=physiology`)
  ).json();
  const text = (await page.locator('main').textContent()) ?? '';
  // What the page says is what was measured, and it says that nobody here exists.
  expect(text).toContain(String(insights.headline.sureAndWrong));
  expect(text).toContain(insights.headline.conceptTitle.es);
  expect(text).toMatch(/sintétic/i);
  expect(text).toMatch(/confianza/i);

  await page.getByRole('link', { name: 'Medición', exact: true }).click();
  await page.waitForURL(/measurement/);
  expect(await page.locator('main table').count()).toBeGreaterThan(0);
  expect(await page.locator('main').textContent()).toMatch(/pares/i);

  await page.goto(`${address}/es/cohorts/${id}/project`);
  const question = await page.locator('h1').textContent();
  await page.locator('a[href*="question=2"]').first().click();
  await page.waitForURL(/question=2/);
  expect(await page.locator('h1').textContent()).not.toBe(question);
  expect(faults).toEqual([]);
  await context.close();
});

test('faculty open a cohort in a minute, project its code, and enrol from the office’s file', async () => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'docente@demo.puente');
  await page.goto(`${address}/es/cohorts/new`);
  await page.locator('[name=name]').fill('Sección Ñ');
  const course = page.locator('[name=courseIds]').first();
  if ((await course.getAttribute('type')) === 'checkbox' && !(await course.isChecked())) await course.check();
  await page.locator('form button.primary').click();
  await page.waitForURL(/\/code/);
  expect(await page.locator('main').textContent()).toMatch(/[A-Z2-9]{6}/);
  expect(await page.locator('main svg').count()).toBeGreaterThan(0);

  // These people are not in the institution: faculty enrol who exists, so every row is named and nothing changes.
  const cohort = page.url().match(/cohorts\/([0-9a-f-]+)/)![1];
  await page.goto(`${address}/es/cohorts/${cohort}/roster`);
  const file = join(import.meta.dirname, '../../api/fixtures/rosters/semicolons-windows-1252.csv');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'nomina.csv', mimeType: 'text/csv', buffer: await readFile(file) });
  await page.locator('form[action="?/check"] button').click();
  await page
    .getByText(/por corregir; no se cambió nada/)
    .first()
    .waitFor();
  const { students } = await (await page.request.get(`${address}/api/cohorts/${cohort}/students`)).json();
  expect(students).toEqual([]);
  expect(faults.filter((fault) => !/400|409/.test(fault))).toEqual([]);
  await context.close();
});

test('faculty prepare a sitting through the page', async () => {
  const { page, context } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'docente@demo.puente');
  const { cohorts } = await (await page.request.get(`${address}/api/cohorts`)).json();
  const cohort = cohorts.find(({ name }: { name: string }) => name.startsWith('Sección C'));
  const count = async () =>
    (await (await page.request.get(`${address}/api/cohorts/${cohort.id}/sittings`)).json()).sittings
      .length as number;
  const before = await count();
  await page.goto(`${address}/es/cohorts/${cohort.id}/sittings/new`);
  await page.locator('main form button.primary').click();
  await page.waitForURL(/\/sittings\?done=prepared/);
  expect(await count()).toBe(before + 1);
  await context.close();
});
