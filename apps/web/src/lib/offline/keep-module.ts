import type { TakenModule } from '@puente/schemas';
import { prepareWorker } from '../recording/keep-page.ts';
import type { Outbox } from '../recording/outbox.ts';
import { postSignedIn } from '../recording/send.ts';
import { filesCache, markKept, rememberAccount, writeModule, type KeptModule } from './kept-modules.ts';
import { filesFor, pageFiles, partsPath, type Parts } from './parts.ts';

/** What the server says of a module that could be kept. */
export interface OfferedModule {
  course: string;
  module: string;
  lang: string;
  title: string;
  lessons: string[];
  /** Those that can be played with. */
  figures: string[];
}

/** About what a page weighs on the line; the files, which weigh more, are known to the byte. */
const pageBytes = 20_000;
const triesInAll = 5;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** On a bad line, again after a pause: what is here already is not fetched twice. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (reason) {
      if (tries === triesInAll) throw reason;
      await wait(300 * 2 ** tries);
    }
  }
};

const get = async (path: string, init?: RequestInit): Promise<Response> => {
  const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(30_000) });
  // A page of signing in instead of the one asked for is not to be kept under its name.
  if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}`);
  return answer;
};

const readParts = () => patiently(async (): Promise<Parts> => (await get(partsPath)).json());

const wantedOf = ({ course, lang, figures }: OfferedModule, moduleIds: readonly string[]) =>
  new Set([...moduleIds.map((id) => `${course}/${id}/${lang}`), ...figures.map((name) => `figures/${name}`)]);

const missingOf = async (names: readonly string[]): Promise<string[]> => {
  const kept = await caches.open(filesCache);
  const there = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  return names.filter((name) => !there.has(`/${name}`));
};

/** What would have to come over the line. */
export const weighModule = async (offer: OfferedModule): Promise<number> => {
  const parts = await readParts();
  const files = filesFor(parts, pageFiles(parts), wantedOf(offer, [offer.module]));
  const bytes = (await missingOf(files)).reduce((sum, name) => sum + parts[name]!.bytes, 0);
  // Its own page, the practice, the case and the review besides the lessons.
  return bytes + (offer.lessons.length + 4) * pageBytes;
};

const named = /\/(_app\/immutable\/[\w./-]+\.(?:js|css))/g;

/** Fetches all that a module's pages are made of, and the pages; nothing changes here unless all has come. */
export const keepModule = async (
  outbox: Outbox,
  offer: OfferedModule,
  tell: (done: number, all: number) => void,
): Promise<KeptModule> => {
  const { account } = outbox;
  await prepareWorker();
  await navigator.serviceWorker.ready;
  // What was answered without signal first: the server must know what is still under way.
  await outbox.flush();
  const { course, module, lang, title } = offer;
  const base = `/${lang}/courses/${course}/${module}`;
  const taken = await patiently(async () => {
    const path = `/api/courses/${course}/modules/${module}/take-along`;
    const { answer } = await postSignedIn(path, account, {}, { language: lang });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as TakenModule;
  });
  const { practiceId, caseId, reviewId } = taken;
  const paths = [
    `${base}/phone`,
    ...offer.lessons.map((id) => `${base}/lessons/${id}`),
    `/${lang}/practice/${practiceId}`,
    ...(caseId ? [`/${lang}/cases/${caseId}`] : []),
    ...(reviewId ? [`/${lang}/practice/${reviewId}`] : []),
  ];
  const parts = await readParts();
  const pages = new Map<string, Response>();
  const names = new Set(pageFiles(parts));
  let bytes = 0;
  for (const path of paths) {
    tell(pages.size, paths.length + 1);
    const page = await patiently(async () => {
      const answer = await get(path, { headers: { accept: 'text/html' } });
      bytes += Number(answer.headers.get('content-length'));
      return markKept(answer);
    });
    for (const [, name] of (await page.clone().text()).matchAll(named)) names.add(name!);
    pages.set(path, page);
  }
  tell(pages.size, paths.length + 1);
  const files = filesFor(parts, [...names], wantedOf(offer, taken.moduleIds));
  const kept = await caches.open(filesCache);
  // A handful at a time: a bad line carries few requests at once.
  const carry = async (queue: string[]) => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const path = `/${name}`;
      await patiently(async () => kept.put(path, await get(path)));
    }
  };
  // Once more where another tab removed a module, and its files, in between.
  for (let queue = await missingOf(files); queue.length > 0; queue = await missingOf(files)) {
    await Promise.all(Array.from({ length: 6 }, () => carry(queue)));
  }
  for (const name of files) bytes += parts[name]!.bytes;
  const written: KeptModule = {
    course,
    module,
    lang,
    title,
    bytes,
    keptAt: new Date().toISOString(),
    pages: paths,
    files: files.map((name) => `/${name}`),
    practiceId,
    caseId,
    reviewId,
  };
  await writeModule(account, written, pages);
  await rememberAccount(account);
  return written;
};
