import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Who may import whom; the manifests hold the rest. */
const wall = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message }] }] },
});

export default ts.config(
  { ignores: ['**/node_modules/', '**/build/', '**/.svelte-kit/', '**/.puente/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unified-signatures': 'off',
      'no-unexpected-multiline': 'off',
      'no-useless-assignment': 'off',
      // Published constants keep the digits that their source printed.
      'no-loss-of-precision': 'off',
      'no-control-regex': 'off',
      'no-console': 'off',
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-at-html-tags': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/prefer-writable-derived': 'off',
    },
  },
  wall(
    ['packages/measurement/src/**', 'packages/models/src/**'],
    '^(?!\\./|\\.\\./|fast-check|vitest|odex|node:)',
    'measurement and models import nothing.',
  ),
  wall(
    ['packages/figures/src/**'],
    '^(?!\\./|\\.\\./|@puente/models|svelte|vitest)',
    'figures import models and svelte.',
  ),
  wall(['packages/schemas/src/**'], '^(?!\\./|zod|vitest)', 'schemas import zod only.'),
  wall(['packages/*/src/**'], '^@puente/(api|web)|/apps/', 'Packages never import apps.'),
  wall(['apps/api/src/**'], '^@puente/web|/apps/web', 'Apps never import each other.'),
  wall(
    ['apps/web/src/**'],
    '^@puente/(api|database|models)|^@puente/content/(practice|server)|/apps/api',
    'Pages see schemas, measurement and the public entry of content: no SQL, no keys.',
  ),
);
