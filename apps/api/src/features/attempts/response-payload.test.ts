import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ResponseInput } from '@puente/schemas';
import { expect, test } from 'vitest';
import { payloadOf } from './response-payload.ts';

const response: ResponseInput = {
  schemaVersion: 1,
  id: '0198f000-0000-7000-8000-000000000001',
  attemptId: '0198f000-0000-7000-8000-000000000002',
  itemId: 'phys-mp-rest-1',
  contentHash: 'a'.repeat(64),
  language: 'es',
  optionOrder: ['b', 'a'],
  position: 1,
  exposure: 1,
  answer: 'a',
  confidenceLevel: 2,
  confidence: 0.7,
  deviceSequence: 1,
  wallTime: '2026-11-21T20:00:00Z',
  elapsedMs: null,
  clockOffsetMs: -12,
  shownMs: 1000,
  lease: 1,
  origin: 'online',
  appVersion: '1.0.0',
};

test.each([
  ['an ordinary one', {}],
  ['several options', { answer: ['z', 'a'] }],
  ['quotes, controls and letters of any script in a typed answer', { answer: '"3,5\n ≈ \\ñ😀\u2028' }],
  ['numbers at the edges', { confidence: 1 / 3, clockOffsetMs: -0, elapsedMs: 10_000_000_000, shownMs: 0 }],
] as const)('the payload of %s is RFC 8785 over every field of the schema', (_, over) => {
  const whole = { ...response, ...over } as ResponseInput;
  const { payload, payloadHash } = payloadOf(whole);
  expect(payload).toBe(canonicalize(whole));
  expect(Object.keys(JSON.parse(payload) as object)).toEqual(Object.keys(ResponseInput.shape).sort());
  expect(payloadHash).toBe(createHash('sha256').update(payload).digest('hex'));
});
