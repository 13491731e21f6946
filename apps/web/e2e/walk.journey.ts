import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { experiments } from '../../../packages/models/src/experiments/index.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { desktop, phone, signIn, visit } from './people.ts';
import { newRound } from './new-round.ts';
import { startCohort } from './start-cohort.ts';

type Who = 'nobody' | 'estudiante' | 'docente' | 'programa' | 'admin';
interface Stop {
  as: Who;
  /** The address without its language, from what the person can see. */
  path: (page: Page, lang: 'es' | 'en') => string | Promise<string>;
  /** A sitting's runner keeps the language that its start locked. */
  locked?: true;
}

const address = inject('address');
const ask = async (page: Page, path: string) => {
  const answer = await page.request.get(`${address}${path}`);
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
  return answer.json();
};
const today = (page: Page) => ask(page, '/api/today?language=es');
const cohort = async (page: Page, name = 'Sección B') => {
  const { cohorts } = (await ask(page, '/api/cohorts')) as { cohorts: { id: string; name: string }[] };
  return `/cohorts/${cohorts.find((one) => one.name.startsWith(name))!.id}`;
};
const round = async (page: Page) => `/selection/${(await ask(page, '/api/selection-rounds')).rounds[0].id}`;
/** A page of the demonstration's round under selection/v1 that is in review. */
const ofRound = async (page: Page, rest = '') => {
  const { rounds } = (await ask(page, '/api/rounds')) as { rounds: { id: string; stage: string }[] };
  return `/selection/rounds/${rounds.find(({ stage }) => stage === 'review')!.id}${rest}`;
};
const inRound = (rest: string) => [
  at('programa', (page) => ofRound(page, rest)),
  at('admin', (page) => ofRound(page, rest)),
];
const sitting = async (page: Page) => (await today(page)).sittings[0] as { id: string; attemptId: string };
const at = (as: Who, path: string | Stop['path']): Stop => ({
  as,
  path: typeof path === 'string' ? () => path : path,
});
const inCohort = (rest: string) => at('docente', async (page) => (await cohort(page)) + rest);

/** Rounds as the student meets them: the newest that applied to, and one whose results are out. */
const ownRounds = async (page: Page) =>
  (await ask(page, '/api/own-rounds')).rounds as { round: { id: string }; resultReadable: boolean }[];
const ownRound = async (page: Page, resultReadable: boolean): Promise<string> =>
  `/applications/${(await ownRounds(page)).find((one) => one.resultReadable === resultReadable)!.round.id}`;

const post = async (page: Page, path: string, data: unknown, method: 'post' | 'put' = 'post') => {
  const answer = await page.request[method](`${address}${path}`, { headers: { origin: address }, data });
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`);
  return answer.json();
};

let opened: Promise<string> | undefined;
/** A round that takes applications now, announced here; its rules are still to come. */
const openRound = (): Promise<string> => (opened ??= announceRound());
const announceRound = async (): Promise<string> => {
  const { page, context } = await visit(browser);
  await signIn(page, address, 'programa@demo.puente');
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { round } = await post(page, '/api/rounds', {
    name: 'Convocatoria abierta',
    applicationsOpenAt: inDays(-1),
    applicationsCloseAt: inDays(10),
    travelFrom: inDays(60).slice(0, 10),
    travelTo: inDays(73).slice(0, 10),
  });
  await context.close();
  return round.id;
};

/** The link that a student under 18 hands to their guardian. */
const guardianLink = async (): Promise<string> => {
  const roundId = await openRound();
  const { page, context } = await visit(browser);
  await signIn(page, address, 'estudiante@demo.puente');
  const application = {
    canTravel: true,
    datesFit: true,
    under18: true,
    english: null,
    consents: { selection: true, transfer: false },
    dossierAnswers: [],
  };
  await post(page, `/api/own-rounds/${roundId}/application`, application, 'put');
  const { token } = await post(page, `/api/own-rounds/${roundId}/guardian`, {});
  await context.close();
  return `/guardian/${token}`;
};

const publicRound = async (): Promise<string> => {
  const { page, context } = await visit(browser);
  await signIn(page, address, 'estudiante@demo.puente');
  const { institution } = await ask(page, '/api/session');
  const path = await ownRound(page, true);
  await context.close();
  return `/public/${institution.code}/rounds/${path.split('/')[2]}`;
};

/** A supervised sitting, prepared here unless there is one. */
const room = async (page: Page): Promise<string> => {
  const { rooms } = (await ask(page, '/api/rooms')) as { rooms: { sittingId: string }[] };
  const id =
    rooms[0]?.sittingId ?? (await startCohort(browser, { address, students: 3, proctored: true })).sittingId;
  return `/rooms/${id}`;
};
const inRoom = (rest: string) => at('docente', async (page) => (await room(page)) + rest);

/** A practice or a case of one's own, begun here. */
const begun = (kind: 'practice' | 'case', contentId: string, folder: string) =>
  at('estudiante', async (page, language) => {
    const id = crypto.randomUUID();
    await page.request.put(`${address}/api/attempts/${id}`, {
      data: { kind, courseId: 'physiology', contentId, language },
    });
    return `/${folder}/${id}`;
  });

/** Every page that has a folder stands here; a page that is missing fails the first test. */
const stops: Record<string, Stop[]> = {
  '(entry)': [at('nobody', '')],
  '(entry)/[...missing]': [at('nobody', '/no-such-page')],
  '(entry)/activate': [at('nobody', '/activate')],
  '(entry)/join': [at('nobody', '/join')],
  '(entry)/join/[code]': [
    at('nobody', async (page) => {
      await signIn(page, address, 'docente@demo.puente');
      const { cohorts } = (await ask(page, '/api/cohorts')) as { cohorts: { code: string }[] };
      await page.context().clearCookies();
      return `/join/${cohorts[0]!.code}`;
    }),
  ],
  '(entry)/guardian/[token]': [at('nobody', guardianLink), at('nobody', '/guardian/ended')],
  '(open)/public/[institution]/rounds/[round=id]': [at('nobody', publicRound)],
  '(offline)/offline': [at('nobody', '/offline')],
  '(entry)/sign-in': [at('nobody', '/sign-in')],
  '(entry)/sign-out': [at('estudiante', '/sign-out')],
  '(open)/how-we-measure': [at('nobody', '/how-we-measure')],
  '(open)/open/[course]': [at('nobody', '/open/physiology')],
  '(open)/figures': [at('nobody', '/figures')],
  '(open)/figures/[figure]': Object.keys(experiments).map((figure) => at('nobody', `/figures/${figure}`)),
  '(app)/account': [at('estudiante', '/account')],
  '(app)/account/fairness': [at('estudiante', '/account/fairness')],
  '(app)/applications/[round=id]': [
    at('estudiante', (page) => ownRound(page, true)),
    at('estudiante', (page) => ownRound(page, false)),
    at('estudiante', async () => `/applications/${await openRound()}`),
  ],
  '(app)/applications/[round=id]/form': [
    at('estudiante', async (page) => `${await ownRound(page, true)}/form`),
    at('estudiante', async () => `/applications/${await openRound()}/form`),
  ],
  '(app)/applications/[round=id]/result': [
    at('estudiante', async (page) => `${await ownRound(page, true)}/result`),
  ],
  '(app)/applications/[round=id]/claim': [
    at('estudiante', async (page) => `${await ownRound(page, true)}/claim`),
  ],
  '(app)/today': [at('estudiante', '/today')],
  '(app)/review': [at('estudiante', '/review')],
  '(app)/courses/[course]': [at('estudiante', '/courses/physiology'), at('docente', '/courses/physiology')],
  '(app)/courses/[course]/concepts': [at('docente', '/courses/physiology/concepts')],
  '(app)/courses/[course]/[module]': [
    at('estudiante', '/courses/genetics/populations'),
    at('docente', '/courses/genetics/populations'),
  ],
  '(app)/courses/[course]/[module]/case/paths': [
    at('docente', '/courses/physiology/membrane-potential/case/paths'),
  ],
  '(app)/courses/[course]/[module]/practice': [
    at('estudiante', '/courses/physiology/membrane-potential/practice'),
  ],
  '(app)/courses/[course]/[module]/paths': [at('estudiante', '/courses/physiology/membrane-potential/paths')],
  '(app)/courses/[course]/[module]/phone': [at('estudiante', '/courses/physiology/membrane-potential/phone')],
  '(app)/courses/[course]/[module]/case': [at('estudiante', '/courses/physiology/membrane-potential/case')],
  '(focus)/courses/[course]/[module]/lessons/[lesson]': [
    'resting-membrane',
    'potassium-and-threshold',
    'from-cell-to-ecg',
  ].map((lesson) => at('estudiante', `/courses/physiology/membrane-potential/lessons/${lesson}`)),
  '(focus)/practice/[attempt=id]': [begun('practice', 'membrane-potential', 'practice')],
  '(focus)/cases/[attempt=id]': [begun('case', 'case-missed-dialysis', 'cases')],
  '(app)/sittings/[sitting=id]': [at('estudiante', async (page) => `/sittings/${(await sitting(page)).id}`)],
  '(app)/sittings/[sitting=id]/self-efficacy': [
    at('estudiante', async (page) => `/sittings/${(await sitting(page)).id}/self-efficacy`),
  ],
  '(focus)/sittings/[sitting=id]/attempt': [
    { ...at('estudiante', async (page) => `/sittings/${(await sitting(page)).id}/attempt`), locked: true },
  ],
  '(app)/attempts/[attempt=id]/receipts': [
    at('estudiante', async (page) => `/attempts/${(await sitting(page)).attemptId}/receipts`),
  ],
  '(app)/results': [at('estudiante', '/results')],
  '(app)/standings/[round=id]': [
    at('estudiante', async (page) => `/standings/${(await today(page)).standings[0].roundId}`),
  ],
  '(app)/cohorts': [at('docente', '/cohorts'), at('programa', '/cohorts')],
  '(app)/cohorts/new': [at('docente', '/cohorts/new')],
  '(app)/cohorts/[cohort=id]': [inCohort(''), at('docente', (page) => cohort(page, 'Sección C'))],
  '(projector)/cohorts/[cohort=id]/code': [inCohort('/code')],
  '(app)/cohorts/[cohort=id]/measurement': [inCohort('/measurement')],
  '(app)/cohorts/[cohort=id]/questions': [inCohort('/questions')],
  '(app)/cohorts/[cohort=id]/questions/[item]': [inCohort('/questions/phys-mp-check-rest-1')],
  '(projector)/cohorts/[cohort=id]/project': [inCohort('/project'), inCohort('/project?show=key')],
  '(projector)/cohorts/[cohort=id]/explanation': [
    inCohort('/explanation?concept=potassium-and-rest'),
    at('programa', async (page) => `${await cohort(page)}/explanation?concept=potassium-and-rest`),
  ],
  '(app)/cohorts/[cohort=id]/students': [inCohort('/students')],
  '(app)/cohorts/[cohort=id]/students/[student=id]': [
    at('docente', async (page) => {
      const path = await cohort(page);
      const { students } = (await ask(page, `/api${path}/students`)) as {
        students: { membershipId: string }[];
      };
      return `${path}/students/${students[0]!.membershipId}`;
    }),
  ],
  '(app)/cohorts/[cohort=id]/roster': [inCohort('/roster')],
  '(app)/cohorts/[cohort=id]/sittings': [inCohort('/sittings')],
  '(app)/cohorts/[cohort=id]/sittings/[sitting=id]': ['opening', 'closing'].map((wave) =>
    at('docente', async (page) => {
      const path = await cohort(page);
      const { sittings } = (await ask(page, `/api${path}/sittings`)) as {
        sittings: { id: string; wave: string }[];
      };
      return `${path}/sittings/${sittings.find((one) => one.wave === wave)!.id}`;
    }),
  ),
  '(app)/cohorts/[cohort=id]/comparison': [
    at('programa', async (page) => `${await cohort(page, 'Sección C')}/comparison`),
  ],
  '(app)/cohorts/[cohort=id]/sittings/new': [inCohort('/sittings/new')],
  '(app)/cohorts/[cohort=id]/concepts': [inCohort('/concepts')],
  '(app)/rooms/[sitting=id]': [inRoom('')],
  '(app)/rooms/[sitting=id]/students/[student=id]': [
    at('docente', async (page) => {
      const path = await room(page);
      const { candidates } = (await ask(page, `/api/sittings/${path.slice(7)}/proctoring`)) as {
        candidates: { membershipId: string }[];
      };
      return `${path}/students/${candidates[0]!.membershipId}`;
    }),
  ],
  '(app)/rooms/[sitting=id]/answers': [inRoom('/answers')],
  '(projector)/rooms/[sitting=id]/code': [inRoom('/code')],
  '(app)/answer-files': [at('programa', '/answer-files')],
  '(app)/people': [at('admin', '/people'), at('programa', '/people')],
  '(app)/people/[person=id]/erasure': [
    at('admin', async (page) => {
      const { people } = (await ask(page, '/api/people?role=student')) as { people: { personId: string }[] };
      return `/people/${people[0]!.personId}/erasure`;
    }),
  ],
  '(app)/people/campuses': [at('admin', '/people/campuses')],
  '(app)/people/new': [at('admin', '/people/new')],
  '(app)/people/import': [at('admin', '/people/import')],
  '(app)/people/codes': [at('admin', '/people/codes')],
  '(app)/audit': [at('admin', '/audit')],
  '(app)/selection': [at('programa', '/selection'), at('admin', '/selection')],
  '(app)/selection/new': [at('programa', '/selection/new')],
  '(app)/selection/[round=id]': [at('programa', round), at('admin', round)],
  '(app)/selection/rounds/new': [at('programa', '/selection/rounds/new')],
  '(app)/selection/rounds/[round=id]': inRound(''),
  '(app)/selection/rounds/[round=id]/applications': inRound('/applications'),
  '(app)/selection/rounds/[round=id]/policy': [
    ...inRound('/policy'),
    at('programa', async (page) => `/selection/rounds/${(await newRound(page, address)).id}/policy`),
  ],
  '(app)/selection/rounds/[round=id]/rehearsal': inRound('/rehearsal'),
  '(app)/selection/rounds/[round=id]/merits': [
    ...inRound('/merits'),
    at('programa', async (page) => {
      const path = await ofRound(page, '/merits');
      const { rows } = await ask(page, `/api${path.replace('/selection', '')}`);
      return `${path}?all=1&compare=${rows[0].code}&compare=${rows[9].code}`;
    }),
  ],
  '(app)/selection/rounds/[round=id]/dossiers': [at('programa', (page) => ofRound(page, '/dossiers'))],
  '(app)/selection/rounds/[round=id]/dossiers/[code]': [
    at('programa', async (page) => {
      const path = await ofRound(page, '/dossiers');
      const { dossiers } = await ask(page, `/api${path.replace('/selection', '')}`);
      return `${path}/${dossiers[0].code}`;
    }),
  ],
  '(app)/selection/rounds/[round=id]/overrides': inRound('/overrides'),
  '(app)/selection/rounds/[round=id]/fairness': inRound('/fairness'),
  '(app)/selection/rounds/[round=id]/claims': inRound('/claims'),
};

const routes = join(import.meta.dirname, '../src/routes/[lang=lang]');

test('every page stands in the walk, and the walk names no other', async () => {
  const pages = (await readdir(routes, { recursive: true }))
    .filter((file) => file.endsWith('+page.svelte'))
    .map((file) => file.replace(/\/?\+page\.svelte$/, ''));
  expect(Object.keys(stops).sort()).toEqual(pages.sort());
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** No script of others runs in the page, and no other site shows it in a frame. */
const expectClosedPolicy = async (page: Page, answer: Response, path: string) => {
  const header = answer.headers()['content-security-policy'];
  // The page for a phone without a line is a file: its policy stands in it, where frames cannot be spoken of.
  const policy = path.endsWith('/offline')
    ? await page.locator('meta[http-equiv=content-security-policy i]').getAttribute('content')
    : header;
  const directive = (name: string) => policy?.split(/\s*;\s*/).find((one) => one.startsWith(`${name} `));
  expect(directive('script-src'), path).toMatch(/^script-src 'self'( '(nonce|sha256)-[^']+')*$/);
  if (policy === header) expect(directive('frame-ancestors'), path).toBe("frame-ancestors 'none'");
};

/** Wider than the screen: something would have to be scrolled sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Scoped classes of the page that no style sheet knows: a component stands there undressed. */
const undressed = (page: Page) =>
  page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText),
    );
    const known = rules.join('\n');
    const classes = [...document.querySelectorAll('[class*="svelte-"]')].flatMap((one) => [...one.classList]);
    return [...new Set(classes)].filter((name) => name.startsWith('svelte-') && !known.includes(name));
  });

describe.each(['nobody', 'estudiante', 'docente', 'programa', 'admin'] as const)('as %s', (who) => {
  // Both at once: a page waits for the server, the browser and axe in turn, and there are two cores.
  test.concurrent.each(['es', 'en'] as const)(
    'every page in %s has a title and one heading, fits a phone, and axe finds nothing',
    async (lang) => {
      const { page, context, faults } = await visit(browser, {
        viewport: who === 'nobody' || who === 'estudiante' ? phone : desktop,
        lang,
      });
      const found: unknown[] = [];
      if (who !== 'nobody') await signIn(page, address, `${who}@demo.puente`, lang);
      const folders = Object.entries(stops).flatMap(([folder, all]) =>
        all.map((stop) => ({ folder, ...stop })),
      );
      for (const { folder, ...stop } of folders) {
        if (stop.as !== who) continue;
        const path = `/${lang}${await stop.path(page, lang)}`;
        const answer = await page.goto(address + path, { waitUntil: 'load' });
        await expectClosedPolicy(page, answer!, path);
        expect(await page.title(), path).toMatch(/Puente/);
        expect(await page.locator('h1').count(), path).toBe(1);
        if (/\(app\)|\(projector\)/.test(folder))
          expect(await page.getByText(/datos sintéticos|synthetic data/i).count(), path).toBeGreaterThan(0);
        if (!stop.locked) expect(await page.locator('html').getAttribute('lang'), path).toBe(lang);
        // Words do not change colours: by night in one language.
        found.push(...(await axeFaults(page, path, lang === 'es' ? ['light', 'dark'] : ['light'])));
        const bare = await undressed(page);
        if (bare.length > 0) found.push({ path, bare });
        await page.setViewportSize({ width: 320, height: 640 });
        const wider = await overflow(page);
        if (wider > 0) found.push({ path, wider });
        await page.setViewportSize(who === 'nobody' || who === 'estudiante' ? phone : desktop);
      }
      await context.close();
      expect(found).toEqual([]);
      expect(faults.filter((fault) => !fault.includes('no-such-page'))).toEqual([]);
    },
  );
});
