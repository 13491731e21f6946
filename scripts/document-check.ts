import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tops = ['apps', 'packages', 'content', 'migrations', 'scripts'];

/** A document that names a file names one that exists: links, and code spans that begin with a folder of ours. */
const faults: string[] = [];
const documents = ['README.md'];
for (const top of tops) {
  for (const entry of await readdir(join(root, top), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.md') && !entry.parentPath.includes('node_modules')) {
      documents.push(join(entry.parentPath, entry.name).slice(root.length));
    }
  }
}
for (const document of documents) {
  const text = readFileSync(join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path]) =>
    join(dirname(document), path!),
  );
  const spans = [...text.matchAll(/`((?:apps|packages|content|migrations|scripts)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  for (const path of [...links, ...spans]) {
    if (!existsSync(join(root, path))) faults.push(`${document} names ${path}, which does not exist`);
  }
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${documents.length} documents name only what exists.`);
