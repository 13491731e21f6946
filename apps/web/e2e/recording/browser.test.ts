import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { phone, visit } from '../people.ts';
import { startCohort } from '../start-cohort.ts';
import { openLossyProxy } from './lossy-proxy.ts';
import { keepTally } from '../../../../scripts/prove/keep-tally.ts';
import { PuenteProcess } from './puente-process.ts';

const seed = Number(process.env.PUENTE_SEED ?? 20261121);
const random = (start: number) => {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
};

/** Once more until the line lets it through. */
const insist = async (work: () => Promise<unknown>): Promise<void> => {
  for (let left = 30; ; left--) {
    try {
      await work();
      return;
    } catch (reason) {
      if (left === 0) throw reason;
    }
  }
};

const isAsking = (page: Page) =>
  page.locator('main input[name=option]:not([disabled])').first().waitFor({ timeout: 20_000 });

/** Answers the question in sight and says which option was chosen, by its value. */
const answer = async (page: Page, turn: number): Promise<string> => {
  const options = page.locator('main input[name=option]');
  const chosen = options.nth(turn % (await options.count()));
  const option = await chosen.getAttribute('value');
  await page
    .locator('main label:has(input[name=option])')
    .nth(turn % (await options.count()))
    .click();
  await page.locator(`main button[name=confidence][value="${turn % 5}"]`).click();
  return option!;
};

// Minutes in a real browser on a real bad line: `pnpm prove recording` runs it.
describe.runIf(process.env.PUENTE_PROVE)('a sitting in Chromium on a bad line', () => {
  let browser: Browser;
  let folder: string;
  let puente: PuenteProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'puente-recording-'));
    [browser, puente] = await Promise.all([launchBrowser(), PuenteProcess.open(folder)]);
  }, 900_000);
  afterAll(async () => {
    await browser.close();
    await puente.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('400 ms, 400 kbit/s, 10 % failures, reloads without signal, and the server killed: all 20 arrive once', async () => {
    const { sittingId: id, enter } = await startCohort(browser, { address: puente.address.origin });
    const line = { latencyMs: 400, kilobitsPerSecond: 400, failing: 0.1, random: random(seed) };
    const proxy = await openLossyProxy(puente.address, line);
    const { page, context } = await visit(browser, { viewport: phone });
    await enter(page);

    const start = page.locator('button.primary:not([disabled])', { hasText: 'Empezar' });
    await insist(async () => {
      await page.goto(`${proxy.address}/es/sittings/${id}`);
      if (await page.locator('a.primary', { hasText: 'Seguir' }).count()) {
        await page.goto(`${proxy.address}/es/sittings/${id}/attempt`);
      } else {
        await start.click({ timeout: 10_000 });
        await page.waitForURL(/\/attempt$/, { timeout: 15_000 });
      }
      await isAsking(page);
    });
    // The worker has the page: from here on nothing needs the line.
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('puente-kept')).keys()).length), {
        timeout: 60_000,
      })
      .toBe(1);

    const given: string[] = [];
    for (let place = 0; place < 20; place++) {
      if (place === 4) proxy.cut = true;
      if (place === 6 || place === 8) {
        // On the bus: no signal at all, and the page is loaded again.
        await page.reload();
        expect(await page.locator('html').getAttribute('data-kept')).not.toBeNull();
      }
      if (place === 9) {
        await page.locator('main .strip').waitFor({ timeout: 30_000 });
        proxy.cut = false;
      }
      if (place === 12) await puente.kill();
      if (place === 15) await puente.start();
      await isAsking(page);
      expect(await page.locator('main').getAttribute('aria-label')).toContain(`${place + 1} de 20`);
      given.push(await answer(page, place));
    }
    await page.locator('main ol button').nth(19).waitFor();
    await expect
      .poll(() => page.locator('main ol button .here').count(), { timeout: 180_000, interval: 1000 })
      .toBe(0);

    const attempt = await (
      await page.request.get(`${puente.address.origin}/api/sittings/${id}?language=es`)
    ).json();
    const { receipts } = await (
      await page.request.get(`${puente.address.origin}/api/attempts/${attempt.attemptId}/receipts`)
    ).json();
    const counted = receipts.filter((receipt: { counted: boolean }) => receipt.counted);
    const { responses, items } = await (
      await page.request.get(`${puente.address.origin}/api/attempts/${attempt.attemptId}`)
    ).json();
    const recorded = items.map(
      (item: { id: string }) =>
        responses.find((response: { itemId: string }) => response.itemId === item.id)?.answer,
    );
    console.log(
      `Chromium, seed ${seed}: ${given.length} answers, ${receipts.length} receipts, ${counted.length} counted; ${proxy.failures} of ${proxy.requests} requests failed`,
    );
    expect(recorded).toEqual(given);
    expect([receipts.length, counted.length]).toEqual([20, 20]);
    await keepTally({ runs: 1, responses: 20, lost: 0, doubled: 0, countedWrongly: 0 });
    await context.close();
    await proxy.close();
  });
});
