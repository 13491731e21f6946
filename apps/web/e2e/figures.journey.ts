import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { experiments } from '../../../packages/models/src/experiments/index.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';

const address = inject('address');
const views = Object.entries(experiments).flatMap(([figure, all]) =>
  Object.keys(all).map((view) => `${figure}?view=${view}`),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (page: Page, lang: string, path: string) =>
  page.goto(`${address}/${lang}/figures/${path}`, { waitUntil: 'networkidle' });

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every view once: both languages and both sizes fit, its first control moves it, and axe looks by day and by night. */
const half = (rest: number) => async () => {
  const { page, context, faults } = await visit(browser, { viewport: phone });
  const found: unknown[] = [];
  for (const [index, path] of views.entries()) {
    if (index % 2 !== rest) continue;
    const [lang, other] = index % 4 < 2 ? (['es', 'en'] as const) : (['en', 'es'] as const);
    for (const one of [other, lang]) {
      await page.setViewportSize(phone);
      await page.goto(`${address}/${one}/figures/${path}`, { waitUntil: 'domcontentloaded' });
      // Only a page whose script has arrived offers this.
      await page.locator('article .links button').first().waitFor();
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(await overflow(page), `${one} ${path} on a phone`).toBeLessThanOrEqual(0);
      if (one === other) {
        await page.setViewportSize(desktop);
        expect(await overflow(page), `${one} ${path} on a desktop`).toBeLessThanOrEqual(0);
      }
    }
    const slider = page.locator('article input[type=range]').first();
    if (await slider.count()) {
      const output = page.locator('article output').first();
      const before = await output.textContent();
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      if ((await output.textContent()) === before) await page.keyboard.press('ArrowRight');
      expect(await output.textContent(), path).not.toBe(before);
    }
    found.push(...(await axeFaults(page, path, ['light'])));
    await page.setViewportSize(desktop);
    expect(await overflow(page), `${lang} ${path} on a desktop`).toBeLessThanOrEqual(0);
    found.push(...(await axeFaults(page, path, ['dark'])));
  }
  await context.close();
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
};

test.concurrent('every other figure opens, fits, moves, and axe finds nothing by day or night', half(0));
test.concurrent('and so do the figures between them', half(1));

test.concurrent(
  'what moves by itself stops within ten seconds, and nothing moves where calm is asked for',
  async () => {
    const { page, context } = await visit(browser, { viewport: desktop });
    const dot = () => page.locator('svg.play-art circle.dot.ink').first().getAttribute('cx');
    await open(page, 'es', 'heart');
    const first = await dot();
    await page.waitForTimeout(600);
    expect(await dot()).not.toBe(first);
    await page.waitForTimeout(11_000);
    const late = await dot();
    await page.waitForTimeout(600);
    expect(await dot()).toBe(late);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.reload({ waitUntil: 'networkidle' });
    const calm = await dot();
    await page.waitForTimeout(600);
    expect(await dot()).toBe(calm);
    await context.close();
  },
);

test('on a phone the drawing and its first control are seen at once, and three controls at most', async () => {
  const { page, context } = await visit(browser, { viewport: phone });
  await open(page, 'es', 'heart?view=loop');
  for (const name of ['preload', 'afterload', 'valve', 'severity']) {
    const more = page.locator(`button[name=also][value=${name}]`);
    if (await more.count()) await more.click();
    const shown = page.locator('article form :is(input[type=range], select)');
    expect(await shown.count()).toBeLessThanOrEqual(3);
  }
  const art = await page.locator('svg.play-art').boundingBox();
  const last = await page.locator('article form :is(input[type=range], select)').last().boundingBox();
  expect(last!.y + last!.height - art!.y).toBeLessThan(phone.height);
  await context.close();
});

test('without a script the server draws what a link and a step ask for', async () => {
  const { page, context } = await visit(browser, { viewport: phone, script: false });
  await open(page, 'es', 'resting-potential?view=rest&potassium=4');
  expect(await page.locator('article').textContent()).toContain('−87');
  await page.locator('button[name=set-potassium]').last().click();
  expect(page.url()).toContain('set-potassium=4.1');
  expect(await page.locator('article output').first().textContent()).toContain('4.1');
  await context.close();
});

test('a state is in the address, and the address brings it back', async () => {
  const { page, context } = await visit(browser, { viewport: desktop });
  await open(page, 'es', 'oxygen?view=curve');
  await page.locator('article input[type=range]').first().fill('7.6');
  await page.waitForURL(/ph=7\.6/);
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.locator('article output').first().textContent()).toContain('7.60');
  await context.close();
});

test('a lesson opens its figure on its patient; a student picks a place and meets a challenge', async () => {
  const { page, context, faults } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'estudiante@demo.puente');
  await page.goto(`${address}/es/courses/physiology/membrane-potential/lessons/resting-membrane`);
  await page.locator('#step-4').scrollIntoViewIfNeeded();
  await page.waitForSelector('svg.play-art');
  expect(await page.locator('article.figure-play output').first().textContent()).toContain('7.1');

  const id = crypto.randomUUID();
  const begun = await page.request.put(`${address}/api/attempts/${id}`, {
    headers: { origin: address },
    data: {
      kind: 'practice',
      courseId: 'physiology',
      contentId: 'membrane-potential',
      language: 'es',
      items: ['phys-mp-ecg-4', 'phys-mp-krest-4'],
    },
  });
  expect(begun.ok()).toBe(true);
  await page.goto(`${address}/es/practice/${id}`, { waitUntil: 'networkidle' });
  await page.getByLabel('Tercer trazo: el complejo ancho, sin onda antes').check();
  await page.locator('button[name=confidence]').nth(3).click();
  await page.locator('a.button.primary').click();
  await page.locator('button[name=confidence]').nth(3).click();
  expect(await page.locator('form').textContent()).toContain('Primero mueve un control');
  await page.locator('input[type=range]').first().fill('4');
  await page.locator('button[name=confidence]').nth(3).click();
  await page.waitForSelector('article header.right');
  await page.waitForTimeout(1500);
  const { responses } = (await (await page.request.get(`${address}/api/attempts/${id}`)).json()) as {
    responses: { itemId: string; answer: string; fraction: number }[];
  };
  expect(responses.map(({ itemId, fraction }) => [itemId, fraction])).toEqual(
    expect.arrayContaining([
      ['phys-mp-ecg-4', 1],
      ['phys-mp-krest-4', 1],
    ]),
  );
  expect(responses.find(({ itemId }) => itemId === 'phys-mp-krest-4')!.answer).toBe(
    'potassium=4&calcium=1.2&leak=0.01',
  );

  await page.goto(`${address}/es/figures/resting-potential`);
  await page.locator('form[action="?/record"] button').click();
  await page.waitForURL(/\/practice\//);
  expect(await page.locator('form').textContent()).toContain('El dibujo espera');
  await context.close();
  expect(faults).toEqual([]);
});

test('each figure brings under 15 kB of script beyond what all of them share', async () => {
  const fetched = new Map<string, Map<string, number>>();
  for (const figure of Object.keys(experiments)) {
    const { page, context } = await visit(browser, { viewport: phone });
    const scripts = new Map<string, number>();
    const sizes: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      sizes.push(
        request
          .sizes()
          .then(
            ({ responseBodySize }) => void scripts.set(new URL(request.url()).pathname, responseBodySize),
          ),
      );
    });
    await open(page, 'es', figure);
    await Promise.all(sizes);
    await context.close();
    fetched.set(figure, scripts);
  }
  const everywhere = [...fetched.values()].reduce(
    (shared, scripts) => new Set([...shared].filter((path) => scripts.has(path))),
    new Set([...fetched.values()][0]!.keys()),
  );
  const own = [...fetched].map(([figure, scripts]) => ({
    figure,
    bytes: [...scripts].filter(([path]) => !everywhere.has(path)).reduce((sum, [, bytes]) => sum + bytes, 0),
  }));
  expect(own.every(({ bytes }) => bytes > 0)).toBe(true);
  console.log(own.map(({ figure, bytes }) => `${figure} ${(bytes / 1000).toFixed(1)} kB`).join(' · '));
  expect(own.filter(({ bytes }) => bytes >= 15_000)).toEqual([]);
});
