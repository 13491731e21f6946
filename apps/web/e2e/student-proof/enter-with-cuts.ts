/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { apiPerson } from '../api-person.ts';
import { desktop, password, phone, visit } from '../people.ts';
import { openLossyProxy } from '../recording/lossy-proxy.ts';
import { startCohort } from '../start-cohort.ts';
import { keptAnswers, settled } from './kept-answers.ts';
import type { Say } from './say.ts';

/** What becomes of requests: lost before the server, or done there with the reply lost. */
type Fate = 'through' | 'request lost' | 'reply lost';

/** A line whose losses are chosen, step by step. */
const openCutLine = async (address: string) => {
  let fate: Fate = 'through';
  let asked = 0;
  // The proxy asks twice for each request: whether it fails, and whether that is the reply.
  const random = () => {
    const first = asked++ % 2 === 0;
    if (fate === 'through') return 1;
    return first || fate === 'reply lost' ? 0 : 1;
  };
  const line = { latencyMs: 40, kilobitsPerSecond: 20_000, failing: 0.5, random };
  const proxy = await openLossyProxy(new URL(address), line);
  return {
    address: proxy.address,
    set: (next: Fate) => {
      fate = next;
    },
    close: () => proxy.close(),
  };
};
type Line = Awaited<ReturnType<typeof openCutLine>>;

/** The browser's own page without network, ours, or a word on the page that stays. */
const saidSo = async (page: Page): Promise<string> => {
  for (let left = 100; left > 0; left--) {
    const said = await page
      .evaluate(() => {
        if (location.protocol === 'chrome-error:') return "the browser's page";
        const alert = document.querySelector('[role=alert], dialog .notice')?.textContent;
        return (
          alert?.trim() || (document.querySelector('h1')?.textContent === 'No hay señal' && 'No hay señal')
        );
      })
      .catch(() => undefined);
    if (said) return said;
    await page.waitForTimeout(200);
  }
  return '';
};

interface Step {
  name: string;
  /** Where the person stands, and what is done there with each try. */
  at: string;
  act: () => Promise<void>;
  /** True once it has happened. */
  done: () => Promise<unknown>;
}

/** Does a step with the request lost, then with the reply lost, then through. */
const insist = async (page: Page, line: Line, { name, at, act, done }: Step, say: Say): Promise<void> => {
  const told: string[] = [];
  for (const fate of ['request lost', 'reply lost'] as const) {
    line.set(fate);
    await act();
    told.push(await saidSo(page));
    line.set('through');
    if (new URL(page.url()).href !== at || (await page.evaluate(() => location.protocol)) === 'chrome-error:')
      await page.goto(at, { waitUntil: 'networkidle' });
  }
  await act();
  await done();
  const silent = told.filter((said) => said === '').length;
  say(
    `${name}: cut twice, then done; said ${told.map((said) => `"${said.slice(0, 60)}"`).join(', ')}`,
    silent === 0,
  );
};

const fill = async (page: Page, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value);
  await press(page, 'main form button.primary');
};

const press = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).first().click({ noWaitAfter: true });

/** An open case from a link, then the one-time code. */
const fromLink = async (browser: Browser, address: string, say: Say): Promise<void> => {
  const admin = apiPerson(address, { email: 'admin@demo.puente' });
  const studentCode = `CUT-${Date.now() % 1_000_000}`;
  const { activation } = await admin.post<{ activation: { institution: string; code: string } }>('people', {
    role: 'student',
    givenNames: 'Ñusta',
    firstSurname: 'Ñahui',
    studentCode,
  });
  const line = await openCutLine(address);
  const { page, context } = await visit(browser, { viewport: phone });
  const open = `${line.address}/es/open/physiology`;
  const opens = (to: string) => page.goto(to, { waitUntil: 'load' }).catch(() => undefined);
  await insist(
    page,
    line,
    {
      name: 'a case opens from its link',
      at: open,
      act: async () => void (await opens(open)),
      done: () => page.locator('input[name=option]').first().waitFor(),
    },
    say,
  );
  await insist(
    page,
    line,
    {
      name: 'its question is answered',
      at: open,
      act: async () => {
        await page.locator('label:has(input[name=option])').first().click();
        await press(page, 'button[name=confidence][value="3"]');
      },
      done: () => page.locator('article').first().waitFor(),
    },
    say,
  );
  const activate = `${line.address}/es/activate`;
  await page.goto(activate);
  const typed = { institution: activation.institution, who: studentCode, code: activation.code, password };
  await insist(
    page,
    line,
    {
      name: 'the one-time code is used',
      at: activate,
      act: () => fill(page, typed),
      done: () => page.waitForURL(/\/es\/today$/),
    },
    say,
  );
  const { institution } = await (await page.request.get(`${address}/api/session`)).json();
  await page.context().clearCookies();
  const signIn = `${line.address}/es/sign-in`;
  await page.goto(signIn);
  await insist(
    page,
    line,
    {
      name: 'the same student signs in later',
      at: signIn,
      act: async () => {
        const form = page.locator('form[action="?/code"]');
        const details = page.locator('details:not([open]):has(form[action="?/code"]) > summary');
        if (await details.count()) await details.click();
        for (const [name, value] of Object.entries({ institution: institution.code, studentCode, password }))
          await form.locator(`[name=${name}]`).fill(value);
        await form.locator('button').last().click({ noWaitAfter: true });
      },
      done: () => page.waitForURL(/\/es\/today$/),
    },
    say,
  );
  await context.close();
  await line.close();
};

/** Faculty open a cohort and project its code. */
const openCohort = async (browser: Browser, address: string, say: Say): Promise<void> => {
  const line = await openCutLine(address);
  const { page, context } = await visit(browser, { viewport: desktop });
  await page.request.post(`${line.address}/api/session`, {
    headers: { origin: line.address },
    data: { email: 'docente@demo.puente', password },
  });
  const at = `${line.address}/es/cohorts/new`;
  await page.goto(at, { waitUntil: 'networkidle' });
  const name = `Sección cortada ${Date.now() % 100_000}`;
  const act = async () => {
    await page.locator('[name=name]').fill(name);
    await page.locator('[name=courseIds][value=physiology]').check();
    await press(page, 'main form button.primary');
  };
  const cohorts = async () => {
    const listed = await (await page.request.get(`${address}/api/cohorts`)).json();
    return listed.cohorts.filter((cohort: { name: string }) => cohort.name === name).length as number;
  };
  // It was made when the reply was lost, and the page says that it is there.
  await insist(
    page,
    line,
    {
      name: 'faculty open a cohort',
      at,
      act,
      done: () =>
        page
          .getByText(/ya tiene una sección/)
          .first()
          .waitFor(),
    },
    say,
  );
  say(`of that cohort there is ${await cohorts()}`, (await cohorts()) === 1);
  await context.close();
  await line.close();
};

/** Six letters, the first sitting, its map and the first lesson. */
const fromCode = async (browser: Browser, address: string, say: Say): Promise<void> => {
  const { cohortId } = await startCohort(browser, { address });
  const faculty = apiPerson(address, { email: 'docente@demo.puente' });
  const { cohorts } = await faculty.get<{ cohorts: { id: string; code: string }[] }>('cohorts');
  const { code } = cohorts.find(({ id }) => id === cohortId)!;
  const line = await openCutLine(address);
  const { page, context } = await visit(browser, { viewport: phone });
  const go = (step: Step) => insist(page, line, step, say);

  const letters = `${line.address}/es/join`;
  await page.goto(letters);
  await go({
    name: 'the six letters are typed',
    at: letters,
    act: () => fill(page, { code }),
    done: () => page.waitForURL(/\/join\/\w{6}$/),
  });
  const studentCode = `SEIS-${Date.now() % 1_000_000}`;
  const typed = { givenNames: 'Wayra', firstSurname: 'Güere', studentCode, password };
  await go({
    name: 'the newcomer joins',
    at: page.url(),
    act: () => fill(page, typed),
    done: () => page.waitForURL(/\/es\/today$/),
  });
  const today = page.url();
  await page.waitForLoadState('networkidle');
  await go({
    name: 'Today leads to the opening form',
    at: today,
    act: () => press(page, 'main a.primary'),
    done: () => page.waitForURL(/\/sittings\/[0-9a-f-]+$/),
  });
  const sitting = page.url();
  await page.waitForLoadState('networkidle');
  await go({
    name: 'the opening form starts',
    at: sitting,
    act: () => press(page, '.button.primary:not([disabled])'),
    done: () => page.waitForURL(/\/attempt$/),
  });

  const fates: Record<number, Fate> = { 4: 'request lost', 7: 'through', 11: 'reply lost', 14: 'through' };
  for (let place = 1; place <= 20; place++) {
    const fate = fates[place];
    if (fate) line.set(fate);
    await page.locator(`main[aria-label*="${place} de 20"] input[name=option]`).first().waitFor();
    await page
      .locator('main label:has(input[name=option])')
      .nth(place % 4)
      .click();
    await page.locator(`main button[name=confidence][value="${place % 5}"]`).click();
  }
  await settled(page);
  const attemptId = (await keptAnswers(page))[0]!.attemptId;
  const { receipts } = await (await page.request.get(`${address}/api/attempts/${attemptId}/receipts`)).json();
  const different = new Set(receipts.map(({ id }: { id: string }) => id)).size;
  say(
    `20 answers with the line cut twice: ${receipts.length} recorded, ${different} different`,
    receipts.length === 20 && different === 20,
  );

  await press(page, 'main .end button.primary');
  await go({
    name: 'the opening form is ended',
    at: page.url(),
    act: () => press(page, 'dialog form button:not([type=button])'),
    done: () => page.waitForURL((url) => url.href === sitting),
  });
  await page.waitForLoadState('networkidle');
  await go({
    name: 'its map leads to the first lesson',
    at: sitting,
    act: () => press(page, 'main a[href*="/lessons/"]'),
    done: () => page.waitForURL(/\/lessons\//),
  });
  const { students } = await faculty.get<{ students: { studentCode: string }[] }>(
    `cohorts/${cohortId}/students`,
  );
  const same = students.filter((student) => student.studentCode === studentCode).length;
  say(`of the newcomer there is ${same} in the cohort`, same === 1);
  await context.close();
  await line.close();
};

/** The ways in of `product.md`, each step once with its request lost and once with its reply lost. */
export const enterWithCuts = async (browser: Browser, address: string, say: Say): Promise<void> => {
  console.log('\nGetting in, with the line cut at every step: before the server, and after it');
  await fromLink(browser, address, say);
  await openCohort(browser, address, say);
  await fromCode(browser, address, say);
};
