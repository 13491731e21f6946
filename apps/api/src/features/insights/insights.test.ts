import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempts, enrolments } from '@puente/database';
import type { CohortInsights, ItemInsight, ProjectedQuestion } from '@puente/schemas';
import { createCatalogue, type Catalogue } from '../../catalogue.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { foldAll } from './fold-loop.ts';
import { addAnswers, addAttempts, addSitting, optionOf } from './recorded.testing.ts';
import {
  addSection,
  closingEnds,
  closingRight,
  misled,
  openingLevel,
  openingRight,
  type Section,
} from './section.testing.ts';

const students = 240;
const stayed = 200;
let t: TestApp;
let catalogue: Catalogue;
let section: Section;
let misledItem: string;
let misledConcept: string;
let insights: CohortInsights;
const page = (what: string) => `/api/cohorts/${t.home.cohortId}/${what}?course=physiology`;
const get = async (who: string, what: string) => t.as(who)({ url: page(what) });

beforeAll(async () => {
  t = await createTestApp();
  catalogue = createCatalogue(t.content);
  const module = catalogue.modules.get('membrane-potential')!;
  const item = module.practice[0]!;
  misledItem = item.id;
  misledConcept = item.concepts[0]!;
  section = await addSection(t, catalogue, { students, stayed, misledItem });
  await foldAll(t.database.db, catalogue);
  const response = await get('faculty', 'insights');
  expect(response.statusCode, response.body).toBe(200);
  insights = response.json();
}, 120_000);
afterAll(() => t.close());

describe('the cohort page', () => {
  test('names the section, and says that its people are synthetic', () => {
    expect(insights.cohort).toMatchObject({ name: 'Sección A', students: students + 2, synthetic: true });
    expect(insights.course.id).toBe('physiology');
    expect(insights.asOf).toBe(t.clock.now.toISOString());
  });

  test('opens with the wrong option that most people hold', () => {
    const item = catalogue.items.get(misledItem)!;
    if (item.kind !== 'single-best-answer') throw new Error('not a single best answer');
    const option = item.options.find((candidate) => candidate.id === optionOf(catalogue, misledItem, false))!;
    expect(insights.headline).toEqual({
      conceptId: misledConcept,
      conceptTitle: catalogue.concepts.get(misledConcept)!.title,
      itemId: misledItem,
      question: item.question,
      option: option.text,
      sureAndWrong: misled,
      of: students,
    });
  });

  test('orders the concepts by how many people are confidently wrong, with an interval and remedies', () => {
    const [first, ...rest] = insights.concepts;
    expect(first).toMatchObject({
      conceptId: misledConcept,
      learners: students,
      sureAndWrongLearners: misled,
    });
    expect(first!.sureAndWrongShare).toBeCloseTo(41 / 240, 12);
    // Wilson, 41 of 240
    expect(first!.interval![0]).toBeCloseTo(0.1285, 3);
    expect(first!.interval![1]).toBeCloseTo(0.2235, 3);
    expect(first!.remedies.practiceItems).toBeGreaterThanOrEqual(3);
    expect(rest.every((concept) => concept.sureAndWrongLearners <= misled)).toBe(true);
    // After the opening form each concept of the module was answered right in practice: no espejismo waits.
    expect(
      rest
        .filter((concept) => concept.moduleId === 'membrane-potential')
        .map((concept) => concept.sureAndWrongLearners),
    ).toEqual(rest.filter((concept) => concept.moduleId === 'membrane-potential').map(() => 0));
  });

  test('prints the flow from enrolled to matched pairs', () => {
    expect(insights.gain.flow).toMatchObject({
      enrolled: students + 2,
      opening: students,
      closing: stayed,
      pairs: stayed,
      left: students - stayed,
      matchedShare: stayed / students,
      enoughMatched: true,
      unfinished: { opening: 0, closing: 0 },
    });
    // Opening scores cycle through 40, 45 … 60 %: 200 and 40 people have the same mean.
    expect(insights.gain.flow.openingDifference!.difference).toBeCloseTo(0, 10);
  });

  test('gives the gain in knowledge and in confidence of the matched pairs', () => {
    const { knowledge, confidence } = insights.gain;
    if (knowledge.tooLittle || confidence.tooLittle) throw new Error('there are 200 pairs');
    const of = (order: number, value: (index: number) => number) => {
      const values = Array.from({ length: stayed }, (_, index) => index)
        .filter((index) => index % 2 === order)
        .map(value);
      return values.reduce((sum, one) => sum + one, 0) / values.length;
    };
    const balanced = (value: (index: number) => number) => (of(0, value) + of(1, value)) / 2;
    expect(knowledge.opening.value).toBeCloseTo(
      balanced((index) => 5 * openingRight(index)),
      9,
    );
    expect(knowledge.closing.value).toBeCloseTo(
      balanced((index) => 5 * closingRight(index)),
      9,
    );
    expect(knowledge.difference).toBeCloseTo(knowledge.closing.value - knowledge.opening.value, 9);
    expect(knowledge.interval[0]).toBeLessThan(knowledge.difference);
    expect(knowledge.orders.map((order) => order.pairs)).toEqual([100, 100]);
    const meaning = [0.25, 0.5, 0.7, 0.85, 0.97];
    const meanConfidence = (index: number) =>
      Array.from({ length: 20 }, (_, place) => meaning[openingLevel(index, place)]!).reduce(
        (a, b) => a + b,
        0,
      ) / 20;
    expect(confidence.opening.value).toBeCloseTo(100 * balanced(meanConfidence), 9);
    expect(confidence.closing.value).toBeCloseTo(70, 9);
    expect(confidence.bias.change).toBeCloseTo(confidence.difference - confidence.accuracy.change, 9);
    expect(insights.gain.retestEffect!.value).toBeCloseTo(
      knowledge.difference - (insights.gain.withoutAnchors as typeof knowledge).difference,
      12,
    );
  });

  test('shows how confidence matched correctness in the same people before and after', () => {
    const { calibration } = insights;
    expect(calibration.of).toBe('pairs');
    expect(calibration.opening.map((dot) => dot.responses)).toEqual([800, 800, 800, 800, 800]);
    expect(calibration.closing.map((dot) => dot.responses)).toEqual([0, 0, 4000, 0, 0]);
    const right = Array.from({ length: stayed }, (_, index) => closingRight(index)).reduce(
      (a, b) => a + b,
      0,
    );
    expect(calibration.closing[2]!.observed).toBeCloseTo(right / 4000, 12);
    expect(calibration.closing[4]!.observed).toBeNull();
  });

  test('counts nothing of a sitting that is still open, in any figure', async () => {
    const now = t.clock.now;
    try {
      t.clock.now = new Date(closingEnds.getTime() - 60_000);
      const during = (await get('faculty', 'insights')).json<CohortInsights>();
      expect(during.gain.flow).toMatchObject({ opening: students, closing: 0, pairs: 0 });
      expect(during.gain.knowledge).toEqual({ tooLittle: true, n: 0, reason: 'pairs' });
      expect(during.calibration).toMatchObject({ of: 'all' });
      expect(during.calibration.closing.every((dot) => dot.responses === 0)).toBe(true);
      expect(during.concepts.reduce((sum, concept) => sum + concept.responses, 0)).toBeLessThan(
        insights.concepts.reduce((sum, concept) => sum + concept.responses, 0),
      );
      const items = (await get('faculty', 'items')).json<{ items: { counts: { scope: string }[] }[] }>()
        .items;
      const scopes = new Set(items.flatMap((item) => item.counts.map((count) => count.scope)));
      expect([...scopes].sort()).toEqual(['opening', 'practice']);
    } finally {
      t.clock.now = now;
    }
  });

  test('names who went quiet, and nobody who was here in the last 14 days', async () => {
    expect(insights.quiet).toEqual([]);
    const now = t.clock.now;
    try {
      t.clock.now = new Date('2026-03-25T15:00:00Z');
      const { quiet } = (await get('faculty', 'insights')).json<CohortInsights>();
      // 200 practised on the 13th; the two of the cast enrolled later than that and did nothing.
      expect(quiet).toHaveLength(students - stayed);
      expect(quiet[0]).toMatchObject({ fullName: expect.stringMatching(/^Nombre\d+ Ñaupa$/) });
      expect(quiet[0]!.lastSeen).toMatch(/^2026-03-10T13:0/);
    } finally {
      t.clock.now = now;
    }
  });

  test('says up to when it is complete while answers wait to be folded', async () => {
    const [attempt] = await t.within(t.home, (db) =>
      addAttempts(db, [
        {
          learnerKey: section.learnerKeys[0]!,
          cohortId: section.cohortId,
          kind: 'practice',
          contentId: 'membrane-potential',
          items: [misledItem],
          startedAt: new Date('2026-03-14T09:59:00Z'),
        },
      ]),
    );
    const receivedAt = new Date('2026-03-14T10:00:00Z');
    await t.within(t.home, (db) =>
      addAnswers(db, catalogue, [
        { attempt: attempt!, itemId: misledItem, answer: optionOf(catalogue, misledItem, true), receivedAt },
      ]),
    );
    expect((await get('faculty', 'insights')).json<CohortInsights>().asOf).toBe(receivedAt.toISOString());
    await foldAll(t.database.db, catalogue);
    const after = (await get('faculty', 'insights')).json<CohortInsights>();
    expect(after.headline!.sureAndWrong).toBe(misled - 1);
    // The same item again, now right, is remembered and not yet understood: the espejismo still waits.
    expect(after.concepts[0]!.sureAndWrongLearners).toBe(misled);
  });

  test('leaves out who moved to another section of the term, and keeps who left altogether in the flow', async () => {
    const [moved, left] = section.learnerKeys as [string, string];
    await t.within(t.home, async (db) => {
      const leave = (learnerKey: string) =>
        db.update(enrolments).set({ leftAt: t.clock.now }).where(eq(enrolments.learnerKey, learnerKey));
      await leave(moved);
      await leave(left);
      await db
        .insert(enrolments)
        .values({ institutionId: t.home.id, cohortId: t.home.otherCohortId, learnerKey: moved });
    });
    const here = (await get('faculty', 'insights')).json<CohortInsights>();
    expect(here.cohort.students).toBe(students);
    expect(here.gain.flow).toMatchObject({
      enrolled: students + 1,
      opening: students - 1,
      closing: stayed - 1,
      pairs: stayed - 1,
    });
    expect(here.concepts[0]!.learners).toBe(students - 2);
    const there = await t.as('otherFaculty')({
      url: `/api/cohorts/${t.home.otherCohortId}/insights?course=physiology`,
    });
    expect(there.json<CohortInsights>().gain.flow).toMatchObject({
      enrolled: 2,
      opening: 1,
      closing: 1,
      pairs: 1,
    });
  });

  test('leaves out a form that was begun and not finished', async () => {
    const learnerKey = section.learnerKeys[2]!;
    await t.within(t.home, async (db) => {
      // As if two items were never met: the paused opening form was not ended, and not whole.
      const [attempt] = await db
        .select()
        .from(attempts)
        .where(eq(attempts.learnerKey, learnerKey))
        .orderBy(attempts.startedAt)
        .limit(1);
      await db
        .update(attempts)
        .set({ finishedAt: null, items: [...attempt!.items, misledItem] })
        .where(eq(attempts.id, attempt!.id));
    });
    const { flow } = (await get('staff', 'insights')).json<CohortInsights>().gain;
    expect(flow).toMatchObject({
      opening: students - 2,
      unfinished: { opening: 1, closing: 0 },
      closing: stayed - 1,
      pairs: stayed - 2,
    });
  });
});

describe('item by item', () => {
  test('practice items show text, key and what was chosen', async () => {
    const { items } = (await get('faculty', 'items')).json<{ items: ItemInsight[] }>();
    const item = items.find((candidate) => candidate.itemId === misledItem)!;
    const key = optionOf(catalogue, misledItem, true);
    expect(item.use).toBe('practice');
    expect(item.text!.options.find((option) => option.right)!.id).toBe(key);
    const [counts] = item.counts;
    expect(counts).toMatchObject({
      scope: 'practice',
      responses: students + 1,
      right: students - misled + 1,
      sureAndWrong: misled,
      tooLittleData: false,
      underEarlierKeys: 0,
    });
    expect(counts!.options.slice(0, 2)).toEqual([
      { id: key, responses: students - misled + 1, sure: 0 },
      { id: optionOf(catalogue, misledItem, false), responses: misled, sure: misled },
    ]);
    expect(counts!.rightShare).toBeCloseTo(200 / 241, 12);
  });

  test('of an assessment item nothing leaves but its code and counts, by any page of insights', async () => {
    const assessment = t.content.courses.flatMap((course) => course.assessment.items);
    expect(assessment.length).toBeGreaterThan(20);
    // Practice may ask in the same words, «¿Dónde está la falla?», and draw the same slug: that tells nothing of an item.
    const practised = new Set(
      [...t.app.catalogue.items.values()].flatMap((item) => [
        ...(item.use === 'practice' ? [item.stem.es, item.stem.en, item.question.es] : []),
        ...('options' in item && (item.use === 'practice' || item.use === 'case')
          ? item.options.map(({ id }) => `"${id}"`)
          : []),
      ]),
    );
    for (const what of ['items', 'insights', 'projection', 'insights.csv', 'items.csv']) {
      const { body } = await get('staff', what);
      for (const item of assessment) {
        if (item.kind !== 'single-best-answer') continue;
        const texts = [
          item.stem.es,
          item.stem.en,
          item.question.es,
          ...item.options.flatMap(({ id, reason }) => [`"${id}"`, reason.es, reason.en]),
        ];
        for (const text of texts.filter((candidate) => candidate.length > 0 && !practised.has(candidate))) {
          expect(body.includes(text), `${what} holds "${text}" of ${item.id}`).toBe(false);
        }
      }
    }
    const { items } = (await get('staff', 'items')).json<{ items: ItemInsight[] }>();
    const seen = items.filter((item) => item.use === 'assessment');
    expect(seen).toHaveLength(34);
    for (const item of seen) {
      expect(item.text).toBeNull();
      for (const counts of item.counts)
        expect(counts.options.every((option) => option.id === null)).toBe(true);
    }
  });
});

describe('form S', () => {
  test('is counted for staff by code once it is over, and for faculty never', async () => {
    const form = catalogue.getForm('P1-S');
    const startedAt = new Date('2026-03-16T13:00:00Z');
    await t.within(t.home, async (db) => {
      const { cohortId } = t.home;
      const sittingId = await addSitting(db, {
        cohortId,
        wave: 'selection',
        forms: [form.id],
        opensAt: startedAt,
        closesAt: new Date('2026-03-16T14:00:00Z'),
        lateHours: 0,
      });
      const attempts = await addAttempts(
        db,
        section.learnerKeys.slice(0, 3).map((learnerKey) => ({
          learnerKey,
          cohortId,
          kind: 'sitting' as const,
          sittingId,
          wave: 'selection' as const,
          contentId: form.id,
          items: form.items,
          startedAt,
        })),
      );
      await addAnswers(
        db,
        catalogue,
        attempts.map((attempt) => ({
          attempt,
          itemId: form.items[0]!,
          answer: optionOf(catalogue, form.items[0]!, true),
          level: 4,
        })),
      );
    });
    const concepts = (await get('staff', 'insights')).json<CohortInsights>().concepts;
    await foldAll(t.database.db, catalogue);
    const scopesFor = async (who: string) => {
      const { items } = (await get(who, 'items')).json<{ items: ItemInsight[] }>();
      return items.find((item) => item.itemId === form.items[0])?.counts;
    };
    expect(await scopesFor('staff')).toMatchObject([
      { scope: 'selection', responses: 3, right: 3, rightShare: null, tooLittleData: true },
    ]);
    expect(await scopesFor('faculty')).toBeUndefined();
    expect((await get('staff', 'insights')).json<CohortInsights>().concepts).toEqual(concepts);
    const now = t.clock.now;
    try {
      t.clock.now = new Date('2026-03-16T13:30:00Z');
      expect(await scopesFor('staff')).toBeUndefined();
    } finally {
      t.clock.now = now;
    }
  });
});

describe('three questions to project', () => {
  test('come from practice, on the concepts most confidently wrong, whole', async () => {
    const { questions } = (await get('faculty', 'projection')).json<{ questions: ProjectedQuestion[] }>();
    expect(questions.length).toBeGreaterThanOrEqual(1);
    expect(questions.length).toBeLessThanOrEqual(3);
    const [first] = questions;
    expect(first).toMatchObject({
      conceptId: misledConcept,
      itemId: misledItem,
      key: optionOf(catalogue, misledItem, true),
      responses: students + 1,
      tooLittleData: false,
    });
    expect(first!.options.map((option) => option.responses).reduce((a, b) => a + b)).toBe(students + 1);
    expect(first!.options.every((option) => option.reason.es.length > 0)).toBe(true);
    expect(first!.options.map((option) => option.id)).toEqual(
      first!.options.map((option) => option.id).toSorted(),
    );
  });
});

describe('the download', () => {
  test('reads back cell by cell', async () => {
    const response = await get('faculty', 'insights.csv');
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toBe('attachment; filename="physiology-concepts.csv"');
    expect([...response.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = parse(response.rawPayload, {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
    }) as string[][];
    const page_ = (await get('faculty', 'insights')).json<CohortInsights>();
    expect(header).toHaveLength(15);
    expect(rows).toEqual(
      page_.concepts.map((concept) => [
        'Sección A',
        '2026-1',
        'Fisiología',
        concept.conceptId,
        concept.title.es,
        String(concept.learners),
        String(concept.responses),
        ...[concept.rightShare].map((share) =>
          share === null ? '' : String(Math.round(share * 10_000) / 100),
        ),
        String(concept.sureAndWrongLearners),
        ...[concept.sureAndWrongShare, concept.interval?.[0], concept.interval?.[1]].map((share) =>
          share == null ? '' : String(Math.round(share * 10_000) / 100),
        ),
        String(concept.remedies.practiceItems),
        page_.asOf,
        'sí',
      ]),
    );
  });
});

describe('who may look', () => {
  const outcomes: [who: string, status: number][] = [
    ['faculty', 200],
    ['staff', 200],
    ['admin', 200],
    ['otherFaculty', 404],
    ['student', 403],
    ['outsider', 403],
    ['awayFaculty', 404],
    ['awayStaff', 404],
    ['awayAdmin', 404],
    ['awayStudent', 403],
  ];
  for (const what of ['insights', 'items', 'projection', 'insights.csv', 'items.csv']) {
    test.each(outcomes)(`${what}: %s gets %i`, async (who, status) => {
      expect((await get(who, what)).statusCode).toBe(status);
    });

    test(`${what}: nobody without a session, no unknown course, no malformed id`, async () => {
      expect((await t.app.inject({ url: page(what) })).statusCode).toBe(401);
      const from = (url: string) => t.as('staff')({ url });
      expect((await from(`/api/cohorts/${t.home.cohortId}/${what}?course=genetics`)).statusCode).toBe(404);
      expect((await from(`/api/cohorts/${t.home.cohortId}/${what}`)).statusCode).toBe(400);
      expect((await from(`/api/cohorts/nowhere/${what}?course=physiology`)).statusCode).toBe(400);
    });
  }
});
