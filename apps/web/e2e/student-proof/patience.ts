import type { Page } from 'playwright-core';

/** Always the same story of losses. */
export const seededRandom = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

/** As a person would: again, until the page is there. */
export const visitUntil = async (page: Page, address: string, ready: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
      await page.locator(ready).first().waitFor({ timeout: 10_000 });
      return;
    } catch (reason) {
      if (tries === 12) throw reason;
    }
  }
};
