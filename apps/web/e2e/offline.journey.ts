import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { phone, signIn, visit } from './people.ts';
import { startCohort } from './start-cohort.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const base = '/es/courses/physiology/membrane-potential';

/** Answers the question shown, of words and options, with a middling confidence. */
const answer = async (page: Page) => {
  const form = page.locator('form:has(input[name=option])').first();
  await form.locator('label:has(input[name=option])').first().click();
  await form.locator('button[name=confidence][value="2"]').click();
};

test('a module that a phone took along is learnt without signal, after a restart, and all of it counts later', async () => {
  const { enter } = await startCohort(browser, { address });
  const { page: first, context } = await visit(browser, { viewport: phone });
  await enter(first);
  await first.goto(`${address}${base}/phone`);
  // Its size first, then one tap.
  await first.locator('button.primary', { hasText: 'MB' }).click();
  await first.locator('#contents').waitFor();
  const hrefs = await first
    .locator('section:has(#contents) a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const lesson = hrefs[0]!;
  const practice = hrefs.find((href) => href.includes('/practice/'))!;
  const story = hrefs.find((href) => href.includes('/cases/'))!;

  // The phone was off: nothing lives in a page any more, and there is no network.
  await first.close();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(`${address}/es/today`);
  await page.locator('#modules a', { hasText: 'Potencial de membrana' }).click();
  await page.locator('#contents').waitFor();

  for (const href of hrefs) {
    await page.goto(address + href);
    await page.locator('html[data-kept]').waitFor({ state: 'attached' });
    expect(await page.locator('h1').first().textContent(), href).not.toBe('No hay señal');
  }
  await page.goto(address + lesson);
  await page.locator('figure svg').first().waitFor();
  await answer(page);
  await page.locator('#end button').click();
  await page.getByText('Lección terminada').waitFor();

  await page.goto(address + practice);
  for (const place of [1, 2]) {
    await page.getByText(`${place} de `).first().waitFor();
    await answer(page);
    await page.locator('.next .button').click();
  }
  await page.reload();
  await page.getByText('3 de ').first().waitFor();
  await page.goto(address + story);
  await answer(page);
  await page.getByText('Lo que pasó').first().waitFor();

  await context.setOffline(false);
  await page.goto(`${address}/es/today`);
  await page.getByText('✓ Todo enviado').waitFor();
  const attempt = async (href: string) =>
    (await page.request.get(`${address}/api/attempts/${href.split('/').at(-1)}`)).json();
  expect((await attempt(practice)).responses).toHaveLength(2);
  expect((await attempt(story)).responses).toHaveLength(1);
  const { modules } = await (await page.request.get(`${address}/api/courses/physiology?language=es`)).json();
  expect(modules[0].lessons[0].finished).toBe(true);

  // What was half done is the same one after renewing; and it can be removed.
  await page.goto(`${address}${base}/phone`);
  await page.locator('button', { hasText: 'Traer lo nuevo' }).click();
  await page.locator(`a[href="${practice}"]`).waitFor();
  await page.locator('button', { hasText: 'Quitar de este teléfono' }).click();
  await page.locator('button.primary', { hasText: 'MB' }).waitFor();
  const left = await page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('puente-module')),
  );
  expect(left).toEqual([]);
  await context.close();
});

test('what one account keeps shows to nobody else on the phone, and is there when it comes back', async () => {
  const { enter } = await startCohort(browser, { address });
  const { page, context } = await visit(browser, { viewport: phone });
  await enter(page);
  await page.goto(`${address}${base}/phone`);
  await page.locator('button.primary', { hasText: 'MB' }).click();
  await page.locator('#contents').waitFor();
  await page.goto(`${address}/es/account`);
  await page.locator('main form[action$="/sign-out"] button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/account'));
  await context.setOffline(true);
  await page.goto(`${address}${base}/phone`);
  expect(await page.locator('h1').textContent()).toBe('No hay señal');
  expect(await page.locator('#modules').isVisible()).toBe(false);
  await context.setOffline(false);
  await signIn(page, address, 'estudiante@demo.puente');
  await page.goto(`${address}${base}/phone`);
  await page.locator('button.primary', { hasText: 'MB' }).waitFor();
  await context.close();
});
