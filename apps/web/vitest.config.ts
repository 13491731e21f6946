import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Without the pages' framework: what is tested here runs without a page.
export default defineConfig({
  plugins: [svelte()],
  test: { name: 'web', isolate: false, include: ['src/**/*.test.ts'] },
});
