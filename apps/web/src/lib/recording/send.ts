import type { Receipt, ResponseInput } from '@puente/schemas';
import { readClocks, type Reading } from './attempt-clock.ts';

const patienceMs = 20_000;

/** Why nothing was received; the answers stay here whatever it is. */
export type UnsentWhy = 'no-signal' | 'signed-out' | 'busy';

export type Sent =
  | { ok: true; serverNow: string; receipts: Receipt[]; sent: Reading; received: Reading }
  | { ok: false; why: UnsentWhy };

type Fetch = typeof globalThis.fetch;

const post = (fetch: Fetch, path: string, body?: unknown) =>
  fetch(path, {
    method: 'POST',
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

/** One refresher at a time among this browser's tabs. */
const refresh = (fetch: Fetch) => {
  const ask = async () => (await post(fetch, '/api/session/refresh')).ok;
  return navigator.locks ? navigator.locks.request('puente-session', ask) : ask();
};

/**
 * Sends answers once and brings back their receipts, in order. What waits on the device when there
 * is no signal goes through here too: this is the only way out.
 */
export const sendResponses = async (
  responses: readonly ResponseInput[],
  fetch: Fetch = globalThis.fetch,
): Promise<Sent> => {
  try {
    let sent = readClocks();
    let answer = await post(fetch, '/api/responses', { responses });
    if (answer.status === 401) {
      if (!(await refresh(fetch))) return { ok: false, why: 'signed-out' };
      sent = readClocks();
      answer = await post(fetch, '/api/responses', { responses });
    }
    if (!answer.ok) return { ok: false, why: answer.status === 401 ? 'signed-out' : 'busy' };
    // A captive portal answers 200 with a page of its own: without receipts nothing was received.
    const { serverNow, receipts } = (await answer.json()) as { serverNow: string; receipts: Receipt[] };
    if (receipts.length !== responses.length) return { ok: false, why: 'no-signal' };
    return { ok: true, serverNow, receipts, sent, received: readClocks() };
  } catch {
    return { ok: false, why: 'no-signal' };
  }
};
