import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Every module that runs when `file` is imported; what is imported as a type alone does not. */
function runtimeImports(file: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8').replace(/\{[^}]*\}/g, (names) =>
    names
      .slice(1, -1)
      .split(',')
      .every((name) => /^\s*(type\s.*)?$/.test(name))
      ? '{}'
      : names,
  );
  for (const [, kind, target] of text.matchAll(/^(?:import|export)\s(type\s)?[^;']*?from '([^']+)';/gm)) {
    if (kind || seen.has(target!)) continue;
    if (target!.startsWith('.')) {
      const path = join(dirname(file), target!);
      if (seen.has(path)) continue;
      seen.add(path);
      runtimeImports(path, seen);
    } else seen.add(target!);
  }
  return seen;
}

const entry = (name: string) => runtimeImports(join(import.meta.dirname, name));

test('the public entry runs in a browser: no Node, no zod, no package at all', () => {
  const imported = [...entry('public.ts')];
  expect(imported.length).toBeGreaterThan(3);
  expect(imported.filter((name) => !name.startsWith('/'))).toEqual([]);
  expect(
    imported.filter((name) => /schemas|load|lint|hash|practice/.test(name.slice(import.meta.dirname.length))),
  ).toEqual([]);
});

test('the practice entry needs neither Node nor zod', () => {
  expect([...entry('practice.ts')].filter((name) => !name.startsWith('/'))).toEqual([]);
});
