/// <reference lib="dom" />
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadContent, readDirectory } from '../../../../packages/content/src/server.ts';
import { experiments } from '../../../../packages/models/src/experiments/index.ts';
import { phone, visit } from '../people.ts';
import { startCohort } from '../start-cohort.ts';
import { shortPath, type Say } from './say.ts';

const content = join(import.meta.dirname, '../../../../content');

/** Drawings that a screen reader meets, and those of them that have no name. */
const drawingsOf = (page: Page) =>
  page.evaluate(() => {
    const met = [...document.querySelectorAll('svg, canvas, img')].filter(
      (one) => !one.closest('[aria-hidden=true], [hidden], symbol') && !one.parentElement?.closest('svg'),
    );
    const nameOf = (one: Element) =>
      one.getAttribute('aria-label') ??
      one.getAttribute('alt') ??
      (one.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const isNamed = (one: Element) => nameOf(one).trim() && (one.tagName === 'IMG' || one.role === 'img');
    return {
      met: met.length,
      nameless: met.filter((one) => !isNamed(one)).map((one) => one.outerHTML.slice(0, 120)),
    };
  });

/** Every figure of every open lesson, and every figure to play with, has a name in both languages. */
export const nameFigures = async (browser: Browser, address: string, say: Say): Promise<void> => {
  console.log('\nNames of figures for screen readers');
  const { courses } = loadContent(readDirectory(content));
  const { enter } = await startCohort(browser, { address, courseIds: courses.map(({ id }) => id) });
  const { page, context } = await visit(browser, { viewport: phone });
  await enter(page);
  const paths = courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      module.status === 'open'
        ? module.lessons.map(({ id }) => `courses/${course.id}/${module.id}/lessons/${id}`)
        : [],
    ),
  );
  for (const lang of ['es', 'en']) {
    const told = { lessons: 0, figures: 0 };
    const nameless: string[] = [];
    for (const path of [...paths, ...Object.keys(experiments).map((name) => `figures/${name}`)]) {
      const played = path.startsWith('figures/');
      await page.goto(`${address}/${lang}/${path}`, {
        waitUntil: played ? 'networkidle' : 'domcontentloaded',
      });
      const found = await drawingsOf(page);
      if (played && found.met === 0) nameless.push(`${path} draws nothing`);
      told[played ? 'figures' : 'lessons'] += found.met;
      nameless.push(...found.nameless.map((one) => `${shortPath(path)}: ${one}`));
    }
    const amount = `${told.lessons} drawings in ${paths.length} lessons and ${told.figures} in ${Object.keys(experiments).length} figures`;
    say(`/${lang}: ${amount}; nameless: ${nameless.join('; ') || 'none'}`, nameless.length === 0);
  }
  await context.close();
};
