import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnResult, OwnRound, PublicRound, RoundPage } from '@puente/schemas';
import { runPuente, type RunningPuente } from '../../../scripts/run-puente.ts';
import { launchBrowser } from './browser.ts';
import { password, phone, visit } from './people.ts';
import {
  act,
  announced,
  gatherCandidates,
  holdSitting,
  meritsOf,
  officeAt,
  readDossiers,
  type Candidate,
  type Office,
} from './round-story.ts';
import { freePort } from './serve.ts';

const dayMs = 86_400_000;
/** Right answers in physiology and genetics; the second and the third are tied to the last answer. */
const rights = [
  [19, 18],
  [15, 14],
  [15, 14],
  [11, 13],
  [12, 8],
  [8, 10],
  [6, 7],
  [4, 3],
] as const;

// A round takes weeks: this story has a Puente of its own, whose clock leaps.
let leap = 0;
const now = () => new Date(Date.now() + leap);
const leapTo = (moment: Date) => (leap = moment.getTime() - Date.now());
const start = Date.now();
const day = (days: number) => new Date(start + days * dayMs);

let puente: RunningPuente;
let folder: string;
let browser: Browser;
let address: string;
let office: Office;
let candidates: Candidate[];
let cohortId: string;
let institution: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-round-'));
  puente = await runPuente({ port: await freePort(), dataFolder: folder, clock: now, students: 40 });
  ({ address } = puente);
  browser = await launchBrowser();
  office = officeAt(address);
  const gathered = await gatherCandidates(address, office, rights.length + 1);
  ({ candidates, cohortId } = gathered);
  institution = gathered.institution.code;
});
afterAll(async () => {
  await browser?.close();
  await puente?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A phone, signed in as a candidate; again after each leap, since sessions end. */
const enter = async (page: Page, { credentials }: Candidate) => {
  const answer = await page.request.post(`${address}/api/session`, {
    headers: { origin: address },
    data: { ...credentials, password },
  });
  if (!answer.ok()) throw new Error(await answer.text());
};
const main = (page: Page) => page.locator('main').innerText();

test('a whole round, from postulación to acta, with a tie and an override', async () => {
  const [first, second, third] = candidates as [Candidate, Candidate, Candidate];
  const withdrawing = candidates.at(-1)!;
  const { staff, otherStaff } = office;
  const { page, context, faults } = await visit(browser, { viewport: phone });

  // Announced: students read it and may apply before the rules stand.
  const { round } = await staff.post<RoundPage>('rounds', {
    name: 'Boston',
    applicationsOpenAt: day(-1).toISOString(),
    applicationsCloseAt: day(2).toISOString(),
    travelFrom: day(90).toISOString().slice(0, 10),
    travelTo: day(103).toISOString().slice(0, 10),
  });
  const here = `${address}/es/applications/${round.id}`;
  await enter(page, first);
  await page.goto(`${address}/es/today`);
  await page.locator('main a', { hasText: 'Boston' }).click();
  await page.waitForURL(here);
  await page.getByText('Las reglas todavía se escriben').waitFor();

  // Policy: rehearsed, proposed by one person and published by another.
  const sealed = (courseId: string, form: string, from: number) =>
    staff.post<{ id: string }>(`cohorts/${cohortId}/sittings`, {
      courseId,
      form,
      wave: 'selection',
      opensAt: new Date(day(3).getTime() + from * 3_600_000).toISOString(),
      closesAt: new Date(day(3).getTime() + (from + 1) * 3_600_000).toISOString(),
      durationMinutes: 40,
      proctored: true,
    });
  const physiology = await sealed('physiology', 'P1-S', 0);
  const genetics = await sealed('genetics', 'G1-S', 2);
  const sittings = [physiology, genetics].map(({ id }) => ({ sittingId: id, makeUp: false }));
  await staff.put(`rounds/${round.id}/policy`, announced(sittings, day(4)));
  await act(staff, round.id, 'rehearse');
  await act(staff, round.id, 'propose_policy');
  await act(otherStaff, round.id, 'publish_policy');

  // Postulación in the page: rules, conditions item by item, consent by purpose; Boston may be refused.
  await page.reload();
  const rules = await main(page);
  for (const words of [
    '3 plazas y 2 de reserva',
    'Canal de la lotería',
    'No cuentan la confianza',
    'Inglés B1',
  ])
    expect(rules).toContain(words);
  const { courses } = await first.get<OwnRound>(`own-rounds/${round.id}`);
  expect(rules).toContain(`${Math.round(courses[0]!.effectiveWeight! * 100)}\u00a0%`);
  expect(rules).toContain('0 de 6 listas');
  await page.getByRole('link', { name: 'Postular' }).click();
  await page.waitForURL(`${here}/form`);
  for (const name of ['canTravel', 'datesFit', 'selection']) await page.locator(`[name=${name}]`).check();
  await page.locator('[name=english]').selectOption('B2');
  await page.locator('textarea').first().fill('palabra '.repeat(151));
  await page.locator('main button.primary').click();
  await page.getByText('Pasa de 150 palabras').waitFor();
  await page.locator('textarea').first().fill('Enseñar lo que aprenda.');
  await page.locator('textarea').nth(1).fill('El electrocardiograma.');
  await page.locator('main button.primary').click();
  await page.waitForURL(here);
  expect(await main(page)).toContain('4 de 6 listas');
  expect(await main(page)).toContain('Postulaste');
  const { application } = await first.get<OwnRound>(`own-rounds/${round.id}`);
  expect(application.consents).toEqual({ selection: true, transfer: false });

  // What fairness needs is told apart, and only by who wants to.
  await page.goto(`${address}/es/account/fairness`);
  await page.locator('[name=firstLanguage]').selectOption('quechua');
  await page.locator('main button.primary').click();
  await page.getByText('Guardado. Puedes cambiarlo').waitFor();

  // Under 18: the guardian decides by a link, once, without an account.
  const declared = {
    canTravel: true,
    datesFit: true,
    under18: false,
    english: 'B2',
    consents: { selection: true, transfer: true },
    dossierAnswers: ['Volver.', 'Preguntar.'],
  };
  const applyAs = (who: Candidate, over: object = {}) =>
    who.put(`own-rounds/${round.id}/application`, { ...declared, ...over });
  await applyAs(second, { under18: true });
  await enter(page, second);
  await page.goto(here);
  await page.getByRole('button', { name: 'Hacer el enlace' }).click();
  const link = await page.locator('input[name=link]').inputValue();
  const guardian = await visit(browser, { viewport: phone, script: false });
  await guardian.page.goto(link);
  expect(await main(guardian.page)).toContain('Ñusta quiere postular a Boston');
  await guardian.page.locator('[name=selection][value=yes]').check();
  await guardian.page.locator('[name=transfer][value=no]').check();
  await guardian.page.locator('[name=fullName]').fill('Rosa Güere Peña');
  await guardian.page.locator('[name=relationship]').selectOption('mother');
  await guardian.page.locator('[name=documentNumber]').fill('01234567');
  await guardian.page.locator('main button.primary').click();
  await guardian.page.getByText('quedó registrado que autorizas').waitFor();
  await guardian.page.goto(link);
  await guardian.page.getByText('Este enlace ya no abre').waitFor();
  await guardian.context.close();
  await page.goto(here);
  expect(await main(page)).toContain('Te autorizaron a participar');

  // One applies and withdraws in the page; the others apply.
  await applyAs(withdrawing);
  await enter(page, withdrawing);
  await page.goto(here);
  await page.locator('summary', { hasText: 'Retirar' }).click();
  await page.getByRole('button', { name: 'Sí, retirarla' }).click();
  await page.getByText('Retiraste tu postulación').waitFor();
  for (const candidate of candidates.slice(2, -1)) await applyAs(candidate);

  // Both forms are sat in a room, and its proctor signs.
  for (const [course, sitting] of [physiology, genetics].entries()) {
    leapTo(new Date(day(3).getTime() + (2 * course + 0.1) * 3_600_000));
    const seated = rights.map((right, place) => ({ candidate: candidates[place]!, right: right[course]! }));
    await holdSitting(office, sitting.id, seated);
  }

  // Frozen: hash and own inputs are read before anybody reviews.
  leapTo(new Date(day(3).getTime() + 6 * 3_600_000));
  await expect
    .poll(() => act(staff, round.id, 'freeze').then(() => 'frozen', String), { timeout: 60_000 })
    .toBe('frozen');
  const shown = () => staff.get<RoundPage>(`rounds/${round.id}`);
  const sha256 = (await shown()).snapshot!.sha256;
  await enter(page, first);
  await page.goto(here);
  for (const words of [sha256, '20 de 20 preguntas respondidas']) expect(await main(page)).toContain(words);
  await page.goto(`${here}/result`);
  expect(page.url()).toBe(here);
  await expect.poll(async () => (await shown()).round.stage, { timeout: 120_000 }).toBe('review');

  // Review: dossiers, the draw at its hour, an override with its second approval.
  leapTo(day(4.1));
  await readDossiers(office, round.id);
  await staff.post(`rounds/${round.id}/draw`, { numbers: '04 11 19 23 38 41', why: 'Leído en el canal.' });
  const ranked = await meritsOf(office, round.id);
  expect(ranked.filter(({ tiedWith }) => tiedWith > 0).map(({ rank }) => rank)).toEqual([2, 2]);
  const last = ranked.at(-1)!;
  const { overrides } = await staff.post<{ overrides: { id: string }[] }>(`rounds/${round.id}/overrides`, {
    code: last.code,
    to: 'seat',
    why: 'Su hoja se leyó mal: lo muestra el registro de la sala.',
  });
  await otherStaff.post(`rounds/${round.id}/overrides/${overrides[0]!.id}/decision`, {
    approve: true,
    why: 'Visto el registro.',
  });
  await act(staff, round.id, 'propose_outcome');
  await act(otherStaff, round.id, 'approve_outcome');
  const decided = await meritsOf(office, round.id);
  expect(decided.filter(({ outcome }) => outcome === 'seat')).toHaveLength(3);
  expect(decided.find(({ code }) => code === last.code)).toMatchObject({
    outcome: 'seat',
    decidedBy: 'override',
  });
  // Only two seats are left to the order: of the tied, the draw seats one.
  expect(
    decided
      .filter(({ rank }) => rank === 2)
      .map(({ outcome }) => outcome)
      .sort(),
  ).toEqual(['reserve', 'seat']);

  // Results at one hour, and no minute before.
  await staff.post(`rounds/${round.id}/results`, { at: day(5).toISOString(), why: 'Acuerdo del comité.' });
  await enter(page, first);
  await page.goto(`${here}/result`);
  expect(page.url()).toBe(here);
  leapTo(new Date(day(5).getTime() + 60_000));

  // Who got none reads it kindly, with the answers that were missing; who was tied, that the score reached or not.
  const own = (who: Candidate) => who.get<OwnResult>(`own-rounds/${round.id}/result`);
  const turnedDown = candidates[6]!;
  const result = await own(turnedDown);
  expect(result).toMatchObject({ outcome: 'none', mayClaim: true });
  expect(result.missing).toBeGreaterThan(1);
  await enter(page, turnedDown);
  await page.goto(`${address}/es/today`);
  await page.locator('main a', { hasText: 'Tu resultado en Boston' }).click();
  await page.waitForURL(`${here}/result`);
  const explained = await main(page);
  for (const words of [
    'Esta vez no hay una plaza para ti',
    `Te faltaron ${result.missing} respuestas correctas.`,
    result.score.toFixed(1),
    `${result.rankHigh} de 8 (intervalo de 90 %)`,
    '6 de 20',
    result.cutScore.toFixed(1),
    sha256,
    result.code,
  ])
    expect(explained).toContain(words);
  expect(explained).not.toMatch(/P\(|probabilidad/i);
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar mi carta' }).click(),
  ]);
  expect((await readFile((await letter.path())!)).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await own(third)).explained.estimate).toBe((await own(second)).explained.estimate);

  // A claim, and its answer.
  await page.getByRole('link', { name: 'Reclamar', exact: true }).click();
  await page.waitForURL(`${here}/claim`);
  await page.locator('textarea').fill('Se cortó la luz a las 9:40.');
  await page.locator('main button.primary').click();
  await page.getByText('Tu reclamo espera respuesta').first().waitFor();
  const { claims } = await staff.get<{ claims: { id: string; code: string }[] }>(`rounds/${round.id}/claims`);
  expect(claims).toMatchObject([{ code: result.code }]);
  await staff.post(`rounds/${round.id}/claims/${claims[0]!.id}/answer`, {
    upheld: false,
    answer: 'El registro no muestra un corte.',
  });
  await page.reload();
  expect(await main(page)).toContain('El registro no muestra un corte.');

  // The acta seals it; anybody reads list, hash and acta without an account.
  leapTo(day(10.5));
  await act(otherStaff, round.id, 'close');
  const anybody = await visit(browser, { viewport: phone });
  const open = `/public/${institution}/rounds/${round.id}`;
  const list = (await (await fetch(`${address}/api${open}`)).json()) as PublicRound;
  expect(list.list).toHaveLength(5);
  await anybody.page.goto(`${address}/es${open}`);
  const published = await main(anybody.page);
  for (const words of [sha256, 'shortlist:verify', '04 11 19 23 38 41', ...list.list.map(({ code }) => code)])
    expect(published).toContain(words);
  expect(published).not.toContain('Ñahui');
  const [acta] = await Promise.all([
    anybody.page.waitForEvent('download'),
    anybody.page.getByRole('link', { name: 'Descargar el acta' }).click(),
  ]);
  expect((await readFile((await acta.path())!)).subarray(0, 5).toString()).toBe('%PDF-');

  // And who has the file makes it all anew.
  const file = join(folder, 'snapshot.json');
  await writeFile(file, await staff.download(`rounds/${round.id}/snapshot.json`));
  const verifier = join(import.meta.dirname, '../../../scripts/shortlist-verify.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [verifier, file, '--hash', sha256]);
  expect(stdout).not.toContain('FAILS');

  // The one refusal was of 151 words.
  expect(faults).toEqual([expect.stringMatching(/\/form: .*400/)]);
  expect(anybody.faults).toEqual([]);
  await Promise.all([context.close(), anybody.context.close()]);
});
