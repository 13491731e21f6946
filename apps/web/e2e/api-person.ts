import { password } from './people.ts';

type Credentials = { email: string } | { institution: string; studentCode: string };

/** Somebody at work through the API alone: for what a journey needs of others. */
export interface ApiPerson {
  get<Result>(path: string): Promise<Result>;
  post<Result>(path: string, body?: unknown): Promise<Result>;
  put<Result>(path: string, body: unknown): Promise<Result>;
  /** The bytes of a file. */
  download(path: string): Promise<Buffer>;
}

/** Signs in where it is needed: when a story leaps over days, sessions end. */
export const apiPerson = (address: string, credentials: Credentials): ApiPerson => {
  let cookies = '';
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${address}/api/${path}`, {
      method,
      headers: {
        origin: address,
        cookie: cookies,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    let answer = await send(method, path, body);
    if (answer.status === 401) {
      cookies = '';
      const session = await send('POST', 'session', { ...credentials, password });
      if (!session.ok) throw new Error(`session: ${await session.text()}`);
      cookies = session.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      answer = await send(method, path, body);
    }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const json = async <Result>(method: string, path: string, body?: unknown) =>
    (await (await ask(method, path, body)).json()) as Result;
  return {
    get: (path) => json('GET', path),
    post: (path, body) => json('POST', path, body),
    put: (path, body) => json('PUT', path, body),
    download: async (path) => Buffer.from(await (await ask('GET', path)).arrayBuffer()),
  };
};
