/**
 * Pages that name a person are kept for one account at a time: the one that the server named in the last
 * page it sent. They go as soon as somebody else, or nobody, is signed in.
 */
const pages = 'puente-kept';
/** Named by their content: they never change, and go only while no page is kept that may need them. */
const files = 'puente-files';
const shell = 'puente-shell';

/** With a page at hand, nobody waits longer than this for a line that answers nothing. */
const patienceMs = 6_000;

const isPage = (response: Response) =>
  response.ok && (response.headers.get('content-type') ?? '').includes('text/html');

/** The body is plain by now, whatever it was on the way. */
const rewritten = async (response: Response, change: (html: string) => string): Promise<Response> => {
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(change(await response.text()), { status: response.status, headers });
};

const keep = async (path: string, response: Response) => {
  const marked = await rewritten(response, (html) => html.replace('<html ', '<html data-kept '));
  await (await caches.open(pages)).put(path, marked);
};

/** What a page from the server says about who is signed in, and whether it is to be kept. */
const learn = async (path: string, response: Response): Promise<void> => {
  const account = response.headers.get('puente-account');
  const kept = await caches.open(pages);
  for (const request of account ? await kept.keys() : []) {
    const page = await kept.match(request);
    if (page?.headers.get('puente-account') !== account) await kept.delete(request);
  }
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
  const kept = await (await caches.open(pages)).match(path);
  try {
    const response = await (kept ? sooner(fetch(request)) : fetch(request));
    if (kept && response.status >= 500) return kept;
    also(learn(path, response.clone()));
    return response;
  } catch {
    return kept ?? offlinePage(path);
  }
};

const offlinePage = async (path: string): Promise<Response> => {
  const page = await caches.match(`/${path.startsWith('/en') ? 'en' : 'es'}/offline`, { cacheName: shell });
  if (!page) return Response.error();
  const [sitting] = await (await caches.open(pages)).keys();
  if (!sitting) return page;
  const { pathname } = new URL(sitting.url);
  return rewritten(page, (html) => html.replace(' hidden="" id="kept" href="#kept"', ` href="${pathname}"`));
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
  const [kept, cache] = [await caches.open(pages), await caches.open(shell)];
  if ((await kept.keys()).length === 0) await caches.delete(files);
  for (const path of paths.filter((one) => one.endsWith('/offline'))) {
    const page = await fetch(path, { cache: 'no-cache' });
    const styles = (await page.clone().text()).matchAll(/href="(\/_app\/immutable\/[^"]+\.css)"/g);
    await keepFiles([...styles].map(([, style]) => style!));
    await cache.put(path, page);
  }
};
