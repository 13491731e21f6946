import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Attempt, Review } from '@puente/schemas';
import { launchBrowser } from './browser.ts';
import { phone, signIn, visit } from './people.ts';

const address = inject('address');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ask = async <T>(page: Page, path: string): Promise<T> => {
  const response = await page.request.get(`${address}${path}`);
  if (!response.ok()) throw new Error(`${path} answers ${response.status()}`);
  return response.json();
};
const review = (page: Page) => ask<Review>(page, '/api/review?language=es');
const attempt = (page: Page) => ask<Attempt>(page, `/api/attempts/${page.url().split('/').at(-1)}`);

/** Whatever is asked: in words, at a drawing, or a challenge, whose control is moved. */
const answer = async (page: Page) => {
  const form = page.locator('form:has(button[name=confidence])').first();
  await form.locator('input[name=option], input[type=range]').first().waitFor({ state: 'attached' });
  const option = form.locator('label:has(input[name=option])').first();
  if (await option.count()) await option.click();
  else await form.locator('input[type=range]').first().press('ArrowRight');
  await form.locator('button[name=confidence][value="2"]').click();
  await page.locator('article').first().waitFor();
};
const goOn = (page: Page) => page.locator('.next .button, .next button').first().click();

test('three minutes of the day’s review, a part of it without network, and what comes back when', async () => {
  const { page, context, faults } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'estudiante@demo.puente');
  const before = await review(page);
  expect(before.due.length, 'the demonstration leaves something to review').toBeGreaterThan(3);
  await page.goto(`${address}/es/today`);
  await page.locator('a[href="/es/review"]').click();
  await page.waitForURL(/\/es\/review$/);
  expect(await page.locator('main').textContent()).toContain(before.due[0]!.title);
  await page.locator('button', { hasText: 'Solo tengo 3 minutos' }).click();
  await page.waitForURL(/\/practice\//);
  await page.waitForLoadState('networkidle');
  const run = await attempt(page);
  expect(run).toMatchObject({ kind: 'review', contentId: run.courseId });
  expect(run.items).toHaveLength(3);

  for (let place = 1; place < 3; place++) {
    await answer(page);
    await goOn(page);
  }
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await answer(page);
  await expect.poll(() => page.locator('body').textContent()).toMatch(/se enviará|sin señal|sin conexión/i);
  await context.setOffline(false);
  await expect.poll(async () => (await attempt(page)).responses.length, { timeout: 30_000 }).toBe(3);
  await goOn(page);
  await page.locator('h1', { hasText: 'Terminaste el repaso' }).waitFor();
  await page.locator('a[href="/es/review"]').click();
  await page.waitForURL(/\/es\/review$/);
  const after = await review(page);
  expect(after.answeredToday).toBe(before.answeredToday + 3);
  // What was answered today comes back on a later day, and says on which.
  const asked = after.coming.flatMap(({ on, concepts }) => concepts.map(({ id }) => ({ id, on })));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every(({ on }) => on > after.today)).toBe(true);
  expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await context.close();
});

test('without JavaScript a review is begun and answered all the same', async () => {
  const { page, context } = await visit(browser, { viewport: phone, script: false });
  await signIn(page, address, 'estudiante@demo.puente');
  await page.goto(`${address}/es/review`);
  await page.locator('form button.primary').click();
  await page.waitForURL(/\/practice\//);
  await answer(page);
  expect((await attempt(page)).responses).toHaveLength(1);
  await context.close();
});
