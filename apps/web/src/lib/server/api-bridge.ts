import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { PUENTE_API } from '$app/env/private';

/** Set on Node's request by the Fastify server: an API call that never leaves the process. */
type Inject = (request: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
}) => Promise<{
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Uint8Array | string;
}>;

const forwarded = ['accept', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'];

const cookieHeader = (cookies: Cookies) =>
  cookies
    .getAll()
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');

const headersOf = (event: RequestEvent, request: Request) => {
  // No origin: Kit has already refused forms of other sites, and the API trusts what names none.
  const headers: Record<string, string> = {
    host: event.url.host,
    'accept-language': event.locals.lang,
    'user-agent': event.request.headers.get('user-agent') ?? '',
    'x-forwarded-proto': event.url.protocol.slice(0, -1),
  };
  for (const name of forwarded) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  const cookie = cookieHeader(event.cookies);
  if (cookie) headers.cookie = cookie;
  return headers;
};

/** A refresh in the middle of a load must reach the browser, and the calls that follow it. */
const keepCookies = (event: RequestEvent, setCookies: string[]) => {
  for (const line of setCookies) {
    const { name, value, ...options } = event.cookies.parse(line);
    event.cookies.set(name, value ?? '', {
      ...options,
      httpOnly: options.httpOnly ?? false,
      secure: options.secure ?? false,
    });
  }
};

const bodyless = (status: number) => status === 204 || status === 205 || status === 304;

const inProcess = async (
  event: RequestEvent,
  request: Request,
  path: string,
): Promise<Response | undefined> => {
  const incoming: { puenteInject?: Inject } | undefined = event.platform?.req;
  if (!incoming?.puenteInject) return undefined;
  const body = new Uint8Array(await request.arrayBuffer());
  const answer = await incoming.puenteInject({
    method: request.method,
    url: path,
    headers: headersOf(event, request),
    body: body.byteLength > 0 ? body : undefined,
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, String(one));
  }
  return new Response(bodyless(answer.status) ? null : (answer.body as BodyInit), {
    status: answer.status,
    headers,
  });
};

const overHttp = async (event: RequestEvent, request: Request, path: string) => {
  const headers = headersOf(event, request);
  delete headers.host;
  const body = await request.arrayBuffer();
  return globalThis.fetch(new URL(path, PUENTE_API), {
    method: request.method,
    headers: { ...headers, 'x-forwarded-for': event.getClientAddress() },
    body: body.byteLength > 0 ? body : undefined,
    redirect: 'manual',
  });
};

/** Sends an `/api` request of a load or an action to the API, cookies both ways. */
export const askApi = async (event: RequestEvent, request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const path = pathname + search;
  const response = (await inProcess(event, request, path)) ?? (await overHttp(event, request, path));
  keepCookies(event, response.headers.getSetCookie());
  return response;
};
