import { expect, test } from 'vitest';
import type { ResponseInput } from '@puente/schemas';
import { sendResponses } from './send.ts';

const responses = [{ id: 'a' }, { id: 'b' }] as ResponseInput[];
const receipts = responses.map(({ id }) => ({ id, status: 'recorded', receivedAt: '2026-11-21T23:40:00Z' }));
const received = () => Response.json({ serverNow: '2026-11-21T23:40:00Z', receipts });

/** Answers each call in turn and keeps what was asked. */
const server = (...answers: (() => Response)[]) => {
  const asked: string[] = [];
  const fetch = (async (path: string) => {
    asked.push(path);
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  }) as typeof globalThis.fetch;
  return { fetch, asked };
};
const status = (code: number) => () => new Response(null, { status: code });

test('receipts come back in the order of the answers', async () => {
  const outcome = await sendResponses(responses, server(received).fetch);
  expect(outcome).toMatchObject({ ok: true, receipts });
});

test('an expired session is refreshed once and the answers go out', async () => {
  const { fetch, asked } = server(status(401), status(200), received);
  expect(await sendResponses(responses, fetch)).toMatchObject({ ok: true });
  expect(asked).toEqual(['/api/responses', '/api/session/refresh', '/api/responses']);
});

test('whoever is signed out keeps the answers', async () => {
  const { fetch } = server(status(401), status(401));
  expect(await sendResponses(responses, fetch)).toEqual({ ok: false, why: 'signed-out' });
});

test.for([429, 500, 503])('%i never counts as received', async (code) => {
  expect(await sendResponses(responses, server(status(code)).fetch)).toEqual({ ok: false, why: 'busy' });
});

test('no signal, and a page that is no receipt, leave the answers here', async () => {
  const portal = () => new Response('<html>Acepta los términos</html>');
  const half = () => Response.json({ serverNow: '2026-11-21T23:40:00Z', receipts: receipts.slice(1) });
  for (const { fetch } of [server(), server(portal), server(half)]) {
    expect(await sendResponses(responses, fetch)).toEqual({ ok: false, why: 'no-signal' });
  }
});
