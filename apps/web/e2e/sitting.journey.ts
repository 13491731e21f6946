import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { newId } from '../src/lib/state/new-id.ts';
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

test('a proctor keeps the record of a room on a phone, from the seat to the signature', async () => {
  const { sittingId: id, enter } = await startCohort(browser, { address, proctored: true });
  const { page, context, faults } = await visit(browser, { viewport: phone });
  await signIn(page, address, 'docente@demo.puente');
  const api = (path: string) => `${address}/api/${path}`;
  const { fullName } = await (await page.request.get(api('session'))).json();
  const { code } = await (await page.request.get(api(`sittings/${id}/room-code`))).json();
  const student = await visit(browser, { viewport: phone });
  await enter(student.page);
  const post = async (path: string, data: object) => {
    const answered = await student.page.request.post(api(path), { headers: { origin: address }, data });
    expect(answered.ok(), await answered.text()).toBe(true);
    return answered.json();
  };
  const attempt = await post(`sittings/${id}/start`, { language: 'es', roomCode: code });
  const [item] = attempt.items;
  const optionOrder = item.options.map((option: { id: string }) => option.id);
  // A phone whose clock was never compared: nobody but the proctor can say when this was answered.
  const disputed = {
    schemaVersion: 1,
    id: newId(),
    attemptId: attempt.id,
    itemId: item.id,
    contentHash: item.contentHash,
    language: 'es',
    optionOrder,
    position: 1,
    exposure: 1,
    answer: optionOrder[0],
    confidenceLevel: 2,
    confidence: 0.7,
    deviceSequence: 1,
    wallTime: new Date().toISOString(),
    elapsedMs: null,
    clockOffsetMs: null,
    shownMs: 1000,
    lease: attempt.lease,
    origin: 'online',
    appVersion: 'journey',
  };
  const { receipts } = await post('responses', { responses: [disputed] });
  expect(receipts).toMatchObject([{ status: 'set_aside', reason: 'time_disputed' }]);

  const room = `${address}/es/rooms/${id}`;
  const form = (action: string) => page.locator(`main form[action="?/${action}"]`);
  const noted = async () => {
    await page.getByText('Anotado.', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  };
  await page.goto(room);
  await form('room').locator('[name=room]').fill('Aula B-201');
  await form('room').getByLabel(fullName).check();
  await form('room').locator('button').click();
  await noted();
  await page.goto(room);
  await form('moment').locator('button[value=start]').click();
  await noted();

  await page.getByRole('link', { name: /Ñahui/ }).click();
  await form('seat').locator('[name=seat]').fill('12');
  await form('seat').locator('[name=proof]').selectOption('dni');
  await form('seat').locator('button').click();
  await noted();
  await page.getByRole('heading', { name: 'Asiento 12' }).waitFor();
  await form('extend').locator('[name=minutes]').fill('5');
  await form('extend').locator('[name=why]').fill('El ascensor se detuvo');
  await form('extend').locator('button').click();
  await page.getByText('+5 min · El ascensor se detuvo').waitFor();

  await page.goto(room);
  await page.locator('section[aria-labelledby=notes] summary').click();
  await form('note').locator('textarea').fill('Se fue la luz un minuto.');
  await form('note').locator('button').click();
  await noted();

  await page.getByRole('link', { name: 'Respuestas apartadas: 1' }).click();
  await form('decide').locator('[name=why]').fill('La vi responder a esa hora.');
  await form('decide').locator('button[value=accepted]').click();
  await page.locator('[role=alert]').waitFor();

  await page.goto(room);
  await page.getByText('Termina la sala').click();
  await form('moment').locator('button[value=end]').click();
  await noted();
  await page.getByText('El acta está completa').waitFor();
  await form('sign').locator('button').click();
  await page.getByText('Acta firmada por').waitFor();

  const record = await (await page.request.get(api(`sittings/${id}/proctoring`))).json();
  expect(record).toMatchObject({
    room: 'Aula B-201',
    gaps: [],
    notes: [{ text: 'Se fue la luz un minuto.' }],
    candidates: [
      { seat: '12', identity: { proof: 'dni' }, attempt: { undecided: 0, extensions: [{ minutes: 5 }] } },
    ],
  });
  const own = await (await student.page.request.get(api(`attempts/${attempt.id}/receipts`))).json();
  expect(own.receipts).toMatchObject([{ id: disputed.id, counted: true }]);
  expect(faults).toEqual([]);
  await student.context.close();
  await context.close();
});

test('what waits is saved to a file and staff upload it; the page says whether the phone promised to keep it', async () => {
  const { sittingId: id, enter } = await startCohort(browser, { address });
  const { page, context } = await visit(browser, { viewport: phone });
  await page.addInitScript(() => {
    navigator.storage.persisted = async () => location.search.includes('promised');
  });
  await enter(page);
  await page.goto(`${address}/es/sittings/${id}`);
  await page.locator('button.primary:not([disabled])', { hasText: 'Empezar' }).click();
  await page.waitForURL(/\/attempt$/);
  // Answers do not get through; everything else does.
  await context.route('**/api/responses', (route) => route.abort());
  await answer(page, 1);
  await page.getByText('Guardado en este teléfono').waitFor();

  await page.goto(`${address}/es/account?promised`);
  await page.getByText('El teléfono prometió no borrar lo que espera aquí').waitFor();
  await page.goto(`${address}/es/account`);
  await page.getByText('Si al teléfono le falta espacio, puede borrar lo que espera aquí').waitFor();
  await page.getByText('1 respuesta por enviar').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Guardar copia en archivo' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^puente-respuestas-.*\.json$/);

  const staff = await visit(browser, { viewport: phone });
  await signIn(staff.page, address, 'programa@demo.puente');
  await staff.page.goto(`${address}/es/answer-files`);
  await staff.page.locator('[name=file]').setInputFiles((await file.path())!);
  await staff.page.locator('[name=why]').fill('Su teléfono no tiene señal en casa');
  await staff.page.locator('main form button.primary').click();
  await staff.page.getByText('1 registrada ahora').waitFor();
  expect(staff.faults).toEqual([]);
  await staff.context.close();

  // The phone hears that it is there already, and nothing counts twice; the promise is told all the same.
  await context.unroute('**/api/responses');
  await page.goto(`${address}/es/account`);
  await page.getByText('Nada espera: todo lo que respondiste aquí llegó.').waitFor();
  await page.getByText('Si al teléfono le falta espacio').waitFor();
  const { attemptId } = await (await page.request.get(`${address}/api/sittings/${id}?language=es`)).json();
  const { receipts } = await (await page.request.get(`${address}/api/attempts/${attemptId}/receipts`)).json();
  expect(receipts).toMatchObject([{ counted: true }]);
  await context.close();
});
