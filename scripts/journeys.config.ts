import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../apps/web', import.meta.url)),
    include: ['e2e/**/*.journey.ts'],
    globalSetup: fileURLToPath(new URL('../apps/web/e2e/serve.ts', import.meta.url)),
    testTimeout: 480_000,
    hookTimeout: 240_000,
    // Two cores: browsers that run side by side only make each other wait.
    fileParallelism: false,
  },
});
