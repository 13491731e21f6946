import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editorSchemas, editorWorkspace } from '../packages/content/src/server.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
mkdirSync(at('packages/content/json-schema'), { recursive: true });
for (const { file, text } of editorSchemas()) writeFileSync(at(`packages/content/json-schema/${file}`), text);
writeFileSync(at('content/puente.code-workspace'), editorWorkspace());
