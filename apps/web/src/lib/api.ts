import { error } from '@sveltejs/kit';
import type { Endpoint } from '@puente/schemas';
import type * as z from 'zod/mini';
import { Problem } from './problem.ts';

type Schema = z.ZodMiniType;

/** An endpoint that takes a file says nothing of its bytes: its body is `unknown`. */
type Part<Name extends string, S extends Schema> =
  unknown extends z.output<S>
    ? { [K in Name]: Uint8Array<ArrayBuffer> }
    : undefined extends z.output<S>
      ? { [K in Name]?: undefined }
      : Record<never, never> extends z.input<S>
        ? { [K in Name]?: z.input<S> }
        : { [K in Name]: z.input<S> };

type Input<P extends Schema, Q extends Schema, B extends Schema> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B>;

type Rest<I> = Record<never, never> extends I ? [input?: I] : [input: I];

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Refusals that a form can show; everything else is an error page. */
const mendable = new Set([400, 401, 409, 413, 422, 429]);
const isMendable = (status: number, code: string) => mendable.has(status) || code.startsWith('room_code');

const addressOf = (path: string, { params = {}, query = {} }: LooseInput): string => {
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  const asked = search.toString();
  return asked ? `${address}?${asked}` : address;
};

const bodyOf = (consumes: readonly string[] | undefined, body: unknown): RequestInit => {
  if (body === undefined) return {};
  return consumes?.[0]
    ? { headers: { 'content-type': consumes[0] }, body: body as Uint8Array<ArrayBuffer> }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
};

const problemOf = async (response: Response) => {
  const body = await response.json().catch(() => ({}));
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    code: 'unknown',
    ...body,
    status: response.status,
  };
};

const ask = async (
  fetch: typeof globalThis.fetch,
  endpoint: { method: string; path: string; consumes?: readonly string[] },
  input: LooseInput,
): Promise<Response> => {
  const response = await fetch(addressOf(endpoint.path, input), {
    method: endpoint.method,
    ...bodyOf(endpoint.consumes, input.body),
  }).catch(() => error(503, 'The API cannot be reached', { code: 'unreachable' }));
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (isMendable(response.status, problem.code)) throw new Problem(problem);
  error(response.status, problem.title, { code: problem.code });
};

/**
 * Calls one endpoint of the API with the `fetch` of a load or an action. The API validates with
 * the same schemas, so nothing is parsed twice and no schema reaches the phone.
 */
export const call = async <P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  fetch: typeof globalThis.fetch,
  endpoint: Endpoint<P, Q, B, R>,
  ...[input]: Rest<Input<P, Q, B>>
): Promise<z.output<R>> => {
  const response = await ask(fetch, endpoint, (input ?? {}) as LooseInput);
  return (response.status === 204 ? {} : await response.json()) as z.output<R>;
};

/** A file of the API, handed on as it is: a link to the API itself would fail once the access token is spent. */
export const callFile = async <P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  fetch: typeof globalThis.fetch,
  endpoint: Endpoint<P, Q, B, R>,
  ...[input]: Rest<Input<P, Q, B>>
): Promise<Response> => {
  const response = await ask(fetch, endpoint, (input ?? {}) as LooseInput);
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const name of ['content-type', 'content-disposition', 'x-snapshot-sha256']) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(await response.arrayBuffer(), { headers });
};
