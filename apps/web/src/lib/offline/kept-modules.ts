/** A module as this phone keeps it for times without signal: the pages of one account, in one language. */
export interface KeptModule {
  course: string;
  module: string;
  lang: string;
  title: string;
  /** As the line carried them. */
  bytes: number;
  keptAt: string;
  /** Addresses; the first is the module's own page. */
  pages: string[];
  files: string[];
  practiceId: string;
  caseId: string | null;
  reviewId: string | null;
}

export type ModulePlace = Pick<KeptModule, 'course' | 'module' | 'lang'>;

/** Named by their content: they never change, and pages of several modules share them. */
export const filesCache = 'puente-files';
/** Pages of a sitting under way, of one account. */
export const pagesCache = 'puente-kept';
const accountCache = 'puente-account';
const prefix = 'puente-module';
const index = '/puente-module';

const nameOf = (account: string, { course, module, lang }: ModulePlace) =>
  [prefix, account, course, module, lang].join(' ');

/** Whose pages this phone may show: who was signed in last and has not signed out. */
export const readAccount = async (): Promise<string | undefined> =>
  (await caches.match('/account', { cacheName: accountCache }))?.text();

export const rememberAccount = async (account: string): Promise<void> => {
  if ((await readAccount()) === account) return;
  await (await caches.open(accountCache)).put('/account', new Response(account));
};

export const forgetAccount = (): Promise<boolean> => caches.delete(accountCache);

const namesOf = async (account: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(`${prefix} ${account} `));

const readIndex = async (name: string): Promise<KeptModule | undefined> =>
  (await caches.match(index, { cacheName: name }))?.json();

/** What this account keeps here, the latest first. */
export const listKeptModules = async (account: string): Promise<KeptModule[]> => {
  const kept = await Promise.all((await namesOf(account)).map(readIndex));
  return kept
    .filter((module) => module !== undefined)
    .sort((one, other) => other.keptAt.localeCompare(one.keptAt));
};

/** A page of any module that the account keeps here. */
export const findKeptPage = async (account: string, path: string): Promise<Response | undefined> => {
  for (const name of await namesOf(account)) {
    const page = await caches.match(path, { cacheName: name, ignoreVary: true });
    if (page) return page;
  }
  return undefined;
};

/** All or nothing: what was kept of the module before goes only once the new is here. */
export const writeModule = async (
  account: string,
  module: KeptModule,
  pages: ReadonlyMap<string, Response>,
): Promise<void> => {
  const cache = await caches.open(nameOf(account, module));
  for (const [path, page] of pages) await cache.put(path, page);
  await cache.put(index, Response.json(module));
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== index && !pages.has(pathname)) await cache.delete(pathname);
  }
  await dropUnused();
};

export const removeModule = async (account: string, place: ModulePlace): Promise<void> => {
  await caches.delete(nameOf(account, place));
  await dropUnused();
};

/** Files that no kept page may need; while a sitting is kept, all stay. */
export const dropUnused = async (): Promise<void> => {
  if ((await (await caches.open(pagesCache)).keys()).length > 0) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(`${prefix} `));
  const modules = await Promise.all(names.map(readIndex));
  const needed = new Set(modules.flatMap((module) => module?.files ?? []));
  const files = await caches.open(filesCache);
  for (const request of await files.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await files.delete(request);
  }
};

/** A kept page says that it is one, and its links leave it whole: the next page may be on the phone alone. */
export const markKept = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers);
  // The body is plain by now, whatever it was on the way.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const html = (await response.text())
    .replace('<html ', '<html data-kept ')
    .replace('data-sveltekit-preload-data="tap"', 'data-sveltekit-reload');
  return new Response(html, { status: response.status, headers });
};
