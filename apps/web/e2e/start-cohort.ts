import type { Browser, Page } from 'playwright-core';
import { password, signIn, visit } from './people.ts';

interface Wanted {
  address: string;
  students?: number;
  proctored?: boolean;
  courseIds?: string[];
}

interface Started {
  cohortId: string;
  sittingId: string;
  /** Signs a page in as one of the cohort's students. */
  enter: (page: Page, student?: number) => Promise<void>;
}

/**
 * A cohort of its own, with students who join by its code and an opening sitting that is open now: what a journey does
 * there changes nothing in the demonstration's sections.
 */
export const startCohort = async (
  browser: Browser,
  { address, students = 1, proctored = false, courseIds = ['physiology'] }: Wanted,
): Promise<Started> => {
  const { page, context } = await visit(browser);
  await signIn(page, address, 'docente@demo.puente');
  const ask = async (path: string, data?: unknown) => {
    const url = `${address}/api/${path}`;
    const answer = data
      ? await page.request.post(url, { headers: { origin: address }, data })
      : await page.request.get(url);
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const { institution } = await ask('session');
  const [{ term, startsOn, endsOn }] = (await ask('cohorts')).cohorts;
  const name = `Sección ${crypto.randomUUID().slice(0, 8)}`;
  const cohort = await ask('cohorts', { name, term, startsOn, endsOn, courseIds });
  const codes = Array.from({ length: students }, (_, place) => `${name.slice(-8)}-${place}`);
  for (const studentCode of codes) {
    // Who joins is signed in as who joined: each has a browser of their own.
    const joining = await browser.newContext();
    const joined = await joining.request.post(`${address}/api/join/${cohort.code}`, {
      headers: { origin: address },
      data: { givenNames: 'Ñusta', firstSurname: 'Ñahui', secondSurname: 'Güere', studentCode, password },
    });
    if (!joined.ok()) throw new Error(await joined.text());
    await joining.close();
  }
  const now = Date.now();
  const sitting = await ask(`cohorts/${cohort.id}/sittings`, {
    courseId: 'physiology',
    wave: 'opening',
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 3_600_000).toISOString(),
    durationMinutes: 60,
    proctored,
  });
  await context.close();
  return {
    cohortId: cohort.id,
    sittingId: sitting.id,
    enter: async (to, student = 0) => {
      const answer = await to.request.post(`${address}/api/session`, {
        headers: { origin: address },
        data: { institution: institution.code, studentCode: codes[student], password },
      });
      if (!answer.ok()) throw new Error(await answer.text());
    },
  };
};
