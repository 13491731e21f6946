import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../apps/web/e2e/browser.ts';
import { weighPages } from '../../apps/web/e2e/page-budgets.ts';
import { freePort } from '../../apps/web/e2e/serve.ts';
import { enterWithCuts } from '../../apps/web/e2e/student-proof/enter-with-cuts.ts';
import { inspectPages } from '../../apps/web/e2e/student-proof/inclusive-pages.ts';
import { learnOnBadLine } from '../../apps/web/e2e/student-proof/learn-on-bad-line.ts';
import { markPages } from '../../apps/web/e2e/student-proof/mark-pages.ts';
import { nameFigures } from '../../apps/web/e2e/student-proof/name-figures.ts';
import type { Say } from '../../apps/web/e2e/student-proof/say.ts';
import { runPuente } from '../run-puente.ts';

const failures: string[] = [];
const say: Say = (line, holds) => {
  console.log(`${holds ? '✓' : '✗'} ${line}`);
  if (!holds) failures.push(line);
};
const dataFolder = await mkdtemp(join(tmpdir(), 'puente-student-'));
const puente = await runPuente({ port: await freePort(), dataFolder });
const browser = await launchBrowser();

const parts: Record<string, () => Promise<void>> = {
  bytes: async () => {
    console.log('\nBytes, cold cache, compressed, headers included: all / script, in kB, and the budget');
    for (const { name, bytes, budget } of await weighPages(browser, puente.address, 'students')) {
      const [all, script, mostAll, mostScript] = [bytes.all, bytes.script, budget.all, budget.script].map(
        (amount) => (amount / 1000).toFixed(1),
      );
      const holds = bytes.all <= budget.all && bytes.script <= budget.script;
      say(`${name}: ${all} / ${script} of ${mostAll} / ${mostScript}`, holds);
    }
  },
  marks: () => markPages(browser, puente.address, say),
  pages: () => inspectPages(browser, puente.address, say),
  figures: () => nameFigures(browser, puente.address, say),
  entering: () => enterWithCuts(browser, puente.address, say),
  line: () => learnOnBadLine(browser, puente.address, say),
};

try {
  const asked = (process.env.PUENTE_PARTS ?? '').split(',').filter(Boolean);
  for (const [name, prove] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    // One that breaks off is a miss; the others still say what they find.
    await prove().catch((reason: unknown) => say(`${name} broke off: ${String(reason)}`, false));
  }
} finally {
  await browser.close();
  await puente.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
console.log(failures.length === 0 ? '\nAll holds.' : `\n${failures.length} do not hold.`);
process.exit(failures.length === 0 ? 0 : 1);
