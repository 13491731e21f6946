import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../apps/web/e2e/browser.ts';
import { desktop, phone, signIn, visit } from '../apps/web/e2e/people.ts';
import { runPuente } from './run-puente.ts';

/** Takes the README's pictures anew, from the real pages over a fresh demonstration. */
const folder = join(import.meta.dirname, '../apps/web/pictures');
const dataFolder = await mkdtemp(join(tmpdir(), 'puente-pictures-'));
const puente = await runPuente({ port: Number(process.env.PORT ?? 3009), dataFolder, say: console.log });
const browser = await launchBrowser();
try {
  const student = await visit(browser, { viewport: phone });
  await signIn(student.page, puente.address, 'estudiante@demo.puente');
  await student.page.goto(`${puente.address}/es/today`, { waitUntil: 'networkidle' });
  await student.page.screenshot({ path: join(folder, 'today.png') });

  const staff = await visit(browser, { viewport: desktop });
  await signIn(staff.page, puente.address, 'programa@demo.puente');
  const { rounds } = (await (await staff.page.request.get(`${puente.address}/api/rounds`)).json()) as {
    rounds: { id: string; stage: string }[];
  };
  const { id } = rounds.find(({ stage }) => stage === 'review')!;
  await staff.page.goto(`${puente.address}/es/selection/rounds/${id}/merits`, { waitUntil: 'networkidle' });
  // From the first rank to below the cut.
  await staff.page
    .locator('main table')
    .first()
    .evaluate((table) => table.scrollIntoView());
  await staff.page.screenshot({ path: join(folder, 'shortlist.png') });
} finally {
  await browser.close();
  await puente.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
