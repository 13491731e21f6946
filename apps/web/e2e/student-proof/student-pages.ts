import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beginPractice } from '../page-budgets.ts';
import { password, phone, visit } from '../people.ts';
import { startCohort } from '../start-cohort.ts';

const module = '/es/courses/physiology/membrane-potential';

interface Visitor {
  page: Page;
  context: BrowserContext;
  faults: string[];
  /** Spanish addresses of the pages that they open. */
  paths: string[];
  /** Opens a new session. */
  enter: () => Promise<void>;
}

const arrive = async (browser: Browser): Promise<Pick<Visitor, 'page' | 'context' | 'faults'>> => {
  const visited = await visit(browser, { viewport: phone });
  // Colours are judged where they rest, not on their way.
  await visited.page.emulateMedia({ reducedMotion: 'reduce' });
  return visited;
};

const send = async (page: Page, method: 'post' | 'put', address: string, path: string, data: object) => {
  const answer = await page.request[method](`${address}${path}`, { headers: { origin: address }, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
};

/** A student in the middle of a term; `practice` is a question in words. */
export const openStudent = async (
  browser: Browser,
  address: string,
): Promise<Visitor & { practice: string }> => {
  const visited = await arrive(browser);
  const { page } = visited;
  const enter = () =>
    send(page, 'post', address, '/api/session', { email: 'estudiante@demo.puente', password });
  await enter();
  const practice = new URL(await beginPractice(page, address)).pathname;
  const story = crypto.randomUUID();
  await send(page, 'put', address, `/api/attempts/${story}`, {
    kind: 'case',
    courseId: 'physiology',
    contentId: 'case-missed-dialysis',
    language: 'es',
  });
  const paths = [
    '/es/today',
    '/es/courses/physiology',
    `${module}/lessons/resting-membrane`,
    `${module}/practice`,
    practice,
    `${module}/case`,
    `/es/cases/${story}`,
    '/es/review',
    `${module}/paths`,
    `${module}/phone`,
    '/es/results',
    '/es/account',
  ];
  return { ...visited, enter, paths, practice };
};

/** A student on the first day: the opening form, under way. */
export const openNewcomer = async (browser: Browser, address: string): Promise<Visitor> => {
  const { enter: enterPage, sittingId } = await startCohort(browser, { address });
  const visited = await arrive(browser);
  const enter = () => enterPage(visited.page);
  await enter();
  await send(visited.page, 'post', address, `/api/sittings/${sittingId}/start`, { language: 'es' });
  return { ...visited, enter, paths: [`/es/sittings/${sittingId}`, `/es/sittings/${sittingId}/attempt`] };
};

/** Nobody yet: what opens without an account. */
export const openStranger = async (browser: Browser): Promise<Visitor> => ({
  ...(await arrive(browser)),
  enter: async () => undefined,
  paths: ['/es', '/es/sign-in', '/es/activate', '/es/join', '/es/open/physiology'],
});
