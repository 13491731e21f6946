import { optionOfDecision, type OpenModule } from '@puente/content/server';
import { newId } from '@puente/database';
import type { Attempt, recordResponses, ResponseInput } from '@puente/schemas';
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import type { Plan, Step } from './plan.ts';
import type { SimulatedTime } from './simulated-time.ts';
import {
  drawFeeling,
  mirage,
  probabilityOf,
  type Answered,
  type Asked,
  type Moment,
  type Student,
} from './truth.ts';

export interface Stage {
  app: FastifyInstance;
  time: SimulatedTime;
  module: OpenModule;
  /** What the cohorts take. */
  courseIds: string[];
}

/** Somebody who can call the API. */
export interface Caller {
  token: string;
}

export interface Player extends Caller {
  membershipId: string;
  learnerKey: string;
  student: Student;
  plan: Plan;
  answer: (occasion: string, asked: Asked) => Answered;
  /** Whether an explanation of the mirage's concept has reached this person. */
  explained: boolean;
  attempts: number;
}

interface Call {
  at: Date;
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  payload?: unknown;
  headers?: Record<string, string>;
}

/** One request to the real API, at its moment of the term. Anything but success ends the seeding. */
export const call = async <T>(
  { app, time }: Stage,
  caller: Caller | null,
  { at, method, url, payload, headers }: Call,
): Promise<T> => {
  // Awaited inside: an injected request starts only when somebody waits for it.
  const answer = await time.at(
    at,
    async () =>
      await app.inject({
        method,
        url,
        ...(payload !== undefined && { payload: payload as object }),
        headers: { ...headers },
        cookies: caller ? { puente_access: caller.token } : {},
      }),
  );
  if (answer.statusCode !== 200)
    throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body.slice(0, 500)}`);
  return answer.json<T>();
};

type Receipts = z.output<(typeof recordResponses)['response']>;

const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

interface Run {
  moment: Moment;
  occasion: string;
  /** Answers only so many and does not end the attempt. */
  stopsAfter?: number | null;
}

/** Answers an attempt item by item and sends what the device holds; returns how many answers were recorded. */
const answerAttempt = async (
  stage: Stage,
  player: Player,
  attempt: Attempt,
  { moment, occasion, stopsAfter }: Run,
): Promise<number> => {
  const { app } = stage;
  const started = new Date(attempt.startedAt);
  const walk = moment === 'case' ? caseWalk(stage.module) : undefined;
  const given: { id: string; answered: Answered }[] = [];
  let next = walk ? walk(undefined) : attempt.items[0]?.id;
  while (next !== undefined && given.length < (stopsAfter ?? Infinity)) {
    const item = app.catalogue.items.get(next)!;
    const met = moment === 'practice' ? (attempt.exposures[item.id] ?? 0) : 0;
    const answered = player.answer(occasion, {
      student: player.student,
      item,
      moment,
      met,
      explained: player.explained,
    });
    if (moment === 'practice' && item.concepts.includes(mirage.concept)) player.explained = true;
    given.push({ id: item.id, answered });
    next = walk ? walk(answered.option) : attempt.items[given.length]?.id;
  }

  // Whoever is slow hurries: an answer after the end would be refused.
  const total = given.reduce((sum, { answered }) => sum + answered.seconds, 0);
  const available = attempt.closesAt
    ? (new Date(attempt.closesAt).getTime() - started.getTime()) / 1000 - 30
    : Infinity;
  const haste = Math.min(1, available / total);
  let elapsedMs = 0;
  const shown = new Map(attempt.items.map((item) => [item.id, item]));
  const responses = given.map(({ id, answered }, index): ResponseInput => {
    const item = shown.get(id)!;
    const shownMs = Math.round(answered.seconds * 1000 * haste);
    elapsedMs += shownMs;
    const wallTime = after(started, elapsedMs);
    return {
      schemaVersion: 1,
      id: newId(wallTime.getTime()),
      attemptId: attempt.id,
      itemId: id,
      contentHash: item.contentHash,
      language: attempt.language,
      optionOrder: item.options.map((option) => option.id),
      position: index + 1,
      exposure: (attempt.exposures[id] ?? 0) + 1,
      answer: answered.option,
      confidenceLevel: answered.level,
      confidence: probabilityOf(answered.level, item.guess),
      deviceSequence: index + 1,
      wallTime: wallTime.toISOString(),
      elapsedMs,
      clockOffsetMs: 0,
      shownMs,
      lease: attempt.lease,
      origin: 'online',
      appVersion: 'demonstration',
    };
  });
  const over = after(started, elapsedMs + 1000);
  if (responses.length > 0) {
    const { receipts } = await call<Receipts>(stage, player, {
      at: over,
      method: 'POST',
      url: '/api/responses',
      payload: { responses },
    });
    const refused = receipts.find((receipt) => receipt.status !== 'recorded');
    if (refused)
      throw new Error(`An answer of ${player.student.code} was not recorded: ${JSON.stringify(refused)}`);
  }
  // A practice is never ended by its student: its last answer ends it.
  if (!stopsAfter && moment !== 'practice')
    await call(stage, player, {
      at: after(over, 2000),
      method: 'POST',
      url: `/api/attempts/${attempt.id}/finish`,
    });
  return responses.length;
};

/** The decisions of the module's case in the order that the choices lead to. */
const caseWalk = (module: OpenModule) => {
  const stages = new Map(module.case!.stages.map((stage) => [stage.id, stage]));
  let at = stages.get(module.case!.start);
  return (chosen: string | undefined): string | undefined => {
    if (chosen !== undefined) at = stages.get(optionOfDecision(at!.decision!, chosen)!.next);
    while (at && !at.decision) at = at.next === undefined ? undefined : stages.get(at.next);
    return at?.decision?.id;
  };
};

/** Starts a sitting; the answers follow by themselves, so that the next start need not wait for them. */
export const startSitting = (
  stage: Stage,
  player: Player,
  sittingId: string,
  at: Date,
  roomCode?: string,
): Promise<Attempt> =>
  call<Attempt>(stage, player, {
    at,
    method: 'POST',
    url: `/api/sittings/${sittingId}/start`,
    payload: { language: 'es', ...(roomCode !== undefined && { roomCode }) },
  });

export const answerSitting = (
  stage: Stage,
  player: Player,
  attempt: Attempt,
  moment: 'opening' | 'closing' | 'selection',
  stopsAfter: number | null = null,
): Promise<number> => answerAttempt(stage, player, attempt, { moment, occasion: moment, stopsAfter });

/** One step of learning: a lesson with its checks, a practice, the case. */
export const learn = async (stage: Stage, player: Player, step: Step): Promise<number> => {
  const { module } = stage;
  const courseId = module.courseId;
  const attempt = (kind: 'practice' | 'case', at: Date, extra: object) =>
    call<Attempt>(stage, player, {
      at,
      method: 'PUT',
      url: `/api/attempts/${newId(at.getTime())}`,
      payload: {
        kind,
        courseId,
        contentId: kind === 'case' ? module.case!.id : module.id,
        language: 'es',
        ...extra,
      },
    });
  const occasion = `${step.kind}-${++player.attempts}`;
  if (step.kind === 'practice') {
    return answerAttempt(stage, player, await attempt('practice', step.at, { size: step.size }), {
      moment: 'practice',
      occasion,
    });
  }
  if (step.kind === 'case') {
    return answerAttempt(stage, player, await attempt('case', step.at, {}), { moment: 'case', occasion });
  }
  const lesson = module.lessons[step.lesson]!;
  const readAt = after(step.at, lesson.minutes * 60_000);
  const checks =
    step.checks && lesson.checks.length > 0
      ? await answerAttempt(stage, player, await attempt('practice', step.at, { items: lesson.checks }), {
          moment: 'practice',
          occasion,
        })
      : 0;
  await call(stage, player, {
    at: readAt,
    method: 'PUT',
    url: `/api/courses/${courseId}/lessons/${lesson.id}/progress`,
    payload: { finished: true },
  });
  return checks;
};

const minuteMs = 60_000;

/** Rates every objective once the form is over; at the closing, looking back too. */
export const rateObjectives = async (
  stage: Stage,
  player: Player,
  sittingId: string,
  startedAt: Date,
  moment: 'opening' | 'closing',
  seed: string,
): Promise<void> => {
  const { objectives } = stage.app.catalogue.getCourse(stage.module.courseId);
  const feel = (objectiveId: string, when: 'before' | 'after' | 'then') =>
    drawFeeling(seed, player.student, objectiveId, when);
  await call(stage, player, {
    at: after(startedAt, 45 * minuteMs),
    method: 'PUT',
    url: `/api/sittings/${sittingId}/self-efficacy?language=es`,
    payload: {
      ratings: objectives.map(({ id }) =>
        moment === 'opening'
          ? { objectiveId: id, now: feel(id, 'before') }
          : { objectiveId: id, now: feel(id, 'after'), then: feel(id, 'then') },
      ),
    },
  });
};
