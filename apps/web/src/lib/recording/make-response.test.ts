import { expect, test } from 'vitest';
import { ResponseInput, type Attempt, type ConfidenceLevel } from '@puente/schemas';
import { makeResponse, type Moment } from './make-response.ts';

const item = (id: string) => ({
  id,
  kind: 'single-best-answer',
  contentHash: id.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a'),
  stem: '',
  question: '',
  options: [
    { id: 'k3f9', text: '' },
    { id: 't81x', text: '' },
    { id: 'm2pq', text: '' },
    { id: 'w7zs', text: '' },
  ],
  guess: 0.25,
});
const attempt: Pick<Attempt, 'id' | 'language' | 'lease' | 'items' | 'exposures'> = {
  id: '0198f000-0000-7000-8000-000000000001',
  language: 'es',
  lease: 1,
  items: [item('first'), item('second')],
  exposures: { second: 2 },
};
const moment: Moment = {
  deviceSequence: 4,
  wallTime: new Date('2026-11-21T23:40:00Z'),
  elapsedMs: 61_000,
  clockOffsetMs: -340,
  shownMs: 18_400.6,
  origin: 'online',
  appVersion: '0.1.0+abc',
};
const given = (confidenceLevel: ConfidenceLevel, itemId = 'second') => ({
  id: '0198f000-0000-7000-8000-0000000000aa',
  itemId,
  answer: 't81x',
  confidenceLevel,
});

test('a response says what was shown, in which place, for the how-maniest time', () => {
  expect(makeResponse(attempt, given(3), moment)).toMatchObject({
    attemptId: attempt.id,
    itemId: 'second',
    contentHash: attempt.items[1]!.contentHash,
    optionOrder: ['k3f9', 't81x', 'm2pq', 'w7zs'],
    position: 2,
    exposure: 3,
    confidenceLevel: 3,
    confidence: 0.85,
    shownMs: 18_401,
    wallTime: '2026-11-21T23:40:00.000Z',
  });
  expect(makeResponse(attempt, given(3, 'first'), moment)).toMatchObject({ position: 1, exposure: 1 });
});

test('a guess means what the item says that it means', () => {
  expect(makeResponse(attempt, given(0), moment).confidence).toBe(0.25);
});

test('every response has the form that the API reads', () => {
  for (const level of [0, 1, 2, 3, 4] as const) {
    expect(ResponseInput.safeParse(makeResponse(attempt, given(level), moment)).error).toBeUndefined();
  }
  const asleep = { ...moment, shownMs: 9e12, elapsedMs: null, clockOffsetMs: null };
  expect(ResponseInput.safeParse(makeResponse(attempt, given(1), asleep)).error).toBeUndefined();
});

test('an item that the attempt does not ask is refused before it leaves', () => {
  expect(() => makeResponse(attempt, given(1, 'third'), moment)).toThrow(RangeError);
});
