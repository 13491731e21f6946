/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { axeFaults } from '../axe.ts';
import { phone } from '../people.ts';
import { openNewcomer, openStranger, openStudent } from './student-pages.ts';
import { shortPath, type Say } from './say.ts';
import { tabTo, walkByKeyboard } from './walk-by-keyboard.ts';

/** Wider than the screen: something would have to be scrolled sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** At twice the size of text that the browser's settings ask for. */
const withLargeText = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  if (size !== '32px') throw new Error(`Text at 200 % would be 32px, and is ${size}`);
  const found = await look();
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  return found;
};

const inspect = async (page: Page, address: string, path: string, byKeyboard: boolean): Promise<string[]> => {
  await page.setViewportSize(phone);
  await page.goto(address + path, { waitUntil: 'networkidle' });
  const found = (await axeFaults(page, path)).map(
    ({ id, colorScheme, where }) => `axe ${id} by ${colorScheme}: ${where[0]}`,
  );
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 560 });
  const narrow = await overflow(page);
  if (narrow > 0) found.push(`${narrow} px too wide at 320`);
  const large = await withLargeText(page, () => overflow(page));
  if (large > 0) found.push(`${large} px too wide at 320 with text at 200 %`);
  await page.setViewportSize(phone);
  if (byKeyboard) {
    const { missed, unseen } = await walkByKeyboard(page);
    found.push(...missed.map((one) => `Tab misses ${one}`), ...unseen.map((one) => `focus unseen on ${one}`));
  }
  return found;
};

/** Answers what is asked without a pointer; the feedback gets the focus's next step. */
const answerByKeyboard = async (page: Page): Promise<void> => {
  await tabTo(page, 'input[name=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await tabTo(page, 'button[name=confidence][value="2"]');
  await page.keyboard.press('Enter');
};

const actByKeyboard = async (page: Page, address: string, practice: string, say: Say): Promise<void> => {
  await page.goto(address + practice, { waitUntil: 'networkidle' });
  let answered = 0;
  for (; answered < 2; answered++) {
    await answerByKeyboard(page);
    await page.locator('article').waitFor();
    await tabTo(page, '.next .button');
    await page.keyboard.press('Enter');
    await page
      .getByText(`${answered + 2} de `)
      .first()
      .waitFor();
  }
  say(`${shortPath(practice)}: ${answered} questions answered without a pointer`, answered === 2);
};

/** Axe in both themes and languages, 320 px, text at 200 %, the keyboard alone, and errors of scripts. */
export const inspectPages = async (browser: Browser, address: string, say: Say): Promise<void> => {
  console.log('\nAxe by day and night, 320 px, text at 200 %, every control by Tab, errors of scripts');
  const student = await openStudent(browser, address);
  const newcomer = await openNewcomer(browser, address);
  const stranger = await openStranger(browser);
  for (const { page, paths, faults, context } of [stranger, newcomer, student]) {
    for (const spanish of paths) {
      for (const lang of ['es', 'en']) {
        const path = spanish.replace(/^\/es/, `/${lang}`);
        faults.length = 0;
        const found = [...(await inspect(page, address, path, lang === 'es')), ...faults];
        say(`${shortPath(path)}: ${found.join('; ') || 'nothing found'}`, found.length === 0);
      }
    }
    if (page === student.page) {
      await actByKeyboard(page, address, student.practice, say);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 560 });
        await page.goto(address + student.practice, { waitUntil: 'networkidle' });
        const scrolls = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        say(`a question with its confidence at ${width} × 560 scrolls ${scrolls} px`, scrolls <= 0);
      }
    }
    await context.close();
  }
};
