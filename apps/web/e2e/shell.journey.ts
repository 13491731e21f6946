import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { phone, signIn, visit } from './people.ts';

const address = inject('address');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

// The client learns its version before anything else runs; a bundle that mixes the two loses it.
test('a page still knows its version once its script has run', async () => {
  const { page, context, faults } = await visit(browser);
  await signIn(page, address, 'estudiante@demo.puente');
  await page.goto(`${address}/es/account`, { waitUntil: 'networkidle' });
  await page.locator('header summary').click();
  await page.getByRole('link', { name: 'Mi cuenta' }).click();
  expect(await page.locator('footer').textContent()).toMatch(/Puente \d+\.\d+\.\d+/);
  expect(faults).toEqual([]);
  await context.close();
});

test.each([true, false])(
  'language and colours change, and an ended token is renewed, with script %s',
  async (script) => {
    const { page, context, faults } = await visit(browser, { viewport: phone, script });
    await page.goto(`${address}/es/account?x=1`);
    expect(new URL(page.url()).searchParams.get('next')).toBe('/es/account?x=1');
    await signIn(page, address, 'estudiante@demo.puente');
    await page.goto(`${address}/es/account?x=1`);
    await page.locator('main a[hreflang=en]').click();
    await page.waitForURL(`${address}/en/account?x=1`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('main button[value=night]').click();
    await page.waitForLoadState();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('night');
    await context.clearCookies({ name: 'puente_access' });
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('My account');
    expect((await context.cookies()).map(({ name }) => name)).toContain('puente_access');
    await page.locator('main form[action$="/sign-out"] button').click();
    await page.waitForURL(`${address}/en`);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('puente_refresh');
    expect(faults).toEqual([]);
    await context.close();
  },
);

test('a wrong password keeps what was typed and where one was going', async () => {
  const { page, context } = await visit(browser, { script: false });
  await page.goto(`${address}/es/account`);
  const form = page.locator('form[action="?/email"]');
  await form.locator('[name=email]').fill('estudiante@demo.puente');
  await form.locator('[name=password]').fill('equivocada');
  await form.locator('button').click();
  await page.waitForLoadState();
  expect(await page.getByRole('alert').textContent()).toContain('No coinciden');
  expect(await form.locator('[name=email]').inputValue()).toBe('estudiante@demo.puente');
  expect(await form.locator('[name=next]').inputValue()).toBe('/es/account');
  await context.close();
});
