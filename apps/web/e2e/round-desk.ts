import type { Browser, Locator, Page } from 'playwright-core';
import { desktop, password, visit } from './people.ts';
import type { Colleague } from './round-story.ts';

/** Somebody of the programme before the pages of a round. */
export interface Desk {
  page: Page;
  faults: string[];
  /** Signs in again: when a story leaps over days, sessions end. */
  enter(): Promise<void>;
  /** A page of the round. */
  at(rest: string): Promise<void>;
  text(): Promise<string>;
  /** An act of the round page, with a reason long enough for any. */
  act(name: string, fields?: Record<string, string>): Promise<void>;
  /** What the round page offers to press now. */
  offered(): Promise<string[]>;
  leave(): Promise<void>;
}

/** Presses what sends a form, and waits for the page that answers it. */
export const send = async (page: Page, button: Locator): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), button.click()]);
};

export const why = 'Así lo acordó el comité de selección en su sesión de hoy, con el acta a la vista.';

export const openDesk = async (
  browser: Browser,
  address: string,
  { credentials }: Colleague,
  round: () => string,
): Promise<Desk> => {
  const { page, context, faults } = await visit(browser, { viewport: desktop });
  const at = async (rest: string) => {
    const answer = await page.goto(`${address}/es/selection/rounds/${round()}${rest}`);
    if (!answer!.ok()) throw new Error(`${rest} answers ${answer!.status()}`);
  };
  const formOf = (name: string) =>
    page.locator('details', { has: page.locator(`input[name=form][value=${name}]`) });
  return {
    page,
    faults,
    at,
    enter: async () => {
      const answer = await page.request.post(`${address}/api/session`, {
        headers: { origin: address },
        data: { ...credentials, password },
      });
      if (!answer.ok()) throw new Error(await answer.text());
    },
    text: () => page.locator('main').innerText(),
    act: async (name, fields = {}) => {
      await at('');
      const form = formOf(name);
      if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
      for (const [field, value] of Object.entries({ ...fields, why }))
        await form.locator(`[name=${field}]`).fill(value);
      await send(page, form.locator('button'));
    },
    offered: async () => {
      await at('');
      return page
        .locator('#now input[name=form]')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    },
    leave: () => context.close(),
  };
};

/** Reads every dossier that waits for this person, blind; the marks are those of motivation, reasoning, decisions, return. */
export const readDossiers = async (
  desk: Desk,
  marksOf: (code: string) => readonly number[] | 'conflict',
): Promise<string[]> => {
  const { page } = desk;
  const read: string[] = [];
  for (;;) {
    await desk.at('/dossiers');
    const next = page.getByRole('link', { name: /^Leer C-/ });
    if ((await next.count()) === 0) return read;
    await Promise.all([page.waitForURL(/\/dossiers\/C-/), next.click()]);
    const code = page.url().split('/').at(-1)!;
    const shown = await desk.text();
    for (const hidden of ['Ñusta', 'Ñahui', 'Suma de 16'])
      if (shown.includes(hidden)) throw new Error(`Dossier ${code} shows "${hidden}" to a reader`);
    const marks = marksOf(code);
    if (marks === 'conflict') {
      await page.locator('main summary').click();
      await page.locator('[name=why]').fill('Fue mi estudiante de tesis.');
      await send(page, page.getByRole('button', { name: 'Declararlo y no leer' }));
    } else {
      for (const [place, criterion] of ['motivation', 'reasoning', 'decisions', 'return'].entries())
        await page.locator(`[name=${criterion}][value="${marks[place]}"]`).check();
      await send(page, page.getByRole('button', { name: 'Guardar mi lectura' }));
    }
    read.push(code);
  }
};
