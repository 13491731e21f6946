import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../apps/web/e2e/browser.ts';
import { weighPages, type PageWeight } from '../../apps/web/e2e/page-budgets.ts';
import { freePort } from '../../apps/web/e2e/serve.ts';
import { runPuente } from '../run-puente.ts';

/** Starts Puente with its demonstration and weighs each page that has a budget in a real browser. */
export const weighEveryPage = async (): Promise<PageWeight[]> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'puente-bytes-'));
  const puente = await runPuente({ port: await freePort(), dataFolder });
  const browser = await launchBrowser();
  try {
    return await weighPages(browser, puente.address, 'everybody');
  } finally {
    await browser.close();
    await puente.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
};
