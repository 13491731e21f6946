import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded.ts';
import {
  attempts,
  campuses,
  cohortCourses,
  cohorts,
  enrolments,
  institutions,
  learnerLinks,
  memberships,
  migrate,
  newId,
  openDatabase,
  people,
  sittings,
  type Database,
} from '../../packages/database/src/index.ts';
import { seededRandom } from '../../packages/measurement/src/index.ts';
import type { Attempt, Receipt, ResponseInput } from '../../packages/schemas/src/index.ts';
import { openClient } from '../bench/http-client.ts';
import { startApi } from '../bench/start-api.ts';

const students = Number(process.env.PUENTE_STUDENTS ?? 2000);
const startingMs = 10_000;
/** Between one answer and the next: far quicker than anybody reads. */
const thinkingMs = 3000;
const allowedMs = 1000;

const random = seededRandom('rush');
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;

const inChunks = async <Row>(rows: readonly Row[], write: (chunk: Row[]) => Promise<unknown>) => {
  for (let from = 0; from < rows.length; from += 1000) await write(rows.slice(from, from + 1000));
};

/** A hall of students, enrolled, and the sitting that is about to begin for them. */
const seedHall = async (database: Database) => {
  const institutionId = await database.asGlobal(async (db) => {
    const [row] = await db
      .insert(institutions)
      .values({ code: 'rush', name: 'Rush' })
      .returning({ id: institutions.id });
    return row!.id;
  });
  return database.asInstitution(institutionId, async (db) => {
    const [campus] = await db
      .insert(campuses)
      .values({ institutionId, name: 'Lima' })
      .returning({ id: campuses.id });
    const [cohort] = await db
      .insert(cohorts)
      .values({
        institutionId,
        name: 'Aula magna',
        term: '2026-2',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        campusId: campus!.id,
      })
      .returning({ id: cohorts.id });
    const cohortId = cohort!.id;
    await db.insert(cohortCourses).values({ institutionId, cohortId, courseId: 'physiology' });
    const hall = Array.from({ length: students }, (_, index) => ({
      personId: newId(),
      membershipId: newId(),
      learnerKey: randomUUID(),
      studentCode: `R${index}`,
    }));
    await inChunks(hall, async (chunk) => {
      await db.insert(people).values(
        chunk.map(({ personId, studentCode }) => ({
          institutionId,
          id: personId,
          givenNames: 'Estudiante',
          firstSurname: studentCode,
          studentCode,
          synthetic: true,
        })),
      );
      await db.insert(memberships).values(
        chunk.map(({ membershipId, personId }) => ({
          institutionId,
          id: membershipId,
          personId,
          role: 'student' as const,
        })),
      );
      await db
        .insert(learnerLinks)
        .values(chunk.map(({ learnerKey, membershipId }) => ({ institutionId, learnerKey, membershipId })));
      await db
        .insert(enrolments)
        .values(chunk.map(({ learnerKey }) => ({ institutionId, cohortId, learnerKey })));
      // They have practised before: nobody's first day is an examination.
      await db.insert(attempts).values(
        chunk.map(({ learnerKey }) => {
          const id = newId();
          return {
            institutionId,
            id,
            learnerKey,
            kind: 'practice' as const,
            courseId: 'physiology',
            contentId: 'membrane-potential',
            cohortId,
            language: 'es' as const,
            items: [],
            seed: id,
            startedAt: new Date(Date.now() - 86_400_000),
          };
        }),
      );
    });
    const [sitting] = await db
      .insert(sittings)
      .values({
        institutionId,
        cohortId,
        courseId: 'physiology',
        wave: 'closing',
        forms: ['P1-A', 'P1-B'],
        demonstration: true,
        opensAt: new Date(Date.now() - 60_000),
        closesAt: new Date(Date.now() + 3_600_000),
        durationMinutes: 20,
        assignmentSeed: 'rush',
        createdBy: randomUUID(),
      })
      .returning({ id: sittings.id });
    return { institutionId, sittingId: sitting!.id, hall };
  });
};

const responseTo = (attempt: Attempt, index: number): ResponseInput => {
  const item = attempt.items[index]!;
  const now = Date.now();
  return {
    schemaVersion: 1,
    id: newId(),
    attemptId: attempt.id,
    itemId: item.id,
    contentHash: item.contentHash,
    language: 'es',
    optionOrder: item.options.map(({ id }) => id),
    position: index + 1,
    exposure: 1,
    answer: item.options[index % item.options.length]!.id,
    confidenceLevel: 2,
    confidence: 0.7,
    deviceSequence: index + 1,
    wallTime: new Date(now).toISOString(),
    elapsedMs: Math.max(0, now - Date.parse(attempt.startedAt)),
    clockOffsetMs: 0,
    shownMs: thinkingMs,
    lease: attempt.lease,
    origin: 'online',
    appVersion: '0.1.0',
  };
};

// A minute of both cores: `pnpm prove rush` runs it.
describe.runIf(process.env.PUENTE_PROVE)('a rush', () => {
  test(`${students} students start one sitting within ten seconds and answer 20 items each`, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'puente-rush-'));
    const postgres = await startEmbeddedPostgres({ directory });
    await postgres.createDatabase('rush');
    const { owner, api: url } = postgres.urls('rush');
    await migrate(owner, 'puente_api');
    const database = openDatabase(url, { maximum: 4 });
    const { institutionId, sittingId, hall } = await seedHall(database);
    const learning = openDatabase(owner, { maximum: 1 });
    await learning.pool.query('analyze');
    await learning.close();
    const api = await startApi({ url, folding: true });
    try {
      const tokens = await api.signTokens(
        hall.map(({ membershipId, learnerKey }) => ({
          institutionId,
          membershipId,
          role: 'student',
          learnerKey,
        })),
      );
      const starts: number[] = [];
      const posts: number[] = [];
      const errors: string[] = [];
      const timed = async (into: number[], send: () => Promise<{ status: number; body: string }>) => {
        const before = performance.now();
        const reply = await send().catch((error: Error) => ({ status: 0, body: error.message }));
        into.push(performance.now() - before);
        if (reply.status !== 200) errors.push(`${reply.status} ${reply.body.slice(0, 200)}`);
        return reply;
      };
      const began = performance.now();
      await Promise.all(
        tokens.map(async (token) => {
          await pause(random.next() * startingMs);
          const client = openClient(api.port);
          try {
            const started = await timed(starts, () =>
              client.send(
                'POST',
                `/api/sittings/${sittingId}/start`,
                token,
                JSON.stringify({ language: 'es' }),
              ),
            );
            if (started.status !== 200) return;
            const attempt = JSON.parse(started.body) as Attempt;
            for (let index = 0; index < 20; index++) {
              await pause(random.next() * 2 * thinkingMs);
              const responses = [responseTo(attempt, index)];
              const reply = await timed(posts, () =>
                client.send('POST', '/api/responses', token, JSON.stringify({ responses })),
              );
              if (reply.status !== 200) continue;
              const [receipt] = (JSON.parse(reply.body) as { receipts: Receipt[] }).receipts;
              if (receipt?.status !== 'recorded') errors.push(JSON.stringify(receipt));
            }
          } finally {
            client.close();
          }
        }),
      );
      const seconds = (performance.now() - began) / 1000;
      const { rows } = await database.onInstitution(institutionId, (db) =>
        db.$client.query<{ count: number }>('select count(*)::int as count from responses'),
      );
      const line = (name: string, values: readonly number[]) =>
        `${name}: ${values.length}, p50 ${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms, p99 ${quantile(values, 0.99).toFixed(0)} ms, most ${quantile(values, 1).toFixed(0)} ms`;
      console.log(
        `${students} students, ${rows[0]!.count} answers recorded in ${seconds.toFixed(0)} s, ${errors.length} errors`,
      );
      console.log(line('starts', starts));
      console.log(line('answers', posts));
      expect(errors.slice(0, 5)).toEqual([]);
      expect(rows[0]!.count).toBe(students * 20);
      expect(quantile(starts, 0.95)).toBeLessThan(allowedMs);
      expect(quantile(posts, 0.95)).toBeLessThan(allowedMs);
    } finally {
      await api.stop();
      await database.close();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    }
  }, 600_000);
});
