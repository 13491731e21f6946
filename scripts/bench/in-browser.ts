import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../apps/web/e2e/browser.ts';
import { freePort } from '../../apps/web/e2e/serve.ts';
import { runPuente } from '../run-puente.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** Starts Puente with its demonstration and a real browser, for as long as `measure` takes. */
export const inBrowser = async (
  measure: (browser: Browser, address: string) => Promise<void>,
): Promise<void> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'puente-browser-'));
  const puente = await runPuente({ port: await freePort(), dataFolder });
  const browser = await launchBrowser();
  try {
    await measure(browser, puente.address);
  } finally {
    await browser.close();
    await puente.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
};
