import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

export interface AxeFault {
  path: string;
  colorScheme: 'light' | 'dark';
  id: string;
  where: string[];
}

/**
 * What axe finds on the page as it stands: everything by day, and by night what can differ there, its contrasts. It runs
 * in the page itself and tells no more than the faults: no page has a frame from elsewhere, and what passes is most.
 */
export const axeFaults = async (
  page: Page,
  path: string,
  colorSchemes: readonly AxeFault['colorScheme'][] = ['light', 'dark'],
): Promise<AxeFault[]> => {
  const found: AxeFault[] = [];
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  for (const colorScheme of colorSchemes) {
    // Colours are judged where they rest, not on their way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const options: RunOptions = {
      resultTypes: ['violations'],
      ...(colorScheme === 'dark' && { runOnly: ['color-contrast'] }),
    };
    const violations = await page.evaluate(async (wanted) => {
      const { axe: here } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return (await here.run(wanted)).violations;
    }, options);
    for (const { id, nodes } of violations)
      found.push({ path, colorScheme, id, where: nodes.map(({ html }) => html.slice(0, 200)) });
  }
  return found;
};
