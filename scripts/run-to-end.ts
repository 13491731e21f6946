import { spawn } from 'node:child_process';

interface Options {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Ends the program and all that it started. */
  signal?: AbortSignal | undefined;
}

/** Runs a program until it and its output have ended; what it printed is the error's message if it failed. */
export const runToEnd = (command: string, args: string[], { cwd, env, signal }: Options): Promise<void> =>
  new Promise((done, fail) => {
    signal?.throwIfAborted();
    const output: string[] = [];
    // A group of its own, so that what it started ends with it.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const end = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    };
    signal?.addEventListener('abort', end);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', fail);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) fail(signal.reason as Error);
      else if (code === 0) done();
      else fail(new Error(output.join('')));
    });
  });
