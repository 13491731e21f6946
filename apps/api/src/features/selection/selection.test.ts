import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { desc, eq } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLog, people, sittings } from '@puente/database';
import type { RoundDetail, ShortlistRow, Standing } from '@puente/schemas';
import { createCatalogue, type Catalogue } from '../../catalogue.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { foldAll } from '../insights/fold-loop.ts';
import { addAnswers, addAttempts, addSitting, optionOf } from '../insights/recorded.testing.ts';
import { addStudents } from '../insights/section.testing.ts';
import { collectEvidence } from './collect-evidence.ts';
import { getRoundRow } from './get-selection-round.ts';
import { listRoundSittings } from './list-round-sittings.ts';
import { rankDue } from './rank-due.ts';
import type { SnapshotFile } from './rules/selection-v0.ts';

const candidates = 60;
const seats = 20;
const opensAt = new Date('2026-03-16T13:00:00Z');
const closesAt = new Date('2026-03-16T14:00:00Z');
const while_ = new Date('2026-03-16T13:30:00Z');
const after = new Date('2026-03-16T15:00:00Z');
/** By hand: candidate i has i·7 mod 21 right, the first items of the form. */
const rightOf = (index: number) => ((index * 7) % 21) + (index % 3);

let t: TestApp;
let catalogue: Catalogue;
let sittingId: string;
let learnerKeys: string[];
let scores: number[];
let roundId: string;
const body = { name: 'Boston 2026', seats, reserves: 5 };
const post = (who: string, url: string, payload?: object) =>
  t.as(who)({ method: 'POST', url, ...(payload && { payload }) });
const get = (who: string, url: string) => t.as(who)({ url });
const at = (rest = '') => `/api/selection-rounds/${roundId}${rest}`;

beforeAll(async () => {
  t = await createTestApp();
  catalogue = createCatalogue(t.content);
  t.clock.now = while_;
  const form = catalogue.getForm('P1-S');
  // All digits, with zeros before them: what a spreadsheet takes for a number.
  t.people.student!.studentCode = '00012345';
  await t.within(t.home, async (db) => {
    await db.update(people).set({ studentCode: '00012345' }).where(eq(people.id, t.people.student!.personId));
    const { cohortId } = t.home;
    sittingId = await addSitting(db, {
      cohortId,
      wave: 'selection',
      forms: [form.id],
      opensAt,
      closesAt,
      durationMinutes: 40,
      lateHours: 0,
    });
    // The first candidate is somebody who signs in; the rest are made up.
    learnerKeys = [t.people.student!.learnerKey!, ...(await addStudents(db, cohortId, candidates - 1))];
    scores = learnerKeys.map((_, index) => Math.min(20, rightOf(index)));
    const attempts = await addAttempts(
      db,
      learnerKeys.map((learnerKey) => ({
        learnerKey,
        cohortId,
        kind: 'sitting' as const,
        sittingId,
        wave: 'selection' as const,
        contentId: form.id,
        items: form.items,
        startedAt: opensAt,
        closesAt: new Date('2026-03-16T13:40:00Z'),
      })),
    );
    await addAnswers(
      db,
      catalogue,
      attempts.flatMap((attempt, index) =>
        form.items.flatMap((itemId, place) =>
          // The last item stays without an answer in every tenth attempt that had it wrong.
          place === 19 && scores[index]! < 20 && index % 10 === 0
            ? []
            : [
                {
                  attempt,
                  itemId,
                  answer: optionOf(catalogue, itemId, place < scores[index]!),
                  level: (index + place) % 5,
                  sequence: place + 1,
                },
              ],
        ),
      ),
    );
  });
}, 120_000);
afterAll(() => t.close());

describe('before the evidence is frozen', () => {
  test('staff see the sittings of the selection form, and write a round on them', async () => {
    const listed = (await get('staff', '/api/selection-rounds')).json<{
      sittings: { id: string; state: string; settled: boolean }[];
      rounds: unknown[];
    }>();
    expect(listed).toMatchObject({
      rounds: [],
      sittings: [
        {
          id: sittingId,
          state: 'open',
          settled: false,
          items: 20,
          started: candidates,
          proctored: false,
          demonstration: true,
        },
      ],
    });

    const created = await post('staff', '/api/selection-rounds', { ...body, sittingIds: [sittingId] });
    expect(created.statusCode, created.body).toBe(200);
    const detail = created.json<RoundDetail>();
    roundId = detail.round.id;
    expect(detail).toMatchObject({
      round: {
        name: 'Boston 2026',
        seats,
        reserves: 5,
        state: 'prepared',
        policy: { rule: 'selection/v0', draws: 10_000 },
        resultsPublishedAt: null,
      },
      snapshot: null,
      summary: null,
      warnings: ['demonstration_rule', 'unproctored', 'demonstration_bank', 'few_items'],
    });
    expect(detail.round.policy.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(detail.steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'policy done',
      'sittings current',
      'snapshot waiting',
      'review waiting',
      'publish waiting',
    ]);
  });

  test('a round rests on selection sittings of its own institution alone', async () => {
    const opening = await t.within(t.home, (db) =>
      addSitting(db, {
        cohortId: t.home.cohortId,
        wave: 'opening',
        forms: ['P1-A', 'P1-B'],
        opensAt,
        closesAt,
      }),
    );
    const away = await t.within(t.away, (db) =>
      addSitting(db, { cohortId: t.away.cohortId, wave: 'selection', forms: ['P1-S'], opensAt, closesAt }),
    );
    for (const other of [opening, away, crypto.randomUUID()]) {
      const response = await post('staff', '/api/selection-rounds', {
        ...body,
        sittingIds: [sittingId, other],
      });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toMatchObject([{ field: 'sittingIds.1' }]);
    }
    expect(
      (await post('staff', '/api/selection-rounds', { ...body, seats: 0, sittingIds: [sittingId] })).json()
        .errors,
    ).toMatchObject([{ field: 'seats' }]);
  });

  test('it freezes neither while the sitting is open, nor while an answer may be on its way, nor before all are counted', async () => {
    const refused = async (code: string) => {
      const response = await post('staff', at('/snapshot'));
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({ code });
    };
    await refused('sitting_open');
    t.clock.now = new Date(closesAt.getTime() + 1000);
    expect((await get('staff', at())).json<RoundDetail>().sittings[0]).toMatchObject({
      state: 'closed',
      settled: true,
    });
    await t.within(t.home, (db) =>
      db.update(sittings).set({ lateHours: 1 }).where(eq(sittings.id, sittingId)),
    );
    await refused('sitting_open');
    await t.within(t.home, (db) =>
      db.update(sittings).set({ lateHours: 0 }).where(eq(sittings.id, sittingId)),
    );
    t.clock.now = after;
    await refused('answers_not_counted');
    await foldAll(t.database.db, catalogue);
    expect((await get('staff', at())).json<RoundDetail>().steps.map((step) => step.state)).toEqual([
      'done',
      'done',
      'current',
      'waiting',
      'waiting',
    ]);
  });

  test('it refuses a round with more seats than the candidates allow, and says what to do', async () => {
    const large = (
      await post('staff', '/api/selection-rounds', { ...body, seats: 31, sittingIds: [sittingId] })
    ).json<RoundDetail>();
    const response = await post('staff', `/api/selection-rounds/${large.round.id}/snapshot`);
    expect(response.json()).toMatchObject({
      code: 'too_few_candidates',
      title: expect.stringContaining('at least 62 are needed'),
    });
  });

  test('a sealed form that nobody supervised, or whose record lacks something, selects nobody', async () => {
    const change = (values: Partial<typeof sittings.$inferInsert>) =>
      t.within(t.home, (db) => db.update(sittings).set(values).where(eq(sittings.id, sittingId)));
    const freeze = async () => (await post('staff', at('/snapshot'))).json();
    await change({ demonstration: false });
    expect(await freeze()).toMatchObject({ status: 409, code: 'sitting_unproctored' });
    await change({ proctored: true });
    expect(await freeze()).toMatchObject({
      code: 'sitting_unproctored',
      title: expect.stringContaining(
        'lacks: proctors, room, start, end, seats, identities, devices, attestation',
      ),
    });
    expect((await get('staff', at())).json<RoundDetail>()).toMatchObject({
      warnings: expect.arrayContaining(['unproctored']),
    });
    await change({ proctored: false, demonstration: true });
  });

  const collect = (with_: Catalogue, round = roundId) =>
    t.within(t.home, async (db) =>
      collectEvidence(
        db,
        with_,
        await getRoundRow(db, round),
        await listRoundSittings(db, { catalogue: with_, now: after }, round),
      ),
    );

  test('it refuses evidence whose key or form is no longer the one that was sat', async () => {
    const form = catalogue.getForm('P1-S');
    const item = catalogue.items.get(form.items[0]!)!;
    const otherKey = {
      ...catalogue,
      items: new Map(catalogue.items).set(item.id, { ...item, scoringHash: '0'.repeat(64) }),
    };
    await expect(collect(otherKey)).rejects.toMatchObject({
      code: 'key_changed',
      message: expect.stringContaining(item.id),
    });
    const shorter = {
      ...catalogue,
      forms: new Map(catalogue.forms).set(form.id, { ...form, items: form.items.slice(0, 19) }),
    };
    await expect(collect(shorter)).rejects.toMatchObject({
      code: expect.stringMatching(/^(form|key)_changed$/),
    });
    const gone = { ...catalogue, forms: new Map([...catalogue.forms].filter(([id]) => id !== form.id)) };
    await expect(collect(gone)).rejects.toMatchObject({
      code: 'form_changed',
      message: expect.stringContaining('PUENTE_BANK'),
    });
  });

  test('what candidates practise and review changes nothing in it', async () => {
    const evidence = await collect(catalogue);
    const module = catalogue.getModule('physiology', 'membrane-potential');
    const item = module.practice.find(({ kind }) => kind === 'single-best-answer')!;
    await t.within(t.home, async (db) => {
      const attempts = await addAttempts(
        db,
        learnerKeys.slice(0, 20).map((learnerKey, index) => ({
          learnerKey,
          cohortId: t.home.cohortId,
          kind: index % 2 ? ('practice' as const) : ('review' as const),
          contentId: index % 2 ? module.id : 'physiology',
          items: [item.id],
          startedAt: opensAt,
        })),
      );
      await addAnswers(
        db,
        catalogue,
        attempts.map((attempt) => ({
          attempt,
          itemId: item.id,
          answer: optionOf(catalogue, item.id, true),
          level: 4,
          sequence: 1,
        })),
      );
    });
    await foldAll(t.database.db, catalogue);
    expect(await collect(catalogue)).toEqual(evidence);
  });

  test('who lacks one of the forms is left out, and the file says so', async () => {
    const second = catalogue.getForm('P1-A');
    const other = await t.within(t.home, async (db) => {
      const id = await addSitting(db, {
        cohortId: t.home.cohortId,
        wave: 'selection',
        forms: [second.id],
        opensAt,
        closesAt,
        lateHours: 0,
      });
      await addAttempts(
        db,
        learnerKeys.slice(0, 50).map((learnerKey) => ({
          learnerKey,
          cohortId: t.home.cohortId,
          kind: 'sitting' as const,
          sittingId: id,
          wave: 'selection' as const,
          contentId: second.id,
          items: second.items,
          startedAt: opensAt,
          closesAt,
        })),
      );
      return id;
    });
    const round = (
      await post('staff', '/api/selection-rounds', { ...body, sittingIds: [sittingId, other] })
    ).json<RoundDetail>().round.id;
    const file = await collect(catalogue, round);
    expect(file.candidates).toHaveLength(50);
    expect(file.candidates.every((candidate) => candidate.fractions.length === 40)).toBe(true);
    expect(file.leftOut).toEqual(
      learnerKeys
        .slice(50)
        .sort()
        .map((learnerKey) => ({ learnerKey, missingForms: [second.id] })),
    );
  });

  test('nothing is published and no list is read before', async () => {
    expect((await post('staff', at('/publish'), { why: 'x' })).json()).toMatchObject({ code: 'not_frozen' });
    for (const rest of ['/shortlist', '/shortlist.csv', '/shortlist.xlsx', '/snapshot.json'])
      expect((await get('staff', at(rest))).statusCode).toBe(404);
  });
});

describe('the frozen evidence', () => {
  let detail: RoundDetail;
  let file: SnapshotFile;

  test('is frozen once, with its hash in the audit log', async () => {
    const frozen = await post('staff', at('/snapshot'));
    expect(frozen.statusCode, frozen.body).toBe(200);
    detail = frozen.json();
    expect(detail.round.state).toBe('frozen');
    expect(detail.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'current', 'waiting']);
    const [row] = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'selection_round.frozen')),
    );
    expect(row).toMatchObject({
      subjectId: roundId,
      actorMembershipId: t.people.staff!.membershipId,
      detail: { sha256: detail.snapshot!.sha256, candidates },
    });
    expect((await post('staff', at('/snapshot'))).json()).toMatchObject({ code: 'already_frozen' });
  });

  test('two at once: one freezes, the other is refused', async () => {
    const other = (
      await post('staff', '/api/selection-rounds', { ...body, sittingIds: [sittingId] })
    ).json<RoundDetail>();
    const url = `/api/selection-rounds/${other.round.id}/snapshot`;
    const both = await Promise.all([post('staff', url), post('staff', url)]);
    expect(both.map((response) => response.statusCode).sort()).toEqual([200, 409]);
    expect((await get('staff', at())).json<RoundDetail>().warnings).toContain('sitting_used_before');
  });

  test('gives its exact bytes, whose hash is the published one', async () => {
    const response = await get('staff', at('/snapshot.json'));
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers['x-snapshot-sha256']).toBe(detail.snapshot!.sha256);
    expect(createHash('sha256').update(response.rawPayload).digest('hex')).toBe(detail.snapshot!.sha256);
    expect(response.rawPayload.length).toBe(detail.snapshot!.bytes);
    file = JSON.parse(response.body);
  });

  test('holds every candidate in the order of the learner keys, without a name, a text or a key', async () => {
    expect(file.candidates.map((candidate) => candidate.learnerKey)).toEqual(learnerKeys.toSorted());
    const scoreOf = new Map(learnerKeys.map((key, index) => [key, scores[index]!]));
    for (const candidate of file.candidates) {
      expect(candidate.score).toBe(scoreOf.get(candidate.learnerKey));
      expect(candidate.fractions).toHaveLength(20);
    }
    expect(
      file.candidates.flatMap((candidate) => candidate.fractions).filter((fraction) => fraction === null)
        .length,
    ).toBeGreaterThan(0);
    const text = JSON.stringify(file);
    for (const word of ['Ñaupa', 'Ñahui', t.people.student!.studentCode!, 'Boston'])
      expect(text).not.toContain(word);
    const form = catalogue.forms.get(file.forms[0]!.id)!;
    expect(file.forms[0]!.items.map((item) => item.id)).toEqual(form.items);
    for (const id of form.items) {
      const item = catalogue.items.get(id)!;
      expect(item.kind === 'single-best-answer' && text.includes(`"${item.key}"`)).toBe(false);
    }
  });

  test('says with figures what twenty items can bear', () => {
    const summary = detail.summary!;
    const n = candidates;
    const mean = scores.reduce((a, b) => a + b) / n;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
    // An item at place j is right for who has more than j: its variance is p(1 − p)·n/(n − 1).
    const shares = Array.from(
      { length: 20 },
      (_, place) => scores.filter((score) => score > place).length / n,
    );
    const telling = shares.filter((share) => share > 0 && share < 1);
    const itemVariance = telling.reduce((sum, share) => sum + (share * (1 - share) * n) / (n - 1), 0);
    const alpha = (telling.length / (telling.length - 1)) * (1 - itemVariance / variance);
    expect(summary.candidates).toBe(n);
    expect(summary.items).toBe(20);
    expect(summary.mean).toBeCloseTo(mean, 10);
    expect(summary.sd).toBeCloseTo(Math.sqrt(variance), 10);
    expect(summary.alpha).toBeCloseTo(alpha, 10);
    expect(summary.sem).toBeCloseTo(Math.sqrt(variance * (1 - alpha)), 10);
    const sorted = scores.toSorted((a, b) => b - a);
    expect(summary.cutScore).toBe(sorted[seats - 1]);
    expect(summary.tiesAtCut).toBe(scores.filter((score) => score === sorted[seats - 1]).length);
    expect(summary.seatsForTied).toBe(seats - scores.filter((score) => score > sorted[seats - 1]!).length);
    expect(summary.in + summary.inZone + summary.out).toBe(n);
    expect(summary.expectedRight).toBeGreaterThan(0);
    expect(summary.expectedRight).toBeLessThanOrEqual(seats);
    expect(detail.warnings).toEqual(
      expect.arrayContaining([
        'demonstration_rule',
        'unproctored',
        'demonstration_bank',
        'few_items',
        'synthetic',
      ]),
    );
  });
});

describe('the shortlist', () => {
  let rows: ShortlistRow[];

  test('ranks by code, and names nobody before publication', async () => {
    const response = await get('admin', at('/shortlist'));
    expect(response.statusCode, response.body).toBe(200);
    ({ rows } = response.json<{ rows: ShortlistRow[] }>());
    expect(rows).toHaveLength(candidates);
    expect(rows.map((row) => row.score)).toEqual(scores.toSorted((a, b) => b - a));
    expect(rows.map((row) => row.rank)).toEqual(
      rows.map((row) => 1 + scores.filter((score) => score > row.score).length),
    );
    expect(
      rows.every((row) => row.tiedWith === scores.filter((score) => score === row.score).length - 1),
    ).toBe(true);
    expect(rows.map((row) => row.code).sort()).toEqual(
      Array.from({ length: candidates }, (_, index) => `C-${String(index + 1).padStart(4, '0')}`),
    );
    expect(rows.every((row) => row.fullName === null && row.studentCode === null)).toBe(true);
    expect(rows.reduce((sum, row) => sum + row.probability, 0)).toBeCloseTo(seats, 6);
    expect(rows.every((row) => row.rankLow <= row.rankHigh)).toBe(true);
    for (const rest of ['/shortlist?names=true', '/shortlist.csv?names=true', '/shortlist.xlsx?names=true']) {
      const refused = await get('staff', at(rest));
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({ code: 'names_before_results' });
    }
  });

  test('reads back from CSV cell by cell', async () => {
    const response = await get('staff', at('/shortlist.csv'));
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect([...response.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.body.slice(1).split('\r\n')[0]).toBe(
      'Código;Puesto;Empata con;Puntaje;Puntaje %;Puesto desde (90 %);Puesto hasta (90 %);P(entre las plazas);Zona;Datos sintéticos',
    );
    const [, ...read] = parse(response.rawPayload, {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
    }) as string[][];
    const zone = { in: 'dentro', review: 'en revisión', out: 'fuera' };
    expect(read).toEqual(
      rows.map((row) => [
        row.code,
        ...[
          row.rank,
          row.tiedWith,
          row.score,
          row.scorePercent,
          row.rankLow,
          row.rankHigh,
          Number(row.probability.toFixed(6)),
        ].map(String),
        zone[row.zone],
        'sí',
      ]),
    );
  });

  test('reads back from XLSX cell by cell, numbers as numbers and codes as text', async () => {
    const response = await get('staff', at('/shortlist.xlsx?language=en'));
    expect(response.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const [header, ...read] = await readSheet(response.rawPayload);
    expect(header).toEqual([
      'Code',
      'Rank',
      'Tied with',
      'Score',
      'Score %',
      'Rank from (90 %)',
      'Rank to (90 %)',
      'P(within the seats)',
      'Zone',
      'Synthetic data',
    ]);
    expect(read).toEqual(
      rows.map((row) => [
        row.code,
        row.rank,
        row.tiedWith,
        row.score,
        row.scorePercent,
        row.rankLow,
        row.rankHigh,
        Number(row.probability.toFixed(6)),
        row.zone,
        'yes',
      ]),
    );
  });
});

describe('publication', () => {
  test('before it, a candidate finds no standing', async () => {
    expect((await get('student', '/api/standings')).json()).toEqual({ standings: [] });
    expect((await get('student', `/api/standings/${roundId}`)).statusCode).toBe(404);
  });

  test('needs a reason, happens once, and is audited', async () => {
    expect((await post('staff', at('/publish'), {})).statusCode).toBe(400);
    expect((await post('staff', at('/publish'), { why: '   ' })).statusCode).toBe(400);
    const published = await post('staff', at('/publish'), { why: 'Reunión del comité' });
    expect(published.json<RoundDetail>().round).toMatchObject({
      state: 'published',
      resultsPublishedAt: after.toISOString(),
    });
    expect(published.json<RoundDetail>().steps.every((step) => step.state === 'done')).toBe(true);
    expect((await post('staff', at('/publish'), { why: 'again' })).json()).toMatchObject({
      code: 'already_published',
    });
    const [row] = await t.within(t.home, (db) =>
      db.select().from(auditLog).where(eq(auditLog.act, 'selection_round.published')),
    );
    expect(row).toMatchObject({ subjectId: roundId, why: 'Reunión del comité' });
  });

  test('names then stand beside codes, and the audit log says who read them, without a name', async () => {
    const { rows } = (await get('staff', at('/shortlist?names=true'))).json<{ rows: ShortlistRow[] }>();
    const mine = rows.find((row) => row.studentCode === t.people.student!.studentCode)!;
    expect(mine).toMatchObject({ fullName: 'Rosa María Ñahui Quispe', score: scores[0] });
    const csv = parse((await get('admin', at('/shortlist.csv?names=true'))).rawPayload, {
      bom: true,
      delimiter: ';',
      columns: true,
    }) as Record<string, string>[];
    expect(csv.find((row) => row['Código'] === mine.code)).toMatchObject({
      Nombre: 'Rosa María Ñahui Quispe',
      'Código de estudiante': '00012345',
    });
    const sheet = await readSheet((await get('staff', at('/shortlist.xlsx?names=true'))).rawPayload);
    expect(sheet.find((row) => row[0] === mine.code)!.slice(1, 3)).toEqual(['00012345', mine.fullName]);
    const reads = await t.within(t.home, (db) =>
      db
        .select()
        .from(auditLog)
        .where(eq(auditLog.act, 'selection_round.names_read'))
        .orderBy(desc(auditLog.at)),
    );
    expect(reads.map((row) => row.detail.as).sort()).toEqual(['csv', 'page', 'xlsx']);
    const everything = JSON.stringify(await t.within(t.home, (db) => db.select().from(auditLog)));
    for (const word of ['Ñahui', 'Rosa', mine.studentCode!]) expect(everything).not.toContain(word);
  });

  test('a candidate reads their own standing, explained, without P(top K)', async () => {
    expect((await get('student', '/api/standings')).json()).toEqual({
      standings: [
        { roundId, name: 'Boston 2026', publishedAt: after.toISOString(), zone: expect.any(String) },
      ],
    });
    const response = await get('student', `/api/standings/${roundId}`);
    const standing = response.json<Standing>();
    const detail = (await get('staff', at())).json<RoundDetail>();
    const summary = detail.summary!;
    expect(standing).toMatchObject({
      name: 'Boston 2026',
      seats,
      candidates,
      score: scores[0],
      scorePercent: 5 * scores[0]!,
      cutScore: summary.cutScore,
      missing: Math.max(0, summary.cutScore - scores[0]!),
      sha256: detail.snapshot!.sha256,
      measured: {
        items: 20,
        unproctored: true,
        demonstrationBank: true,
        synthetic: true,
        courses: [{ id: 'physiology', items: 20 }],
      },
      zones: { in: summary.in, review: summary.inZone, out: summary.out, openSeats: summary.openSeats },
    });
    const { explained } = standing;
    expect(explained.estimate).toBeCloseTo(
      explained.mean + explained.alpha * (standing.score - explained.mean),
      10,
    );
    expect(explained.standardError).toBeCloseTo(
      explained.sd * Math.sqrt(explained.alpha * (1 - explained.alpha)),
      10,
    );
    expect(response.body).not.toMatch(/probability|"rank"/);
    // Who took no part has no standing, and neither has another institution's student.
    for (const who of ['classmate', 'awayStudent'])
      expect((await get(who, `/api/standings/${roundId}`)).statusCode).toBe(404);
    expect((await get('classmate', '/api/standings')).json()).toEqual({ standings: [] });
  });
});

describe('who may', () => {
  const reading = ['', '/shortlist', '/shortlist.csv', '/shortlist.xlsx', '/snapshot.json'];
  test.each([
    ['staff', 200],
    ['admin', 200],
    ['faculty', 403],
    ['student', 403],
    ['awayStaff', 404],
    ['awayAdmin', 404],
    ['awayStudent', 403],
  ])('read a round: %s gets %i', async (who, status) => {
    for (const rest of reading) expect((await get(who, at(rest))).statusCode, rest).toBe(status);
  });

  test.each([
    ['admin', 403],
    ['faculty', 403],
    ['student', 403],
    ['awayStaff', 404],
  ])('change a round: %s gets %i', async (who, status) => {
    expect((await post(who, at('/snapshot'))).statusCode).toBe(status);
    expect((await post(who, at('/publish'), { why: 'x' })).statusCode).toBe(status);
  });

  test('list and write rounds: staff of the institution, administrators to read', async () => {
    expect((await get('admin', '/api/selection-rounds')).statusCode).toBe(200);
    expect((await get('awayStaff', '/api/selection-rounds')).json()).toMatchObject({ rounds: [] });
    for (const who of ['faculty', 'student'])
      expect((await get(who, '/api/selection-rounds')).statusCode).toBe(403);
    for (const who of ['admin', 'faculty', 'student'])
      expect(
        (await post(who, '/api/selection-rounds', { ...body, sittingIds: [sittingId] })).statusCode,
      ).toBe(403);
  });

  test('read standings: students alone', async () => {
    for (const who of ['staff', 'admin', 'faculty']) {
      expect((await get(who, '/api/standings')).statusCode).toBe(403);
      expect((await get(who, `/api/standings/${roundId}`)).statusCode).toBe(403);
    }
  });

  test('nobody without a session', async () => {
    for (const url of [
      '/api/selection-rounds',
      ...reading.map((rest) => at(rest)),
      '/api/standings',
      `/api/standings/${roundId}`,
    ]) {
      expect((await t.app.inject({ url })).statusCode).toBe(401);
    }
  });
});

describe('a round of many candidates', () => {
  let large: string;
  const here = (rest = '') => `/api/selection-rounds/${large}${rest}`;
  beforeAll(async () => {
    const created = await post('staff', '/api/selection-rounds', {
      ...body,
      name: 'Grande',
      sittingIds: [sittingId],
    });
    large = created.json<RoundDetail>().round.id;
    // The same evidence, frozen and left to the job as a large one is.
    await t.within(t.home, (db) =>
      db.$client.query(
        `with frozen as (
           insert into snapshots (institution_id, round_id, rule, sha256, file, commit, frozen_at, frozen_by)
           select institution_id, $1, rule, sha256, file, commit, frozen_at, frozen_by from snapshots where round_id = $2
           returning institution_id, id)
         insert into shortlist_rankings (institution_id, snapshot_id, draws_done, draws) select institution_id, id, 0, 10000 from frozen`,
        [large, roundId],
      ),
    );
  });

  test('says that it is being ranked and how far it has come, and shows no list yet', async () => {
    const detail = (await get('staff', here())).json<RoundDetail>();
    expect(detail.round.state).toBe('frozen');
    expect(detail.snapshot).not.toBeNull();
    expect(detail.summary).toBeNull();
    expect(detail.ranking).toEqual({ drawsDone: 0, draws: 10_000, failed: false });
    for (const answer of [
      await get('staff', here('/shortlist')),
      await post('staff', here('/publish'), { why: 'pronto' }),
    ]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ code: 'ranking_under_way' });
    }
    expect((await post('staff', here('/snapshot'))).json()).toMatchObject({ code: 'already_frozen' });
    expect((await get('staff', here('/snapshot.json'))).statusCode).toBe(200);
  });

  test('the job that is stopped leaves it to another, which comes to what a request would', async () => {
    let asked = 0;
    expect(await rankDue(t.database.db, t.home.id, () => ++asked > 0)).toBeLessThanOrEqual(1);
    await rankDue(t.database.db, t.home.id);
    expect(await rankDue(t.database.db, t.home.id)).toBe(0);
    const rows = async (url: string) => (await get('staff', url)).json<{ rows: ShortlistRow[] }>().rows;
    expect(await rows(here('/shortlist'))).toEqual(await rows(at('/shortlist')));
    expect((await get('staff', here())).json<RoundDetail>()).toMatchObject({ ranking: null });
  });
});
