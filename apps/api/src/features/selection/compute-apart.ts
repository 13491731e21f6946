import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ComputedApart, Task } from './computing-worker.ts';

const program = fileURLToPath(new URL('./computing-worker.ts', import.meta.url));

/**
 * Computes in a process of its own, of lower priority: ranking a hundred thousand people takes minutes of a core,
 * and no answer waits behind it.
 */
export const computeApart = async <Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  onPart: (part: Exclude<ComputedApart[Kind], { result: unknown }>) => Promise<void> = async () => undefined,
  signal?: AbortSignal,
): Promise<Extract<ComputedApart[Kind], { result: unknown }>['result']> => {
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(signal && { signal }),
  });
  try {
    return await new Promise((resolve, reject) => {
      // One part after the other: they are written to the database in their order.
      let parts: Promise<void> = Promise.resolve();
      child.on('message', (message: ComputedApart[Kind] | { refused: string }) => {
        if ('refused' in message) reject(new RangeError(message.refused));
        else if ('result' in message) parts.then(() => resolve(message.result as never), reject);
        else parts = parts.then(() => onPart(message as never));
        parts.catch(reject);
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        const fail = () => reject(new Error(`The computation ended with code ${code}.`));
        parts.then(fail, fail);
      });
      child.send(task);
    });
  } finally {
    child.kill();
  }
};
