import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadContent, readDirectory } from '../../../packages/content/src/server.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';

const address = inject('address');
const { courses } = loadContent(readDirectory(join(import.meta.dirname, '../../../content')));
const module = courses
  .find(({ id }) => id === 'physiology')!
  .modules.find(({ id }) => id === 'membrane-potential')!;
if (module.status !== 'open') throw new Error('The journey needs an open module');

/** Right options by their texts, as a person would know them. */
const rightTexts = new Set([
  ...module.practice.flatMap((item) =>
    item.kind === 'single-best-answer'
      ? item.options.filter(({ id }) => id === item.key).map(({ text }) => text.es)
      : [],
  ),
  ...module.case!.stages.flatMap(({ decision }) =>
    decision ? decision.options.filter(({ fraction }) => fraction === 1).map(({ text }) => text.es) : [],
  ),
]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const answer = async (page: Page, how: 'right' | 'wrong' | 'first', level: number) => {
  const form = page.locator('form:has(input[name=option])').first();
  const labels = await form.locator('label:has(input[name=option])').allTextContents();
  const place =
    how === 'first'
      ? 0
      : // a place in a drawing has its letter before its words
        labels.findIndex(
          (text) => rightTexts.has(text.trim().replace(/^[A-F]\s+/, '')) === (how === 'right'),
        );
  expect(place, `${how} among ${labels.join(' | ')}`).toBeGreaterThanOrEqual(0);
  await form.locator('label:has(input[name=option])').nth(place).click();
  await form.locator(`button[name=confidence][value="${level}"]`).click();
};
const goOn = (page: Page) => page.locator('.next .button, .next button').first().click();

const takeSitting = async (page: Page, level: number) => {
  await page.locator('button.primary:not([disabled])', { hasText: 'Empezar' }).click();
  await page.waitForURL(/\/attempt$/);
  for (let place = 1; place <= 20; place++) {
    await page.locator(`main[aria-label*="${place} de 20"] input[name=option]`).first().waitFor();
    await answer(page, 'first', level);
  }
  await page.locator('main ol button').nth(19).waitFor();
  await page.locator('button.primary', { hasText: 'Terminar' }).click();
  await page.locator('dialog button.primary').click();
  await page.waitForURL(/\/sittings\/[0-9a-f-]+$/);
};

test('a newcomer goes the whole line on a phone: code, opening form, lesson, espejismo, case, closing form, result', async () => {
  const faculty = await visit(browser, { viewport: desktop });
  await signIn(faculty.page, address, 'docente@demo.puente');
  const { cohorts } = await (await faculty.page.request.get(`${address}/api/cohorts`)).json();
  const cohort = cohorts.find(({ name }: { name: string }) => name.startsWith('Sección C'));

  const { page, context, faults } = await visit(browser, { viewport: phone });
  await page.goto(`${address}/es/join/${cohort.code}`);
  await page.locator('[name=givenNames]').fill('Ñusta María');
  await page.locator('[name=firstSurname]').fill('Ñahui');
  await page.locator('[name=secondSurname]').fill('Güere');
  await page.locator('[name=studentCode]').fill(`NUEVA-${Date.now() % 1_000_000}`);
  await page.locator('[name=password]').fill('una clave larga');
  await page.locator('button.primary').click();
  await page.waitForURL(/\/es\/today$/);

  // The opening form comes first, and ends in a map by objective without a mark.
  await page.locator('a.primary, button.primary').first().click();
  await page.waitForURL(/\/sittings\//);
  await takeSitting(page, 2);
  expect(await page.locator('main').textContent()).not.toMatch(/nota: \d/i);
  expect(await page.locator('h1').textContent()).toContain('Foto inicial');

  await page.goto(`${address}/es/courses/physiology/membrane-potential/lessons/resting-membrane`);
  expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(0);
  await answer(page, 'wrong', 4);
  await page.getByText('Esta te engañó').first().waitFor();
  await page.locator('#end button.primary').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/resting-membrane'));

  // Sure and wrong: the red pen, the other explanation open in place, and the promise of another question.
  await page.goto(`${address}/es/courses/physiology/membrane-potential/practice`);
  await page.locator('form button.primary').click();
  await page.waitForURL(/\/practice\//);
  await answer(page, 'wrong', 4);
  await page.getByText('Esta te engañó').waitFor();
  expect(await page.locator('article details[open]').count()).toBe(1);
  expect(await page.getByText('Esta idea vuelve antes de una semana').count()).toBe(1);
  await goOn(page);
  for (let place = 2; place <= 12; place++) {
    await answer(page, 'right', 3);
    await page.locator('article').waitFor();
    await goOn(page);
  }
  await page.locator('h1').waitFor();
  await page.reload();
  expect(await page.locator('main').textContent()).toContain('12');

  await page.goto(`${address}/es/courses/physiology/membrane-potential/case`);
  await page.locator('form button.primary').click();
  await page.waitForURL(/\/cases\//);
  for (let decision = 1; decision <= 6; decision++) {
    await answer(page, 'right', 2);
    await page.locator('article').waitFor();
    // Each decision is recorded on its own: a reload goes on at the next one.
    if (decision === 2) {
      await page.getByText('✓ Guardado').first().waitFor();
      await page.reload();
      continue;
    }
    await goOn(page);
  }
  await page
    .getByText(/experto|experta|experiencia/i)
    .first()
    .waitFor();

  // The closing form, opened for the section by its teacher.
  const now = Date.now();
  const prepared = await faculty.page.request.post(`${address}/api/cohorts/${cohort.id}/sittings`, {
    headers: { origin: address },
    data: {
      courseId: 'physiology',
      wave: 'closing',
      opensAt: new Date(now - 1000).toISOString(),
      closesAt: new Date(now + 3_600_000).toISOString(),
      durationMinutes: 20,
    },
  });
  expect(prepared.status(), await prepared.text()).toBe(200);
  const { id } = await prepared.json();
  await page.goto(`${address}/es/sittings/${id}`);
  await takeSitting(page, 3);
  for (const to of ['closed', 'released']) {
    const changed = await faculty.page.request.post(`${address}/api/sittings/${id}/state`, {
      headers: { origin: address },
      data: { to },
    });
    expect(changed.status(), await changed.text()).toBe(200);
  }
  await page.goto(`${address}/es/results`);
  const results = (await page.locator('main').textContent()) ?? '';
  expect(results).toContain('Evaluación final');
  expect(results).toMatch(/\d+(\.\d+)?\s*(\/|de)\s*20/);
  expect(faults).toEqual([]);
  await context.close();
  await faculty.context.close();
});

/** A practice of one's own over these items of a module, begun now. */
const beginWith = async (page: Page, contentId: string, items: string[]): Promise<string> => {
  const id = crypto.randomUUID();
  const begun = await page.request.put(`${address}/api/attempts/${id}`, {
    headers: { origin: address },
    data: { kind: 'practice', courseId: 'physiology', contentId, language: 'es', items },
  });
  expect(begun.ok(), await begun.text()).toBe(true);
  return id;
};
const fractionsOf = async (page: Page, attempt: string): Promise<number[]> => {
  const { responses } = await (await page.request.get(`${address}/api/attempts/${attempt}`)).json();
  return responses.map(({ fraction }: { fraction: number }) => fraction);
};
/** What happens from the nerve's impulse to the pull, in its order. */
const impulse = [
  'Entra Ca²⁺ al terminal',
  'La acetilcolina despolariza la placa',
  'Un impulso corre por los túbulos T',
  'El retículo suelta Ca²⁺',
  'El Ca²⁺ se une a la troponina',
  'La miosina jala de la actina',
];

test('a number is typed and an order is made, by keyboard, and both are recorded', async () => {
  const { page, context, faults } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'estudiante@demo.puente');
  const id = await beginWith(page, 'nerve-and-muscle', ['phys-nm-conduction-5', 'phys-nm-coupling-4']);
  await page.goto(`${address}/es/practice/${id}`, { waitUntil: 'networkidle' });
  const confidence = page.locator('button[name=confidence][value="3"]');
  for (const typed of ['', 'muchos']) {
    await page.locator('input[name=option]').fill(typed);
    await confidence.click();
    expect(await page.locator('form').textContent()).toContain('Primero escribe un número');
  }
  await page.locator('input[name=option]').fill('28,2');
  await confidence.click();
  await page.locator('article header.right').waitFor();
  await goOn(page);

  const rows = page.locator('main form ol li');
  const texts = async () => (await rows.locator('.text').allTextContents()).map((text) => text.trim());
  for (const [place, text] of impulse.entries()) {
    for (let stands = (await texts()).indexOf(text); stands > place; stands--) {
      await rows.nth(stands).locator('button').first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await texts()).indexOf(text)).toBe(stands - 1);
    }
  }
  expect(await texts()).toEqual(impulse);
  expect(await axeFaults(page, 'ordering')).toEqual([]);
  await confidence.click();
  await page.locator('article header.right').waitFor();
  expect(await page.locator('article .option').count()).toBe(impulse.length);
  await expect.poll(() => fractionsOf(page, id)).toEqual([1, 1]);
  expect(faults).toEqual([]);
  await context.close();
});

test('without JavaScript a student still reads, answers and gets the reasons', async () => {
  const { page, context } = await visit(browser, { viewport: phone, script: false });
  await signIn(page, address, 'estudiante@demo.puente');
  await page.goto(`${address}/es/courses/physiology/membrane-potential/practice`);
  await page.locator('form button').last().click();
  await page.waitForURL(/\/practice\//);
  const id = await beginWith(page, 'membrane-potential', ['phys-mp-gradient-1', 'phys-mp-equilibrium-1']);
  await page.goto(`${address}/es/practice/${id}`);
  await answer(page, 'right', 3);
  await page.locator('article').waitFor();
  await goOn(page);
  await page.locator('input[name=option]').first().waitFor();
  expect(await page.locator('input[name=option]').count()).toBeGreaterThan(2);

  // The date of an exam, and the calendar's file of it.
  await page.goto(`${address}/es/today`);
  await page.locator('summary', { hasText: 'Mi examen es el' }).click();
  const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('[name=on]').fill(on);
  await page.locator('form:has([name=on]) button').click();
  await page.getByText('Mi examen de Fisiología').waitFor();
  const calendar = await (await page.request.get(`${address}/es/today/dates.ics`)).text();
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`);
  await page.locator('summary', { hasText: 'Cambiar la fecha' }).click();
  await page.locator('button', { hasText: 'Quitar el examen de Fisiología' }).click();
  await page.locator('summary', { hasText: 'Mi examen es el' }).waitFor();
  await context.close();
});

test('without JavaScript an order is given by its places', async () => {
  const { page, context } = await visit(browser, { viewport: phone, script: false });
  await signIn(page, address, 'estudiante@demo.puente');
  const id = await beginWith(page, 'nerve-and-muscle', ['phys-nm-coupling-4']);
  await page.goto(`${address}/es/practice/${id}`);
  const rows = page.locator('main form ol li');
  const texts = (await rows.locator('.text').allTextContents()).map((text) => text.trim());
  for (const [row, text] of texts.entries())
    await rows
      .nth(row)
      .locator('select')
      .selectOption(String(impulse.indexOf(text) + 1));
  await page.locator('button[name=confidence][value="1"]').click();
  await page.waitForLoadState();
  expect(await page.locator('article .option').count()).toBe(impulse.length);
  expect(await fractionsOf(page, id)).toEqual([1]);
  await context.close();
});

test('an option chosen before the script arrives stays chosen when it does', async () => {
  const { page, context } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'estudiante@demo.puente');
  const held: (() => void)[] = [];
  let holds = true;
  await page.route(/\.js$/, async (route) => {
    if (holds) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(`${address}/es/courses/physiology/membrane-potential/lessons/resting-membrane`, {
    waitUntil: 'commit',
  });
  const form = page.locator('form:has(input[name=option])').first();
  await form.locator('label:has(input[name=option])').nth(1).click();
  holds = false;
  for (const go of held) go();
  await page.waitForLoadState('networkidle');
  expect(await form.locator('input[name=option]').nth(1).isChecked()).toBe(true);
  await form.locator('button[name=confidence][value="4"]').click();
  await page.locator('article').first().waitFor();
  expect(new URL(page.url()).search).toBe('');
  await context.close();
});

test('an answer given without network stays on the page, says so, and is sent when the network is back', async () => {
  const { page, context } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'estudiante@demo.puente');
  const attempt = await beginWith(page, 'membrane-potential', [
    'phys-mp-gradient-2',
    'phys-mp-equilibrium-2',
  ]);
  await page.goto(`${address}/es/practice/${attempt}`, { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await answer(page, 'right', 2);
  await page.locator('article').waitFor();
  await expect.poll(() => page.locator('body').textContent()).toMatch(/se enviará|sin señal|sin conexión/i);
  await context.setOffline(false);
  await expect
    .poll(
      async () =>
        (await (await page.request.get(`${address}/api/attempts/${attempt}`)).json()).responses.length,
      { timeout: 30_000 },
    )
    .toBe(1);
  await context.close();
});
