import * as fc from 'fast-check';

import type { Attempt, ConfidenceLevel, Receipt, ResponseInput } from '@puente/schemas';
import type { TestApp } from '../../../api/src/testing.ts';
import { newId } from '../../src/lib/state/new-id.ts';
import { ExpectedServer } from './expected-receipts.ts';
import { Line, lineStates, type Asked, type LineState } from './simulated-line.ts';
import { Phone, Tab, type Given, type World } from './simulated-phone.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const accessMs = 600_000;

/** What happens to the phones, one thing after another. */
export type Step =
  | {
      do: 'answer';
      phone: number;
      tab: number;
      place: number;
      option: number;
      confidence: ConfidenceLevel;
      amount: number;
    }
  | { do: 'wait'; ms: number }
  | { do: 'line'; phone: number; state: LineState }
  | { do: 'deliver'; phone: number }
  | { do: 'flush'; phone: number; tab: number }
  | { do: 'kill'; phone: number; tab: number }
  | { do: 'open'; phone: number }
  | { do: 'sleep'; phone: number; ms: number }
  | { do: 'setClock'; phone: number; ms: number }
  | { do: 'evict'; phone: number }
  | { do: 'takeOver'; phone: number }
  | { do: 'expire'; phone: number; forGood: boolean }
  | { do: 'other'; amount: number }
  | { do: 'extend'; minutes: number }
  | { do: 'finish'; phone: number; tab: number };

const phone = fc.constantFrom(0, 0, 0, 1);
const tab = fc.nat(2);
const confidence = fc.constantFrom<ConfidenceLevel[]>(0, 1, 2, 3, 4);
const answer = fc.record({
  do: fc.constant('answer' as const),
  phone,
  tab,
  place: fc.nat(19),
  option: fc.nat(3),
  confidence,
  amount: fc.integer({ min: 1, max: 26 }),
});
const step = (clocksJump: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 27, arbitrary: answer },
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.integer({ min: 500, max: 4 * minuteMs }),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('line' as const),
        phone,
        state: fc.constantFrom(...lineStates),
      }),
    },
    { weight: 9, arbitrary: fc.record({ do: fc.constant('deliver' as const), phone }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('flush' as const), phone, tab }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('kill' as const), phone, tab }) },
    { weight: 9, arbitrary: fc.record({ do: fc.constant('open' as const), phone }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('sleep' as const),
        phone,
        ms: fc.integer({ min: 1000, max: 5 * minuteMs }),
      }),
    },
    {
      weight: clocksJump ? 6 : 0,
      arbitrary: fc.record({
        do: fc.constant('setClock' as const),
        phone,
        ms: fc.integer({ min: -2 * hourMs, max: 2 * hourMs }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('evict' as const), phone }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('takeOver' as const), phone: fc.nat(1) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('expire' as const), phone, forGood: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('other' as const), amount: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('extend' as const), minutes: fc.integer({ min: 1, max: 10 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('finish' as const), phone, tab }) },
  ) as fc.Arbitrary<Step>;

export interface Story {
  kind: 'sitting' | 'practice';
  lateHours: number;
  clocksJump: boolean;
  skewMs: number;
  /** When the phones have a signal again for good. */
  nextMs: number;
  chance: number;
  /** Whether the browser of each phone promised to keep what is there. */
  persisted: [boolean, boolean];
  steps: Step[];
}

export const stories: fc.Arbitrary<Story> = fc.boolean().chain((clocksJump) =>
  fc.record({
    kind: fc.constantFrom<Story['kind'][]>('sitting', 'sitting', 'sitting', 'sitting', 'practice'),
    lateHours: fc.constantFrom(24, 24, 24, 0),
    clocksJump: fc.constant(clocksJump),
    skewMs: fc.integer({ min: -hourMs, max: hourMs }),
    nextMs: fc.constantFrom(minuteMs, 11 * hourMs, 11 * hourMs, 40 * hourMs),
    chance: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    persisted: fc.tuple(fc.boolean(), fc.boolean()),
    steps: fc.array(step(clocksJump), { minLength: 35, maxLength: 65, size: 'max' }),
  }),
);

export interface Tally {
  responses: number;
  lost: number;
  doubled: number;
  countedWrongly: number;
  setAside: number;
  /** By the browser, after the page had said that it may. */
  thrownAway: number;
  faults: Record<string, number>;
}

const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface SignIn {
  who: 'student' | 'classmate';
  session: string;
  until: number;
  renewable: boolean;
}

/** Plays one story against the real API and says what became of each answer. */
export class SimulatedRun {
  readonly #t: TestApp;
  readonly #story: Story;
  readonly #world: World;
  readonly #expected = new ExpectedServer();
  readonly #phones: Phone[] = [];
  readonly #signIns: SignIn[] = [];
  readonly #given: Given[] = [];
  readonly #faults: Record<string, number> = {};
  readonly #wrong: string[] = [];
  /** Gone with a phone's storage, as a page had said that they may. */
  readonly #thrownAway = new Set<string>();
  #attemptId = '';
  #sittingId: string | undefined;
  #otherAttempt!: Attempt;

  constructor(t: TestApp, story: Story) {
    this.#t = t;
    this.#story = story;
    this.#world = { now: t.clock.now.getTime() };
    const chance = random(story.chance);
    for (const [index, name] of ['here', 'there'].entries()) {
      const line = new Line(chance, (asked) => this.#serve(index, asked));
      this.#phones.push(
        new Phone(`${name}-${newId()}`, this.#world, line, story.skewMs, story.persisted[index]!),
      );
      this.#signIns.push({
        who: 'student',
        session: newId(),
        until: this.#world.now + accessMs,
        renewable: true,
      });
    }
  }

  async play(): Promise<Tally> {
    await this.#begin();
    for (const step of this.#story.steps) {
      await this.#take(step);
      await this.#quiet();
    }
    await this.#nextMorning();
    return this.#compare();
  }

  #count(fault: string) {
    this.#faults[fault] = (this.#faults[fault] ?? 0) + 1;
  }

  /** The API as it is, behind the sign-in of one phone. */
  async #serve(index: number, { path, method, headers, body }: Asked): Promise<Response> {
    const signIn = this.#signIns[index]!;
    this.#t.clock.now = new Date(this.#world.now);
    if (path === '/api/session/refresh') {
      if (!signIn.renewable) return new Response(null, { status: 401 });
      signIn.until = this.#world.now + accessMs;
      return Response.json({});
    }
    const person = this.#t.people[signIn.who]!;
    const token = this.#t.app.jwt.sign({
      acc: person.accountId,
      ins: person.institutionId,
      mem: person.membershipId,
      ses: signIn.session,
      rol: person.role,
      lrn: person.learnerKey,
      iat: Math.floor((signIn.until - accessMs) / 1000),
      exp: Math.floor(signIn.until / 1000),
    });
    const answer = await this.#t.app.inject({
      method: method as 'GET',
      url: path,
      headers,
      cookies: { puente_access: token },
      ...(body !== undefined && { payload: body }),
    });
    if (path === '/api/responses' && answer.statusCode === 200) {
      this.#checkReceipts(signIn.who, JSON.parse(body!).responses, answer.json());
    }
    if (path.endsWith('/finish') && answer.statusCode === 200) {
      const attempt = this.#expected.attempts.get(path.split('/')[3]!)!;
      attempt.finishedMs ??= this.#world.now;
    }
    return new Response(answer.rawPayload as BodyInit, {
      status: answer.statusCode,
      headers: { 'content-type': 'application/json' },
    });
  }

  #checkReceipts(account: string, responses: ResponseInput[], { receipts }: { receipts: Receipt[] }) {
    const expected = this.#expected.receive(account, responses, this.#world.now);
    for (const { id, status, reason } of receipts) {
      const should = expected.get(id!)!;
      if (should.status !== status || should.reason !== reason) {
        this.#wrong.push(
          `${id}: ${status} ${reason ?? ''}, by the rule ${should.status} ${should.reason ?? ''}`,
        );
      }
    }
  }

  async #ask<T>(index: number, method: string, path: string, body?: unknown): Promise<T | undefined> {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await this.#serve(index, {
      method,
      path,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return answer.ok ? ((await answer.json()) as T) : undefined;
  }

  async #asStaff(method: 'POST', url: string, payload: object) {
    this.#t.clock.now = new Date(this.#world.now);
    const answer = await this.#t.as('staff')({ method, url, payload });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.json() as { id: string };
  }

  #expect(account: 'student' | 'classmate', attempt: Attempt) {
    this.#expected.attempts.set(attempt.id, {
      account,
      kind: attempt.kind === 'sitting' ? 'sitting' : 'practice',
      startedMs: Date.parse(attempt.startedAt),
      closesMs: attempt.closesAt === null ? null : Date.parse(attempt.closesAt),
      finishedMs: null,
      lateHours: this.#story.lateHours,
      lease: 1,
      takenOverMs: [],
    });
  }

  async #begin() {
    const practice = {
      kind: 'practice',
      courseId: 'physiology',
      contentId: 'membrane-potential',
      language: 'es',
    };
    this.#signIns[1]!.who = 'classmate';
    this.#otherAttempt = (await this.#ask<Attempt>(1, 'PUT', `/api/attempts/${newId()}`, practice))!;
    this.#signIns[1]!.who = 'student';
    this.#expect('classmate', this.#otherAttempt);
    let attempt: Attempt | undefined;
    if (this.#story.kind === 'practice') {
      attempt = await this.#ask<Attempt>(0, 'PUT', `/api/attempts/${newId()}`, practice);
    } else {
      const { id } = await this.#asStaff('POST', `/api/cohorts/${this.#t.home.cohortId}/sittings`, {
        courseId: 'physiology',
        wave: 'closing',
        opensAt: new Date(this.#world.now - minuteMs).toISOString(),
        closesAt: new Date(this.#world.now + 8 * hourMs).toISOString(),
        durationMinutes: 20,
        lateHours: this.#story.lateHours,
      });
      this.#sittingId = id;
      attempt = await this.#ask<Attempt>(0, 'POST', `/api/sittings/${id}/start`, { language: 'es' });
    }
    if (!attempt) throw new Error('The story has no beginning');
    this.#attemptId = attempt.id;
    this.#expect('student', attempt);
    this.#phones[0]!.keptPage = attempt;
    new Tab(this.#phones[0]!, this.#t.people.student!.membershipId, attempt);
    await this.#quiet();
  }

  #tab(index: number, place: number): Tab | undefined {
    const tabs = this.#phones[index]!.open.filter(({ attempt }) => attempt?.id === this.#attemptId);
    return tabs[place % tabs.length];
  }

  /** Opens the attempt's page: from the server where there is a line, else as the phone kept it. */
  async #openPage(index: number) {
    const phone = this.#phones[index]!;
    const membership = this.#t.people.student!.membershipId;
    const signIn = this.#signIns[index]!;
    if (signIn.who !== 'student') return;
    if (phone.line.state === 'good') {
      if (signIn.until <= this.#world.now && !signIn.renewable) return;
      signIn.until = this.#world.now + accessMs;
      const attempt = await this.#ask<Attempt>(index, 'GET', `/api/attempts/${this.#attemptId}`);
      if (!attempt?.held || attempt.items.length === 0) return;
      phone.keptPage = attempt;
      new Tab(phone, membership, attempt);
    } else if (phone.keptPage) {
      new Tab(phone, membership, phone.keptPage, false);
      this.#count('page without signal');
    }
  }

  async #takeOver(index: number) {
    const attempt = this.#expected.attempts.get(this.#attemptId)!;
    const phone = this.#phones[index]!;
    if (!this.#sittingId || phone.line.state !== 'good' || this.#signIns[index]!.who !== 'student') return;
    this.#signIns[index]!.until = this.#world.now + accessMs;
    const taken = await this.#ask<Attempt>(index, 'POST', `/api/attempts/${this.#attemptId}/take-over`, {});
    if (!taken) return;
    if (taken.lease > attempt.lease) {
      attempt.lease = taken.lease;
      attempt.takenOverMs.push(this.#world.now);
      this.#count('take-over');
    }
    phone.keptPage = taken;
    new Tab(phone, this.#t.people.student!.membershipId, taken);
  }

  /** Somebody else signs in on the first phone, answers, and hands it back. */
  async #other(amount: number) {
    const phone = this.#phones[0]!;
    const signIn = this.#signIns[0]!;
    const mine = { ...signIn };
    Object.assign(signIn, {
      who: 'classmate',
      session: newId(),
      until: this.#world.now + accessMs,
      renewable: true,
    });
    phone.keptPage = undefined;
    const tab = new Tab(phone, this.#t.people.classmate!.membershipId, this.#otherAttempt, false);
    for (let index = 0; index < amount; index++) tab.answer(index, index, 2);
    for (const open of phone.open) open.track(open.outbox.flush());
    await this.#quiet();
    tab.kill();
    this.#given.push(...tab.given);
    Object.assign(signIn, mine);
    this.#count('two people on a phone');
  }

  /**
   * The browser of one phone throws everything away, as it may where it promised nothing. What an open page gave it puts
   * back; whatever else is lost must have been told on a page as waiting here, and as what may be thrown away.
   */
  async #evict(index: number) {
    const phone = this.#phones[index]!;
    if ((await phone.storage.persisted()) || phone.line.held.length > 0) return;
    const idsOf = (tabs: readonly Tab[]) =>
      tabs.flatMap(({ given }) => given.map(({ response }) => response.id));
    const open = new Set(idsOf(phone.open));
    for (const id of idsOf(phone.tabs)) {
      if (open.has(id) || this.#expected.kept.has(id)) continue;
      this.#thrownAway.add(id);
      if (!phone.warnedOf.has(id))
        this.#wrong.push(`${id} was thrown away, and no page had said that it may be`);
    }
    await phone.evict();
    this.#count('eviction');
  }

  async #take(step: Step): Promise<void> {
    switch (step.do) {
      case 'answer': {
        const tab = this.#tab(step.phone, step.tab);
        for (let more = 0; more < step.amount; more++) {
          tab?.answer(step.place + more, step.option + more, step.confidence);
          this.#world.now += 1500;
        }
        return;
      }
      case 'wait':
        return this.#pass(step.ms);
      case 'line':
        this.#phones[step.phone]!.line.state = step.state;
        return this.#count(step.state);
      case 'deliver': {
        const { line } = this.#phones[step.phone]!;
        line.tire(this.#world.now);
        await this.#quiet();
        return line.deliver();
      }
      case 'flush': {
        const tab = this.#tab(step.phone, step.tab);
        return tab?.track(tab.outbox.flush());
      }
      case 'kill': {
        const tab = this.#tab(step.phone, step.tab);
        if (!tab) return;
        this.#count('page killed');
        this.#given.push(...tab.given);
        return tab.kill();
      }
      case 'open':
        return this.#openPage(step.phone);
      case 'sleep':
        this.#phones[step.phone]!.sleptMs += step.ms;
        this.#count('sleep');
        return this.#pass(step.ms);
      case 'setClock':
        this.#phones[step.phone]!.skewMs += step.ms;
        return this.#count('clock set');
      case 'evict':
        return this.#evict(step.phone);
      case 'takeOver':
        return this.#takeOver(step.phone);
      case 'expire': {
        const signIn = this.#signIns[step.phone]!;
        signIn.until = this.#world.now - 1;
        signIn.renewable = !step.forGood;
        return this.#count('session expired');
      }
      case 'other':
        return this.#other(step.amount);
      case 'extend':
        return this.#extend(step.minutes);
      case 'finish': {
        const tab = this.#tab(step.phone, step.tab);
        return tab?.track(tab.outbox.finish(this.#attemptId));
      }
    }
  }

  async #extend(minutes: number) {
    const attempt = this.#expected.attempts.get(this.#attemptId)!;
    if (!this.#sittingId || attempt.finishedMs !== null || this.#world.now > attempt.closesMs!) return;
    const { membershipId } = this.#t.people.student!;
    await this.#asStaff('POST', `/api/sittings/${this.#sittingId}/candidates/${membershipId}/extension`, {
      minutes,
      why: 'El ascensor se detuvo',
    });
    attempt.closesMs! += minutes * minuteMs;
    this.#count('extension');
  }

  /** Time goes by: what has been on its way too long is given up, and pages try again when they said. */
  async #pass(ms: number) {
    const until = this.#world.now + ms;
    for (;;) {
      const due = this.#phones
        .flatMap(({ open }) => open.flatMap(({ timers }) => [...timers].map(([work, at]) => ({ work, at }))))
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at - b.at)[0];
      this.#world.now = Math.max(this.#world.now, due?.at ?? until);
      for (const { line } of this.#phones) line.tire(this.#world.now);
      if (!due) break;
      due.work();
      await this.#quiet();
    }
    await this.#quiet();
  }

  /** Waits until nothing moves but what the line holds. */
  async #quiet() {
    for (let still = 0; still < 60;) {
      await new Promise((turn) => setImmediate(turn));
      const tabs = this.#phones.flatMap(({ open }) => open);
      if (tabs.every(({ busy }) => busy.size === 0)) return;
      const lines = this.#phones.map(({ line }) => line);
      const waits =
        lines.every(({ underWay }) => underWay === 0) && lines.some(({ held }) => held.length > 0);
      still = waits ? still + 1 : 0;
    }
  }

  async #nextMorning() {
    await this.#pass(10 * minuteMs);
    for (const tab of this.#phones.flatMap(({ open }) => open)) {
      this.#given.push(...tab.given);
      tab.kill();
    }
    this.#world.now += this.#story.nextMs;
    for (const [index, phone] of this.#phones.entries()) {
      phone.line.state = 'good';
      while (phone.line.held.length > 0) {
        await phone.line.deliver();
        await this.#quiet();
      }
      for (const who of ['student', 'classmate'] as const) {
        Object.assign(this.#signIns[index]!, { who, until: this.#world.now + accessMs, renewable: true });
        const tab = new Tab(phone, this.#t.people[who]!.membershipId);
        tab.track(tab.outbox.flush());
        await this.#quiet();
        const left = await tab.outbox.waiting();
        if (left.length > 0) this.#wrong.push(`${left.length} still wait on ${phone.name}`);
        tab.kill();
      }
    }
  }

  async #compare(): Promise<Tally> {
    const tally: Tally = {
      responses: this.#given.length,
      lost: 0,
      doubled: 0,
      countedWrongly: 0,
      setAside: 0,
      thrownAway: 0,
      faults: this.#faults,
    };
    for (const [attemptId, { account }] of this.#expected.attempts) {
      this.#t.clock.now = new Date(this.#world.now);
      const answer = await this.#t.as(account)({ url: `/api/attempts/${attemptId}/receipts` });
      const { receipts } = answer.json() as {
        receipts: { id: string; counted: boolean; setAside: { reason: string } | null }[];
      };
      const mine = this.#given.filter(({ response }) => response.attemptId === attemptId);
      const ids = receipts.map(({ id }) => id);
      tally.doubled += ids.length - new Set(ids).size;
      const missing = mine.filter(({ response: { id } }) => !ids.includes(id));
      tally.thrownAway += missing.filter(({ response: { id } }) => this.#thrownAway.has(id)).length;
      tally.lost += missing.filter(({ response: { id } }) => !this.#thrownAway.has(id)).length;
      tally.setAside += receipts.filter(({ setAside }) => setAside).length;
      const counted = this.#expected.counted(attemptId);
      for (const { id, counted: counts } of receipts) if (counts !== counted.has(id)) tally.countedWrongly++;
      if (!this.#story.clocksJump && attemptId === this.#attemptId) {
        tally.countedWrongly += this.#againstTruth(mine);
      }
    }
    if (this.#wrong.length > 0) throw new Error(this.#wrong.slice(0, 5).join('\n'));
    return tally;
  }

  /** With clocks that nobody set, what the rule makes of an answer is what truly happened. */
  #againstTruth(given: readonly Given[]): number {
    const tolerance = 15_000;
    return given.filter(({ response, trueMs }) => {
      const kept = this.#expected.kept.get(response.id);
      if (!kept) return !this.#thrownAway.has(response.id);
      const disputed = kept.reason === 'time_disputed';
      return disputed || Math.abs(Math.min(trueMs, kept.receivedMs) - kept.givenMs) > tolerance;
    }).length;
  }
}
