import { expect, test } from 'vitest';
import { runToEnd } from './run-to-end.ts';

const options = { cwd: import.meta.dirname };

test('what fails says what it printed', async () => {
  await runToEnd('sh', ['-c', 'echo fine'], options);
  await expect(runToEnd('sh', ['-c', 'echo one; echo two >&2; exit 3'], options)).rejects.toThrow(
    /one\n[^]*two\n/,
  );
});

// Its output closes only when all that inherited it have ended: were one left, this would wait for it.
test('a signal ends the program and what it started', async () => {
  const ending = new AbortController();
  const began = Date.now();
  const work = runToEnd('sh', ['-c', 'sleep 300 & sleep 300'], { ...options, signal: ending.signal });
  setTimeout(() => ending.abort(new Error('enough')), 200);
  await expect(work).rejects.toThrow('enough');
  expect(Date.now() - began).toBeLessThan(30_000);
  await expect(runToEnd('sh', ['-c', 'exit 0'], { ...options, signal: ending.signal })).rejects.toThrow(
    'enough',
  );
});
