import { readFileSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { editorSchemas, editorWorkspace } from './json-schema.ts';
import { readDirectory } from './read-directory.ts';

const folder = join(import.meta.dirname, '../json-schema');
const courses = join(import.meta.dirname, '../../../content');
const stale = 'run `pnpm content:schemas`';

test('the schemas for editors are those that the check reads by', () => {
  expect(readdirSync(folder).sort(), stale).toEqual(
    editorSchemas()
      .map(({ file }) => file)
      .sort(),
  );
  for (const { file, text } of editorSchemas())
    expect(readFileSync(join(folder, file), 'utf8'), stale).toBe(text);
  expect(readFileSync(join(courses, 'puente.code-workspace'), 'utf8'), stale).toBe(editorWorkspace());
});

test('every YAML file of the courses has one of them, and passes it', () => {
  const reader = readDirectory(courses);
  const schemas = editorSchemas().map(({ files, text }) => ({
    files,
    schema: z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]),
  }));
  const read = reader.files().filter((file) => file.endsWith('.yaml'));
  expect(read.length).toBeGreaterThan(50);
  const slipped = new Map<z.ZodType, object>();
  for (const file of read) {
    const own = schemas.filter(({ files }) => files.some((glob) => matchesGlob(file, glob)));
    expect(own.length, file).toBe(1);
    const value: unknown = parse(reader.text(file));
    expect(own[0]!.schema.safeParse(value).error?.issues, file).toBeUndefined();
    slipped.set(own[0]!.schema, value as object);
  }
  expect(slipped.size).toBe(schemas.length);
  for (const [schema, value] of slipped) expect(schema.safeParse({ ...value, slip: 1 }).success).toBe(false);
});
