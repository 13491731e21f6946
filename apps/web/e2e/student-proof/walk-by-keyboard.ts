/// <reference lib="dom" />
import type { Page } from 'playwright-core';

interface Walk {
  controls: number;
  /** What Tab never reached, and what showed no focus there. */
  missed: string[];
  unseen: string[];
}

/** Every control that a person sees is met by Tab, in turn, and shows that it has the focus. */
export const walkByKeyboard = async (page: Page): Promise<Walk> => {
  await page.evaluate(() => {
    const controls =
      'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary';
    const radios = new Set<string>();
    for (const one of document.querySelectorAll<HTMLElement>(controls)) {
      if (one.getClientRects().length === 0 || one.closest('[inert]')) continue;
      // A group of radios is one stop, and arrows go on inside it.
      if (one instanceof HTMLInputElement && one.type === 'radio') {
        const group = `${one.form?.action}${[...document.forms].indexOf(one.form!)}${one.name}`;
        if (radios.has(group)) continue;
        radios.add(group);
        one.dataset.stopGroup = one.name;
      }
      one.dataset.stop = '';
    }
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const controls = await page.locator('[data-stop]').count();
  const unseen: string[] = [];
  for (let step = 0; step < controls + 12; step++) {
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      if (!at || at === document.body) return undefined;
      at.removeAttribute('data-stop');
      if (at.type === 'radio')
        for (const one of at.form?.querySelectorAll(`[data-stop-group="${at.name}"]`) ?? [])
          one.removeAttribute('data-stop');
      const seen = [at, at.closest('label'), at.parentElement].some((one) => {
        const { outlineStyle, outlineWidth } = one ? getComputedStyle(one) : {};
        return one && outlineStyle !== 'none' && outlineWidth !== '0px';
      });
      return seen ? undefined : at.outerHTML.slice(0, 100);
    });
    if (bare && !unseen.includes(bare)) unseen.push(bare);
  }
  const missed = await page
    .locator('[data-stop]')
    .evaluateAll((left) => left.map((one) => one.outerHTML.slice(0, 100)));
  return { controls, missed, unseen };
};

/** Tab until the focus is on one of these. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
};
