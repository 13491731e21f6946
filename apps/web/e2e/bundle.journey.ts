import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent, readDirectory } from '../../../packages/content/src/server.ts';

const root = join(import.meta.dirname, '../../..');

test('no key, no reason and no assessment item is in what a browser can fetch without signing in', async () => {
  const { courses } = loadContent(readDirectory(join(root, 'content')));
  const secrets = courses.flatMap((course) => [
    ...course.assessment.items.flatMap((item) => [item.id, item.stem.es, item.stem.en]),
    ...[
      ...course.assessment.items,
      ...course.modules.flatMap((module) => (module.status === 'open' ? module.practice : module.questions)),
    ].flatMap((item) =>
      'options' in item
        ? item.options.flatMap((option) => [option.reason.es, option.reason.en])
        : [item.reason.es, item.reason.en],
    ),
  ]);
  expect(secrets.length).toBeGreaterThan(500);
  const client = join(root, 'apps/web/build/client');
  const files = (await readdir(client, { recursive: true })).filter((file) =>
    /\.(js|css|json|html|svg|map|txt)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = await readFile(join(client, file), 'utf8');
    const leaked = secrets.filter(
      (secret) =>
        secret !== '' && (text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))),
    );
    expect(leaked, file).toEqual([]);
  }
});
