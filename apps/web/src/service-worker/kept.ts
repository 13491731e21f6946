import {
  filesCache as files,
  findKeptPage,
  dropUnused,
  listKeptModules,
  markKept,
  pagesCache as pages,
  readAccount,
  rememberAccount,
} from '../lib/offline/kept-modules.ts';

/**
 * A sitting's page goes as soon as somebody else, or nobody, is signed in; a module that an account keeps stays,
 * and shows to that account alone.
 */
const shell = 'puente-shell';

/** With a page at hand, nobody waits longer than this for a line that answers nothing. */
const patienceMs = 6_000;

const isPage = (response: Response) =>
  response.ok && (response.headers.get('content-type') ?? '').includes('text/html');

const keep = async (path: string, response: Response) =>
  (await caches.open(pages)).put(path, await markKept(response));

/** What a page from the server says about who is signed in, and whether it is to be kept. */
const learn = async (path: string, response: Response): Promise<void> => {
  const account = response.headers.get('puente-account');
  const kept = await caches.open(pages);
  for (const request of account ? await kept.keys() : []) {
    const page = await kept.match(request);
    if (page?.headers.get('puente-account') !== account) await kept.delete(request);
  }
  // Nobody's page is no sign of another person: a session may have run out while there was no signal.
  if (account && account !== 'none') await rememberAccount(account);
  if (!isPage(response)) return;
  if (response.headers.get('puente-keep')) await keep(path, response);
  else await kept.delete(path);
};

const sooner = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<T>((_, fail) => setTimeout(() => fail(new Error('No answer')), patienceMs)),
  ]);

export const openPage = async (
  request: Request,
  also: (work: Promise<unknown>) => void,
): Promise<Response> => {
  const path = new URL(request.url).pathname;
  const account = await readAccount();
  const kept =
    (await (await caches.open(pages)).match(path)) ?? (account && (await findKeptPage(account, path)));
  try {
    const response = await (kept ? sooner(fetch(request)) : fetch(request));
    if (kept && response.status >= 500) return kept;
    also(learn(path, response.clone()));
    return response;
  } catch {
    return kept || offlinePage(path, account);
  }
};

/** Without signal nobody can say where a link leads: the browser goes there, and `openPage` answers. */
export const openRoute = (request: Request): Promise<Response> =>
  fetch(request).catch(() => new Response('export {};', { headers: { 'content-type': 'text/javascript' } }));

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Says what this phone has instead. */
const offlinePage = async (path: string, account: string | undefined): Promise<Response> => {
  const page = await caches.match(`/${path.startsWith('/en') ? 'en' : 'es'}/offline`, { cacheName: shell });
  if (!page) return Response.error();
  const [sitting] = await (await caches.open(pages)).keys();
  const modules = account ? await listKeptModules(account) : [];
  const links = modules.map((module) => `<li><a href="${module.pages[0]}">${escaped(module.title)}</a></li>`);
  let html = await page.text();
  if (sitting) {
    const { pathname } = new URL(sitting.url);
    html = html.replace(' hidden="" id="kept" href="#kept"', ` href="${pathname}"`);
  }
  if (links.length > 0) {
    html = html
      .replace(' hidden="" id="modules"', ' id="modules"')
      .replace('<li id="module"></li>', links.join(''));
  }
  const headers = new Headers(page.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(html, { headers });
};

export const openFile = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request, { cacheName: files, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(files)).put(request, response.clone());
  return response;
};

/** The page was there before the worker: fetched once more, for the worker. */
export const keepPageAt = async (path: string): Promise<void> => {
  if (await (await caches.open(pages)).match(path)) return;
  await learn(path, await fetch(path, { headers: { accept: 'text/html' } }));
};

export const keepFiles = async (paths: readonly string[]): Promise<void> => {
  const kept = await caches.open(files);
  const missing = [];
  for (const path of paths) if (!(await kept.match(path, { ignoreVary: true }))) missing.push(path);
  await Promise.all(missing.map((path) => kept.add(path)));
};

/** What says that there is no signal, wherever the person was going. */
export const prepareOfflinePages = async (paths: readonly string[]): Promise<void> => {
  await dropUnused();
  const cache = await caches.open(shell);
  for (const path of paths.filter((one) => one.endsWith('/offline'))) {
    const page = await fetch(path, { cache: 'no-cache' });
    const styles = (await page.clone().text()).matchAll(/href="(\/_app\/immutable\/[^"]+\.css)"/g);
    await keepFiles([...styles].map(([, style]) => style!));
    await cache.put(path, page);
  }
};
