import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, signIn, visit } from './people.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const download = async (page: Page, ending: string): Promise<Buffer> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`a[href$="${ending}"]`).click(),
  ]);
  return readFile((await file.path())!);
};

test('staff read the cuadro de méritos, download it, and check the snapshot against its hash', async () => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'programa@demo.puente');
  await page.waitForURL(/\/es\/selection$/);
  await page
    .getByRole('link', { name: /Inmersión/ })
    .first()
    .click();
  await page.waitForURL(/\/selection\/[0-9a-f-]+/);
  const id = page.url().match(/selection\/([0-9a-f-]+)/)![1];
  const { rows } = await (await page.request.get(`${address}/api/selection-rounds/${id}/shortlist`)).json();
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain(rows[0].code);
  expect(text).toMatch(/veinte|20 preguntas/i);

  const csv = (await download(page, 'shortlist.csv')).toString('utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const lines = csv.slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows.length + 1);
  expect(lines[1]!.split(';')).toContain(rows[0].code);
  expect((await download(page, 'shortlist.xlsx')).subarray(0, 2).toString()).toBe('PK');
  const snapshot = await download(page, 'snapshot.json');
  expect(text).toContain(createHash('sha256').update(snapshot).digest('hex'));
  expect(snapshot.toString()).not.toMatch(/givenNames|surname|@/);
  expect(faults).toEqual([]);
  await context.close();
});

test('what a candidate reads is what the shortlist says, without the probability', async () => {
  const student = await visit(browser, { viewport: desktop });
  await signIn(student.page, address, 'estudiante@demo.puente');
  const { standings } = await (await student.page.request.get(`${address}/api/standings`)).json();
  await student.page.goto(`${address}/es/standings/${standings[0].roundId}`);
  const text = (await student.page.locator('main').textContent()) ?? '';
  const own = await (
    await student.page.request.get(`${address}/api/standings/${standings[0].roundId}?language=es`)
  ).json();
  expect(text).toContain(String(own.score));
  expect(text).not.toMatch(/P\(/);
  expect(JSON.stringify(own)).not.toMatch(/probability/i);
  await student.context.close();
});

test('a round is written before its data: staff make one through the page', async () => {
  const { page, context } = await visit(browser, { viewport: desktop });
  await signIn(page, address, 'programa@demo.puente');
  await page.goto(`${address}/es/selection/new`);
  await page.locator('[name=name]').fill('Convocatoria de ensayo');
  await page.locator('[name=seats]').fill('20');
  await page.locator('[name=reserves]').fill('5');
  const sitting = page.locator('[name=sittingIds]').first();
  if (!(await sitting.isChecked())) await sitting.check();
  await page.locator('form button.primary').click();
  await page.waitForURL(/\/selection\/[0-9a-f-]+/);
  expect(await page.locator('h1').textContent()).toBe('Convocatoria de ensayo');
  await context.close();
});
