import type { Receipt, ResponseInput } from '@puente/schemas';
import { readClocks, type Reading } from './attempt-clock.ts';

const patienceMs = 20_000;

/** Why nothing was received; the answers stay here whatever it is. */
export type UnsentWhy = 'no-signal' | 'signed-out' | 'busy';

/** What the server's clock said, and when it was asked and heard here. */
export interface Heard {
  serverNow: string;
  sent: Reading;
  received: Reading;
}

export type Sent =
  | { ok: true; receipts: Receipt[]; heard: Heard }
  /** `unreadable`: the server refuses the whole parcel and not the answers in it. */
  | { ok: false; why: UnsentWhy | 'unreadable'; waitMs?: number };

type Fetch = typeof globalThis.fetch;

/** What the server must find in the session: another person's sign-in on this phone sends nothing of mine. */
export const accountHeader = 'puente-account';

const post = (fetch: Fetch, path: string, account: string, body?: unknown, method = 'POST') =>
  fetch(path, {
    method,
    signal: AbortSignal.timeout(patienceMs),
    headers: {
      [accountHeader]: account,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** One refresher at a time among this browser's tabs. */
const refresh = (fetch: Fetch, account: string) => {
  const ask = async () => (await post(fetch, '/api/session/refresh', account)).ok;
  return globalThis.navigator?.locks ? navigator.locks.request('puente-session', ask) : ask();
};

export interface Around {
  fetch?: Fetch;
  now?: () => Reading;
  method?: 'POST' | 'PUT';
}

/** A session that has run out is renewed once; its end never costs an answer. */
export const postSignedIn = async (
  path: string,
  account: string,
  { fetch = globalThis.fetch, now = readClocks, method }: Around = {},
  body?: unknown,
) => {
  let sent = now();
  let answer = await post(fetch, path, account, body, method);
  if (answer.status === 401 && (await refresh(fetch, account))) {
    sent = now();
    answer = await post(fetch, path, account, body, method);
  }
  return { answer, sent, received: now() };
};

const whyOf = ({ status, headers }: Response): Exclude<Sent, { ok: true }> => {
  if (status === 401 || status === 403) return { ok: false, why: 'signed-out' };
  if (status === 400 || status === 413 || status === 422) return { ok: false, why: 'unreadable' };
  const seconds = Number(headers.get('retry-after'));
  return { ok: false, why: 'busy', ...(seconds > 0 && { waitMs: seconds * 1000 }) };
};

/**
 * Sends answers once and brings back their receipts, in order. What waits on the device when there
 * is no signal goes through here too: this is the only way out.
 */
export const sendResponses = async (
  account: string,
  responses: readonly ResponseInput[],
  around: Around = {},
): Promise<Sent> => {
  try {
    const { answer, sent, received } = await postSignedIn('/api/responses', account, around, { responses });
    if (!answer.ok) return whyOf(answer);
    // A captive portal answers 200 with a page of its own: without receipts nothing was received.
    const { serverNow, receipts } = (await answer.json()) as { serverNow: string; receipts: Receipt[] };
    const mine = ({ id, status }: Receipt, index: number) =>
      id === responses[index]?.id || (id === null && status === 'refused');
    if (receipts.length !== responses.length || !receipts.every(mine)) return { ok: false, why: 'no-signal' };
    return { ok: true, receipts, heard: { serverNow, sent, received } };
  } catch {
    return { ok: false, why: 'no-signal' };
  }
};

/**
 * Tells the server what a person has ended: an attempt by its id, a lesson by its address
 * (`courses/physiology/lessons/resting-membrane`). Whether it has heard.
 */
export const sendFinish = async (account: string, ended: string, around: Around = {}): Promise<boolean> => {
  try {
    const { answer } = ended.includes('/')
      ? await postSignedIn(
          `/api/${ended}/progress`,
          account,
          { ...around, method: 'PUT' },
          { finished: true },
        )
      : await postSignedIn(`/api/attempts/${ended}/finish`, account, around);
    // What is not there, or what another device holds, is not for this one to end.
    return answer.ok || answer.status === 404 || answer.status === 409;
  } catch {
    return false;
  }
};
