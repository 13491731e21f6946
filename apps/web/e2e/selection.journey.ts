import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { newRound } from './new-round.ts';
import { signIn, visit } from './people.ts';

const address = inject('address');
const why = 'Ensayo del camino completo con personas inventadas: nadie viaja por esta convocatoria.';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const enter = async (who: 'programa' | 'programa2') => {
  const visited = await visit(browser);
  await signIn(visited.page, address, `${who}@demo.puente`);
  return visited;
};
const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';

/** Opens an act of the round page, gives the reason and sends it. */
const act = async (page: Page, path: string, name: string, reason = why) => {
  await page.goto(address + path);
  const section = page.locator('details', { has: page.locator(`input[name=form][value=${name}]`) });
  if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
  await section.locator('[name=why]').fill(reason);
  await section.locator('button').click();
  await page.waitForLoadState('load');
};

test('a policy is refused with the reason, rehearsed, and published by two people', async () => {
  const { page, context, faults } = await enter('programa');
  const { id, sittingId } = await newRound(page, address);
  const path = `/es/selection/rounds/${id}`;
  await page.goto(`${address}${path}/policy`);
  await page.locator(`[name=sittings][value="${sittingId}"]`).check();
  await page.locator('[name=weight-genetics]').fill('1');
  await page.locator('[name=otherMeasure]').selectOption('gain');
  await page.locator('[name=expectedCandidates]').fill('200');
  for (const [name, text] of [
    ['question1es', '¿Qué harás al volver?'],
    ['question1en', 'What will you do when you return?'],
    ['question2es', '¿Qué decidirías hoy de otra forma?'],
    ['question2en', 'What would you decide otherwise today?'],
    ['drawWhat', 'Las seis bolillas del domingo'],
    ['drawPlace', 'La transmisión pública'],
  ] as const)
    await page.locator(`[name=${name}]`).fill(text);
  const drawAt = new Date(Date.now() + 60 * 24 * 3_600_000).toISOString().slice(0, 16);
  await page.locator('[name=drawAt]').fill(drawAt);
  const save = page.getByRole('button', { name: 'Guardar la política' });
  await save.click();
  await page.waitForLoadState('load');
  expect(await main(page)).toContain('Ordenar por avance paga por fallar la primera forma');
  expect(await page.locator('[name=drawWhat]').inputValue()).toBe('Las seis bolillas del domingo');
  await save.click();
  await page.waitForLoadState('load');
  expect(await main(page)).toContain('Expedientes sin nombre');

  await page.goto(`${address}${path}/rehearsal`);
  await page.locator('[name=why]').fill(why);
  await page.getByRole('button', { name: 'Ensayar' }).click();
  await page.waitForLoadState('load');
  expect(await main(page)).toMatch(/De las mejores de verdad\s*\d+\s%/);

  await act(page, path, 'propose_policy');
  expect(await main(page)).toContain('el segundo lo da otra persona');
  expect(await page.locator('input[name=form][value=publish_policy]').count()).toBe(0);

  const other = await enter('programa2');
  await act(other.page, path, 'publish_policy');
  const locked = await main(other.page);
  expect(locked).toContain('Nadie puede cambiar la política');
  expect(locked).toContain('las postulaciones cierran');
  expect(locked).toContain(why);
  await other.page.goto(`${address}${path}/policy`);
  expect(await other.page.locator('[name=seats]').count()).toBe(0);
  // A form that was refused answers 422, which the console tells.
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  await other.context.close();
  await context.close();
});

test('a dossier is read blind, and a change by hand waits for another person', async () => {
  const { page, context } = await enter('programa');
  const { rounds } = await (await page.request.get(`${address}/api/rounds`)).json();
  const { id } = rounds.findLast(({ stage }: { stage: string }) => stage === 'review');
  const path = `/es/selection/rounds/${id}`;
  await page.goto(`${address}${path}/dossiers`);
  await page.getByRole('link', { name: /^Leer C-/ }).click();
  await page.waitForURL(/dossiers\/C-/);
  const dossier = page.url();
  expect(await main(page)).toContain('se ven después de la tuya');
  for (const criterion of ['motivation', 'reasoning', 'decisions', 'return'])
    await page.locator(`[name=${criterion}][value="3"]`).check();
  await page.getByRole('button', { name: 'Guardar mi lectura' }).click();
  await page.waitForLoadState('load');
  expect(await main(page)).toContain('Suma de 1612');

  const other = await enter('programa2');
  await other.page.goto(dossier);
  expect(await main(other.page)).not.toContain('Suma de 16');

  const { rows } = await (await page.request.get(`${address}/api/rounds/${id}/merits`)).json();
  const code = rows.at(-1).code as string;
  await page.goto(`${address}${path}/overrides`);
  await page.locator('[name=code]').fill(code);
  await page.locator('[name=to]').selectOption('reserve');
  await page.locator('[name=why]').fill(why);
  await page.getByRole('button', { name: 'Proponer el cambio' }).click();
  await page.waitForLoadState('load');
  expect(await main(page)).toContain('Lo decide otra persona');
  await other.page.goto(`${address}${path}/overrides`);
  await other.page.locator('[name=decision][value=refuse]').check();
  await other.page.locator('form[action="?/decide"] [name=why]').fill(why);
  await other.page.getByRole('button', { name: 'Decidir' }).click();
  await other.page.waitForLoadState('load');
  expect(await main(other.page)).toContain('rechazado');
  await other.context.close();
  await context.close();
});

test('two candidates are compared in words and figures, at an address that can be shared', async () => {
  const { page, context, faults } = await enter('programa');
  const { rounds } = await (await page.request.get(`${address}/api/rounds`)).json();
  const { id } = rounds.findLast(({ stage }: { stage: string }) => stage === 'review');
  await page.goto(`${address}/es/selection/rounds/${id}/merits`);
  const marks = page.locator('[name=compare]');
  await marks.nth(0).check();
  await marks.nth(20).check();
  const codes = [await marks.nth(0).inputValue(), await marks.nth(20).inputValue()];
  await page.getByRole('button', { name: 'Comparar las dos marcadas' }).click();
  await page.waitForURL(/compare=.*compare=/);
  await page.locator('#why').waitFor();
  const text = (await page.locator('#why').textContent()) ?? '';
  for (const code of codes) expect(text).toContain(code);
  expect(text).toContain('puntos más');
  expect(text).toContain('P de estar entre las plazas');
  const answer = await page.request.get(`${address}/es/selection/rounds/${id}/merits.xlsx`);
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  expect(faults).toEqual([]);
  await context.close();
});
