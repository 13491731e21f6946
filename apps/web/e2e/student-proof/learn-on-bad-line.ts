/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { phone, visit } from '../people.ts';
import { openLossyProxy } from '../recording/lossy-proxy.ts';
import { startCohort } from '../start-cohort.ts';
import { keptAnswers, settled } from './kept-answers.ts';
import { seededRandom, visitUntil } from './patience.ts';
import type { Say } from './say.ts';

const base = '/es/courses/physiology/membrane-potential';
const asking = 'form:has(button[name=confidence])';

/** An answer to a question of whatever kind, right or wrong. */
const answer = async (page: Page): Promise<void> => {
  const form = page.locator(asking).first();
  const [options, typed, slider] = [
    form.locator('label:has(input[name=option])'),
    form.locator('input[type=text]'),
    form.locator('input[type=range]'),
  ];
  if (await options.count()) await options.first().click();
  else if (await typed.count()) await typed.first().fill('1');
  else if (await slider.count()) await slider.first().press('ArrowRight');
  await form.locator('button[name=confidence][value="2"]').click();
};

/** A signal lost for that moment leaves the button, which a person presses again. */
const leaveBy = async (page: Page, selector: string): Promise<void> => {
  const { pathname } = new URL(page.url());
  for (let tries = 0; tries < 12 && new URL(page.url()).pathname === pathname; tries++) {
    await page
      .locator(selector)
      .first()
      .click({ timeout: 10_000 })
      .catch(() => undefined);
    await page.waitForURL((url) => url.pathname !== pathname, { timeout: 30_000 }).catch(() => undefined);
  }
};

/** Reads a lesson, answers its checks and presses its end; the answers given. */
const learn = async (page: Page, address: string): Promise<number> => {
  await visitUntil(page, address, '#end');
  let given = 0;
  for (let left = await page.locator(asking).count(); left > 0; left = await page.locator(asking).count()) {
    await answer(page);
    await page.waitForFunction(([selector, before]) => document.querySelectorAll(selector).length < before, [
      asking,
      left,
    ] as const);
    given++;
  }
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#end input[name=attempt]')?.value !== '',
    undefined,
    { timeout: 180_000 },
  );
  await leaveBy(page, '#end button, #end a.primary');
  return given;
};

/** Begins a practice or the case, and goes on to its end. */
const finishAttempt = async (page: Page, address: string): Promise<number> => {
  const isBegun = /\/(practice|cases)\/[0-9a-f-]{36}/;
  for (let tries = 0; tries < 12 && !isBegun.test(page.url()); tries++) {
    await visitUntil(page, address, 'main button.primary');
    await page.locator('main button.primary').first().click();
    await page.waitForURL(isBegun, { timeout: 40_000 }).catch(() => undefined);
  }
  await page.locator(asking).first().waitFor({ timeout: 90_000 });
  await page.waitForFunction(() => document.readyState === 'complete', undefined, { timeout: 90_000 });
  let given = 0;
  const next = page.locator('.next .button');
  for (;;) {
    // A question asked, or the end: which has neither a question nor the way on from its feedback.
    const shown = page.locator(`${asking}, article .next .button, main h1`).first();
    await shown.waitFor({ timeout: 60_000 });
    if (await page.locator(asking).count()) {
      await answer(page);
      given++;
      await next.first().waitFor({ timeout: 60_000 });
    }
    if (!(await next.count())) return given;
    await next.first().click();
    await page.waitForFunction(
      (selector) => document.querySelector(selector) !== null || !document.querySelector('.next .button'),
      asking,
      { timeout: 60_000 },
    );
    if (!(await page.locator(asking).count())) return given;
  }
};

/** Three lessons with their checks, a practice and the case through 400 ms, 400 kbit/s and a tenth of failures. */
export const learnOnBadLine = async (browser: Browser, address: string, say: Say): Promise<void> => {
  console.log('\nA module on a bad line: 400 ms, 400 kbit/s, 10 % of requests fail');
  const { enter } = await startCohort(browser, { address });
  const { page, context } = await visit(browser, { viewport: phone });
  await enter(page);
  const began = Date.now();
  const line = { latencyMs: 400, kilobitsPerSecond: 400, failing: 0.1, random: seededRandom(2026) };
  const proxy = await openLossyProxy(new URL(address), line);
  const given: Record<string, number> = {};
  for (const lesson of ['resting-membrane', 'potassium-and-threshold', 'from-cell-to-ecg'])
    given[lesson] = await learn(page, `${proxy.address}${base}/lessons/${lesson}`);
  for (const kind of ['practice', 'case'])
    given[kind] = await finishAttempt(page, `${proxy.address}${base}/${kind}`);
  await settled(page);
  await leaveBy(page, 'article form button.primary');
  await visitUntil(page, `${proxy.address}/es/today`, 'main');

  const answers = await keptAnswers(page);
  const recorded: string[] = [];
  for (const attemptId of new Set(answers.map((answered) => answered.attemptId))) {
    const { receipts } = await (
      await page.request.get(`${address}/api/attempts/${attemptId}/receipts`)
    ).json();
    recorded.push(...receipts.map(({ id }: { id: string }) => id));
  }
  const { modules } = await (await page.request.get(`${address}/api/courses/physiology?language=es`)).json();
  const [{ lessons, case: story }] = modules;
  const total = Object.values(given).reduce((sum, amount) => sum + amount, 0);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  const parts = Object.entries(given).map(([name, amount]) => `${name} ${amount}`);
  say(`${proxy.failures} of ${proxy.requests} requests failed, in ${minutes} min`, proxy.failures > 10);
  say(
    `${total} answers (${parts.join(', ')}), ${recorded.length} recorded, ${new Set(recorded).size} different`,
    total === recorded.length && total === new Set(recorded).size && total > 20,
  );
  const read = lessons.filter(({ finished }: { finished: boolean }) => finished).length;
  say(
    `${read} of ${lessons.length} lessons and the case finished: ${story.finished}`,
    read === lessons.length && story.finished,
  );
  await context.close();
  await proxy.close();
};
