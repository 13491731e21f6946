import type { Browser, BrowserContext, Page } from 'playwright-core';

export const phone = { width: 360, height: 640 };
export const desktop = { width: 1280, height: 800 };
export const password = 'puente-demo';

interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts and refused content, which a page must not have. */
  faults: string[];
}

/** A browser of one's own, on a phone or a desktop. */
export const visit = async (
  browser: Browser,
  {
    viewport = desktop,
    lang = 'es',
    script = true,
  }: { viewport?: typeof phone; lang?: 'es' | 'en'; script?: boolean } = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport,
    locale: lang === 'es' ? 'es-PE' : 'en-US',
    timezoneId: 'America/Lima',
    javaScriptEnabled: script,
    hasTouch: viewport === phone,
    isMobile: viewport === phone,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  return { page, context, faults };
};

export const signIn = async (page: Page, address: string, email: string, lang = 'es'): Promise<void> => {
  await page.goto(`${address}/${lang}/sign-in`);
  const form = page.locator('form[action="?/email"]');
  await form.locator('[name=email]').fill(email);
  await form.locator('[name=password]').fill(password);
  await form.locator('button').last().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};
