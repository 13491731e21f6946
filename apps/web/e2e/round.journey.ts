import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Merit, OwnRound, PublicRound, RankedResult } from '@puente/schemas';
import { runPuente, type RunningPuente } from '../../../scripts/run-puente.ts';
import { launchBrowser } from './browser.ts';
import { password, phone, visit } from './people.ts';
import { openDesk, readDossiers, send, why, type Desk } from './round-desk.ts';
import { gatherCandidates, holdSitting, openOffice, type Candidate, type Office } from './round-story.ts';
import { freePort } from './serve.ts';

const hourMs = 3_600_000;
/**
 * Right answers in physiology and genetics. The second and the third are tied to the last answer, and the fourth is so
 * near that the score parts none of the three: they are the review zone.
 */
const rights = [
  [19, 18],
  [15, 14],
  [15, 14],
  [14, 13],
  [12, 12],
  [8, 10],
  [6, 7],
  [4, 3],
] as const;

// A round takes weeks: beside the Puente of all journeys, this story has one of its own whose clock leaps.
let leap = 0;
const now = () => new Date(Date.now() + leap);
const leapTo = (moment: Date) => (leap = moment.getTime() - Date.now());
const start = Date.now();
const day = (days: number, hours = 0) => new Date(start + (24 * days + hours) * hourMs);
/** As a control of the page takes it, in Lima. */
const local = (moment: Date) => new Date(moment.getTime() - 5 * hourMs).toISOString().slice(0, 16);

let puente: RunningPuente;
let folder: string;
let browser: Browser;
let address: string;
let office: Office;
let candidates: Candidate[];
let cohortId: string;
let elena: Desk;
let marcos: Desk;
let rosa: Desk;
let round = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-round-'));
  const database = inject('database');
  [puente, browser] = await Promise.all([
    runPuente({ port: await freePort(), dataFolder: folder, clock: now, beside: database.api }),
    launchBrowser(),
  ]);
  ({ address } = puente);
  office = await openOffice(address, database);
  ({ candidates, cohortId } = await gatherCandidates(address, office, rights.length + 1));
  const desk = (who: 'elena' | 'marcos' | 'rosa') => openDesk(browser, address, office[who], () => round);
  [elena, marcos, rosa] = await Promise.all([desk('elena'), desk('marcos'), desk('rosa')]);
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
const download = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile((await file.path())!);
};
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value);
};
const expectWords = (text: string, words: readonly string[]) => {
  for (const each of words) expect(text).toContain(each);
};

/** Prepares a sitting of a sealed form, in its page, and gives its id. */
const prepare = async (course: string, form: string, from: number): Promise<string> => {
  const { page } = elena;
  await page.goto(`${address}/es/cohorts/${cohortId}/sittings/new`);
  await page.locator('[name=courseId]').selectOption(course);
  await page.locator('[name=wave]').selectOption('selection');
  await fill(page, {
    form,
    opensAt: local(day(3, from)),
    closesAt: local(day(3, from + 1)),
    durationMinutes: '40',
  });
  await page.locator('[name=proctored]').check();
  await page.locator('main form button.primary').click();
  await page.waitForURL(/done=prepared/);
  const { sittings } = await office.elena.get<{ sittings: { id: string; forms: string[] }[] }>('rounds');
  return sittings.find(({ forms }) => forms[0] === form)!.id;
};

test('a whole round through its pages, from postulación to acta, with a tie and an override', async () => {
  const [first, second, third] = candidates as [Candidate, Candidate, Candidate];
  const withdrawing = candidates.at(-1)!;
  const { page, context, faults } = await visit(browser, { viewport: phone });
  const desks = [elena, marcos, rosa];
  const everybodyEnters = () => Promise.all(desks.map((desk) => desk.enter()));

  // Announced: students read it and may apply before the rules stand.
  await everybodyEnters();
  await elena.page.goto(`${address}/es/selection`);
  await elena.page.locator('main a[href$="/rounds/new"]').click();
  await elena.page.waitForURL(/\/rounds\/new$/);
  await fill(elena.page, {
    name: 'Boston',
    applicationsOpenAt: local(day(-1)),
    applicationsCloseAt: local(day(2)),
    travelFrom: local(day(90)).slice(0, 10),
    travelTo: local(day(103)).slice(0, 10),
  });
  await elena.page.locator('main form button.primary').click();
  await elena.page.waitForURL(/rounds\/[0-9a-f-]{36}$/);
  round = elena.page.url().match(/rounds\/([0-9a-f-]{36})/)![1]!;
  expect(await elena.page.locator('[aria-current=step]').allInnerTexts()).toEqual(['política']);
  const here = `${address}/es/applications/${round}`;
  await enter(page, first);
  await page.goto(`${address}/es/today`);
  await page.locator('main a', { hasText: 'Boston' }).click();
  await page.waitForURL(here);
  await page.getByText('Las reglas todavía se escriben').waitFor();

  // The policy is written over two sealed forms to come; gain is refused as a measure, with the reason.
  const physiology = await prepare('physiology', 'P1-S', 0);
  const genetics = await prepare('genetics', 'G1-S', 2);
  await elena.at('/policy');
  const form = elena.page.locator('#edit');
  for (const sitting of [physiology, genetics])
    await form.locator(`[name=sittings][value="${sitting}"]`).check();
  await fill(elena.page, {
    'weight-physiology': '2',
    'weight-genetics': '1',
    seats: '3',
    reserves: '2',
    expectedCandidates: '10',
    claimDays: '5',
    question1es: '¿Qué harías al volver?',
    question1en: 'What would you do on your return?',
    question2es: '¿Qué harías primero?',
    question2en: 'What would you do first?',
    drawWhat: 'Sorteo 3,412, bolillas en el orden en que salen',
    drawPlace: 'Canal de la lotería',
    drawAt: local(day(4)),
  });
  await form.locator('[name=tie-physiology]').selectOption('1');
  await form.locator('[name=tie-genetics]').selectOption('2');
  await form.locator('[name=english]').selectOption('B1');
  await form.locator('[name=zone][value=dossiers]').check();
  await form.locator('[name=otherMeasure]').selectOption('gain');
  const save = elena.page.getByRole('button', { name: 'Guardar la política' });
  await send(elena.page, save);
  expect(await elena.text()).toContain('Ordenar por avance paga por fallar la primera forma');
  expect(await form.locator('[name=drawPlace]').inputValue()).toBe('Canal de la lotería');
  await send(elena.page, save);
  expectWords(await elena.text(), ['Lo leen dos personas por separado', '3 plazas y 2 de reserva']);

  // Rehearsed; proposed by one person with the reason that its reliability asks for, and published by another.
  await elena.at('/rehearsal');
  await elena.page.locator('[name=why]').fill(why);
  await send(elena.page, elena.page.getByRole('button', { name: 'Ensayar', exact: true }));
  expect(await elena.text()).toMatch(/De las mejores de verdad\s*\d+\s%/);
  expectWords(await elena.text(), ['−20', '+20']);
  await elena.act('propose_policy');
  expect(await elena.text()).toContain('el segundo lo da otra persona');
  expect(await elena.offered()).toEqual(['return_policy']);
  await marcos.act('publish_policy');
  expectWords(await marcos.text(), ['Nadie puede cambiar la política', 'las postulaciones cierran', why]);
  expect(await marcos.offered()).toEqual([]);
  await marcos.at('/policy');
  expect(await marcos.page.locator('[name=seats]').count()).toBe(0);

  // Postulación: rules, conditions item by item, consent by purpose; Boston may be refused.
  await page.reload();
  const rules = await main(page);
  expectWords(rules, [
    '3 plazas y 2 de reserva',
    'Canal de la lotería',
    'No cuentan la confianza',
    'Inglés B1',
    '0 de 6 listas',
  ]);
  const { courses } = await first.get<OwnRound>(`own-rounds/${round}`);
  expect(rules).toContain(`${Math.round(courses[0]!.effectiveWeight! * 100)}\u00a0%`);
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
  expectWords(await main(page), ['4 de 6 listas', 'Postulaste']);
  const { application } = await first.get<OwnRound>(`own-rounds/${round}`);
  expect(application.consents).toEqual({ selection: true, transfer: false });

  // What fairness needs is told apart, and only by who wants to.
  await page.goto(`${address}/es/account/fairness`);
  await page.locator('[name=firstLanguage]').selectOption('quechua');
  await page.locator('main button.primary').click();
  await page.getByText('Guardado. Puedes cambiarlo').waitFor();

  // Under 18: the guardian decides by a link, once, without an account.
  const applyAs = (who: Candidate, over: object = {}) =>
    who.put(`own-rounds/${round}/application`, {
      canTravel: true,
      datesFit: true,
      under18: false,
      english: 'B2',
      consents: { selection: true, transfer: true },
      dossierAnswers: ['Volver.', 'Preguntar.'],
      ...over,
    });
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
  await fill(guardian.page, { fullName: 'Rosa Güere Peña', documentNumber: '01234567' });
  await guardian.page.locator('[name=relationship]').selectOption('mother');
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
  await Promise.all(candidates.slice(2, -1).map((candidate) => applyAs(candidate)));

  // Both forms are sat in a room, and its proctor signs.
  for (const [course, sitting] of [physiology, genetics].entries()) {
    leapTo(day(3, 2 * course + 0.1));
    const seated = rights.map((right, place) => ({ candidate: candidates[place]!, right: right[course]! }));
    await holdSitting(office, sitting, seated);
  }

  // Frozen once the last answers are counted: hash and own inputs are read before anybody reviews.
  leapTo(day(3, 6));
  await everybodyEnters();
  const frozen = async () => {
    await elena.act('freeze');
    return (await elena.page.locator('#snapshot').count()) === 1;
  };
  await expect.poll(frozen, { timeout: 60_000, interval: 1000 }).toBe(true);
  const sha256 = await elena.page.locator('#snapshot .hash').innerText();
  await enter(page, first);
  await page.goto(here);
  expectWords(await main(page), [sha256, '20 de 20 preguntas respondidas']);
  await page.goto(`${here}/result`);
  expect(page.url()).toBe(here);
  const ranked = async () => {
    await elena.at('');
    return elena.page.locator('[aria-current=step]').allInnerTexts();
  };
  await expect.poll(ranked, { timeout: 120_000, interval: 1000 }).toEqual(['revisión']);

  // The list shows the tie, says why this one and not that one, and no name.
  const merits = async () => (await office.elena.get<{ rows: Merit[] }>(`rounds/${round}/merits`)).rows;
  const before = await merits();
  const { code: lastCode } = before.at(-1)!;
  expect(before.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 5, 6, 7, 8]);
  await elena.at('/merits');
  expect((await elena.text()).match(/=2/g)).toHaveLength(2);
  expectWords(await elena.text(), ['Los nombres se muestran']);
  const marks = elena.page.locator('[name=compare]');
  await marks.first().check();
  await marks.last().check();
  await elena.page.getByRole('button', { name: 'Comparar las dos marcadas' }).click();
  await elena.page.waitForURL(/compare=.*compare=/);
  expectWords(await elena.page.locator('#why').innerText(), [
    before[0]!.code,
    lastCode,
    'puntos más',
    'P de estar entre las plazas',
  ]);

  // Two read each dossier of the zone, blind; a third where one has a tie to the person, and where two disagree.
  const zone = before.filter((row) => row.zone === 'review').map(({ code }) => code);
  expect(zone).toEqual([1, 2, 3].map((place) => before[place]!.code));
  const [, known, disputed] = zone as [string, string, string];
  const usual = [3, 3, 2, 4];
  expect(new Set(await readDossiers(elena, () => usual))).toEqual(new Set(zone));
  await readDossiers(marcos, (code) =>
    code === known ? 'conflict' : code === disputed ? [3, 3, 2, 1] : usual,
  );
  expect(new Set(await readDossiers(rosa, () => usual))).toEqual(new Set([disputed, known]));
  await rosa.at(`/dossiers/${disputed}`);
  expect(await rosa.text()).toContain('Lecturas: 3 de 3');
  await rosa.at('/dossiers');
  expectWords(await rosa.text(), ['Acuerdo entre lectores', 'discreparon; leído por tres']);

  // An override by one is decided by another; the draw is entered at its hour, and no earlier.
  await elena.at('');
  expectWords(await elena.text(), ['el sorteo se anunció para el', 'falta anotar el sorteo público']);
  await elena.at('/overrides');
  const reason = 'Su hoja se leyó mal: lo muestra el registro de la sala.';
  await fill(elena.page, { code: lastCode, why: reason });
  await elena.page.locator('[name=to]').selectOption('seat');
  await send(elena.page, elena.page.getByRole('button', { name: 'Proponer el cambio' }));
  expect(await elena.text()).toContain('Lo decide otra persona');
  await marcos.at('/overrides');
  expect(await marcos.text()).toContain(reason);
  await marcos.page.locator('[name=decision][value=approve]').check();
  await marcos.page.locator('form[action="?/decide"] [name=why]').fill('Visto el registro.');
  await send(marcos.page, marcos.page.getByRole('button', { name: 'Decidir', exact: true }));
  expect(await marcos.text()).toContain('aprobado');
  leapTo(day(4, 1));
  await everybodyEnters();
  await elena.act('enter_draw', { numbers: '04 11 19 23 38 41' });
  expect(await elena.text()).toContain('04 11 19 23 38 41');

  // Approved by two; only then are names read, by a press that the log keeps.
  await elena.act('propose_outcome');
  expect(await elena.offered()).toEqual(['return_outcome']);
  await marcos.act('approve_outcome');
  const decided = await merits();
  expect(decided.filter(({ outcome }) => outcome === 'seat')).toHaveLength(3);
  expect(decided.at(-1)).toMatchObject({ code: lastCode, outcome: 'seat', decidedBy: 'override' });
  // Only two seats are left to the order: of the tied, the draw seats one.
  const tied = decided.filter(({ rank }) => rank === 2).map(({ outcome }) => outcome);
  expect(tied.sort()).toEqual(['reserve', 'seat']);
  await marcos.at('/merits');
  expect(await marcos.text()).not.toContain('Ñahui');
  await marcos.page.getByRole('button', { name: 'Mostrar los nombres' }).click();
  await marcos.page.getByText('Ñahui').first().waitFor();
  const file = (kind: string) =>
    download(marcos.page, () => marcos.page.locator(`a[href$="merits.${kind}"]`).click());
  expect((await file('csv')).toString('utf8')).toContain(lastCode);
  expect((await file('xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  await marcos.at('/fairness');
  expectWords(await marcos.text(), ['no un veredicto', 'grupos de menos de diez']);

  // Results at one hour, and no minute before.
  await elena.act('publish_results', { at: local(day(5)) });
  await enter(page, first);
  await page.goto(`${here}/result`);
  expect(page.url()).toBe(here);
  leapTo(day(5, 0.1));

  // Who got none reads it kindly, with the answers that were missing; who was tied, that the score reached or not.
  const own = (who: Candidate) => who.get<RankedResult>(`own-rounds/${round}/result`);
  const turnedDown = candidates[6]!;
  const result = await own(turnedDown);
  expect(result).toMatchObject({ outcome: 'none', mayClaim: true });
  expect(result.missing).toBeGreaterThan(1);
  await enter(page, turnedDown);
  await page.goto(`${address}/es/today`);
  await page.locator('main a', { hasText: 'Tu resultado en Boston' }).click();
  await page.waitForURL(`${here}/result`);
  const explained = await main(page);
  expectWords(explained, [
    'Esta vez no hay una plaza para ti',
    `Te faltaron ${result.missing} respuestas correctas.`,
    result.score.toFixed(1),
    `${result.rankHigh} de 8 (intervalo de 90 %)`,
    '6 de 20',
    result.cutScore.toFixed(1),
    sha256,
    result.code,
  ]);
  expect(explained).not.toMatch(/P\(|probabilidad/i);
  const letter = await download(page, () => page.getByRole('link', { name: 'Descargar mi carta' }).click());
  expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await own(third)).explained.estimate).toBe((await own(second)).explained.estimate);

  // A claim, and its answer.
  await page.getByRole('link', { name: 'Reclamar', exact: true }).click();
  await page.waitForURL(`${here}/claim`);
  await page.locator('textarea').fill('Se cortó la luz a las 9:40.');
  await page.locator('main button.primary').click();
  await page.getByText('Tu reclamo espera respuesta').first().waitFor();
  await everybodyEnters();
  await elena.at('/claims');
  expectWords(await elena.text(), [result.code, 'Se cortó la luz a las 9:40.', 'Sin responder: 1']);
  await elena.page.locator('[name=upheld][value=no]').check();
  await elena.page.locator('[name=why]').fill('El registro no muestra un corte.');
  await send(elena.page, elena.page.getByRole('button', { name: 'Responder' }));
  await page.reload();
  expect(await main(page)).toContain('El registro no muestra un corte.');

  // The acta seals it; the log says who did what, and an administrator reads all of it.
  leapTo(day(10.5));
  await everybodyEnters();
  await marcos.act('close');
  expectWords(await marcos.text(), [
    'Anunció la convocatoria',
    'Propuso publicar la política',
    'Publicó la política',
    'Congeló los datos',
    'Decidió un cambio a mano',
    'Aprobó el resultado',
    'Respondió un reclamo',
    'Cerró y selló el acta',
    'Elena Vargas',
    'Marcos Lazo (tú)',
  ]);
  const sealed = await download(marcos.page, () => marcos.page.locator('a[href$="acta.pdf"]').click());
  expect(sealed.subarray(0, 5).toString()).toBe('%PDF-');
  const raul = await openDesk(browser, address, office.admin, () => round);
  await raul.enter();
  await raul.at('');
  const links = await raul.page
    .locator('main a[href*="/selection/rounds/"]:not([href*="#"])')
    .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).pathname))]);
  for (const path of links) expect((await raul.page.request.get(address + path)).status(), path).toBe(200);

  // Anybody reads list, hash and acta without an account.
  const anybody = await visit(browser, { viewport: phone });
  const open = `/public/${office.institution}/rounds/${round}`;
  const { list } = (await (await fetch(`${address}/api${open}`)).json()) as PublicRound;
  expect(list).toHaveLength(5);
  await anybody.page.goto(`${address}/es${open}`);
  const published = await main(anybody.page);
  expectWords(published, [sha256, 'shortlist:verify', '04 11 19 23 38 41', ...list.map(({ code }) => code)]);
  expect(published).not.toContain('Ñahui');
  const acta = await download(anybody.page, () =>
    anybody.page.getByRole('link', { name: 'Descargar el acta' }).click(),
  );
  expect(acta.subarray(0, 5).toString()).toBe('%PDF-');

  // And who has the file makes it all anew.
  const [snapshot] = await Promise.all([
    elena.page.waitForEvent('download'),
    elena.at('').then(() => elena.page.locator('a[href$="snapshot.json"]').click()),
  ]);
  const verifier = join(import.meta.dirname, '../../../scripts/shortlist-verify.ts');
  const checked = [verifier, await snapshot.path(), '--hash', sha256] as string[];
  const { stdout } = await promisify(execFile)(process.execPath, checked);
  expect(stdout).not.toContain('FAILS');

  // The refusals were meant: 151 words, and a measure that may not count; answers still being counted.
  expect(faults).toEqual([expect.stringMatching(/\/form: .*400/)]);
  const unmeant = [...desks, raul].flatMap((desk) => desk.faults).filter((fault) => !/422|409/.test(fault));
  expect([...unmeant, ...anybody.faults]).toEqual([]);
  await Promise.all([context, anybody.context].map((one) => one.close()));
  await Promise.all([...desks, raul].map((desk) => desk.leave()));
});
