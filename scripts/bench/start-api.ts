import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TokenRequest } from './api-process.ts';

export const contentFolder = fileURLToPath(new URL('../../content', import.meta.url));

export interface ApiProcess {
  port: number;
  signTokens(people: TokenRequest['people']): Promise<string[]>;
  stop(): Promise<void>;
  /** Without a word, as when the machine loses its power. */
  kill(): Promise<void>;
}

interface ApiOptions {
  url: string;
  folding: boolean;
  /** Any free one unless told. */
  port?: number;
  /** Signs sessions; made anew unless told. */
  key?: string;
}

/** The API in a process of its own, listening on a real port and signed in to the database as its own role. */
export const startApi = async (options: ApiOptions): Promise<ApiProcess> => {
  const child = fork(new URL('./api-process.ts', import.meta.url), [
    JSON.stringify({ ...options, content: contentFolder }),
  ]);
  const exited = once(child, 'exit');
  const reply = async <T>(): Promise<T> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      exited.then(() => Promise.reject(new Error("The API's process ended before it answered."))),
    ]);
    return message as T;
  };
  const { port } = await reply<{ port: number }>();
  return {
    port,
    signTokens: async (people) => {
      const replied = reply<{ tokens: string[] }>();
      child.send({ people } satisfies TokenRequest);
      return (await replied).tokens;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
};
