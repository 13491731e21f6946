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

/** A practice of the demonstration's student, begun now. */
export const beginPractice = async (page: Page, address: string): Promise<string> => {
  const id = crypto.randomUUID();
  const begun = await page.request.put(`${address}/api/attempts/${id}`, {
    headers: { origin: address },
    data: { kind: 'practice', courseId: 'physiology', contentId: 'membrane-potential', language: 'es' },
  });
  if (!begun.ok()) throw new Error(await begun.text());
  return `${address}/es/practice/${id}`;
};

/** The pages that have a budget, each as a phone pays for it: first a cold visit, then each next page. */
export const weighPages = async (browser: Browser, address: string): Promise<PageWeight[]> => {
  const weights: PageWeight[] = [];
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

  const next = await visitor();
  await next.page.goto(`${address}/es/today`, { waitUntil: 'networkidle' });
  for (const path of ['/es/courses/physiology', '/es/results', '/es/account']) {
    weights.push({
      name: `next page ${path}`,
      budget: budgets.next,
      bytes: await weigh(next.context, next.page, { cold: false, act: () => next.page.goto(address + path) }),
    });
  }
  await next.context.close();
  return weights;
};
