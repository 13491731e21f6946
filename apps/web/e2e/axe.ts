import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface AxeFault {
  path: string;
  colorScheme: 'light' | 'dark';
  id: string;
  where: string[];
}

/**
 * What axe finds on the page as it stands: everything by day, and by night what can differ there, its contrasts. Legacy
 * mode asks in the page itself, without a second page for each question; no page has a frame from elsewhere.
 */
export const axeFaults = async (
  page: Page,
  path: string,
  colorSchemes: readonly AxeFault['colorScheme'][] = ['light', 'dark'],
): Promise<AxeFault[]> => {
  const found: AxeFault[] = [];
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page: page as never }).setLegacyMode();
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      found.push({ path, colorScheme, id, where: nodes.map(({ html }) => html.slice(0, 200)) });
  }
  return found;
};
