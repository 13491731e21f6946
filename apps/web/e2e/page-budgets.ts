import type { Browser, BrowserContext, Page } from 'playwright-core';
import { phone, signIn, visit } from './people.ts';

/** Compressed bytes, headers included. */
interface Bytes {
  all: number;
  script: number;
}

export interface PageWeight {
  name: string;
  bytes: Bytes;
  budget: Bytes;
}

const budgets = {
  signIn: { all: 20_000, script: 0 },
  lesson: { all: 110_000, script: 60_000 },
  practice: { all: 80_000, script: 50_000 },
  next: { all: 15_000, script: 5_000 },
} satisfies Record<string, Bytes>;

/** Counts what the network carries while `act` goes on and until the line is quiet. */
const weigh = async (
  context: BrowserContext,
  page: Page,
  { cold, act }: { cold: boolean; act: () => Promise<unknown> },
): Promise<Bytes> => {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (cold) await session.send('Network.clearBrowserCache');
  const kinds = new Map<string, string>();
  const bytes: Bytes = { all: 0, script: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength;
  });
  await act();
  await page.waitForLoadState('networkidle');
  // What a page fetches ahead, or a worker by itself, counts too.
  await new Promise((done) => setTimeout(done, 3000));
  await session.detach();
  return bytes;
};

/** A practice of the demonstration's student, begun now on a question in words: a figure's own script stands aside. */
export const beginPractice = async (page: Page, address: string): Promise<string> => {
  const id = crypto.randomUUID();
  const begun = await page.request.put(`${address}/api/attempts/${id}`, {
    headers: { origin: address },
    data: {
      kind: 'practice',
      courseId: 'physiology',
      contentId: 'membrane-potential',
      language: 'es',
      concept: 'electrochemical-gradient',
    },
  });
  if (!begun.ok()) throw new Error(await begun.text());
  return `${address}/es/practice/${id}`;
};

/** The pages that have a budget, each as a phone pays for it: first a cold visit, then each next page. */
export const weighPages = async (
  browser: Browser,
  address: string,
  whose: 'students' | 'everybody',
): Promise<PageWeight[]> => {
  const weights: PageWeight[] = [];
  const nextPages = async (email: string, from: string, paths: (page: Page) => Promise<string[]>) => {
    const { page, context } = await visit(browser, { viewport: phone });
    await signIn(page, address, email);
    await page.goto(address + from, { waitUntil: 'networkidle' });
    for (const path of await paths(page)) {
      weights.push({
        name: `next ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…')}`,
        budget: budgets.next,
        bytes: await weigh(context, page, { cold: false, act: () => page.goto(address + path) }),
      });
    }
    await context.close();
  };
  const stranger = await visit(browser, { viewport: phone });
  weights.push({
    name: 'sign-in',
    budget: budgets.signIn,
    bytes: await weigh(stranger.context, stranger.page, {
      cold: true,
      act: () => stranger.page.goto(`${address}/es/sign-in`),
    }),
  });
  await stranger.context.close();
  const visitor = async () => {
    const opened = await visit(browser, { viewport: phone });
    await signIn(opened.page, address, 'estudiante@demo.puente');
    // What the page after signing in still fetches is not the next page's.
    await opened.page.waitForLoadState('networkidle');
    return opened;
  };
  const lesson = await visitor();
  const lessonAddress = `${address}/es/courses/physiology/membrane-potential/lessons/resting-membrane`;
  weights.push({
    name: 'lesson with one figure',
    budget: budgets.lesson,
    bytes: await weigh(lesson.context, lesson.page, {
      cold: true,
      act: () => lesson.page.goto(lessonAddress),
    }),
  });
  await lesson.context.close();

  const practice = await visitor();
  const practiceAddress = await beginPractice(practice.page, address);
  weights.push({
    name: 'practice question',
    budget: budgets.practice,
    bytes: await weigh(practice.context, practice.page, {
      cold: true,
      act: () => practice.page.goto(practiceAddress),
    }),
  });
  await practice.context.close();

  await nextPages('estudiante@demo.puente', '/es/today', async () => [
    '/es/courses/physiology',
    '/es/results',
    '/es/review',
    '/es/courses/physiology/membrane-potential/paths',
    '/es/account',
  ]);
  if (whose === 'students') return weights;
  await nextPages('docente@demo.puente', '/es/cohorts', async (page) => {
    const cohort = await firstPath(page, '/cohorts/');
    return [cohort, `${cohort}/roster`, `${cohort}/sittings`];
  });
  await nextPages('programa@demo.puente', '/es/selection', async (page) => [
    await firstPath(page, '/selection/'),
  ]);
  return weights;
};

/** The path of the first link into a folder that names one thing of it by its id. */
const firstPath = async (page: Page, folder: string): Promise<string> => {
  const links = await page.locator(`main a[href*="${folder}"]`).all();
  for (const link of links) {
    const path = new URL((await link.getAttribute('href'))!, page.url()).pathname;
    if (/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(path)) return path;
  }
  throw new Error(`${page.url()} links to nothing in ${folder}`);
};
