import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const database = {
  globalSetup: at('packages/database/src/test-setup.ts'),
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // A test file keeps nothing at module level that another could trip over: a worker may serve many.
    isolate: false,
    projects: [
      { root: at('packages/measurement'), test: { name: 'measurement', testTimeout: 120_000 } },
      { root: at('packages/models'), test: { name: 'models' } },
      at('packages/figures/vitest.config.ts'),
      { root: at('packages/content'), test: { name: 'content', testTimeout: 30_000 } },
      { root: at('packages/database'), test: { name: 'database', ...database } },
      { root: at('apps/api'), test: { name: 'api', ...database } },
      at('apps/web/vitest.config.ts'),
      {
        root: at('apps/web'),
        test: { name: 'recording', include: ['e2e/recording/*.test.ts'], ...database },
      },
      {
        root: at('apps/web'),
        test: {
          name: 'preview',
          include: ['e2e/preview/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      { root: at('scripts'), test: { name: 'scripts', include: ['*.test.ts', 'prove/*.test.ts'] } },
    ],
  },
});
