import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadContent, readDirectory } from '@puente/content/server';
import { correlation, mean, wilsonInterval } from '@puente/measurement';
import {
  confidenceProbabilities,
  type CohortInsights,
  type Results,
  type OwnResult,
  type RoundDetail,
  type RoundPage,
  type Today,
} from '@puente/schemas';
import { createTestDatabase, type TestDatabase } from '@puente/database/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { demonstrationEmails, demonstrationPassword } from './people.ts';
import type { Player } from './play.ts';
import { seedDemonstration, type Demonstration } from './seed.ts';
import { abilityAt, expectedAnswer, feeling, type Moment } from './truth.ts';

const content = loadContent(readDirectory(fileURLToPath(new URL('../../../../content', import.meta.url))));
const keys = {
  access: 'test-access-key-of-thirty-two-bytes',
  refresh: 'test-refresh-key-of-thirty-two-byte',
};
const present = new Date('2026-11-21T20:00:00Z');

interface AnswerRow {
  code: string;
  wave: string;
  form: string;
  item: string;
  answer: string;
  level: number;
  shown: number;
  right: boolean;
}

const listAnswers = async ({ db }: TestDatabase, institutionId: string): Promise<AnswerRow[]> =>
  db.asInstitution(institutionId, async (tx) => {
    const { rows } = await tx.$client.query<AnswerRow>(`
      select p.student_code as code, coalesce(a.wave, a.kind) as wave, a.content_id as form, r.item_id as item,
        r.answer #>> '{}' as answer, r.confidence_level as level, r.shown_ms::int as shown, c.fraction = 1 as right
      from responses r
      join attempts a on a.institution_id = r.institution_id and a.id = r.attempt_id
      join learner_links l on l.institution_id = r.institution_id and l.learner_key = r.learner_key
      join memberships m on m.institution_id = l.institution_id and m.id = l.membership_id
      join people p on p.institution_id = m.institution_id and p.id = m.person_id
      left join counted_responses c on c.institution_id = r.institution_id and c.response_id = r.id
      order by p.student_code, a.started_at, r.device_sequence`);
    return rows;
  });

describe('a small section', () => {
  const hashOf = async (seed: string): Promise<{ hash: string; responses: number }> => {
    const database = await createTestDatabase();
    try {
      const { institutionId, responses } = await seedDemonstration({
        database: database.db,
        content,
        keys,
        seed,
        students: 20,
        present,
      });
      const answers = await listAnswers(database, institutionId);
      expect(answers).toHaveLength(responses);
      return { hash: createHash('sha256').update(JSON.stringify(answers)).digest('hex'), responses };
    } finally {
      await database.drop();
    }
  };

  test('answers alike whenever the seed is', { timeout: 180_000 }, async () => {
    const once = await hashOf('one');
    expect(once.responses).toBeGreaterThan(20 * 40);
    expect(await hashOf('one')).toEqual(once);
    expect((await hashOf('two')).hash).not.toBe(once.hash);
  });
});

describe('a section of 120', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let made: Demonstration;
  let answers: AnswerRow[];

  beforeAll(async () => {
    database = await createTestDatabase();
    made = await seedDemonstration({ database: database.db, content, keys, students: 120, present });
    app = await buildApp({ db: database.db, content, keys, version: 'test', clock: () => present });
    await app.ready();
    answers = await listAnswers(database, made.institutionId);
  }, 300_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const signIn = async (email: string) => {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: demonstrationPassword },
    });
    expect(signedIn.statusCode, signedIn.body).toBe(200);
    const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]));
    return async <T>(url: string): Promise<T> => {
      const answer = await app.inject({ url, cookies });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json<T>();
    };
  };
  const getInsights = async (cohortId = made.cohortId) =>
    (await signIn(demonstrationEmails.faculty))<CohortInsights>(
      `/api/cohorts/${cohortId}/insights?course=physiology`,
    );

  /** What the model expects of a form that somebody took, before it was drawn. */
  const expectedForm = ({ student }: Player, moment: Moment, form: string) => {
    const { items } = app.catalogue.getForm(form);
    return items.map((id) =>
      expectedAnswer('puente', {
        student,
        item: app.catalogue.items.get(id)!,
        moment,
        met: 0,
        explained: true,
      }),
    );
  };
  const rightOf = (form: ReturnType<typeof expectedForm>) =>
    mean(form.map(({ levels }) => levels.reduce((sum, level) => sum + level.right, 0)));
  const confidenceOf = (form: ReturnType<typeof expectedForm>) =>
    mean(
      form.map(({ levels }) =>
        levels.reduce((sum, { stated }, level) => sum + stated * (confidenceProbabilities[level] ?? 0.25), 0),
      ),
    );

  const formsOf = (wave: string) =>
    new Map(answers.filter((answer) => answer.wave === wave).map((answer) => [answer.code, answer.form]));
  const pairs = () => {
    const [opening, closing] = [formsOf('opening'), formsOf('closing')];
    return made.players
      .filter(
        ({ student, plan }) =>
          opening.has(student.code) && closing.has(student.code) && plan.opensHalf === null,
      )
      .map((player) => ({
        order: `${opening.get(player.student.code)}${closing.get(player.student.code)}`,
        before: expectedForm(player, 'opening', opening.get(player.student.code)!),
        after: expectedForm(player, 'closing', closing.get(player.student.code)!),
      }));
  };
  const meanOfOrders = (values: { order: string; value: number }[]) =>
    mean(
      [...Map.groupBy(values, ({ order }) => order).values()].map((group) =>
        mean(group.map(({ value }) => value)),
      ),
    );
  const expectGain = (of: (form: ReturnType<typeof expectedForm>) => number) =>
    100 * meanOfOrders(pairs().map(({ order, before, after }) => ({ order, value: of(after) - of(before) })));

  const contains = ([low, high]: readonly [number, number], value: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };

  test("the page's gains in knowledge and confidence hold the truth that made them", async () => {
    const { gain, cohort } = await getInsights();
    expect(cohort).toMatchObject({ students: 120, synthetic: true });
    if (gain.knowledge.tooLittle || gain.confidence.tooLittle) throw new Error('too little data');
    expect(gain.knowledge.pairs).toBe(pairs().length);
    contains(gain.knowledge.interval, expectGain(rightOf));
    contains(gain.confidence.interval, expectGain(confidenceOf));
    contains(
      gain.confidence.bias.interval,
      expectGain((form) => confidenceOf(form) - rightOf(form)),
    );
    // The stated growth of 0.8 logits, as these forms show it.
    expect(gain.knowledge.difference).toBeGreaterThan(8);
    expect(gain.confidence.bias.change).toBeLessThan(0);
  });

  test('what is repeated and what is reported apart hold the truth too', async () => {
    const { latent, selfEfficacy, withoutRapid, retestEffect } = (await getInsights()).gain;
    // 120 people are under 100 a form: no model, and the page says so.
    expect(latent).toBeNull();
    expect(withoutRapid!.excluded).toBeGreaterThan(0);
    // Nobody remembers an anchor in this model.
    contains(retestEffect!.interval, 0);
    for (const { pairs, gain, responseShift } of selfEfficacy) {
      expect(pairs).toBeGreaterThan(50);
      expect(gain!.value).toBeGreaterThan(0);
      contains(responseShift!.interval, feeling.lookingBack);
    }
  });

  test("the page's calibration holds the truth, level by level", async () => {
    const { calibration } = await getInsights();
    const every = pairs();
    let held = 0;
    for (const wave of ['opening', 'closing'] as const) {
      for (const { level, observed, interval, responses } of calibration[wave]) {
        const items = every.flatMap((pair) => (wave === 'opening' ? pair.before : pair.after));
        const stated = items.reduce((sum, { levels }) => sum + levels[level]!.stated, 0);
        const truth = items.reduce((sum, { levels }) => sum + levels[level]!.right, 0) / stated;
        expect(Math.abs(responses - stated)).toBeLessThan(4 * Math.sqrt(stated));
        expect(Math.abs(observed! - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / responses));
        if (interval![0] < truth && truth < interval![1]) held++;
      }
    }
    // Ten intervals of 95 %.
    expect(held).toBeGreaterThanOrEqual(8);
  });

  test('what the section is confidently wrong about is the mirage, in as many as hold it', async () => {
    const { concepts, headline } = await getInsights();
    const [first] = concepts;
    expect(first).toMatchObject({ conceptId: 'potassium-and-rest' });
    expect(headline).toMatchObject({ conceptId: 'potassium-and-rest' });
    const holders = made.players.filter(({ student }) => student.mirage === 'lasting').length;
    contains(wilsonInterval(first!.sureAndWrongLearners, first!.learners), holders / made.players.length);
  });

  test('beside the shown shortlist a convocatoria under selection/v1 waits for its readers', async () => {
    const convocatoria = await (
      await signIn(demonstrationEmails.staff)
    )<RoundPage>(`/api/rounds/${made.convocatoriaId}`);
    expect(convocatoria).toMatchObject({
      round: { stage: 'review', demonstration: true },
      ranking: { state: 'done' },
      policy: { zone: 'dossiers' },
      review: { read: 0, missing: ['dossiers', 'draw'] },
    });
    expect(convocatoria.sittings).toMatchObject([{ proctored: true, recordGaps: [] }]);
    expect(convocatoria.warnings).not.toContain('unproctored');
    expect(convocatoria.evidence!.candidates).toBeGreaterThan(80);
    expect(convocatoria.review!.inZone).toBeGreaterThan(5);
    expect(convocatoria.evidence!.leftOut).toBeGreaterThan(0);
  });

  test('another has its results out, and each candidate reads their own', async () => {
    const own = await signIn(demonstrationEmails.student);
    const result = await own<OwnResult>(`/api/own-rounds/${made.concludedId}/result`);
    expect(result).toMatchObject({ round: { stage: 'results' }, zoneDecision: 'score', claims: [] });
    expect(Date.parse(result.claimsUntil)).toBeGreaterThan(present.getTime());
  });

  test("Kelley's estimates from form S follow true ability at about the root of their reliability", async () => {
    const { summary } = await (
      await signIn(demonstrationEmails.staff)
    )<RoundDetail>(`/api/selection-rounds/${made.roundId}`);
    const estimates = await database.db.asInstitution(made.institutionId, async (tx) => {
      const { rows } = await tx.$client.query<{ learnerKey: string; estimate: number }>(
        'select learner_key as "learnerKey", estimate from shortlist_entries',
      );
      return new Map(rows.map((row) => [row.learnerKey, row.estimate]));
    });
    const candidates = made.players.filter(({ learnerKey }) => estimates.has(learnerKey));
    expect(candidates.length).toBe(summary!.candidates);
    const followed = correlation(
      candidates.map(({ learnerKey }) => estimates.get(learnerKey)!),
      candidates.map(({ student }) => abilityAt(student, 'selection')),
    );
    expect(summary!.alpha).toBeGreaterThan(0.7);
    // The score is no straight line of ability, and α is an estimate too.
    expect(Math.abs(followed - Math.sqrt(summary!.alpha))).toBeLessThan(0.06);
  });

  test('some leave, more of them among those who know less, and the page counts them', async () => {
    const { gain, quiet } = await getInsights();
    const stayed = made.players.filter(({ plan }) => plan.closing);
    const left = made.players.filter(({ plan }) => !plan.closing);
    expect(left.length / made.players.length).toBeGreaterThan(0.05);
    expect(left.length / made.players.length).toBeLessThan(0.22);
    expect(mean(left.map(({ student }) => student.ability))).toBeLessThan(
      mean(stayed.map(({ student }) => student.ability)),
    );
    expect(gain.flow).toMatchObject({ enrolled: 120, closing: stayed.length });
    expect(quiet.length).toBe(left.length);
  });

  test('each account signs in, and nobody else has a password', async () => {
    for (const email of Object.values(demonstrationEmails)) {
      const get = await signIn(email);
      expect(await get('/api/session')).toMatchObject({ institution: { code: 'demo', demonstration: true } });
    }
    const { rows } = await database.db.asGlobal((tx) =>
      tx.execute<{ passwords: number }>('select count(password_hash)::int as passwords from accounts'),
    );
    expect(rows[0]!.passwords).toBe(Object.keys(demonstrationEmails).length);
    const everyone = await database.db.asInstitution(made.institutionId, (tx) =>
      tx.execute<{ real: number }>('select count(*) filter (where not synthetic)::int as real from people'),
    );
    expect(everyone.rows[0]!.real).toBe(0);
  });

  test("the student's own day: four of eight planks, one espejismo, and it comes next", async () => {
    const get = await signIn(demonstrationEmails.student);
    const today = await get<Today>('/api/today?language=es');
    const states = today.module!.concepts.map((concept) => concept.state);
    expect(states).toHaveLength(8);
    expect(states.filter((state) => state === 'laid' || state === 'gold')).toHaveLength(4);
    expect(states.filter((state) => state === 'tilted')).toHaveLength(1);
    expect(today.next).toMatchObject({ kind: 'espejismo', conceptId: 'potassium-and-rest' });
    expect(today.module!.lessons.filter((lesson) => lesson.finished)).toHaveLength(2);
    expect(today.standings).toHaveLength(1);
    const { mirror, sittings } = await get<Results>('/api/results?language=es');
    expect(mirror.dots.filter((dot) => dot.observed !== null).length).toBeGreaterThanOrEqual(2);
    expect(sittings.map((sitting) => sitting.wave)).toEqual(['opening', 'closing', 'selection']);
  });

  test('a second section waits for its first answers, and can be joined by its code', async () => {
    const { gain, headline } = await getInsights(made.freshCohortId);
    expect(gain.flow).toMatchObject({ enrolled: 6, opening: 0 });
    expect(headline).toBeNull();
    const get = await signIn(demonstrationEmails.faculty);
    const { code } = await get<{ code: string }>(`/api/cohorts/${made.freshCohortId}`);
    expect((await app.inject({ url: `/api/join/${code}` })).statusCode).toBe(200);
    const { sittings } = await get<{ sittings: { wave: string; state: string }[] }>(
      `/api/cohorts/${made.freshCohortId}/sittings`,
    );
    expect(sittings).toMatchObject([{ wave: 'opening', state: 'open' }]);
  });

  test('a database that holds an institution already is left as it is', async () => {
    await expect(seedDemonstration({ database: database.db, content, keys })).rejects.toThrow(
      'empty database',
    );
  });
});
