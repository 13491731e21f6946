import { expect, test } from 'vitest';
import type { ResponseInput } from '@puente/schemas';
import { sendFinish, sendResponses } from './send.ts';

const responses = [{ id: 'a' }, { id: 'b' }] as ResponseInput[];
const receipts = responses.map(({ id }) => ({ id, status: 'recorded', receivedAt: '2026-11-21T23:40:00Z' }));
const received = () => Response.json({ serverNow: '2026-11-21T23:40:00Z', receipts });

/** Answers each call in turn and keeps what was asked. */
const server = (...answers: (() => Response)[]) => {
  const asked: string[] = [];
  const accounts = new Set<string | undefined>();
  const fetch = (async (path: string, init?: { headers?: Record<string, string> }) => {
    asked.push(path);
    accounts.add(init?.headers?.['puente-account']);
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  }) as typeof globalThis.fetch;
  return { fetch, asked, accounts };
};
const status = (code: number) => () => new Response(null, { status: code });

test('receipts come back in the order of the answers', async () => {
  const outcome = await sendResponses('rosa', responses, server(received));
  expect(outcome).toMatchObject({ ok: true, receipts });
});

test('an expired session is refreshed once and the answers go out', async () => {
  const { fetch, asked } = server(status(401), status(200), received);
  expect(await sendResponses('rosa', responses, { fetch })).toMatchObject({ ok: true });
  expect(asked).toEqual(['/api/responses', '/api/session/refresh', '/api/responses']);
});

test('each message says whose it is, so that nobody else who signs in on the phone sends it', async () => {
  const { fetch, accounts } = server(status(401), status(200), status(403));
  expect(await sendResponses('rosa', responses, { fetch })).toEqual({ ok: false, why: 'signed-out' });
  expect([...accounts]).toEqual(['rosa']);
});

test('whoever is signed out keeps the answers', async () => {
  const { fetch } = server(status(401), status(401));
  expect(await sendResponses('rosa', responses, { fetch })).toEqual({ ok: false, why: 'signed-out' });
});

test.for([429, 500, 503])('%i never counts as received', async (code) => {
  expect(await sendResponses('rosa', responses, server(status(code)))).toEqual({
    ok: false,
    why: 'busy',
  });
});

test('a server that is busy says for how long', async () => {
  const busy = () => new Response(null, { status: 503, headers: { 'retry-after': '7' } });
  const outcome = { ok: false, why: 'busy', waitMs: 7_000 };
  expect(await sendResponses('rosa', responses, server(busy))).toEqual(outcome);
});

test.for([400, 413, 422])('%i says nothing about the answers in the parcel', async (code) => {
  const outcome = { ok: false, why: 'unreadable' };
  expect(await sendResponses('rosa', responses, server(status(code)))).toEqual(outcome);
});

test('the end of an attempt is heard, or goes again', async () => {
  expect(await sendFinish('rosa', 'a', server(status(200)))).toBe(true);
  expect(await sendFinish('rosa', 'a', server(status(503)))).toBe(false);
  expect(await sendFinish('rosa', 'a', server(status(409)))).toBe(true);
  expect(await sendFinish('rosa', 'a', server())).toBe(false);
});

test('no signal, and a page that is no receipt, leave the answers here', async () => {
  const portal = () => new Response('<html>Acepta los términos</html>');
  const half = () => Response.json({ serverNow: '2026-11-21T23:40:00Z', receipts: receipts.slice(1) });
  const others = () =>
    Response.json({ serverNow: '2026-11-21T23:40:00Z', receipts: [...receipts].reverse() });
  for (const { fetch } of [server(), server(portal), server(half), server(others)]) {
    expect(await sendResponses('rosa', responses, { fetch })).toEqual({ ok: false, why: 'no-signal' });
  }
});
