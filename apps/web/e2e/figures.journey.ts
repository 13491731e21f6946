import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadContent, readDirectory } from '../../../packages/content/src/server.ts';
import { experiments } from '../../../packages/models/src/experiments/index.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';

const address = inject('address');
const views = Object.entries(experiments).flatMap(([figure, all]) =>
  Object.keys(all).map((view) => `${figure}?view=${view}`),
);

/** The best choice of each decision, by its words. */
const bestChoices = new Set(
  loadContent(readDirectory(join(import.meta.dirname, '../../../content'))).courses.flatMap(({ modules }) =>
    modules.flatMap((module) =>
      module.status === 'open'
        ? (module.case?.stages ?? []).flatMap(({ decision }) =>
            (decision?.options ?? []).filter(({ fraction }) => fraction === 1).map(({ text }) => text.es),
          )
        : [],
    ),
  ),
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

/** A phone shows the drawing and three controls at once, whichever were asked for. */
const expectControlsBesideDrawing = async (page: Page, path: string) => {
  const controls = page.locator('article form :is(input[type=range], select)');
  const others = await page
    .locator('button[name=also]')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
  for (const name of others) {
    await page.locator(`button[name=also][value=${name}]`).click();
    expect(await controls.count(), path).toBeLessThanOrEqual(3);
  }
  if ((await controls.count()) === 0) return;
  const [art, last] = await Promise.all([
    page.locator('svg.play-art').boundingBox(),
    controls.last().boundingBox(),
  ]);
  expect(last!.y + last!.height - art!.y, `${path}: from drawing to last control`).toBeLessThan(phone.height);
};

/** Compressed bytes of each script of a figure, its worker's too, by the script's path. */
const scripts = new Map<string, Map<string, number>>();

/** What the open page has used, from the net or from what it kept. */
const weigh = async (page: Page, figure: string) => {
  const used = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      // Where a link leads is no script of a figure.
      .filter(({ name }) => /^\/_app\/.*\.js$/.test(new URL(name).pathname))
      .map(({ name, encodedBodySize }): [string, number] => [new URL(name).pathname, encodedBodySize]),
  );
  scripts.set(figure, new Map([...(scripts.get(figure) ?? []), ...used]));
};

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
      await page.locator('article .headline[aria-busy=false]').waitFor();
    }
    await weigh(page, path.split('?')[0]!);
    await expectControlsBesideDrawing(page, path);
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

test('projected, a figure fills the wall by day and by night: drawing, question and control without scrolling', async () => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  for (const path of ['heart?view=loop&project=1', 'oxygen?view=curve&project=1']) {
    await page.goto(`${address}/es/figures/${path}`, { waitUntil: 'domcontentloaded' });
    await page.locator('article .links button').first().waitFor();
    for (const shown of ['svg.play-art', '.question', 'article input[type=range]']) {
      const box = await page.locator(shown).first().boundingBox();
      expect(box!.y + box!.height, `${path} ${shown}`).toBeLessThanOrEqual(desktop.height);
    }
    const art = await page.locator('svg.play-art').boundingBox();
    expect(art!.width, path).toBeGreaterThan(desktop.width / 2);
    expect(await page.getByText('Reto', { exact: true }).count()).toBe(0);
    expect(await axeFaults(page, path, ['light', 'dark'])).toEqual([]);
  }
  await page.getByRole('link', { name: 'Dejar de proyectar' }).click();
  await page.waitForURL((url) => !url.searchParams.has('project'));
  await context.close();
  expect(faults).toEqual([]);
});

test('the gallery finds a figure by its patient and gives its address, without a script', async () => {
  const { page, context } = await visit(browser, { viewport: phone, script: false });
  await page.goto(`${address}/es/figures`);
  expect(await page.locator('article li a').count()).toBe(views.length);
  await page.locator('input[name=q]').fill('tomas');
  await page.locator('form[role=search] button').click();
  expect(await page.locator('article').count()).toBe(1);
  await page.locator('article summary').click();
  expect(await page.locator('article input[readonly]').inputValue()).toBe(`${address}/es/figures/oxygen`);
  await page.locator('article li a').first().click();
  expect(await page.locator('h1').textContent()).toContain('oxígeno');
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

  // A case comes to a decision that is a state of a model: a confidence first, then what happens.
  const played = crypto.randomUUID();
  const opened = await page.request.put(`${address}/api/attempts/${played}`, {
    headers: { origin: address },
    data: { kind: 'case', courseId: 'physiology', contentId: 'case-bus-driver', language: 'es' },
  });
  expect(opened.ok(), await opened.text()).toBe(true);
  await page.goto(`${address}/es/cases/${played}`, { waitUntil: 'networkidle' });
  for (let decision = 1; decision <= 2; decision++) {
    const options = page.locator('label:has(input[name=option])');
    await options.first().waitFor();
    const labels = await options.allTextContents();
    const place = labels.findIndex((text) => bestChoices.has(text.trim()));
    expect(place, `decision ${decision}: ${labels.join(' | ')}`).toBeGreaterThanOrEqual(0);
    await options.nth(place).click();
    await page.locator('button[name=confidence]').nth(3).click();
    await page.locator('article').waitFor();
    await page.locator('.next .button, .next button').first().click();
  }
  await page.locator('fieldset input[type=range]').first().fill('1255');
  await page.locator('button[name=confidence]').nth(3).click();
  await page.locator('article').waitFor();
  expect(await page.locator('main').textContent()).toContain('Lo que pedía, y lo que alcanza el dibujo');
  await page.getByText('✓ Guardado').first().waitFor();
  const { responses: decided } = (await (
    await page.request.get(`${address}/api/attempts/${played}`)
  ).json()) as { responses: { itemId: string; fraction: number; confidenceLevel: number }[] };
  expect(decided.find(({ itemId }) => itemId === 'phys-case-bd-d6')).toMatchObject({
    fraction: 0.25,
    confidenceLevel: 3,
  });

  await page.goto(`${address}/es/figures/resting-potential`);
  await page.locator('form[action="?/record"] button').click();
  await page.waitForURL(/\/practice\//);
  expect(await page.locator('form').textContent()).toContain('El dibujo espera');
  await context.close();
  expect(faults).toEqual([]);
});

test('each figure brings under 15 kB of script beyond what all of them share, its worker and every view included', () => {
  const everywhere = [...scripts.values()].reduce(
    (shared, own) => new Set([...shared].filter((path) => own.has(path))),
    new Set([...scripts.values()][0]!.keys()),
  );
  const own = Object.keys(experiments).map((figure) => ({
    figure,
    bytes: [...scripts.get(figure)!]
      .filter(([path]) => !everywhere.has(path))
      .reduce((sum, [, bytes]) => sum + bytes, 0),
  }));
  console.log(own.map(({ figure, bytes }) => `${figure} ${(bytes / 1000).toFixed(1)} kB`).join(' · '));
  expect(own.filter(({ bytes }) => bytes === 0 || bytes >= 15_000)).toEqual([]);
});
