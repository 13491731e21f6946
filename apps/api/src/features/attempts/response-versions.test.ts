import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResponseInput } from '@puente/schemas';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../fixtures/responses');
const files = readdirSync(folder);

/**
 * Records as phones wrote them, one file a `schemaVersion`. A phone may come back with its queue after two years:
 * each later version goes on reading these, word for word, and a file is never edited; a new version adds its own.
 */
test.each(files)('what a phone kept as %s is read as it was written', (file) => {
  const kept = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { schemaVersion: number }[];
  expect(kept.length).toBeGreaterThan(0);
  for (const response of kept) {
    expect(`v${response.schemaVersion}.json`).toBe(file);
    expect(ResponseInput.parse(response)).toEqual(response);
  }
});

test('every version that is read has its sample', () => {
  const versions = ResponseInput.shape.schemaVersion.def.values;
  expect(files.sort()).toEqual(versions.map((version) => `v${version}.json`).sort());
});
