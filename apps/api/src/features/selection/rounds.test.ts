import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { and, eq } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '@puente/content/server';
import {
  auditLog,
  cohortCourses,
  institutions,
  newId,
  people,
  responses,
  roundActas,
} from '@puente/database';
import type {
  Dossier,
  Fairness,
  LeftOutResult,
  OwnRound,
  PolicyInput,
  PublicRound,
  RankedResult,
  Results,
  RoundPage,
} from '@puente/schemas';
import { createCatalogue, type Catalogue } from '../../catalogue.ts';
import { pagesOf } from '../../files/pdf.testing.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { foldAll } from '../insights/fold-loop.ts';
import { addSitting } from '../insights/recorded.testing.ts';
import { addStudents } from '../insights/section.testing.ts';
import type { Acta } from './results/seal-acta.ts';
import type { Merits } from './review/get-merits.ts';
import { addApplications, keepRecord, policyOver, sitForm } from './round.testing.ts';
import { rankRounds } from './snapshot/rank-rounds.ts';

const at = (text: string) => new Date(text);
const sat = { opensAt: at('2026-03-25T13:00:00Z'), closesAt: at('2026-03-25T14:00:00Z') };
const madeUp = { opensAt: at('2026-03-25T15:00:00Z'), closesAt: at('2026-03-25T16:00:00Z') };
const candidates = 60;

let t: TestApp;
let catalogue: Catalogue;
let roundId: string;
let learnerKeys: string[];
let ids: Record<'physiology' | 'genetics' | 'makeUp', string>;
let policy: PolicyInput;

const post = (who: string, rest: string, payload?: object) =>
  t.as(who)({ method: 'POST', url: `/api/rounds/${roundId}${rest}`, ...(payload && { payload }) });
const put = (who: string, url: string, payload: object) => t.as(who)({ method: 'PUT', url, payload });
const get = (who: string, url: string) => t.as(who)({ url });
const own = (rest = '') => `/api/own-rounds/${roundId}${rest}`;
const page = async (who = 'staff') => (await get(who, `/api/rounds/${roundId}`)).json<RoundPage>();
const act = (who: string, name: string, why = 'Así lo acordó el comité de selección, en su sesión de hoy.') =>
  post(who, '/acts', { act: name, why });
const merits = async () => (await get('staff', `/api/rounds/${roundId}/merits`)).json<Merits>();

/** A second sealed form in physiology, for who misses the first. */
const withMakeUp = (content: Content): Content => ({
  ...content,
  courses: content.courses.map((course) => ({
    ...course,
    assessment: {
      ...course.assessment,
      forms: course.assessment.forms.flatMap((form) =>
        form.id === 'P1-S' ? [form, { ...form, id: 'P1-M', items: form.items.toReversed() }] : [form],
      ),
    },
  })),
});

beforeAll(async () => {
  t = await createTestApp(withMakeUp);
  catalogue = createCatalogue(t.content);
  t.clock.now = at('2026-03-01T12:00:00Z');
  await t.database.db.asGlobal((db) => db.update(institutions).set({ demonstration: true }));
  await t.within(t.home, async (db) => {
    const { cohortId } = t.home;
    await db.insert(cohortCourses).values({ institutionId: t.home.id, cohortId, courseId: 'genetics' });
    const sealed = (courseId: string, form: string, when = sat) =>
      addSitting(db, { cohortId, courseId, wave: 'selection', forms: [form], lateHours: 0, ...when });
    ids = {
      physiology: await sealed('physiology', 'P1-S'),
      genetics: await sealed('genetics', 'G1-S'),
      makeUp: await sealed('physiology', 'P1-M', madeUp),
    };
    learnerKeys = [t.people.student!.learnerKey!, ...(await addStudents(db, cohortId, candidates - 1))];
  });
  policy = policyOver([
    { sittingId: ids.physiology, makeUp: false },
    { sittingId: ids.genetics, makeUp: false },
    { sittingId: ids.makeUp, makeUp: true },
  ]);
}, 120_000);
afterAll(() => t.close());

test('staff prepare a sitting of one sealed form, and a make-up of another', async () => {
  const prepare = (over: object) =>
    t.as('staff')({
      method: 'POST',
      url: `/api/cohorts/${t.home.cohortId}/sittings`,
      payload: {
        courseId: 'physiology',
        wave: 'selection',
        opensAt: '2026-03-25T13:00:00Z',
        closesAt: '2026-03-25T14:00:00Z',
        durationMinutes: 40,
        ...over,
      },
    });
  expect((await prepare({})).json()).toMatchObject({ forms: ['P-S'], lateHours: 0 });
  expect((await prepare({ form: 'P1-M' })).json()).toMatchObject({ forms: ['P1-M'] });
  for (const over of [{ form: 'G1-S' }, { form: 'P1-S', wave: 'closing' }])
    expect((await prepare(over)).json()).toMatchObject({ status: 400, errors: [{ field: 'form' }] });
});

describe('policy', () => {
  const announced = {
    name: 'Boston 2026',
    applicationsOpenAt: '2026-03-02T05:00:00Z',
    applicationsCloseAt: '2026-03-20T05:00:00Z',
    travelFrom: '2026-07-06',
    travelTo: '2026-07-18',
  };
  const write = (over: Partial<PolicyInput>) =>
    put('staff', `/api/rounds/${roundId}/policy`, { ...policy, ...over });
  const faults = async (over: Partial<PolicyInput>) => {
    const answer = await write(over);
    expect(answer.statusCode, answer.body).toBe(422);
    return answer.json<{ errors: { field: string; message: string }[] }>().errors;
  };

  test('a round is announced with dates that fit', async () => {
    const create = (over: object) =>
      t.as('staff')({ method: 'POST', url: '/api/rounds', payload: { ...announced, ...over } });
    for (const [over, field] of [
      [{ applicationsCloseAt: '2026-03-02T05:00:00Z' }, 'applicationsCloseAt'],
      [{ travelFrom: '2026-03-19' }, 'travelFrom'],
      [{ travelTo: '2026-07-01' }, 'travelTo'],
    ] as const) {
      const answer = await create(over);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].field).toBe(field);
    }
    const created = await create({});
    expect(created.statusCode, created.body).toBe(200);
    roundId = created.json<RoundPage>().round.id;
    expect(created.json<RoundPage>()).toMatchObject({
      round: { stage: 'policy', demonstration: true },
      may: ['write_policy', 'rehearse'],
      policy: null,
      acts: [{ act: 'round.created', by: 'Elena Vargas Soto', own: true }],
    });
  });

  test('before a policy there is nothing to rehearse, publish or freeze', async () => {
    expect((await act('staff', 'rehearse')).json()).toMatchObject({ code: 'no_policy' });
    for (const name of ['propose_policy', 'publish_policy', 'freeze', 'approve_outcome', 'close'])
      expect((await act('staff', name)).json()).toMatchObject({ status: 409, code: 'out_of_order' });
  });

  test.each(['confidence', 'practice', 'speed', 'hours', 'gain'] as const)(
    '%s is refused as a component, with its reason',
    async (measure) => {
      const [fault] = await faults({
        components: [policy.components[0]!, { measure, courseId: 'genetics', weight: 1 }],
      });
      expect(fault!.field).toBe('components.1.measure');
      expect(fault!.message).toContain('never count');
    },
  );

  test('every other fault names its field', async () => {
    const fields = async (over: Partial<PolicyInput>) => (await faults(over)).map(({ field }) => field);
    const [first, second, third] = policy.sittings;
    expect(await fields({ components: [policy.components[0]!] })).toEqual([
      'sittings.1.sittingId',
      'tieBreaks.1',
    ]);
    expect(await fields({ sittings: [first!, second!, { ...third!, makeUp: false }] })).toEqual([
      'sittings.2.sittingId',
      'sittings.2.sittingId',
    ]);
    expect(await fields({ sittings: [{ ...first!, makeUp: true }, second!] })).toEqual([
      'components.0.courseId',
    ]);
    expect(await fields({ sittings: [first!, second!, { ...first!, makeUp: true }] })).toEqual([
      'sittings.2.sittingId',
      'sittings.2.sittingId',
      'sittings.2.sittingId',
    ]);
  }, 60_000);

  test('seats of campuses add up, and other institutions’ things do not exist', async () => {
    expect((await faults({ campusSeats: [{ campusId: t.home.campusId, seats: 7 }] }))[0]!.message).toContain(
      'add up to 7',
    );
    expect((await faults({ campusSeats: [{ campusId: t.away.campusId, seats: 8 }] }))[0]!.field).toBe(
      'campusSeats.0.campusId',
    );
    expect(
      (await faults({ sittings: [...policy.sittings, { sittingId: newId(), makeUp: false }] }))[0]!.field,
    ).toBe('sittings.3.sittingId');
    expect((await faults({ zone: 'lottery' }))[0]!.field).toBe('dossierQuestions');
    // Before the sittings' last answer the evidence cannot be frozen: a draw would be known by then.
    for (const when of ['2026-03-19T00:00:00Z', '2026-03-25T16:00:30Z'])
      expect((await faults({ draw: { ...policy.draw, at: when } }))[0]!.field).toBe('draw.at');
  });

  test('is written, rehearsed, and void again when it changes', async () => {
    expect((await write({ seats: 7 })).statusCode).toBe(200);
    const rehearsed = await act('staff', 'rehearse');
    expect(rehearsed.statusCode, rehearsed.body).toBe(200);
    expect(rehearsed.json<RoundPage>()).toMatchObject({
      round: { stage: 'rehearsed' },
      rehearsal: { assumed: { candidates: 60, seats: 7, items: 40 }, verdict: 'refused' },
      may: ['write_policy', 'rehearse', 'propose_policy'],
    });
    const written = await write({});
    expect(written.json<RoundPage>()).toMatchObject({ round: { stage: 'policy' }, rehearsal: null });
    const { rehearsal } = (await act('staff', 'rehearse')).json<RoundPage>();
    expect(rehearsal!.reliability).toBeGreaterThan(0.5);
    expect(rehearsal!.weights.map(({ weight }) => weight)).toEqual([2, 1]);
    expect(rehearsal!.weights[0]!.effectiveWeight + rehearsal!.weights[1]!.effectiveWeight).toBeCloseTo(1, 9);
    expect(rehearsal!.weights[0]!.effectiveWeight).toBeGreaterThan(0.6);
    expect(rehearsal!.sensitivity).toHaveLength(4);
  }, 60_000);

  test('too unreliable for a real round; a demonstration needs a written reason', async () => {
    const real = (demonstration: boolean) =>
      t.within(t.home, (db) =>
        db.$client.query('update rounds set demonstration = $1 where id = $2', [demonstration, roundId]),
      );
    await real(false);
    expect((await act('staff', 'propose_policy')).json()).toMatchObject({ code: 'reliability_refused' });
    await real(true);
    expect((await act('staff', 'propose_policy', 'Porque sí.')).json()).toMatchObject({
      code: 'reason_needed',
    });
    // Once applications are closed nobody could answer the questions of its dossier.
    const { now } = t.clock;
    t.clock.now = at(announced.applicationsCloseAt);
    expect((await act('staff', 'propose_policy')).json()).toMatchObject({ code: 'applications_closed' });
    t.clock.now = now;
    expect((await get('student', own())).statusCode).toBe(404);
  });

  test('two different people publish it; then it is locked', async () => {
    const proposed = await act('staff', 'propose_policy');
    expect(proposed.json<RoundPage>()).toMatchObject({
      round: { stage: 'proposed' },
      may: ['return_policy'],
    });
    expect((await act('staff', 'publish_policy')).json()).toMatchObject({ code: 'needs_another_person' });
    expect((await act('otherStaff', 'return_policy')).json()).toMatchObject({ round: { stage: 'policy' } });
    await act('staff', 'rehearse');
    await act('staff', 'propose_policy');
    const published = await act('otherStaff', 'publish_policy');
    expect(published.statusCode, published.body).toBe(200);
    expect(published.json<RoundPage>()).toMatchObject({ round: { stage: 'data' }, may: ['freeze'] });
    expect((await write({})).json()).toMatchObject({ code: 'out_of_order' });
    const rows = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'round.publish_policy')),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actorMembershipId: t.people.otherStaff!.membershipId,
      subjectId: roundId,
      detail: { policy: { seats: 8, rule: 'selection/v1' } },
    });
    expect(rows[0]!.why).toContain('comité');
  }, 60_000);
});

describe('postulación', () => {
  const application = {
    canTravel: true,
    datesFit: true,
    under18: false,
    english: 'B2',
    consents: { selection: true, transfer: false },
    dossierAnswers: ['Volver a mi sede y enseñar.', 'Primero el electrocardiograma.'],
  };
  const items = (round: OwnRound) =>
    round.eligibility.map(({ item, courseId, met }) => `${item}${courseId ? ` ${courseId}` : ''} ${met}`);

  test('a student reads the rules and what is met, before applying', async () => {
    t.clock.now = at('2026-03-03T12:00:00Z');
    const round = (await get('student', own())).json<OwnRound>();
    expect(round).toMatchObject({
      applicationsOpen: true,
      policy: { seats: 8, zone: 'dossiers' },
      courses: [
        {
          id: 'physiology',
          items: 20,
          weight: 2,
          opensAt: sat.opensAt.toISOString(),
          closesAt: sat.closesAt.toISOString(),
        },
        { id: 'genetics', items: 20, weight: 1 },
      ],
      titles: [{ id: 'physiology' }, { id: 'genetics' }],
      ownInputs: null,
      application: { state: 'none', guardian: 'not_needed' },
      snapshotSha256: null,
      resultReadable: false,
    });
    const [first, second] = round.courses;
    expect(first!.effectiveWeight! + second!.effectiveWeight!).toBeCloseTo(1, 9);
    expect(items(round)).toEqual([
      'consent false',
      'can_travel false',
      'dates false',
      'sitting_taken physiology false',
      'sitting_taken genetics false',
      'english false',
    ]);
    expect((await get('awayStudent', own())).statusCode).toBe(404);
  });

  test('applies, changes and withdraws, each consent kept by purpose with its date', async () => {
    const applied = await put('student', own('/application'), application);
    expect(applied.statusCode, applied.body).toBe(200);
    expect(items(applied.json<OwnRound>())).toEqual([
      'consent true',
      'can_travel true',
      'dates true',
      'sitting_taken physiology false',
      'sitting_taken genetics false',
      'english true',
    ]);
    const long = await put('student', own('/application'), {
      ...application,
      dossierAnswers: ['a '.repeat(151), ''],
    });
    expect(long.json()).toMatchObject({ status: 400, errors: [{ field: 'dossierAnswers.0' }] });
    await put('student', own('/application'), {
      ...application,
      consents: { selection: true, transfer: true },
    });
    const withdrawn = await t.as('student')({ method: 'POST', url: own('/withdrawal') });
    expect(withdrawn.json<OwnRound>().application).toMatchObject({ state: 'withdrawn' });
    expect((await t.as('student')({ method: 'POST', url: own('/withdrawal') })).json()).toMatchObject({
      code: 'not_applied',
    });
    await put('student', own('/application'), application);
    const { rows } = await t.within(t.home, (db) =>
      db.$client.query('select purpose, given from consents order by at, id'),
    );
    expect(rows).toEqual([
      { purpose: 'selection', given: true },
      { purpose: 'transfer', given: true },
      { purpose: 'selection', given: false },
      { purpose: 'transfer', given: false },
      { purpose: 'selection', given: true },
    ]);
    expect((await page()).applications).toMatchObject({ applied: 1, withdrawn: 0 });
  });

  test('under 18 a guardian consents by a link of their own, once', async () => {
    const young = await put('classmate', own('/application'), { ...application, under18: true });
    expect(items(young.json<OwnRound>())).toContain('guardian false');
    expect(young.json<OwnRound>().application.guardian).toBe('not_asked');
    const ask = async () =>
      (await t.as('classmate')({ method: 'POST', url: own('/guardian') })).json<{ token: string }>().token;
    const first = await ask();
    const token = await ask();
    const open = (which: string) => t.app.inject({ url: `/api/guardian/${which}` });
    expect((await open(first)).statusCode).toBe(404);
    expect((await open(token)).json()).toMatchObject({ givenNames: 'José', roundName: 'Boston 2026' });
    expect((await open(`${t.away.id}.${token.split('.')[1]!}`)).statusCode).toBe(404);
    const decide = () =>
      t.app.inject({
        method: 'POST',
        url: `/api/guardian/${token}`,
        payload: {
          consents: { selection: true, transfer: false },
          fullName: 'Rosa Peña',
          relationship: 'mother',
          documentNumber: '01234567',
        },
      });
    expect((await decide()).json()).toEqual({ given: true });
    expect((await decide()).statusCode).toBe(404);
    const after = (await get('classmate', own())).json<OwnRound>();
    expect(after.application.guardian).toBe('given');
    expect(items(after)).toContain('guardian true');
    expect((await t.as('student')({ method: 'POST', url: own('/guardian') })).json()).toMatchObject({
      code: 'no_guardian_needed',
    });
    const everything = JSON.stringify(await t.within(t.home, (db) => db.select().from(auditLog)));
    for (const word of ['Rosa Peña', '01234567', 'José']) expect(everything).not.toContain(word);
  });

  test('facts for fairness are told apart, and taken back', async () => {
    const tell = (payload: object) => put('student', '/api/fairness-facts', payload);
    expect((await tell({ sex: 'female', firstLanguage: 'quechua' })).json()).toEqual({
      sex: 'female',
      firstLanguage: 'quechua',
    });
    await tell({ sex: null, firstLanguage: null });
    expect((await get('student', '/api/fairness-facts')).json()).toEqual({ sex: null, firstLanguage: null });
    await tell({ sex: 'female', firstLanguage: 'quechua' });
    const told = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'fairness_facts.told')),
    );
    expect(told.map(({ detail }) => detail)).toEqual([
      { sex: true, firstLanguage: true },
      { sex: false, firstLanguage: false },
      { sex: true, firstLanguage: true },
    ]);
  });

  test('the window closes by the clock', async () => {
    await t.within(t.home, (db) => addApplications(db, roundId, learnerKeys.slice(1), t.clock.now));
    t.clock.now = at('2026-03-20T06:00:00Z');
    expect((await put('outsider', own('/application'), application)).json()).toMatchObject({
      code: 'applications_closed',
    });
  });
});

describe('corte de datos', () => {
  /** By hand: candidates 0…59 have right 20 − i mod 20 and so on; the last two sat the make-up, and one missed genetics. */
  const rightOf = (index: number) => (index * 7) % 21;

  test('waits for applications, sittings and answers', async () => {
    t.clock.now = at('2026-03-19T12:00:00Z');
    expect((await act('staff', 'freeze')).json()).toMatchObject({ code: 'applications_open' });
    t.clock.now = at('2026-03-22T12:00:00Z');
    expect((await act('staff', 'freeze')).json()).toMatchObject({ code: 'sitting_open' });
    t.clock.now = sat.opensAt;
    await t.within(t.home, async (db) => {
      const { cohortId } = t.home;
      const sitting = (id: string, formId: string) => ({ id, formId, cohortId, ...sat });
      const learners = learnerKeys.map((learnerKey, index) => ({
        learnerKey,
        right: rightOf(index),
        from: index % 4,
      }));
      await sitForm(db, catalogue, sitting(ids.physiology, 'P1-S'), learners.slice(0, 58));
      await sitForm(db, catalogue, { ...sitting(ids.makeUp, 'P1-M'), ...madeUp }, learners.slice(58));
      await sitForm(
        db,
        catalogue,
        sitting(ids.genetics, 'G1-S'),
        learners
          .slice(0, 59)
          .map((learner, index) => ({ ...learner, right: (rightOf(index) + (index % 4)) % 21 })),
      );
    });
    t.clock.now = at('2026-03-26T12:00:00Z');
    const refused = async () => (await act('staff', 'freeze')).json<{ code: string; title: string }>();
    const release = () =>
      t.as('staff')({
        method: 'POST',
        url: `/api/sittings/${ids.physiology}/state`,
        payload: { to: 'released' },
      });
    expect((await release()).json()).toMatchObject({ status: 409, code: 'results_have_their_hour' });
    expect((await refused()).title).toContain('nobody proctored it');
    const proctor = t.people.staff!.membershipId;
    await t.within(t.home, async (db) => {
      await keepRecord(db, ids.physiology, proctor);
      await keepRecord(db, ids.genetics, proctor, false);
      await keepRecord(db, ids.makeUp, proctor);
    });
    expect(await refused()).toMatchObject({
      code: 'unproctored',
      title: expect.stringMatching(/whole\. G1-S, [^;]*: its record lacks seats, attestation\.$/),
      errors: [{ field: expect.stringMatching(/^G1-S, /), message: 'its record lacks seats, attestation' }],
    });
    expect((await page()).warnings).toContain('unproctored');
    await t.within(t.home, async (db) => {
      const { id: institutionId } = t.home;
      await db.$client.query(
        `with seated as (update sitting_candidates set seat = '1' where institution_id = $1 and sitting_id = $2)
         update proctor_records set attestation = 'Sin incidentes.', attested_by = $3, attested_at = ended_at
         where institution_id = $1 and sitting_id = $2`,
        [institutionId, ids.genetics, proctor],
      );
    });
    expect(await refused()).toMatchObject({ code: 'answers_not_counted' });
    await foldAll(t.database.db, catalogue);
    t.clock.now = at(policy.draw.at);
    expect(await refused()).toMatchObject({ code: 'draw_already_made' });
    t.clock.now = at('2026-03-26T12:00:00Z');
  }, 120_000);

  test('freezes once, tells its hash to everybody, and leaves the ranking to the job', async () => {
    const frozen = await act('staff', 'freeze');
    expect(frozen.statusCode, frozen.body).toBe(200);
    const shown = frozen.json<RoundPage>();
    expect(shown).toMatchObject({
      round: { stage: 'snapshot' },
      ranking: { state: 'waiting', done: 0 },
      may: [],
    });
    expect((await act('staff', 'freeze')).json()).toMatchObject({ code: 'out_of_order' });
    const file = await get('staff', `/api/rounds/${roundId}/snapshot.json`);
    const sha256 = createHash('sha256').update(file.rawPayload).digest('hex');
    expect(sha256).toBe(shown.snapshot!.sha256);
    const mine = (await get('student', own())).json<OwnRound>();
    expect(mine.snapshotSha256).toBe(sha256);
    expect(mine.ownInputs).toEqual({
      counted: true,
      missing: [],
      sat: [
        { courseId: 'physiology', formId: 'P1-S', answered: 20, items: 20 },
        { courseId: 'genetics', formId: 'G1-S', answered: 20, items: 20 },
      ],
    });
    expect((await get('classmate', own())).json<OwnRound>().ownInputs).toEqual({
      counted: false,
      missing: ['sitting_taken:physiology', 'sitting_taken:genetics'],
      sat: [],
    });
    expect((await get('outsider', own())).json<OwnRound>().ownInputs).toBeNull();
    const parsed = file.json<{
      candidates: { learnerKey: string; sat: { formId: string; credits: string }[] }[];
      leftOut: { learnerKey: string; missing: string[] }[];
    }>();
    const keys = parsed.candidates.map(({ learnerKey }) => learnerKey);
    expect(keys).toEqual(keys.toSorted());
    expect(keys).toHaveLength(59);
    expect(parsed.leftOut).toEqual(
      [
        { learnerKey: learnerKeys[59]!, missing: ['sitting_taken:genetics'] },
        {
          learnerKey: t.people.classmate!.learnerKey!,
          missing: ['sitting_taken:physiology', 'sitting_taken:genetics'],
        },
      ].sort((a, b) => (a.learnerKey < b.learnerKey ? -1 : 1)),
    );
    const first = parsed.candidates.find(({ learnerKey }) => learnerKey === learnerKeys[1])!;
    expect(first.sat[0]).toEqual({ formId: 'P1-S', credits: '0' + '1'.repeat(7) + '0'.repeat(12) });
    for (const word of ['Nombre', 'Ñahui', 'Rosa']) expect(file.body).not.toContain(word);
  }, 60_000);

  test('a guardian takes a permission back after the freeze, and the application with it', async () => {
    const asked = await t.as('classmate')({ method: 'POST', url: own('/guardian') });
    expect(asked.statusCode, asked.body).toBe(200);
    const decided = await t.app.inject({
      method: 'POST',
      url: `/api/guardian/${asked.json<{ token: string }>().token}`,
      payload: {
        consents: { selection: false, transfer: false },
        fullName: 'Rosa Peña',
        relationship: 'mother',
        documentNumber: '01234567',
      },
    });
    expect(decided.json()).toEqual({ given: false });
    expect((await get('classmate', own())).json<OwnRound>().application).toMatchObject({
      state: 'withdrawn',
      guardian: 'refused',
    });
  });

  test('the job ranks it, once, and the round goes on to its review', async () => {
    expect((await merits()) as unknown).toMatchObject({ status: 404 });
    await rankRounds(t.database.db, t.home.id, () => t.clock.now);
    await rankRounds(t.database.db, t.home.id, () => t.clock.now);
    const shown = await page();
    expect(shown).toMatchObject({
      round: { stage: 'review' },
      ranking: { state: 'done', done: 10_000, draws: 10_000 },
      evidence: { candidates: 59, leftOut: 2, makeUps: 1, items: 40 },
      warnings: expect.arrayContaining([
        'demonstration',
        'demonstration_bank',
        'few_items',
        'make_ups',
        'synthetic',
      ]),
    });
    expect(shown.warnings).not.toContain('unproctored');
    const file = await get('staff', `/api/rounds/${roundId}/merits.json`);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(shown.ranking!.sha256);
    const { rows } = await merits();
    const probabilities = rows.map(({ probability }) => probability!);
    expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(8, 6);
    const ranks = rows.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(rows.filter(({ makeUp }) => makeUp)).toHaveLength(1);
    expect(rows.every(({ outcome, fullName }) => outcome === null && fullName === null)).toBe(true);
    const ranked = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'round.ranked')),
    );
    expect(ranked).toHaveLength(1);
    expect(ranked[0]).toMatchObject({
      actorMembershipId: null,
      detail: { snapshot: shown.snapshot!.sha256, merits: shown.ranking!.sha256 },
    });
  }, 60_000);
});

const withdrawn = (code: string, gone: boolean) =>
  t.within(t.home, (db) =>
    db.$client.query(
      `update round_applications a set withdrawn_at = case when $3 then $4::timestamptz end
       from ranked_candidates c
       where c.learner_key = a.learner_key and c.code = $2 and a.round_id = $1`,
      [roundId, code, gone, t.clock.now],
    ),
  );

describe('revisión', () => {
  const scores = { motivation: 3, reasoning: 3, decisions: 2, return: 4 };
  const dossiers = async (who: string) =>
    (await get(who, `/api/rounds/${roundId}/dossiers`)).json<{ dossiers: { code: string; own: string }[] }>()
      .dossiers;
  const read = (who: string, code: string, over: object = {}) =>
    post(who, `/dossiers/${code}/readings`, { scores: { ...scores, ...over }, note: null });

  test('a dossier is blinded, and others’ readings wait for one’s own', async () => {
    const [one] = await dossiers('staff');
    const { code } = one!;
    await read('otherStaff', code);
    const before = await get('staff', `/api/rounds/${roundId}/dossiers/${code}`);
    expect(before.json<Dossier>()).toMatchObject({
      own: 'none',
      readings: [],
      needed: 2,
      english: 'B2',
      cases: { decided: 0, asExpert: 0 },
    });
    expect(before.json<Dossier>().answers).toHaveLength(2);
    for (const word of ['score"', 'rank', 'campus', 'Nombre', 'learnerKey'])
      expect(before.body).not.toContain(word);
    const after = (await read('staff', code)).json<Dossier>();
    expect(after.readings).toHaveLength(2);
    expect((await read('staff', code)).json()).toMatchObject({ code: 'already_read' });
    expect((await read('staff', 'C-9999')).statusCode).toBe(404);
    expect((await get('admin', `/api/rounds/${roundId}/dossiers/${code}`)).statusCode).toBe(403);
  });

  test('who declares a conflict of interest does not read', async () => {
    const code = (await dossiers('staff'))[1]!.code;
    const declared = await post('staff', `/dossiers/${code}/conflict`, { why: 'Es mi sobrina.' });
    expect(declared.json<Dossier>().own).toBe('conflict');
    expect((await read('staff', code)).json()).toMatchObject({ code: 'already_read' });
    const rows = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'round.declare_conflict')),
    );
    expect(rows[0]).toMatchObject({ why: 'Es mi sobrina.', detail: { code } });
    // Nor do they propose or decide anything by hand for the same candidate.
    const seat = { code, to: 'seat', why: 'Lo merece.' };
    expect((await post('staff', '/overrides', seat)).json()).toMatchObject({ code: 'conflict_declared' });
    const proposed = await post('otherStaff', '/overrides', seat);
    const { id } = proposed.json<{ overrides: { id: string }[] }>().overrides[0]!;
    const decision = `/overrides/${id}/decision`;
    expect((await post('staff', decision, { approve: true, why: 'Sí.' })).json()).toMatchObject({
      code: 'conflict_declared',
    });
    // Somebody else of the programme decides it; the third readings, and those of the conflict, are theirs too.
    t.people.thirdStaff = { ...t.people.staff!, name: 'thirdStaff', membershipId: await addStaff() };
    const refused = await post('thirdStaff', decision, { approve: false, why: 'No hay motivo.' });
    expect(refused.json()).toMatchObject({ overrides: [{ state: 'refused' }] });
  });

  test('the outcome waits for dossiers and the draw, and the draw for its hour', async () => {
    expect((await act('staff', 'propose_outcome')).json()).toMatchObject({ code: 'review_unfinished' });
    const draw = { numbers: '04 11 19 23 38 41', why: 'Leído en el canal de la lotería.' };
    expect((await post('staff', '/draw', draw)).json()).toMatchObject({ code: 'draw_before_its_hour' });
    t.clock.now = at('2026-04-10T21:00:00Z');
    expect((await post('staff', '/draw', draw)).json<RoundPage>().draw).toMatchObject({
      numbers: draw.numbers,
    });
    expect((await post('staff', '/draw', draw)).json()).toMatchObject({ code: 'draw_entered' });
    expect((await page()).review!.missing).toEqual(['dossiers']);
  });

  test('two readers each; a third where they are two levels apart', async () => {
    const all = await dossiers('staff');
    const conflicted = all[1]!.code;
    for (const [index, { code }] of all.entries()) {
      if (index === 0) continue;
      await read('otherStaff', code, { reasoning: 2 });
      // Every third dossier two levels apart, but not the one that a reader less may read.
      const motivation = index % 3 === 0 ? 1 : 3 - (index % 2);
      await read(code === conflicted ? 'thirdStaff' : 'staff', code, { motivation });
    }
    expect((await read('thirdStaff', all[0]!.code)).json()).toMatchObject({ code: 'read_enough' });
    const apart = (await merits()).rows.filter(({ dossier }) => dossier?.discrepant);
    expect(apart).toHaveLength(Math.ceil(all.length / 3) - 1);
    for (const { code, dossier } of apart) {
      expect(dossier).toMatchObject({ readings: 2, needed: 3, score: null });
      const third = await read('thirdStaff', code);
      expect(third.statusCode, third.body).toBe(200);
    }
    const { review } = await page();
    expect(review!.agreement!.pairs).toBe(all.length);
    expect(review!.agreement!.exact).toBeLessThan(1);
  });

  test('an override needs a reason and a second person; the outcome follows it', async () => {
    const { rows } = await merits();
    const last = rows.at(-1)!;
    expect((await post('staff', '/overrides', { code: last.code, to: 'seat', why: ' ' })).statusCode).toBe(
      400,
    );
    expect((await post('staff', '/overrides', { code: 'C-9999', to: 'seat', why: 'x' })).statusCode).toBe(
      422,
    );
    const proposed = await post('staff', '/overrides', {
      code: last.code,
      to: 'seat',
      why: 'Una forma se leyó mal en su sede.',
    });
    const { id } = proposed.json<{ overrides: { id: string }[] }>().overrides.at(-1)!;
    expect((await page()).review!.missing).toContain('overrides');
    const decide = (who: string) =>
      post(who, `/overrides/${id}/decision`, { approve: true, why: 'Visto el registro.' });
    expect((await decide('staff')).json()).toMatchObject({ code: 'needs_another_person' });
    expect((await decide('otherStaff')).json()).toMatchObject({
      overrides: [{ state: 'refused' }, { code: last.code, to: 'seat', state: 'approved' }],
    });
    expect((await decide('otherStaff')).json()).toMatchObject({ code: 'already_decided' });
    const decided = await merits();
    expect((await page()).review!.missing).toEqual([]);
    expect(decided.rows.filter(({ outcome }) => outcome === 'seat')).toHaveLength(8);
    expect(decided.rows.at(-1)).toMatchObject({ outcome: 'seat', decidedBy: 'override' });
    expect(
      decided.rows
        .filter(({ outcome }) => outcome === 'reserve')
        .map(({ place }) => place)
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  test('a reason that goes into the public acta names no applicant', async () => {
    const [{ studentCode }] = (await t.within(t.home, (db) =>
      db.select({ studentCode: people.studentCode }).from(people).where(eq(people.firstSurname, 'Ñahui')),
    )) as [{ studentCode: string }];
    for (const why of [
      'Así lo pidió la familia Ñahui.',
      'POR PEDIDO DE LA FAMILIA ÑAHUI.',
      `Por el caso de ${studentCode}, según el registro.`,
    ])
      expect((await act('staff', 'propose_outcome', why)).json()).toMatchObject({
        status: 422,
        code: 'names_somebody',
        errors: [{ field: 'why' }],
      });
  });

  test('who withdraws between the two signatures makes it another outcome, which neither signed', async () => {
    await act('staff', 'propose_outcome');
    const seated = (await merits()).rows.find(
      ({ outcome, decidedBy }) => outcome === 'seat' && decidedBy !== 'override',
    )!;
    await withdrawn(seated.code, true);
    expect((await act('otherStaff', 'approve_outcome')).json()).toMatchObject({ code: 'outcome_changed' });
    const returned = await act('otherStaff', 'return_outcome');
    expect(returned.json<RoundPage>()).toMatchObject({ round: { stage: 'review' } });
    await withdrawn(seated.code, false);
  });

  test('names wait for two people’s approval', async () => {
    const names = () => get('staff', `/api/rounds/${roundId}/merits?names=true`);
    expect((await names()).json()).toMatchObject({ code: 'names_before_approval' });
    await act('staff', 'propose_outcome');
    expect((await act('staff', 'approve_outcome')).json()).toMatchObject({ code: 'needs_another_person' });
    const approved = await act('otherStaff', 'approve_outcome');
    expect(approved.statusCode, approved.body).toBe(200);
    expect(approved.json<RoundPage>()).toMatchObject({
      round: { stage: 'approved' },
      may: ['publish_results'],
    });
    const { rows, outcomeFinal } = (await names()).json<Merits>();
    expect(outcomeFinal).toBe(true);
    expect(rows.some(({ fullName }) => fullName === 'Rosa María Ñahui Quispe')).toBe(true);
    expect((await act('staff', 'return_outcome')).json()).toMatchObject({ code: 'out_of_order' });
    const reads = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'round.names_read')),
    );
    expect(reads).toHaveLength(1);
  });

  const addStaff = async (): Promise<string> =>
    t.within(t.home, async (db) => {
      const [person] = await db
        .insert(people)
        .values({ institutionId: t.home.id, givenNames: 'Tercera', firstSurname: 'Lectora' })
        .returning({ id: people.id });
      const { rows } = await db.$client.query<{ id: string }>(
        "insert into memberships (institution_id, person_id, role) values ($1, $2, 'staff') returning id",
        [t.home.id, person!.id],
      );
      return rows[0]!.id;
    });
});

describe('resultados', () => {
  const resultsAt = '2026-04-15T15:00:00.000Z';

  test('reach everybody at one hour, and nobody before', async () => {
    const past = await post('staff', '/results', { at: '2026-04-01T00:00:00Z', why: 'x' });
    expect(past.json()).toMatchObject({ status: 422, errors: [{ field: 'at' }] });
    const set = await post('staff', '/results', { at: resultsAt, why: 'Acuerdo del comité.' });
    expect(set.json<RoundPage>().round).toMatchObject({ resultsAt, claimsUntil: '2026-04-20T15:00:00.000Z' });
    for (const url of [own('/result'), own('/letter.pdf')])
      expect((await get('student', url)).statusCode).toBe(404);
    const list = async () =>
      (await t.app.inject({ url: `/api/public/home/rounds/${roundId}` })).json<PublicRound>();
    const mirror = async () =>
      (await get('student', '/api/results?language=es'))
        .json<Results>()
        .sittings.map(({ state, right }) => [state, right]);
    // Even if a sitting was released, before any round named it: one hour for everybody.
    await t.within(t.home, (db) =>
      db.$client.query('update sittings set closed_at = closes_at, released_at = closes_at where id = $1', [
        ids.physiology,
      ]),
    );
    // Withdrawn once it was approved: what was signed stands, and the place stays empty everywhere.
    const gone = (await merits()).rows.find(
      ({ outcome, decidedBy }) => outcome === 'seat' && decidedBy !== 'override',
    )!;
    await withdrawn(gone.code, true);
    expect((await list()).list).toEqual([]);
    expect(await mirror()).toEqual([
      ['waiting', null],
      ['waiting', null],
    ]);
    t.clock.now = at(resultsAt);
    expect(await mirror()).toEqual([
      ['visible', 0],
      ['visible', 0],
    ]);
    expect((await get('student', own('/result'))).statusCode).toBe(200);
    const codes = (await list()).list.map(({ code }) => code);
    expect(codes).toHaveLength(10);
    expect(codes).not.toContain(gone.code);
    expect((await merits()).rows.find(({ code }) => code === gone.code)).toMatchObject({
      outcome: 'none',
      decidedBy: 'withdrawal',
    });
    expect((await get('outsider', own('/result'))).statusCode).toBe(404);
  });

  test('who was left out reads at the same hour why, has a letter, and may claim', async () => {
    const answer = await get('classmate', own('/result'));
    expect(answer.statusCode, answer.body).toBe(200);
    const result = answer.json<LeftOutResult>();
    expect(result).toMatchObject({
      counted: false,
      missing: ['sitting_taken:physiology', 'sitting_taken:genetics'],
      english: 'B1',
      mayClaim: true,
    });
    const [letter] = pagesOf((await get('classmate', own('/letter.pdf'))).rawPayload);
    for (const words of ['no entró en el orden', 'rendir la forma sellada (Genética)', result.code, 'José'])
      expect(letter).toContain(words);
    const claimed = await t.as('classmate')({
      method: 'POST',
      url: own('/claims'),
      payload: { text: 'Sí rendí la forma: estuve en el aula 1.' },
    });
    expect(claimed.json<LeftOutResult>()).toMatchObject({ claims: [{ code: result.code }], mayClaim: false });
    const [claim] = (await get('staff', `/api/rounds/${roundId}/claims`)).json<{
      claims: { id: string; code: string }[];
    }>().claims;
    expect(claim!.code).toBe(result.code);
    await post('staff', `/claims/${claim!.id}/answer`, {
      upheld: false,
      answer: 'El registro no lo muestra.',
    });
    expect((await get('classmate', own('/result'))).json<LeftOutResult>().claims[0]!.answer).toContain(
      'registro',
    );
  });

  test('a candidate reads theirs explained, without P(top K)', async () => {
    const answer = await get('student', own('/result'));
    const result = answer.json<RankedResult>();
    const { rows, evidence } = await merits();
    const mine = rows.find(({ code }) => code === result.code)!;
    expect(result).toMatchObject({
      score: mine.score,
      outcome: mine.outcome,
      candidates: 59,
      seats: 8,
      measured: {
        items: 40,
        courses: [
          { id: 'physiology', right: 0 },
          { id: 'genetics', right: 0 },
        ],
      },
      zoneDecision: 'dossiers',
    });
    expect(answer.body).not.toMatch(/probability|"rank"/);
    expect(result.explained.estimate).toBeCloseTo(50 + evidence.reliability * (result.score - 50), 9);
    // So many more right answers, in physiology first where each counts double, would have reached the cut.
    const [physiology, genetics] = evidence.components;
    const gain = (weight: number, sd: number) => (10 * weight * 5) / sd / evidence.compositeSd;
    const inPhysiology = Math.min(20, result.missing);
    const reached =
      result.score +
      inPhysiology * gain(2, physiology!.sd) +
      (result.missing - inPhysiology) * gain(1, genetics!.sd);
    expect(reached).toBeGreaterThanOrEqual(result.cutScore - 1e-6);
    expect(result.missing).toBeGreaterThan(0);
  });

  test('the letter is a PDF of the same', async () => {
    const letter = await get('student', own('/letter.pdf?language=es'));
    expect(letter.headers['content-type']).toBe('application/pdf');
    expect(letter.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await get('student', own('/letter.pdf'))).rawPayload.equals(letter.rawPayload)).toBe(true);
    const result = (await get('student', own('/result'))).json<RankedResult>();
    const text = pagesOf(letter.rawPayload).join(' ');
    for (const words of [`Faltaron ${result.missing} respuestas correctas`, result.code, 'Ñahui'])
      expect(text).toContain(words);
    for (const printed of pagesOf(letter.rawPayload)) expect(printed).toContain(result.sha256);
  });

  test('claims: one at a time, until the deadline, each answered with its reason', async () => {
    const claim = (text: string) =>
      t.as('student')({ method: 'POST', url: own('/claims'), payload: { text } });
    expect((await get('student', own('/result'))).json<RankedResult>().mayClaim).toBe(true);
    const made = (await claim('Mi sesión se cortó.')).json<RankedResult>();
    expect(made).toMatchObject({ claims: [{ answer: null }], mayClaim: false });
    expect((await claim('Otra vez.')).json()).toMatchObject({ code: 'claim_open' });
    t.clock.now = at('2026-04-21T15:00:00Z');
    expect((await act('staff', 'close')).json()).toMatchObject({ code: 'claims_unanswered' });
    const first = (await get('staff', `/api/rounds/${roundId}/claims`))
      .json<{ claims: { id: string; code: string }[] }>()
      .claims.find(({ code }) => code.startsWith('C-'));
    const answer = () =>
      post('staff', `/claims/${first!.id}/answer`, {
        upheld: false,
        answer: 'El registro no muestra un corte.',
      });
    expect((await answer()).json()).toMatchObject({ claims: [{ upheld: false }, { upheld: false }] });
    expect((await answer()).json()).toMatchObject({ code: 'already_answered' });
    expect((await claim('Tarde.')).json()).toMatchObject({ code: 'claims_closed' });
    expect((await get('student', own('/result'))).json<RankedResult>()).toMatchObject({
      mayClaim: false,
      claims: [{ answer: 'El registro no muestra un corte.' }],
    });
  });

  test('fairness: totals of ten or more, and the rest is told nowhere', async () => {
    await t.within(t.home, (db) =>
      db.$client.query(
        `insert into fairness_facts (institution_id, learner_key, sex, first_language, changed_at)
         select $1, key, case when n % 2 = 0 then 'female' else 'male' end,
           case when n < 5 then 'aymara' when n < 15 then 'amazonian' when n < 35 then 'quechua' else 'spanish' end, now()
         from unnest($2::uuid[]) with ordinality as k(key, n) on conflict do nothing`,
        [t.home.id, learnerKeys],
      ),
    );
    const answer = await get('staff', `/api/rounds/${roundId}/fairness`);
    expect(answer.statusCode, answer.body).toBe(200);
    const fairness = answer.json<Fairness>();
    expect(fairness.basis).toBe('seated');
    const [sex, campus, language] = fairness.facts;
    expect(sex!.groups.map(({ group, candidates: n }) => `${group} ${n}`).sort()).toEqual([
      'female 30',
      'male 29',
    ]);
    // Eight seats, and one of the seated withdrew.
    expect(sex!.groups.reduce((sum, { selected }) => sum + selected, 0)).toBe(7);
    // Every item with its interval, the flagged first; nobody is told that so few people show nothing.
    expect(sex!.items.some(({ flagged }) => !flagged)).toBe(true);
    expect(sex!.items.every(({ enough, interval }) => !enough && interval[0] < interval[1])).toBe(true);
    expect(sex!.items.map(({ flagged }) => flagged)).toEqual(
      sex!.items.map(({ flagged }) => flagged).toSorted((a, b) => Number(b) - Number(a)),
    );
    expect(campus).toMatchObject({ groups: [] });
    expect(language!.groups.map(({ group }) => group).sort()).toEqual(['quechua', 'spanish']);
    // Three speak Aymara: the ten of an Amazonian language are hidden with them, or subtraction would tell the three.
    expect(language!.notShown).toBe(13);
    expect(answer.body).not.toMatch(/aymara|amazonian/);
    expect(fairness.effort.candidates).toBe(59);
  }, 60_000);

  test('exports read back cell by cell, numbers as numbers', async () => {
    const { rows } = await merits();
    const csv = parse((await get('staff', `/api/rounds/${roundId}/merits.csv`)).rawPayload, {
      bom: true,
      delimiter: ';',
      columns: true,
    }) as Record<string, string>[];
    expect(csv.map((row) => [row['Código'], Number(row['Puntaje T'])])).toEqual(
      rows.map(({ code, score }) => [code, Number(score.toFixed(6))]),
    );
    const sheet = await readSheet(
      (await get('staff', `/api/rounds/${roundId}/merits.xlsx?names=true&language=en`)).rawPayload,
    );
    const column = sheet[0]!.indexOf('Name');
    expect(sheet.slice(1).some((row) => row[column] === 'Rosa María Ñahui Quispe')).toBe(true);
    const pdf = await get('staff', `/api/rounds/${roundId}/merits.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the acta seals the round: readable by anybody, and by nobody before', async () => {
    const acta = (who = 'staff') => get(who, `/api/rounds/${roundId}/acta.pdf`);
    expect((await acta()).statusCode).toBe(404);
    const closed = await act('otherStaff', 'close');
    expect(closed.json<RoundPage>()).toMatchObject({ round: { stage: 'closed' }, may: [] });
    expect(closed.json<RoundPage>().steps.every(({ state }) => state === 'done')).toBe(true);
    const pdf = await acta();
    expect(pdf.statusCode, pdf.body.slice(0, 300)).toBe(200);
    const open = await t.app.inject({ url: `/api/public/home/rounds/${roundId}/acta.pdf` });
    expect(open.rawPayload.equals(pdf.rawPayload)).toBe(true);

    const pages = pagesOf(pdf.rawPayload);
    const { snapshot } = await page();
    for (const printed of pages) expect(printed).toContain(snapshot!.sha256);
    const text = pages.join(' ');
    // Both people of each pair are letters, and not the same one.
    const [sealed] = await t.within(t.home, (db) => db.select().from(roundActas));
    const { approvals, overrides, givenUp } = JSON.parse(sealed!.file) as Acta;
    const personOf = (what: string) =>
      approvals.findLast(({ act: name }) => name === `round.${what}`)!.person;
    expect(personOf('propose_policy')).not.toBe(personOf('publish_policy'));
    expect(personOf('propose_outcome')).not.toBe(personOf('approve_outcome'));
    const [staff, otherStaff] = [personOf('propose_outcome'), personOf('approve_outcome')];
    expect(overrides).toMatchObject([
      { proposedBy: otherStaff, decidedBy: 'C' },
      { proposedBy: staff, decidedBy: otherStaff },
    ]);
    expect(givenUp).toBe(1);
    for (const words of ['Cambios hechos a mano', 'Una forma se leyó mal en su sede.'])
      expect(text).toContain(words);
    expect(text.replaceAll(' ', '')).toContain(sealed!.sha256);
    for (const name of ['Ñahui', 'Huamán', 'Nombre', 'Elena', 'Vargas']) {
      expect(text).not.toContain(name);
      expect(sealed!.file).not.toContain(name);
    }
    const [closing] = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'round.close')),
    );
    expect(closing!.detail).toMatchObject({ acta: sealed!.sha256 });

    // What a person tells of themselves afterwards, and where they study, changes it no more.
    await put('student', '/api/fairness-facts', { sex: 'male', firstLanguage: 'spanish' });
    await t.within(t.home, (db) => db.$client.query('update people set campus_id = null'));
    expect((await acta()).rawPayload.equals(pdf.rawPayload)).toBe(true);
    await expect(
      t.within(t.home, (db) => db.$client.query("update round_actas set file = '{}'")),
    ).rejects.toThrow('permission denied');
    expect((await t.app.inject({ url: `/api/public/away/rounds/${roundId}/acta.pdf` })).statusCode).toBe(404);
  }, 60_000);

  test('who was a candidate is erased once the round is closed, and what it decided stays byte by byte', async () => {
    const { personId } = t.people.student!;
    const erase = () =>
      t.as('admin')({
        method: 'POST',
        url: `/api/people/${personId}/erasure`,
        payload: { why: 'Solicitud 12-2026' },
      });
    const files = () =>
      Promise.all(
        ['acta.pdf', 'merits.csv', 'snapshot.json', 'fairness'].map(
          async (file) => (await get('staff', `/api/rounds/${roundId}/${file}`)).body,
        ),
      );
    const stage = (to: string) =>
      t.within(t.home, (db) => db.$client.query('update rounds set stage = $2 where id = $1', [roundId, to]));
    await stage('results');
    expect((await erase()).json()).toMatchObject({ status: 409, code: 'round_under_way' });
    await stage('closed');
    const before = await files();
    expect((await erase()).statusCode).toBe(200);
    expect(await files()).toEqual(before);
    const named = await get('staff', `/api/rounds/${roundId}/merits?names=true`);
    expect(named.statusCode).toBe(200);
    expect(named.body).not.toContain('Ñahui');
    const claims = await get('staff', `/api/rounds/${roundId}/claims`);
    expect(claims.body).not.toContain('Mi sesión se cortó');
  }, 60_000);

  test('every act stands in the audit log, in its order, and nobody is named there', async () => {
    const rows = await t.within(t.home, (db) =>
      db
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectKind, 'round'), eq(auditLog.subjectId, roundId))),
    );
    const acts = rows.map((row) => row.act);
    for (const name of [
      'created',
      'write_policy',
      'rehearse',
      'propose_policy',
      'publish_policy',
      'freeze',
      'ranked',
      'read_dossier',
      'declare_conflict',
      'enter_draw',
      'propose_override',
      'decide_override',
      'propose_outcome',
      'approve_outcome',
      'publish_results',
      'answer_claim',
      'close',
    ])
      expect(acts, name).toContain(`round.${name}`);
    for (const { act: name, why } of rows)
      if (['round.freeze', 'round.approve_outcome', 'round.close'].includes(name)) expect(why).toBeTruthy();
    const text = JSON.stringify(rows);
    for (const word of ['Ñahui', 'Huamán', 'Nombre']) expect(text).not.toContain(word);
    expect(await t.within(t.home, (db) => db.$count(responses))).toBeGreaterThan(1000);
  });
});
