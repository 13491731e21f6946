import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { password, phone, signIn, visit } from './people.ts';

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

test('what is typed and chosen before the script arrives is there after it', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await signIn(page, address, 'admin@demo.puente');
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${address}/es/cohorts/new`, { waitUntil: 'commit' });
  await page.locator('[name=name]').fill('Fisiología 2B');
  await page.locator('[name=term]').fill('2027-II');
  const course = page.locator('[name=courseIds]').first();
  const chosen = !(await course.isChecked());
  await course.setChecked(chosen);
  const campus = page.locator('[name=campusId]');
  const before = await campus.inputValue();
  const values = await campus
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  const other = values.find((value) => value !== before)!;
  await campus.selectOption(other);
  arrive();
  // Hydration takes the attribute away: from here on the field is the script's.
  await page.locator('[name=term]:not([value])').waitFor();
  expect(await page.locator('[name=name]').inputValue()).toBe('Fisiología 2B');
  expect(await page.locator('[name=term]').inputValue()).toBe('2027-II');
  expect(await course.isChecked()).toBe(chosen);
  expect(await campus.inputValue()).toBe(other);
  await context.close();
});

test('the API describes itself in a browser', async () => {
  const { page, context, faults } = await visit(browser);
  const answer = await page.goto(`${address}/api/docs`);
  await page.getByText('Sign in with e-mail or student code').first().waitFor();
  const policy = answer!.headers()['content-security-policy'];
  expect(policy).toMatch(/(^|; )script-src 'self' 'sha256-[\w+/]+={0,2}'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(faults).toEqual([]);
  await context.close();
});

test("another site's form does nothing here", async () => {
  const { page, context } = await visit(browser);
  const form = { email: 'admin@demo.puente', password };
  const send = (origin: string) =>
    page.request.post(`${address}/es/sign-in?/email`, { form, headers: { origin }, maxRedirects: 0 });
  expect((await send('https://evil.example')).status()).toBe(403);
  expect(await context.cookies()).toEqual([]);
  expect((await send(address)).ok() || (await context.cookies()).length > 0).toBe(true);
  await context.close();
});
