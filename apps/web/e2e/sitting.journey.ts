import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';
import { startCohort } from './start-cohort.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const answer = async (page: Page, place: number) => {
  await page
    .locator(`main[aria-label*="${place} de 20"] input[name=option]:not([disabled])`)
    .first()
    .waitFor();
  await page
    .locator('main label:has(input[name=option])')
    .nth(place % 4)
    .click();
  await page.locator(`main button[name=confidence][value="${place % 5}"]`).click();
};
const keptPages = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('puente-kept')).keys()).length);

test('a sitting goes on without signal and through reloads, is ended there, and arrives when the signal is back', async () => {
  const { sittingId: id, enter } = await startCohort(browser, { address });
  const { page, context } = await visit(browser, { viewport: phone });
  await enter(page);
  await page.goto(`${address}/es/sittings/${id}`);
  await page.locator('button.primary:not([disabled])', { hasText: 'Empezar' }).click();
  await page.waitForURL(/\/attempt$/);
  const own = async () => (await page.request.get(`${address}/api/sittings/${id}?language=es`)).json();
  const receiptsOf = async () => {
    const { attemptId } = await own();
    return (await (await page.request.get(`${address}/api/attempts/${attemptId}/receipts`)).json()).receipts;
  };
  await answer(page, 1);
  await expect.poll(() => keptPages(page)).toBe(1);
  await expect.poll(async () => (await receiptsOf()).length).toBe(1);

  await context.setOffline(true);
  await answer(page, 2);
  await page.getByText('Guardado en este teléfono').waitFor();
  await page.reload();
  // What was received, and what waits, both stand after a reload without signal; time goes on.
  await answer(page, 3);
  await page.locator('[role=timer]').waitFor();
  await page.locator('button.all').click();
  expect(await page.locator('main ol button:not(.open)').count()).toBe(3);
  expect(await page.locator('main ol button .here').count()).toBe(2);

  // Elsewhere there is a page that says what is kept, and the way back.
  await page.goto(`${address}/es/today`);
  expect(await page.locator('h1').textContent()).toBe('No hay señal');
  await page.locator('a.primary', { hasText: 'Seguir con la sesión' }).click();
  await page.locator('main[aria-label*="4 de 20"]').waitFor();

  await page.locator('button.all').click();
  await page.locator('main .end button', { hasText: 'Terminar' }).click();
  await page.locator('dialog button.primary').click();
  await page.locator('dialog button', { hasText: 'Terminar en este teléfono' }).click();
  await page.getByText('Ya terminaste esta sesión').waitFor();

  await context.setOffline(false);
  await expect.poll(async () => (await own()).attemptState, { timeout: 60_000 }).toBe('finished');
  expect((await receiptsOf()).map(({ counted }: { counted: boolean }) => counted)).toEqual([
    true,
    true,
    true,
  ]);
  await page.goto(`${address}/es/sittings/${id}/attempt`);
  // Over: there is nothing left to keep.
  await expect.poll(() => keptPages(page)).toBe(0);
  await context.close();
});

test('another device takes a sitting over with clear words on both, and who signs in next finds no page of it', async () => {
  const { sittingId: id, enter } = await startCohort(browser, { address });
  const first = await visit(browser, { viewport: phone });
  await enter(first.page);
  await first.page.goto(`${address}/es/sittings/${id}`);
  await first.page.locator('button.primary:not([disabled])', { hasText: 'Empezar' }).click();
  await first.page.waitForURL(/\/attempt$/);
  await answer(first.page, 1);
  await expect.poll(() => keptPages(first.page)).toBe(1);

  const second = await visit(browser, { viewport: desktop });
  await enter(second.page);
  await second.page.goto(`${address}/es/sittings/${id}/attempt`);
  await second.page.getByText('Esta sesión está abierta en otro aparato').waitFor();
  expect(await second.page.locator('main input[name=option]').count()).toBe(0);
  await second.page.locator('button.primary', { hasText: 'Seguir en este aparato' }).click();
  await answer(second.page, 2);

  await answer(first.page, 2);
  await first.page.getByRole('heading', { name: 'Seguiste en otro aparato' }).waitFor();
  await first.page.getByText('llegó y quedó apartada').waitFor();
  await second.context.close();

  // Somebody else on the same phone: neither the page nor the answers are theirs to see.
  await first.page.goto(`${address}/es/account`);
  await first.page.locator('main form[action$="/sign-out"] button').click();
  await first.page.waitForURL((url) => !url.pathname.includes('/account'));
  await signIn(first.page, address, 'docente@demo.puente');
  expect(await keptPages(first.page)).toBe(0);
  // A page cut off while its script arrives goes to the network again by itself, across the visit below.
  await first.page.waitForLoadState('networkidle');
  await first.context.setOffline(true);
  await first.page.goto(`${address}/es/sittings/${id}/attempt`);
  expect(await first.page.locator('h1').textContent()).toBe('No hay señal');
  await first.context.close();
});
