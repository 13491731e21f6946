import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';

const root = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'puente-preview-'));
const lesson = join(folder, 'physiology/membrane-potential/lessons/resting-membrane/lesson.es.svx');
const practice = join(folder, 'physiology/membrane-potential/practice.yaml');

let server: ChildProcess;
let browser: Browser;
let address: string;

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
/** The first page waits while the preview makes its modules ready. */
const openPage = async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  return page;
};
const exchange = (file: string, from: string, to: string) => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

beforeAll(async () => {
  cpSync(join(root, 'content'), folder, { recursive: true });
  const port = await freePort();
  address = `http://localhost:${port}`;
  const script = join(root, 'scripts/content-preview.ts');
  server = spawn(process.execPath, [script, '--dir', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, fail) => {
    server.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready in')) ready();
    });
    server.on('exit', (code) => fail(new Error(`The preview ended with ${code}.`)));
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('a lesson stands beside its file, follows what is saved, and shows warnings in place', async () => {
  const page = await openPage();
  await page.goto(`${address}/es/physiology/membrane-potential/lessons/resting-membrane`);
  await page.locator('.reading .step').first().waitFor();
  expect(await page.locator('.written li').count()).toBeGreaterThan(20);
  exchange(lesson, 'vende fruta en un mercado', 'vende 987 flores en un mercado');
  await page.locator('.seen').getByText('vende 987 flores en un mercado').waitFor();
  await page.locator('[data-problem]').getByText('The number 987 stands in Spanish alone').waitFor();
  await page.locator('[data-flip]').click();
  await page.locator('.seen').getByText('fruit').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/physiology/membrane-potential/lessons/resting-membrane');
  await page.close();
});

test('facts that are saved reach the page too', async () => {
  const page = await openPage();
  await page.goto(`${address}/es/physiology/membrane-potential/practice`);
  await page.locator('section.sheet').first().waitFor();
  const question = /question:\s*(?:\{ es: "([^"]+)"|\n\s+es: "([^"]+)")/.exec(
    readFileSync(practice, 'utf8'),
  )!;
  const asked = (question[1] ?? question[2])!;
  exchange(practice, asked, '¿Qué pregunta nueva es esta?');
  await page.locator('.seen').getByText('¿Qué pregunta nueva es esta?').waitFor();
  await page.close();
});

test('every choice of a case can be lived, to the debrief', async () => {
  const page = await openPage();
  await page.goto(`${address}/en/physiology/membrane-potential/case`);
  const links = page.locator('[data-branch]');
  await links.first().waitFor();
  const file = readFileSync(join(folder, 'physiology/membrane-potential/case.yaml'), 'utf8');
  expect(await links.count()).toBe(file.match(/^\s+fraction:/gm)!.length);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  let ended = 0;
  for (const href of hrefs) {
    const response = await page.request.get(`${address}/en/physiology/membrane-potential/case${href}`);
    expect(response.status(), href).toBe(200);
    if ((await response.text()).includes('data-debrief')) ended += 1;
  }
  expect(ended).toBeGreaterThan(0);
  await page.close();
});
