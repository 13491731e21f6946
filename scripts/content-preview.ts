import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: join(root, 'content') },
    port: { type: 'string', default: '3100' },
  },
});
const web = join(root, 'apps/web');

console.log(`Lessons, cases and practice beside their files: http://localhost:${values.port}/es`);
console.log('Save a file and the page shows it. Stop with Ctrl+C.');
const server = spawn(
  process.execPath,
  [
    join(web, 'node_modules/vite/bin/vite.js'),
    'dev',
    '--config',
    join(web, 'vite.config.ts'),
    '--port',
    values.port,
    '--strictPort',
  ],
  {
    cwd: join(web, 'preview'),
    stdio: 'inherit',
    env: { ...process.env, PUENTE_PREVIEW: 'true', PUENTE_CONTENT: resolve(values.dir) },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => (process.exitCode = code ?? 0));
