import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const systemBrowsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

interface Launchable {
  executablePath: string;
  env?: Record<string, string | undefined>;
}

/** The package unpacks by file name into TMPDIR: two test processes at once would meet half a file. */
const unpack = async (): Promise<string> => {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const { inflate } = await import('@sparticuz/chromium');
  const folder = join(tmpdir(), `puente-chromium-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const usual = process.env.TMPDIR;
  const own = mkdtempSync(`${folder}-`);
  process.env.TMPDIR = own;
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) {
      await inflate(join(bin, part));
    }
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  return folder;
};

const packagedBrowser = async (): Promise<Launchable | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpack();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  // It needs libnss3, libnspr4 and libexpat: the machine's own, or those that come with it.
  if (spawnSync('ldd', [executablePath]).stdout?.includes('not found')) {
    env.LD_LIBRARY_PATH = join(folder, 'al2023/lib');
  }
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return { executablePath, env };
};

const launch = (browser: Launchable, more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    ...browser,
    env: browser.env as Record<string, string>,
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--font-render-hinting=none', ...more],
  });

/** Chromium as npm ships it, else the machine's own. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const failures: unknown[] = [];
  const candidates = [
    packagedBrowser,
    ...systemBrowsers.map(
      (path) => async () => (path && existsSync(path) ? { executablePath: path } : undefined),
    ),
  ];
  for (const candidate of candidates) {
    try {
      const browser = await candidate();
      if (browser) return await launch(browser, more);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'No Chromium starts here: install chromium, or set CHROME_PATH');
};
